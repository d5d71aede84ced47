"""What the timeline counts is what its links lead to."""

from datetime import date
from itertools import pairwise

import pytest
from django.http import QueryDict

from events.selection import EventSelection
from events.selection.facets import MOST
from events.timeline.marks import MOST_SIDES
from events.timeline.months import MOST_A_DAY, MOST_LASTING
from events.timeline.shapes import OTHER, SHAPES, shape_of
from events.timeline.timeline import MOST_YEARS
from events.timeline.years import MOST_A_MONTH
from tests.pages.html import page
from tests.records import a_commitment, a_kind, a_leader, a_topic, an_actor, an_archive, an_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive():
    """Calls and talks of three years, one event of several days through the end of a year, some without a day."""
    events = an_archive(14)
    an_event("visit", date(2031, 12, 30), ends_on=date(2032, 1, 2), kind=a_kind("state-visit", "Thăm", "State visit"))
    return events


def shown(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return page(response)


def listed(address):
    """How many events the list at the address has."""
    path, _, query = address.partition("?")
    assert path == "/en/events/"
    selection = EventSelection(QueryDict(query))
    assert selection.problems == []
    return selection.total


def numbers(document):
    """Each number of the page that leads to a list of events, with the address of the list."""
    links = document.one("main").all("a")
    counted = ((link["href"], link.text.split()[0]) for link in links if link["href"].startswith("/en/events/?"))
    return {address: int(text) for address, text in counted if text.isdigit()}


def texts(document, class_):
    return [element.text for element in document.all(class_=class_)]


# -- Numbers are the lengths of lists


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?kind=talks",
        "?kind=talks&kind=phone-call&country=XA",
        "?country=XA&country=VN",
        "?pair=VN-XA",
        "?topic=transport&leader=le-minh",
        "?year=2031",
        "?year=2030&year=2031&month=2031-02&month=2030-01",
        "?month=2031-02&month=unknown",
        "?day=2031-02-01",
        "?q=duong+sat",
        "?q=year:2031",
        "?review=machine&language=vi&act=propose",
    ],
)
def test_every_number_of_every_page_is_the_length_of_its_list(client, archive, query):
    pages = [f"/en/timeline/{query}", f"/en/timeline/2031/{query}", f"/en/timeline/2031/12/{query}"]
    counted = {address: number for one in pages for address, number in numbers(shown(client, one)).items()}
    assert counted
    assert {address: listed(address) for address in counted} == counted


def test_years_months_and_days_unknown_come_to_all_events(client, archive):
    document = shown(client, "/en/timeline/")
    assert [figure.text for figure in document.one("ul", class_="figures").all("a")] == [
        "15 events",
        "2 events whose day is not known",
    ]
    rows = document.one("table", id="years").one("tbody").all("tr")
    months = [[int(cell.text or 0) for cell in row.all("td")] for row in rows]
    assert [sum(row[:-1]) for row in months] == [row[-1] for row in months]
    assert sum(row[-1] for row in months) + 2 == 15


def test_names_zoom_in_and_out_and_keep_what_is_chosen(client, archive):
    [year] = [
        link for link in shown(client, "/timeline/?kind=talks").one("table", id="years").all("a") if link.text == "2031"
    ]
    assert year["href"] == "/timeline/2031/?kind=talks"
    document = shown(client, year["href"])
    assert document.one("p", class_="dateline").one("a")["href"] == "/timeline/?kind=talks"
    month = document.all("section", class_="month")[0].one("h2").all("a")[0]
    assert month["href"] == "/timeline/2031/2/?kind=talks"
    assert [link["href"] for link in shown(client, month["href"]).one("p", class_="dateline").all("a")] == [
        "/timeline/?kind=talks",
        "/timeline/2031/?kind=talks",
    ]


def test_chips_tell_what_is_chosen_and_give_it_up(client, archive):
    chips = shown(client, "/en/timeline/?kind=talks&month=unknown").one("ul", class_="chips").all("a")
    assert [(chip.text, chip["href"]) for chip in chips] == [
        ("Month: day not known × (remove)", "?kind=talks"),
        ("Kind: Talks × (remove)", "?month=unknown"),
        ("Remove all", "?"),
    ]


def test_what_is_not_understood_is_said(client, archive):
    notice = shown(client, "/en/timeline/?year=abc&month=2031-13&day=2031-02-30&page=99&kind=voi").one(class_="notice")
    assert [problem.text for problem in notice.all("p")] == [
        "“abc” is not a year; it was left out.",
        "“2031-13” is not a month, as 2026-01 is one; it was left out.",
        "“2031-02-30” is not a day, as 2026-01-26 is one; it was left out.",
        "There is no kind of event “voi”; it was left out.",
    ]


@pytest.mark.parametrize("address", ["/timeline/", "/timeline/2031/", "/timeline/2031/1/"])
def test_an_empty_archive_says_so(client, address):
    assert (
        shown(client, f"/en{address}").one("div", class_="empty").text.startswith(("The archive holds", "No event of"))
    )


