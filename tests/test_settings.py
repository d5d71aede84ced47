"""The settings as a whole, each time in a process of its own, as the command line reads them."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
KEY = "d41d8cd98f00b204e9800998ecf8427e-checked-by-a-test-only-XYZ"
# Set but empty: nothing is filled in from a developer's `.env`.
UNSET = dict.fromkeys(
    ["ALLOWED_HOSTS", "BEHIND_PROXY", "CSRF_TRUSTED_ORIGINS", "DATABASE_URL", "DEBUG", "HOST", "HTTPS", "LOG_LEVEL"], ""
)


def run(*arguments, **variables):
    environment = {**os.environ, **UNSET, "SECRET_KEY": KEY, "DJANGO_SETTINGS_MODULE": "diplomacy.settings"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment | variables, capture_output=True, text=True, check=False
    )


def settings_of(*names, **variables):
    code = f"import json; from diplomacy import settings; print(json.dumps([getattr(settings, n) for n in {names}]))"
    return json.loads(run("-c", code, **variables).stdout)


def test_a_public_site_passes_the_deployment_check():
    checked = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", HTTPS="1")
    assert (checked.returncode, checked.stdout) == (0, "System check identified no issues (0 silenced).\n")


def test_a_wrong_setting_is_one_clear_line():
    checked = run("manage.py", "status", DEBUG="ture")
    assert (checked.returncode, checked.stderr) == (
        1,
        "Settings: DEBUG must be one of 1, true, yes, on, 0, false, no, off, not 'ture'.\n",
    )


def test_a_public_site_keeps_its_cookies_to_itself():
    names = ["SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_NAME", "CSRF_COOKIE_SECURE"]
    assert settings_of(*names, HTTPS="1") == ["__Host-sessionid", True, "__Host-csrftoken", True]


def test_the_site_answers_to_the_host_it_serves_on():
    assert settings_of("ALLOWED_HOSTS", HOST="192.0.2.7") == [["127.0.0.1", "192.0.2.7", "[::1]", "localhost"]]


def test_hosts_that_are_named_are_the_only_ones():
    assert settings_of("ALLOWED_HOSTS", HOST="192.0.2.7", ALLOWED_HOSTS="archive.example") == [["archive.example"]]


def test_the_embedded_database_stands_in_the_folder_for_data(tmp_path):
    [databases] = settings_of("DATABASES", VAR_DIR=str(tmp_path))
    assert databases["default"]["NAME"] == str(tmp_path / "archive.sqlite3")


@pytest.mark.parametrize(
    ("milliseconds", "limits"),
    [
        ("", None),
        ("5000", "-c statement_timeout=5000 -c lock_timeout=3000 -c idle_in_transaction_session_timeout=10000"),
    ],
)
def test_a_query_on_postgresql_has_the_time_it_is_given(milliseconds, limits):
    [databases] = settings_of("DATABASES", DATABASE_URL="postgres://db.example/x", STATEMENT_TIMEOUT=milliseconds)
    assert databases["default"]["OPTIONS"].get("options") == limits


@pytest.mark.parametrize("url", ["sqlite:////tmp/archive.sqlite3", "postgres://db.example/x"])
def test_a_connection_is_kept_for_the_requests_that_follow(url):
    [databases] = settings_of("DATABASES", DATABASE_URL=url)
    assert (databases["default"]["CONN_MAX_AGE"], databases["default"]["CONN_HEALTH_CHECKS"]) == (60, True)


def test_what_a_database_url_says_comes_before_our_own_options():
    url = "postgres://db.example/x?connect_timeout=9&conn_max_age=0"
    [databases] = settings_of("DATABASES", DATABASE_URL=url)
    assert (databases["default"]["OPTIONS"]["connect_timeout"], databases["default"]["CONN_MAX_AGE"]) == (9, 0)


def test_a_port_that_is_taken_is_named_with_the_way_out():
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
        served = run("-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", PORT=str(port))
    assert served.returncode == 1
    assert served.stderr.splitlines()[-1] == (
        f"Cannot serve on 127.0.0.1 port {port}: Address already in use. Choose another: make serve PORT=8001"
    )
