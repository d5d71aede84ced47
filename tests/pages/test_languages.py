"""The same page in the other language."""

import pytest

from tests.pages.addresses import PAGES
from tests.pages.html import page
from tests.records import an_event

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
            ("en", "/en/events/?q=%C4%91%C6%B0%E1%BB%9Dng&year=2031", "English"),
        ),
        ("/en/events/?year=2031&page=1", ("vi", "/events/?year=2031", "Tiếng Việt")),
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


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("/events/", "/events/"),
        ("/en/commitments/?", "/en/commitments/"),
        ("/events/?foo=bar&page=-1", "/events/"),
        ("/events/?page=99&sort=newest&year=abc&year=2031", "/events/?year=2031"),
        ("/commitments/?sort=oldest&act=agree&act=propose&q=+đường++sắt", None),
        ("/leaders/le-thu-nghiem/?foo=bar&page=2", "/leaders/le-thu-nghiem/"),
        ("/?utm_source=x", "/"),
        ("/coverage/?page=-1", "/coverage/"),
    ],
)
def test_the_canonical_address_holds_what_the_page_understood_and_nothing_else(client, call, address, canonical):
    shown = page(client.get(address)).one("link", rel="canonical")["href"]
    canonical = canonical or "/commitments/?q=%C4%91%C6%B0%E1%BB%9Dng+s%E1%BA%AFt&act=agree&act=propose&sort=oldest"
    assert shown == f"http://testserver{canonical}"


def test_the_canonical_address_of_a_further_page_names_the_page(client):
    for number in range(26):
        an_event(f"su-kien-{number}")
    for asked in ("2", "99"):
        shown = page(client.get(f"/en/events/?page={asked}&year=2031"))
        assert {link["hreflang"]: link["href"] for link in shown.all("link", rel="alternate")} == {
            "vi": "http://testserver/events/?year=2031&page=2",
            "x-default": "http://testserver/events/?year=2031&page=2",
            "en": "http://testserver/en/events/?year=2031&page=2",
        }


def test_a_query_string_cannot_break_out_of_the_switch(client):
    shown = page(client.get('/events/?q="><b>x</b>'))
    assert switch(shown)[1] == "/en/events/?q=b%3Ex%3C%2Fb"
    assert shown.all("b") == []


def test_the_language_that_a_browser_prefers_does_not_move_the_reader(client, call):
    response = client.get("/events/", headers={"Accept-Language": "en"})
    assert (response.status_code, page(response).one("h1").text) == (200, "Sự kiện")


@pytest.mark.usefixtures("earlier_call")
@pytest.mark.parametrize("address", PAGES)
def test_every_page_names_itself_in_both_languages_and_for_anyone_else(client, address):
    named = [
        {
            link["hreflang"]: link["href"]
            for link in page(client.get(prefix + address)).all("link", rel="alternate")
            if "hreflang" in link.attributes
        }
        for prefix in ("", "/en")
    ]
    assert named[0] == named[1]
    assert set(named[0]) == {"vi", "en", "x-default"}
    assert {one.split("/")[0] for one in named[0].values()} == {"http:"}
    assert named[0]["x-default"] == named[0]["vi"]


@pytest.mark.usefixtures("earlier_call")
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_no_two_pages_have_one_title(client, prefix):
    titles = [page(client.get(prefix + address)).one("head").one("title").text for address in PAGES]
    assert sorted(titles) == sorted(set(titles))


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_what_an_article_says_is_in_the_language_of_the_article(client, call, prefix):
    call.language = "en"
    call.save()
    shown = page(client.get(prefix + call.get_absolute_url())).one("main")
    assert shown.one("article")["lang"] == "en"
    assert {quote["lang"] for quote in shown.all("blockquote")} == {"en"}
    assert shown.one("h1")["lang"] == "en" or shown.one("h1").all(lang="en")
