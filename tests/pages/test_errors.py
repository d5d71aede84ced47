"""Pages for what went wrong."""

import logging

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from events.views import errors, home
from tests.pages.html import page

NOT_FOUND = [
    ("/nope/", "vi", "Không có trang này", "/events/"),
    ("/en/nope/", "en", "There is no such page", "/en/events/"),
]


@pytest.mark.parametrize(("address", "language", "heading", "search"), NOT_FOUND)
def test_a_page_that_is_not_there_offers_a_search(client, address, language, heading, search):
    response = client.get(address)
    shown = page(response)
    assert (response.status_code, shown.one("html")["lang"], shown.one("h1").text) == (404, language, heading)
    assert shown.one("form")["action"] == search
    assert shown.all("link", rel="canonical") == []


@pytest.mark.parametrize(
    ("prefix", "heading"), [("", "Không hiểu được yêu cầu này"), ("/en", "This request could not be understood")]
)
def test_a_request_for_a_host_that_is_not_ours_is_refused_in_words(client, prefix, heading):
    response = client.get(f"{prefix}/events/", headers={"Host": "evil.example"})
    assert (response.status_code, page(response).one("h1").text) == (400, heading)
    assert "evil.example" not in response.content.decode()


@pytest.mark.parametrize(
    ("prefix", "heading", "home_address"),
    [("", "Hệ thống gặp lỗi", "/"), ("/en", "Something went wrong on our side", "/en/")],
)
def test_an_error_of_ours_is_told_without_a_database(monkeypatch, caplog, prefix, heading, home_address):
    """No fixture gives this test a database: a query would fail it."""
    caplog.set_level(logging.CRITICAL)
    monkeypatch.setattr(home, "EventSelection", lambda params: 1 / 0)
    response = Client(raise_request_exception=False).get(f"{prefix}/")
    shown = page(response)
    assert (response.status_code, shown.one("h1").text) == (500, heading)
    assert shown.one("a")["href"] == home_address
    assert "ZeroDivisionError" not in response.content.decode()


def test_the_error_page_needs_no_manifest_of_static_files(rf, settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    shown = page(errors.server_error(rf.get("/")))
    assert [link["href"] for link in shown.all("link")] == ["/static/css/variables.css", "/static/css/page.css"]


def test_what_is_not_allowed_is_told_in_words(monkeypatch, client):
    def refuse(params):
        raise PermissionDenied

    monkeypatch.setattr(home, "EventSelection", refuse)
    response = client.get("/en/")
    assert (response.status_code, page(response).one("h1").text) == (403, "This page is not open to you")


@pytest.mark.django_db
def test_a_form_without_its_token_is_refused_in_words():
    response = Client(enforce_csrf_checks=True).post("/en/admin/login/", {"username": "x", "password": "y"})
    assert (response.status_code, page(response).one("h1").text) == (403, "The form was too old")


@pytest.mark.parametrize("address", ["/nope/", "/en/nope/"])
def test_error_pages_carry_the_headers_of_every_answer(client, address):
    response = client.get(address)
    assert response["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response.cookies == {}
