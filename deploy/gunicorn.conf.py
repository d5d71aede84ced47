"""How gunicorn serves the archive.

HOST, PORT and WEB_CONCURRENCY are read from the environment and `.env`; anything else can be given in
GUNICORN_CMD_ARGS, for instance `--access-logfile -`.
"""

import errno
import gc
import os
import socket
import sys
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(BASE_DIR))

from diplomacy import environment as env  # noqa: E402

env.read_file(BASE_DIR / ".env")
host = env.text("HOST", "127.0.0.1")
try:
    port = env.number("PORT", 8000, most=65535)
    workers = env.number("WEB_CONCURRENCY", 2, most=1000)
except ImproperlyConfigured as error:
    sys.exit(f"Settings: {error}")
netloc = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"

wsgi_app = "diplomacy.wsgi"
chdir = str(BASE_DIR)
bind = [netloc]

# Two processes by default, so that one slow page does not hold all readers; threads, because pages mostly wait for the
# database. SQLite takes any number of readers and one writer at a time, whatever the number of processes.
threads = 4
preload_app = True  # the processes share what they have in common: less memory on small machines
timeout = 30
graceful_timeout = 10
keepalive = 5

# A request line or header beyond this is not a reader's.
limit_request_line = 4094
limit_request_fields = 100
limit_request_field_size = 8190

# The heartbeat file of a worker: on a disk that is busy it comes late, and the worker is killed for it.
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108
umask = 0o027  # gunicorn's own default lets everyone write to the files that the site makes
control_socket_disable = True  # it would stand in the home folder, and nobody asks it

accesslog = None
errorlog = "-"
loglevel = "warning"


def on_starting(server):
    """Say plainly that the address cannot be had; gunicorn itself would try five times and then say less."""
    if "GUNICORN_FD" in os.environ or "LISTEN_FDS" in os.environ:
        return  # the sockets are handed down by an older master or by systemd
    for address in server.cfg.address:
        if not isinstance(address, tuple):
            continue
        try:
            with socket.create_server(address, family=socket.AF_INET6 if ":" in address[0] else socket.AF_INET):
                pass
        except OSError as error:
            advice = " Choose another: make serve PORT=8001" if error.errno in {errno.EADDRINUSE, errno.EACCES} else ""
            reason = "there is no such host" if isinstance(error, socket.gaierror) else os.strerror(error.errno or 0)
            sys.exit(f"Cannot serve on {address[0]} port {address[1]}: {reason}.{advice}")


def when_ready(server):
    """Have at hand what every page needs, then say where the archive is, and by which names other machines may ask."""
    from django.conf import settings  # noqa: PLC0415 - known only once the application is loaded

    from events.warming import warm_up  # noqa: PLC0415

    warm_up()
    # What is there by now stays: looking through it for what nobody needs would copy it into each process. A page makes
    # some thousand things that are gone with it, and looking through them after every 700 finds nothing.
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000)
    everywhere = host in {"0.0.0.0", "::"}  # noqa: S104
    print(f"The archive is at http://{f'localhost:{port}' if everywhere else netloc}/ (Ctrl-C ends it).", flush=True)
    if everywhere:
        print(f"It answers to the names in ALLOWED_HOSTS: {', '.join(settings.ALLOWED_HOSTS)}.", flush=True)
