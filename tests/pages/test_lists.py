"""The lists of events and of commitments, and the first page."""

from datetime import date

import pytest

from tests.pages.html import page
from tests.records import a_commitment, a_kind, a_leader, an_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def talks(call, nghiem):
    return an_event("hoi-dam", date(2030, 5, 6), [nghiem], "Hội đàm thử", kind=a_kind("talks", "Hội đàm", "Talks"))


def titles(document):
    return [link.text for row in document.all("li", class_="event-row") for link in row.all("a")]


def facet(document, label):
    """The choices of a facet, each with its count and where it leads."""
    [section] = [found for found in document.all("section", class_="facet") if label in found.text]
    return [
        (choice.all("span")[0].text, choice.one("span", class_="count").text, choice["href"])
        for choice in section.all("a")
    ]


def test_the_first_page_shows_the_latest_events_and_how_much_there_is(client, talks):
    shown = page(client.get("/"))
    assert titles(shown) == ["Cuộc điện đàm thử", "Hội đàm thử"]
    assert [(link["href"], link.text) for link in shown.one("ul", class_="figures").all("a")] == [
        ("/events/", "2 sự kiện"),
        ("/commitments/", "3 cam kết"),
    ]


def test_the_first_page_leads_into_the_list_by_year_topic_and_leader(client, talks):
    shown = page(client.get("/en/"))
    assert facet(shown, "Year") == [("2031", "1", "/en/events/?year=2031"), ("2030", "1", "/en/events/?year=2030")]
    assert facet(shown, "Topic") == [
        ("Trade", "1", "/en/events/?topic=trade"),
        ("Transport", "1", "/en/events/?topic=transport"),
    ]
    assert facet(shown, "Leader") == [
        ("Le Thu Nghiem", "2", "/en/events/?leader=le-thu-nghiem"),
        ("Anna Mẫu", "1", "/en/events/?leader=anna-mau"),
    ]


def test_an_empty_archive_says_so_on_the_first_page(client):
    shown = page(client.get("/"))
    assert shown.one("div", class_="empty").text == "Kho tư liệu chưa có gì."
    assert shown.all("section", class_="facet") == []


def test_an_event_in_a_list_says_when_what_who_and_how_much(client, call):
    row = page(client.get("/events/")).one("li", class_="event-row")
    assert [part.text for part in row.all("p")] == [
        "Ngày 2 tháng 1 năm 2031",
        "Điện đàm · Lê Thử Nghiệm, Anna Mẫu · 3 cam kết",
    ]


def test_a_list_is_narrowed_by_the_query_and_says_what_it_shows(client, talks):
    shown = page(client.get("/events/?kind=talks&q=duong+sat"))
    assert titles(shown) == ["Hội đàm thử"]
    assert shown.one("div", class_="summary").all("p")[0].text == "1 sự kiện · “duong sat” · Loại hình: Hội đàm"
    assert shown.one("title").text == "1 sự kiện · “duong sat” · Loại hình: Hội đàm · Kho tư liệu sự kiện đối ngoại"


def test_each_chip_leads_to_the_list_without_it(client, talks):
    chips = page(client.get("/events/?kind=talks&year=2030")).one("ul", class_="chips").all("a")
    assert [(chip.text, chip["href"]) for chip in chips] == [
        ("Năm: 2030 × (bỏ chọn)", "?kind=talks"),
        ("Loại hình: Hội đàm × (bỏ chọn)", "?year=2030"),
        ("Bỏ tất cả", "?"),
    ]


def test_the_search_form_keeps_what_is_chosen_and_shows_the_words(client, talks):
    form = page(client.get("/events/?year=2030&q=đường")).one("form", class_="search")
    assert (form["action"], form["method"]) == ("/events/", "get")
    assert [(field["name"], field["value"]) for field in form.all("input")] == [("q", "đường"), ("year", "2030")]


def test_a_choice_tells_its_count_and_whether_it_is_chosen(client, talks):
    shown = page(client.get("/events/?year=2030"))
    assert facet(shown, "Năm") == [("2031", "1", "?year=2030&year=2031"), ("2030", "1", "?")]
    chosen = [link.all("span")[0].text for link in shown.one("details").all("a") if link.has("aria-current", "true")]
    assert chosen == ["2030"]


