"""Answers for machines."""

import re

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder

from events.views import machines


@pytest.mark.django_db
def test_the_site_is_healthy_while_the_database_answers(client):
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response["Cache-Control"]


def test_the_site_says_in_a_line_that_the_database_is_away(client, monkeypatch):
    class Away:
        def cursor(self):
            raise OperationalError("password of the database")

    monkeypatch.setattr(machines, "connection", Away())
    response = client.get("/healthz")
    assert (response.status_code, response.content, response["Retry-After"]) == (503, b"database away\n", "30")


@pytest.mark.django_db
def test_the_site_is_ready_when_the_database_is_migrated(client):
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_the_site_is_not_ready_before_the_last_migration(client):
    MigrationRecorder(connection).record_unapplied("events", "0002_search")
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"database not migrated\n")
    assert response["Retry-After"] == "30"


def test_the_site_is_not_ready_while_the_database_is_away(client, monkeypatch):
    def away(connection):
        raise OperationalError("password of the database")

    monkeypatch.setattr(machines, "MigrationExecutor", away)
    response = client.get("/readyz")
    assert (response.status_code, response.content, response["Retry-After"]) == (503, b"database away\n", "30")


def test_machines_are_answered_without_a_redirect_to_https(settings):
    answered = [re.compile(pattern) for pattern in settings.SECURE_REDIRECT_EXEMPT]
    assert [name for name in ("healthz", "readyz") if any(pattern.search(name) for pattern in answered)] == [
        "healthz",
        "readyz",
    ]


def test_robots_may_read_all_but_the_admin(client):
    assert client.get("/robots.txt").content.decode() == "User-agent: *\nDisallow: /admin/\nDisallow: /en/admin/\n"


def test_a_browser_that_asks_for_the_icon_is_sent_to_it(client):
    assert client.get("/favicon.ico")["Location"] == "/static/favicon.svg"
