"""About the archive, and what is in it."""

from datetime import UTC, datetime

import pytest
from django.http import QueryDict

from events import accuracy
from events.models import ImportItem, ImportRun
from events.views import about
from tests.pages.addresses import BOTH_LANGUAGES
from tests.pages.html import page
from tests.records import a_kind, an_act

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(call):
    """A run that filed one article and rejected two files."""
    run = ImportRun.objects.create(
        reader_version="1.2",
        started_at=datetime(2031, 1, 2, 20, tzinfo=UTC),
        finished_at=datetime(2031, 1, 2, 21, tzinfo=UTC),
    )
    ImportItem.objects.create(run=run, name="goi.txt", outcome="created", event=call)
    ImportItem.objects.create(run=run, name="rong.txt", outcome="rejected", reason="empty")
    ImportItem.objects.create(run=run, name="<b>.bin", outcome="rejected", reason="encoding", detail="0x81")
    run.count(["created", "rejected", "rejected"])
    return run


def test_coverage_counts_what_is_in(client, run):
    figures = page(client.get("/coverage/")).one("ul", class_="figures")
    assert [figure.text for figure in figures.all("li")] == [
        "1 sự kiện",
        "3 cam kết",
        "1 đã được biên tập viên xác nhận",
        "1 tệp nguồn",
    ]


def test_coverage_tells_what_became_of_the_files_of_each_run(client, run):
    shown = page(client.get("/en/coverage/")).one("article", class_="run")
    assert shown.one("h3").text == "3 January 2031, 03:00 (UTC+07)"  # in Viet Nam it was past midnight
    assert [(row.one("dt").text, row.one("dd").text) for row in shown.one("dl").all("div")] == [
        ("created", "1"),
        ("updated", "0"),
        ("unchanged", "0"),
        ("duplicate", "0"),
        ("rejected", "2"),
    ]
    assert [item.text for item in shown.all("li")] == [
        "rong.txt There is no text in it.",
        "<b>.bin The encoding is not known; save it as UTF-8. (0x81)",
    ]


def test_coverage_names_the_first_of_many_rejected_files(client, run):
    ImportItem.objects.bulk_create(ImportItem(run=run, name=f"{n}.txt", outcome="rejected") for n in range(60))
    run.count(["rejected"] * 60)
    shown = page(client.get("/en/coverage/")).one("article", class_="run")
    assert len(shown.all("li")) == 50
    assert shown.all("p")[-1].text == "The first 50 are shown."


def test_coverage_leaves_out_the_runs_that_changed_nothing_and_tells_of_the_last(client, run):
    for hour in (3, 5, 4):
        quiet = ImportRun.objects.create(
            reader_version="1.2", started_at=datetime(2031, 2, 3, hour, tzinfo=UTC), finished_at=datetime.now(UTC)
        )
        ImportItem.objects.create(run=quiet, name="goi.txt", outcome="unchanged")
        quiet.count(["unchanged"])
    shown = page(client.get("/en/coverage/"))
    assert len(shown.all("article", class_="run")) == 1
    assert "The last import that changed nothing: 3 February 2031, 12:00 (UTC+07)." in [p.text for p in shown.all("p")]


@pytest.mark.parametrize("outcome", ["created", "updated", "duplicate", "rejected"])
def test_coverage_lists_a_run_that_did_something_beside_what_it_left(client, outcome):
    run = ImportRun.objects.create(reader_version="1.2")
    for each in ("unchanged", outcome):
        ImportItem.objects.create(run=run, name=f"{each}.txt", outcome=each)
    run.count(["unchanged", outcome])
    assert len(page(client.get("/coverage/")).all("article", class_="run")) == 1


def test_coverage_before_the_first_import_says_so(client):
    shown = page(client.get("/en/coverage/"))
    assert shown.one("div", class_="empty").text == "Nothing has been imported yet."


@pytest.mark.parametrize(
    ("address", "a_word", "place"), [("/en/help/commitments/", an_act, 0), ("/en/help/events/", a_kind, -1)]
)
def test_help_explains_the_vocabulary(client, address, a_word, place):
    word = a_word()
    word.description_en = "What it means."
    word.save()
    glossary = page(client.get(address)).all("dl", class_="glossary")[place]
    assert (glossary.one("dt").text, glossary.one("dd").text) == (word.name_en, "What it means.")


@pytest.mark.parametrize(("prefix", "figure"), [("", "85,3% (99,1%)"), ("/en", "85.3% (99.1%)")])
def test_help_tells_how_the_reader_did_at_first_and_does_today(client, monkeypatch, prefix, figure):
    names = ("quotes", "sides", "speakers", "act", "quote_topics")
    first, today = ({name: value + place / 100 for place, name in enumerate(names)} for value in (0.853, 0.951))
    kept = accuracy.Sample(
        "a", 12, 1234, first, today | {"quotes": 0.991}, {"quotes": 1.0, "act": 0.5, "quote_topics": 0.25}
    )
    monkeypatch.setattr(about, "samples", lambda: (kept,))
    shown = page(client.get(f"{prefix}/help/commitments/"))
    row = [cell.text for cell in shown.one("tbody").one("tr").all("td")]
    assert row[:2] == ["1.234" if not prefix else "1,234", figure]
    agreed = shown.one("div", class_="prose").all("ul")[0].one("li").text
    assert agreed == (
        "passages 100.0%, acts 50.0%, topics 25.0%" if prefix else "đoạn trích 100,0%, hành vi 50,0%, chủ đề 25,0%"
    )


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_page_of_help_is_led_to_from_the_foot_of_any_page(client, prefix):
    shown = page(client.get(f"{prefix}/events/")).one("footer")
    links = {link["href"].removeprefix(prefix) for link in shown.all("a")}
    helps = {"/help/events/", "/help/search/", "/help/commitments/", "/help/citing/"}
    assert links >= helps | {"/about/", "/coverage/", "/privacy/"}


@pytest.mark.parametrize("address", BOTH_LANGUAGES)
def test_what_the_page_on_privacy_says_is_so(client, earlier_call, address):
    """No cookie is set, the browser is told to load nothing from elsewhere and to tell nobody where one comes from."""
    response = client.get(address)
    assert response.cookies == {}
    assert response["Referrer-Policy"] == "same-origin"
    policy = dict(part.strip().split(" ", 1) for part in response["Content-Security-Policy"].split(";"))
    assert {source for name, source in policy.items() if name != "upgrade-insecure-requests"} == {"'self'", "'none'"}
    loaded = [one for tag in ("script", "img", "iframe", "source") for one in page(response).all(tag)]
    addresses = [one["src"] for one in loaded if "src" in one.attributes]
    addresses += [one["href"] for one in page(response).all("link") if one["rel"] in ("stylesheet", "icon", "preload")]
    assert [address for address in addresses if not address.startswith("/static/")] == []


def test_the_label_machine_read_leads_to_what_it_means(client, call):
    badge = page(client.get(call.get_absolute_url())).all("a", class_="badge")[0]
    address, _, anchor = badge["href"].partition("#")
    assert page(client.get(address)).one(id=anchor).text == "“Máy đọc” nghĩa là gì"


def test_search_help_shows_searches_that_can_be_tried(client, call):
    links = page(client.get("/help/search/")).one("main").all("a")
    searches = {link.text: link["href"] for link in links if "?q=" in link["href"]}
    assert searches["duong sat"] == "/commitments/?q=duong+sat"
    assert searches['"duong sat"'] == "/events/?q=%22duong+sat%22"
    for typed, address in searches.items():
        query = QueryDict(address.partition("?")[2])
        assert (query["q"], client.get(address).status_code) == (typed, 200)
