"""Pages for what went wrong."""

import logging

import pytest
from django.core.exceptions import PermissionDenied
from django.db import OperationalError, connection, connections
from django.test import Client

from events.views import errors, home
from tests.pages.html import page
from tests.records import an_event

NOT_FOUND = [
    ("/nope/", "vi", "Không có trang này", "/events/"),
    ("/en/nope/", "en", "There is no such page", "/en/events/"),
]


def offered(document):
    return [link.text for link in document.one("main").all("h3")]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/events/2031-01-02-cuoc-dien-dam/", ["Cuộc điện đàm thử"]),
        ("/en/events/dien_dam.html", ["Cuộc điện đàm thử"]),
        ("/Điện/ĐÀM", ["Cuộc điện đàm thử"]),
        ("/leaders/nghiem/", ["Cuộc điện đàm thử", "Cuộc gọi trước"]),  # a leader's name
        ("/events/2031-01-02-cuoc-dien-dxm-thu/", ["Cuộc điện đàm thử"]),  # mistyped
        ("/events/2031-01-02/", []),
        ("/events/", None),
        ("/khong-co-gi-giong/", []),
        ("/dien-dam.php", []),  # what programs ask for that look for holes
    ],
)
def test_the_words_of_an_address_are_looked_for(client, earlier_call, address, found):
    response = client.get(address)
    if found is None:
        assert response.status_code == 200
    else:
        assert (response.status_code, offered(page(response))) == (404, found)


@pytest.mark.django_db
def test_at_most_five_events_are_offered_with_the_way_to_the_others(client, earlier_call):
    for number in range(5):
        an_event(f"dien-dam-{number}", title=f"Điện đàm {number}")
    shown = page(client.get("/en/dien-dam/"))
    assert len(offered(shown)) == 5
    onward = shown.one("p", class_="onward").one("a")
    assert (onward.text, onward["href"]) == ("All 6 events with these words", "/en/events/?q=dien+dam")
    assert shown.one("input", id="q")["value"] == "dien dam"


@pytest.mark.django_db
@pytest.mark.parametrize("prefix", ["/", "/en/", "/events/", "/en/leaders/"])
@pytest.mark.parametrize(
    "rest",
    [
        "x" * 10_000,
        "a-" * 5_000,
        "dien-dam-" * 1_000,
        "%00",
        "%",
        "%zz-dien",
        "%ff%fe",
        "%ED%A0%80",
        "..%2f..%2fetc",
        "a:b-OR-NOT",
    ],
)
def test_an_address_of_nonsense_is_not_there_and_no_more(client, call, prefix, rest):
    response = client.get(prefix + rest)
    assert response.status_code in (301, 404)
    assert client.get(f"{prefix}{rest}/").status_code == 404


@pytest.mark.django_db
def test_looking_for_a_long_address_asks_no_more_of_the_database(client, call, django_assert_max_num_queries):
    client.get("/events/")  # the catalogue is made
    with django_assert_max_num_queries(40):
        client.get(f"/{'-'.join(f'xin{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}' for n in range(500))}/")


@pytest.mark.django_db
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
    assert [link["href"] for link in shown.all("a")] == [home_address, home_address]
    assert "ZeroDivisionError" not in response.content.decode()


@pytest.fixture
def _database_away(django_db_blocker):
    """A site whose database cannot be connected to; the connection of the tests is put back."""
    away = connection.copy()
    away.settings_dict |= {"NAME": "/nowhere/archive", "HOST": "127.0.0.1", "PORT": "1"}
    original = connections["default"]
    connections["default"] = away
    with django_db_blocker.unblock():
        yield
    connections["default"] = original


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("/", "Hiện chưa vào được kho tư liệu"),
        ("/en/events/", "The archive cannot be reached just now"),
        ("/en/admin/login/", "The archive cannot be reached just now"),
    ],
)
@pytest.mark.usefixtures("_database_away")
def test_while_the_database_is_away_the_reader_is_asked_to_come_back(caplog, address, heading):
    caplog.set_level(logging.CRITICAL)
    response = Client(raise_request_exception=False).get(address, headers={"Cookie": f"sessionid={'a' * 32}"})
    shown = page(response)
    assert (response.status_code, response["Retry-After"], shown.one("h1").text) == (503, "30", heading)
    assert "Content-Security-Policy" in response.headers


@pytest.mark.usefixtures("_database_away")
def test_while_the_database_is_away_a_page_that_is_not_there_still_says_so(caplog):
    caplog.set_level(logging.CRITICAL)
    response = Client(raise_request_exception=False).get("/en/dien-dam/")
    assert (response.status_code, offered(page(response))) == (404, [])


@pytest.mark.django_db
def test_a_query_that_takes_too_long_is_an_error_of_ours(monkeypatch, caplog):
    caplog.set_level(logging.CRITICAL)

    def too_long(params):
        raise OperationalError("canceling statement due to statement timeout")

    monkeypatch.setattr(home, "EventSelection", too_long)
    assert Client(raise_request_exception=False).get("/").status_code == 500


def test_the_error_page_needs_no_manifest_of_static_files(rf, settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    shown = page(errors.server_error(rf.get("/")))
    files = ["/static/favicon.svg", "/static/css/base.css"]
    assert [link["href"] for link in shown.all("link")] == files


@pytest.mark.django_db
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


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/nope/", "/en/nope/"])
def test_error_pages_carry_the_headers_of_every_answer(client, address):
    response = client.get(address)
    assert response["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response.cookies == {}
