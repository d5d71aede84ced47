"""The pages of two sides: every number leads to a list of that length."""

import csv
import io
from datetime import date

import pytest
from django.core.management import call_command

from tests.pages.html import Element, page
from tests.records import a_commitment, a_kind, a_leader, a_topic, an_actor, an_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def relation(db):
    """Seven events of three years and two kinds, one without a day, and passages on up to three topics each."""
    leaders = [a_leader("Lê Thử"), a_leader("Anna Thử", an_actor("XA", "Nước A", "Country A"))]
    kinds = [a_kind(), a_kind("talks", "Hội đàm", "Talks")]
    topics = [a_topic(f"t{number}", f"Chủ đề {letter}", f"Topic {letter}") for number, letter in enumerate("ABC")]
    for number in range(7):
        day = None if number == 6 else date(2030 + number % 4, 1 + number, 1)
        event = an_event(f"gap-{number}", day, leaders, kind=kinds[number % 2], body="mở một; mở hai; mở ba")
        for place, words in enumerate(["mở một", "mở hai", "mở ba"][: number % 4]):
            a_commitment(event, words, topics=topics[: (number + place) % 4])
    an_event("rieng", leaders=leaders[:1])
    return leaders


def total(client, address):
    rows = page(client.get(address)).one("ol", class_="rows")
    return len([row for row in rows.children if isinstance(row, Element)])  # one page holds them all here


def test_every_number_leads_to_a_list_of_that_length(client, relation):
    shown = page(client.get("/en/relations/VN-XA/"))
    links = {}
    for link in shown.one("main").all("a"):
        said = link.attributes.get("aria-label", link.text.removesuffix(" events").removesuffix(" commitments"))
        if "/VN-XA/" in link["href"] and (number := said.rpartition(" ")[2]).isdecimal():
            links.setdefault(link["href"], set()).add(int(number))
    assert len(links) == 20
    assert {address: {total(client, address)} for address in links} == links


def test_the_file_of_numbers_holds_what_the_picture_shows(client, relation):
    shown = page(client.get("/en/relations/VN-XA/"))
    for name in ("rhythm", "topics"):
        response = client.get(f"/en/relations/VN-XA/{name}.csv")
        assert response["Content-Disposition"] == f'attachment; filename="VN-XA-{name}.csv"'
        rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"), newline="")))
        section = shown.one("section", **{"aria-labelledby": name})
        table = [
            [cell.text for cell in row.all() if cell.tag in ("th", "td")] for row in section.one("table").all("tr")
        ]
        assert rows == table[:-1]  # the last line adds them up


def test_a_picture_has_a_name_a_description_and_a_table_behind_it(client, relation):
    section = page(client.get("/en/relations/VN-XA/")).one("section", **{"aria-labelledby": "topics"})
    picture = section.one("svg")
    assert picture["aria-labelledby"] == "topics-title topics-description"
    assert [picture.one("title").text, bool(picture.one("desc").text)] == ["Topics over the years", True]
    in_picture = {
        (a["href"], a["aria-label"].rpartition(" ")[2]) for a in picture.all("a") if "aria-label" in a.attributes
    }
    in_table = {(a["href"], a.text) for a in section.one("table").all("a") if a.text.isdecimal()}
    assert in_picture == in_table


def test_the_other_order_and_small_letters_redirect_for_ever(client, relation):
    for asked in ("XA-VN", "vn-xa"):
        response = client.get(f"/en/relations/{asked}/passages/?year=2031")
        assert (response.status_code, response["Location"]) == (301, "/en/relations/VN-XA/passages/?year=2031")


def test_sides_that_never_met_have_a_page_that_says_so(client, relation):
    an_actor("XB", "Nước B", "Country B")
    shown = page(client.get("/en/relations/VN-XB/"))
    assert shown.one("div", class_="empty").text == (
        "The archive holds no event in which these two sides take part together. "
        "All events with Viet NamAll events with Country B Every two sides that met"
    )


@pytest.mark.parametrize("code", ["VN", "VN-VN", "VN-ZZ", "-", "VN--XA", "x" * 300])
def test_what_names_no_two_sides_is_not_there(client, relation, code):
    assert client.get(f"/relations/{code}/").status_code == 404


def test_on_the_seeds_it_shows_both_calls_and_what_fell_silent(client):
    call_command("load_vocabulary", verbosity=0)
    call_command("import_events", "seeds", verbosity=0)
    shown = page(client.get("/en/relations/CN-VN/"))
    assert len(shown.all("li", class_="event-row")) == 2
    silent = {item.all("a")[0]["href"]: item.text for item in shown.one("ul", class_="silent").all("li")}
    assert silent["/en/topics/sea/"] == (
        "Seas and the law of the sea absent from this text; named in 1 of the 1 event before it: 15 January 2025"
    )
    assert {"/en/topics/international-law/", "/en/topics/commemoration/"} < set(silent)


@pytest.mark.parametrize("query", ["least=abc&of=%00", "least=99", "of=" + "9" * 5000, "least=1&least=2&of=-3"])
def test_nonsense_in_the_silence_report_is_answered(client, relation, query):
    for address in ("/relations/VN-XA/", "/leaders/anna-thu/"):
        assert client.get(f"{address}?{query}").status_code == 200


@pytest.mark.parametrize("query", ["year=abc&topic=zz&kind=%00", "page=999&sort=x", "q=" + "x" * 9000])
def test_nonsense_in_the_lists_is_answered(client, relation, query):
    for room in ("events", "passages"):
        assert client.get(f"/relations/VN-XA/{room}/?{query}").status_code == 200
