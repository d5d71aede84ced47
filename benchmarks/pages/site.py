"""The site, run as it is deployed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.pages.processes import Server, free_port, parent, running

ROOT = Path(__file__).resolve().parents[2]
WORKERS = 2
NO_CACHE = {"DJANGO_SETTINGS_MODULE": "benchmarks.pages.uncached"}


def engine(url: str) -> str:
    """Return the name of the engine at a URL."""
    return "SQLite" if url.startswith("sqlite") else "PostgreSQL"


@contextmanager
def site(url: str, folder: Path, *, name: str, cached: bool) -> Iterator[Server]:
    """Run the site on a database with gunicorn's own settings and two workers; without its page cache unless `cached`.

    The time that PostgreSQL takes is counted as the site's, where it runs on this machine.
    """
    port = free_port()
    environment = os.environ | {
        "DATABASE_URL": url,
        "VAR_DIR": str(folder),
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "WEB_CONCURRENCY": str(WORKERS),
        "DEBUG": "0",
        "HTTPS": "0",
        "LOG_LEVEL": "ERROR",
        **({} if cached else NO_CACHE),
    }
    manage = [sys.executable, str(ROOT / "manage.py"), "collectstatic", "--no-input", "--verbosity", "0"]
    subprocess.run(manage, env=environment, check=True)  # noqa: S603
    command = [sys.executable, "-m", "gunicorn", "--config", str(ROOT / "deploy" / "gunicorn.conf.py")]
    with running(name, [(command, port)], "/healthz", env=environment, cwd=ROOT) as server:
        if engine(url) == "PostgreSQL":
            server.counted = [_postmaster(url)]
        yield server


def _postmaster(url: str) -> int:
    import psycopg2  # noqa: PLC0415 - not needed for SQLite

    with psycopg2.connect(url) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        backend = cursor.fetchone()[0]
        try:
            return parent(backend)
        except OSError as error:
            raise RuntimeError("PostgreSQL is not on this machine: its processor time cannot be counted.") from error