def test_one_event_has_one_number_in_each_table(client):
    an_event(leaders=[a_leader(), a_leader("Anna Thử", an_actor("XA", "Nước A", "Country A"))])
    document = shown(client, "/en/timeline/")
    for name in ("years", "kind", "pair"):
        body = document.one("table", id=name).one("tbody")
        assert [cell.text for cell in body.all("td") if cell.text] == ["1", "1"]


def test_more_than_forty_years_are_told_by_decades(client):
    for year in range(1980, 1980 + MOST_YEARS + 1):
        an_event(f"nam-{year}", date(year, 5, 5))
    document = shown(client, "/en/timeline/")
    rows = document.one("table", id="years").one("tbody").all("tr")
    assert [row.one("th").text for row in rows] == ["2020–2029", "2010–2019", "2000–2009", "1990–1999", "1980–1989"]
    first = rows[0].all("td")[0]
    assert [(link.text, link["href"]) for link in first.all("a")] == [
        ("2020", "/en/timeline/2020/"),
        ("1", "/en/events/?year=2020"),
    ]


def test_an_event_of_the_first_millennium_is_led_to_as_well(client):
    an_event("xua", date(938, 12, 1))
    for address in ("/en/timeline/", "/en/timeline/938/", "/en/timeline/938/12/"):
        counted = numbers(shown(client, address))
        assert counted
        assert {each: listed(each) for each in counted} == counted


# -- One year


def test_a_month_shows_its_first_events_and_leads_to_all(client):
    for number in range(MOST_A_MONTH + 1):
        an_event(f"su-kien-{number}", date(2031, 1, 20 - number))
    [month] = shown(client, "/en/timeline/2031/").all("section", class_="month")
    assert texts(month, "days") == [str(day) for day in range(20 - MOST_A_MONTH, 20)]
    assert (month.one("p").text, month.one("p").one("a")["href"]) == (
        "All 9 events (January)",
        "/en/events/?month=2031-01",
    )


def test_the_years_before_and_after_are_those_that_have_events(client, archive):
    an_event("sau", date(2040, 1, 1))
    beside = shown(client, "/timeline/2032/").one("nav", class_="beside").all("a")
    assert [(link["rel"], link["href"]) for link in beside] == [
        ("prev", "/timeline/2031/"),
        ("next", "/timeline/2040/"),
    ]


@pytest.mark.parametrize(
    ("last", "days"), [(date(2031, 1, 30), "30"), (date(2031, 1, 31), "30–31"), (date(2031, 2, 2), "30 – 2 Feb")]
)
def test_an_event_tells_its_days_within_the_month(client, last, days):
    an_event(day=date(2031, 1, 30), ends_on=last)
    assert texts(shown(client, "/en/timeline/2031/"), "days") == [days]


def test_an_event_tells_its_kind_by_shape_and_name_and_its_first_sides(client):
    sides = [
        a_leader(f"Người {code}", an_actor(code, f"Nước {code}", f"Country {code}"))
        for code in ("XA", "XB", "XC", "XD")
    ]
    an_event(leaders=sides)
    document = shown(client, "/en/timeline/2031/")
    [mark] = document.one("ol", class_="marks").all("li")
    assert mark.one("use")["href"] == "#shape-phone-call"
    assert (texts(mark, "kind"), texts(mark, "sides")) == (["Phone call"], ["Country XA – Country XB – Country XC …"])
    assert len(sides) > MOST_SIDES
    assert {symbol["id"] for symbol in document.all("symbol")} == {"shape-phone-call"}


def test_every_kind_has_a_shape_of_its_own_and_those_of_staff_a_common_one():
    assert len(set(SHAPES.values())) == len(SHAPES)
    assert shape_of("talks") == "talks"
    assert shape_of("own") == OTHER


# -- One month


def days(document):
    """The days of the calendar that show something, each with the beginning of its entries."""
    cells = document.one("table", class_="calendar").all("td", class_="busy")
    return {cell.one(class_="day").text: [entry.one("a").text for entry in cell.all("li")] for cell in cells}


def test_the_calendar_has_a_column_for_each_day_of_the_week_from_monday(client):
    an_event(day=date(2031, 1, 2))
    table = shown(client, "/en/timeline/2031/1/").one("table", class_="calendar")
    assert [head.text for head in table.all("th", scope="col")] == [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]  # fmt: skip
    weeks = [[cell.text for cell in row.all("td")] for row in table.one("tbody").all("tr")]
    assert {len(week) for week in weeks} == {7}
    assert weeks[0][:2] == ["", ""]  # the first of January 2031 is a Wednesday
    assert weeks[0][2] == "1 Wednesday"
    assert weeks[-1][-2:] == ["", ""]


def test_an_event_of_several_days_stands_on_each_of_them_in_both_months(client, archive):
    visit = "Cuộc điện đàm thử"
    assert days(shown(client, "/en/timeline/2031/12/")) == {"30 Tuesday": [visit], "31 Wednesday": [visit]}
    january = shown(client, "/en/timeline/2032/1/")
    assert days(january) == {"1 Thursday": [visit], "2 Friday": [visit]}
    assert texts(january, "nth") == ["day 3 of 4", "day 4 of 4"]
    assert january.all("ul", class_="figures") == []


