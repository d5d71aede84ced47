"""Answers for machines."""

import pytest
from django.db import OperationalError

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


def test_robots_may_read_all_but_the_admin(client):
    assert client.get("/robots.txt").content.decode() == "User-agent: *\nDisallow: /admin/\nDisallow: /en/admin/\n"


def test_a_browser_that_asks_for_the_icon_is_sent_to_it(client):
    assert client.get("/favicon.ico")["Location"] == "/static/favicon.svg"
