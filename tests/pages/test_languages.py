"""The same page in the other language."""

import pytest

from tests.pages.html import page

pytestmark = pytest.mark.django_db


def switch(document):
    link = document.one("nav", class_="languages").one("a")
    return link["hreflang"], link["href"], link.text


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/", ("en", "/en/", "English")),
        ("/en/", ("vi", "/", "Tiếng Việt")),
        (
            "/events/?year=2031&q=%C4%91%C6%B0%E1%BB%9Dng",
            ("en", "/en/events/?year=2031&q=%C4%91%C6%B0%E1%BB%9Dng", "English"),
        ),
        ("/en/events/?year=2031&page=1", ("vi", "/events/?year=2031&page=1", "Tiếng Việt")),
        ("/leaders/le-thu-nghiem/", ("en", "/en/leaders/le-thu-nghiem/", "English")),
        ("/en/nope/", ("vi", "/nope/", "Tiếng Việt")),
        ("/energy/", ("en", "/en/energy/", "English")),
    ],
)
def test_the_switch_leads_to_the_same_page(client, call, address, expected):
    assert switch(page(client.get(address))) == expected


@pytest.mark.parametrize("address", ["/events/?year=2031", "/en/events/?year=2031"])
def test_both_languages_are_named_by_absolute_addresses(client, call, address):
    shown = page(client.get(address))
    assert {link["hreflang"]: link["href"] for link in shown.all("link", rel="alternate")} == {
        "vi": "http://testserver/events/?year=2031",
        "x-default": "http://testserver/events/?year=2031",
        "en": "http://testserver/en/events/?year=2031",
    }
    assert shown.one("link", rel="canonical")["href"] == f"http://testserver{address}"


def test_a_query_string_cannot_break_out_of_the_switch(client):
    shown = page(client.get('/events/?q="><b>x</b>'))
    assert switch(shown)[1] == "/en/events/?q=%22%3E%3Cb%3Ex%3C/b%3E"
    assert shown.all("b") == []


def test_the_language_that_a_browser_prefers_does_not_move_the_reader(client, call):
    response = client.get("/events/", headers={"Accept-Language": "en"})
    assert (response.status_code, page(response).one("h1").text) == (200, "Sự kiện")