def test_the_months_before_and_after_are_those_in_which_events_began(client, archive):
    beside = shown(client, "/timeline/2031/12/?kind=talks").one("nav", class_="beside").all("a")
    assert [(link["rel"], link["href"]) for link in beside] == [
        ("prev", "/timeline/2031/8/?kind=talks"),
        ("next", "/timeline/2032/6/?kind=talks"),
    ]


def test_a_day_shows_some_events_and_leads_to_all(client):
    for number in range(MOST_A_DAY + 1):
        an_event(f"su-kien-{number}")
    [(day, entries)] = days(shown(client, "/en/timeline/2031/1/")).items()
    assert (day, len(entries)) == ("2 Thursday", MOST_A_DAY)
    assert numbers(shown(client, "/en/timeline/2031/1/")) == {"/en/events/?month=2031-01": MOST_A_DAY + 1}
    [more] = shown(client, "/en/timeline/2031/1/").one("table", class_="calendar").all("p", class_="onward")
    assert (more.text, more.one("a")["href"]) == (
        f"All {MOST_A_DAY + 1} events (2 January 2031)",
        "/en/events/?day=2031-01-02",
    )
    assert listed("/en/events/?day=2031-01-02") == MOST_A_DAY + 1


def test_a_day_of_publication_is_not_the_day_of_an_event(client):
    an_event(day=None, published_on=date(2031, 1, 2), published_precision="day", published_origin="printed")
    an_event("call")
    assert listed("/en/events/?day=2031-01-02") == 1


def test_of_very_many_visits_some_are_shown_and_it_is_said(client):
    for number in range(MOST_LASTING + 1):
        an_event(f"tham-{number}", date(2031, 1, 30), ends_on=date(2031, 2, 1))
    february = shown(client, "/en/timeline/2031/2/")
    assert [len(entries) for entries in days(february).values()] == [MOST_A_DAY]
    assert "Of events of several days, not all are shown on each of their days." in texts(february, "quiet")


# -- Whatever is asked for


@pytest.mark.parametrize(
    "address",
    ["0/", "0/13/", "2031/0/", "2031/13/", "99999/", "2031/1/1/", "02031/", "2031/01/", "-1/", "9" * 400 + "/", "x/"],
)
def test_an_address_that_is_no_time_is_no_page(client, address):
    assert client.get(f"/timeline/{address}").status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        "?" + "&".join(f"kind=k{number}&year={number}" for number in range(500)),
        "?month=0000-01&month=9999-12&day=9999-12-31&day=0001-01-01&month=%00",
        "?q=" + "x" * 5000,
        "?page=x&facet=month&facet_q=%ff&sort=nonsense&year=2031",
    ],
)
def test_any_query_string_is_answered(client, query):
    an_event()
    for address in ("", "1/", "9999/", "1/1/", "9999/12/", "2031/1/"):
        assert client.get(f"/timeline/{address}{query}").status_code == 200


def test_the_canonical_address_holds_what_is_chosen_and_nothing_else(client, archive):
    document = shown(client, "/timeline/2031/?kind=talks&page=3&foo=bar&facet=year")
    assert {link["hreflang"]: link["href"] for link in document.all("link", rel="alternate")} == {
        "vi": "http://testserver/timeline/2031/?kind=talks",
        "x-default": "http://testserver/timeline/2031/?kind=talks",
        "en": "http://testserver/en/timeline/2031/?kind=talks",
    }


# -- Ways in


def test_the_first_page_shows_topics_by_year_and_each_number_is_the_length_of_its_list(client, archive):
    table = shown(client, "/en/").one("table", id="topics-by-year")
    assert [head.text for head in table.one("thead").all("th")] == ["2030", "2031", "2032", "Total"]
    links = {link["href"]: int(link.text) for link in table.all("a") if "/events/" in link["href"]}
    assert len(links) > 9
    assert {address: listed(address) for address in links} == links


def test_an_empty_first_page_has_no_picture(client):
    assert shown(client, "/en/").all("table") == []


def test_a_page_about_somebody_leads_to_the_timeline_of_that(client):
    event = an_event(leaders=[a_leader()])
    a_commitment(event, "mở rộng thương mại", topics=[a_topic()])
    for address, query in [
        ("/leaders/le-thu-nghiem/", "leader=le-thu-nghiem"),
        ("/countries/VN/", "country=VN"),
        ("/topics/transport/", "topic=transport"),
    ]:
        links = [link["href"] for link in shown(client, address).one("main").all("a")]
        assert f"/timeline/?{query}" in links


def test_headings_of_a_page_of_the_timeline_leave_out_no_level(client, archive):
    levels = [int(e.tag[1]) for e in shown(client, "/timeline/2031/").all() if e.tag in ("h1", "h2", "h3")]
    assert [(upper, lower) for upper, lower in pairwise(levels) if lower > upper + 1] == []


def test_no_kind_is_left_out_of_the_table(client):
    for number in range(12):
        an_event(f"loai-{number}", kind=a_kind(f"k{number}", f"Loại {number}", f"Kind {number}"))
    assert len(shown(client, "/timeline/").one("table", id="kind").one("tbody").all("tr")) == 12 < MOST