@pytest.fixture
def twelve_years(client):
    for year in range(2031, 2043):
        an_event(f"su-kien-{year}", date(year, 1, 2))


def years_on(shown):
    [section] = [found for found in shown.all("section", class_="facet") if "Năm" in found.text]
    return section


def test_a_facet_of_many_choices_shows_ten_and_leads_to_all(client, twelve_years):
    section = years_on(page(client.get("/events/?kind=phone-call")))
    *years, more = section.all("a")
    assert [link.all("span")[0].text for link in years] == [str(year) for year in range(2042, 2032, -1)]
    assert (more.text, more["href"]) == ("Thêm (Năm)", "?kind=phone-call&facet=year#facet-year")


def test_an_opened_facet_has_a_search_within_that_keeps_what_is_chosen(client, twelve_years):
    shown = page(client.get("/events/?kind=phone-call&facet=year&facet_q=2031"))
    section = years_on(shown)
    assert [link["href"] for link in section.all("a")] == ["?kind=phone-call", "?year=2031&kind=phone-call"]
    form = section.one("form")
    assert (form["action"], form["method"]) == ("#facet-year", "get")
    assert [(field["name"], field["value"]) for field in form.all("input")] == [
        ("kind", "phone-call"),
        ("facet", "year"),
        ("facet_q", "2031"),
    ]
    assert "open" in shown.one("details").attributes


def test_nothing_found_says_so_and_suggests_what_to_do(client, call):
    empty = page(client.get("/events/?year=2031&q=voi")).one("div", class_="empty")
    assert [part.text for part in [*empty.all("p"), *empty.all("li")]] == [
        "Không có gì trong kho tư liệu khớp với tất cả các điều kiện này.",
        "Hãy thử ít từ hơn hoặc từ khác; có thể gõ không dấu. Cách tìm kiếm",
        "Hãy bỏ bớt một lựa chọn ở trên.",
        "Xem tất cả",
    ]


def test_what_was_not_understood_is_told(client, call):
    shown = page(client.get("/events/?year=abc&page=7"))
    assert [problem.text for problem in shown.one("div", class_="notice").all("p")] == [
        "“abc” không phải là năm; đã bỏ qua.",
        "Không có trang “7”; đây là trang 1.",
    ]
    assert titles(shown) == ["Cuộc điện đàm thử"]


def test_the_pages_of_a_list_are_linked_and_keep_the_query(client):
    for number in range(26):
        an_event(f"su-kien-{number}")
    shown = page(client.get("/events/?year=2031&page=2"))
    assert len(titles(shown)) == 1
    assert [(link["href"], link.text) for link in shown.one("nav", class_="pager").all("a")] == [
        ("?year=2031&page=1", "Trước"),
        ("?year=2031&page=1", "1"),
        ("?year=2031&page=2", "2"),
    ]
    assert shown.one("title").text == "26 sự kiện · Năm: 2031 · trang 2 · Kho tư liệu sự kiện đối ngoại"


def test_drafts_and_withdrawn_events_are_in_no_list(client, call):
    for status in ("draft", "withdrawn"):
        a_commitment(an_event(status, status=status), "mở thêm một tuyến đường sắt", leaders=[a_leader("Kín Thử")])
    assert titles(page(client.get("/"))) == titles(page(client.get("/events/"))) == ["Cuộc điện đàm thử"]
    assert len(page(client.get("/commitments/")).all("li", class_="commitment")) == 3
    assert [row.text for row in page(client.get("/leaders/")).all("h3")] == ["Anna Mẫu", "Lê Thử Nghiệm"]


def test_a_commitment_in_the_list_says_who_by_which_act_what_and_where(client, call, nghiem):
    [row] = page(client.get(f"/en/commitments/?leader={nghiem.slug}")).all("li", class_="commitment")
    number = call.commitments.get(leaders=nghiem).pk
    quote = row.one("blockquote")
    assert (quote["lang"], quote.text, quote.one("a")["href"]) == (
        "vi",
        "mở rộng thương mại",
        f"/en/commitments/{number}/",
    )
    assert [part.text for part in row.all("p")] == [
        "Le Thu Nghiem propose machine-read",
        "Trade",
        "2 January 2031 · Cuộc điện đàm thử",
    ]
