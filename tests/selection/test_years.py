"""The bars of years above a list."""

from datetime import date

import pytest
from django.http import QueryDict

from events.selection import CommitmentSelection, EventSelection
from events.selection.years import MOST_BARS, TALLEST
from tests.pages.html import page
from tests.records import a_commitment, a_kind, an_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def years():
    """Four events of 2031, one of 2033 and one of 2040, of which all but that are calls."""
    for number in range(4):
        an_event(f"call-{number}", date(2031, 1 + number, 1))
    a_commitment(an_event("later", date(2033, 1, 1)), "mở rộng thương mại")
    an_event("talks", date(2040, 1, 1), kind=a_kind("talks", "Hội đàm", "Talks"))
    an_event("undated", None)


def bars(query="", selection_of=EventSelection):
    return selection_of(QueryDict(query)).histogram.bars


def test_each_year_is_a_bar_as_high_as_it_has_rows_and_gaps_are_shown(years):
    assert [(bar.label, bar.words, bar.height, bar.query) for bar in bars()] == [
        ("2040", "2040: 1 sự kiện", 5, "?year=2040"),
        ("⋯", "2034–2039: 0 sự kiện", 0, ""),
        ("2033", "2033: 1 sự kiện", 5, "?year=2033"),
        ("2032", "2032: 0 sự kiện", 0, ""),
        ("2031", "2031: 4 sự kiện", TALLEST, "?year=2031"),
    ]


def test_each_bar_leads_to_as_many_rows_as_it_tells(years):
    for query in (
        "",
        "kind=phone-call",
        "year=2031",
        "year=2031&month=2031-02",
        "day=2033-01-01",
        "q=duong",
        "month=unknown",
    ):
        for bar in bars(query):
            if bar.query and not bar.is_chosen:
                assert EventSelection(QueryDict(bar.query[1:])).total == bar.count


def test_the_bars_are_as_without_the_choice_of_a_time_and_a_chosen_one_gives_it_up(years):
    assert [bar.count for bar in bars("year=2031&month=2031-02")] == [1, 0, 1, 0, 4]
    chosen = [bar for bar in bars("kind=phone-call&year=2031") if bar.is_chosen]
    assert [(bar.label, bar.query) for bar in chosen] == [("2031", "?kind=phone-call")]


def test_commitments_have_bars_of_their_own(years):
    a_commitment(an_event("more", date(2034, 1, 1)), "mở rộng thương mại")
    assert [bar.words for bar in bars(selection_of=CommitmentSelection)] == ["2034: 1 cam kết", "2033: 1 cam kết"]


def test_many_years_are_told_by_decades(db):
    for year in range(1990, 1990 + MOST_BARS + 1):
        an_event(f"nam-{year}", date(year, 1, 1))
    assert [bar.words for bar in bars()][:2] == ["2030–2039: 1 sự kiện", "2020–2029: 10 sự kiện"]
    assert EventSelection(QueryDict(bars()[1].query[1:])).total == 10


def test_an_outlier_does_not_stretch_the_picture(years):
    an_event("xua", date(1204, 1, 1))
    assert [bar.label for bar in bars()][-2:] == ["⋯", "1204"]
    assert len(bars()) == 7


def test_of_very_many_decades_the_latest_are_shown_and_the_others_counted(db):
    for year in range(1000, 1000 + 20 * (MOST_BARS + 3), 20):
        an_event(f"nam-{year}", date(year, 1, 1))
    histogram = EventSelection(QueryDict("")).histogram
    shown = sum(bar.count for bar in histogram.bars)
    assert len(histogram.bars) == MOST_BARS
    assert histogram.earlier == (f"{MOST_BARS + 3 - shown} sự kiện", "?facet=year#facet-year")


def test_one_year_is_nothing_to_choose_from(client):
    an_event()
    assert page(client.get("/events/")).all("nav", class_="histogram") == []


def test_a_list_shows_the_bars_as_links_and_marks_the_chosen_one(client, years):
    shown = page(client.get("/en/events/?year=2031")).one("nav", class_="histogram")
    links = shown.one("ol").all("a")
    assert [(link["aria-label"], link["href"], link["rel"], link.attributes.get("aria-current")) for link in links] == [
        ("2040: 1 event", "?year=2040", "nofollow", None),
        ("2033: 1 event", "?year=2033", "nofollow", None),
        ("2031: 4 events", "?", "nofollow", "true"),
    ]
    assert [link["href"] for link in shown.one("p").all("a")] == ["/en/timeline/?year=2031"]


@pytest.mark.parametrize("query", ["month=unknown", "month=2031-02", "day=2031-02-01", "month=2031-02&month=2033-01"])
def test_months_and_days_choose_events_and_commitments(years, query):
    found = EventSelection(QueryDict(query))
    assert (found.total, found.query, found.problems) == (query.count("="), f"?{query}", [])


def test_months_and_days_are_not_offered_beside_a_list(years):
    selection = EventSelection(QueryDict("month=2031-02&facet=month"))
    assert {"month", "day"} & {facet.parameter for facet in selection.facets} == set()
    assert selection.has_open_facet is False
