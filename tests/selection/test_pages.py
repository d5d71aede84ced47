"""Pages of a selection, and the number of queries that one costs."""

from datetime import date, timedelta

import pytest
from django.http import QueryDict
from django.utils import translation

from events.catalogue import current
from events.selection import CommitmentSelection, EventSelection
from tests.records import a_commitment, an_archive, an_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def sixty_events():
    for i in range(60):
        an_event(f"event-{i}", date(2031, 1, 1) + timedelta(days=i))


@pytest.mark.parametrize(
    ("asked", "number", "first", "length"),
    [
        ("", 1, "event-59", 25),
        ("2", 2, "event-34", 25),
        ("3", 3, "event-9", 10),
        ("4", 3, "event-9", 10),
        ("9" * 5000, 1, "event-59", 25),
        ("9" * 4000, 3, "event-9", 10),
        ("0", 1, "event-59", 25),
        ("-7", 1, "event-59", 25),
        ("two", 1, "event-59", 25),
        ("1.5", 1, "event-59", 25),
    ],
)
def test_a_page_has_twenty_five_events_and_the_nearest_is_shown(sixty_events, asked, number, first, length):
    page = EventSelection(QueryDict(f"page={asked}")).page
    assert (page.number, page[0].slug, len(page)) == (number, first, length)


def test_the_last_page_asked_for_is_shown(sixty_events):
    assert EventSelection(QueryDict("page=1&page=2")).page.number == 2


def test_a_page_that_is_not_there_is_a_problem(sixty_events):
    with translation.override("en"):
        assert EventSelection(QueryDict("page=4")).problems == ["There is no page “4”; this is page 3."]
        assert EventSelection(QueryDict("page=3")).problems == []


def test_a_page_knows_which_numbers_to_show(db):
    for i in range(26):
        an_event(f"event-{i}")
    assert EventSelection(QueryDict("")).page.elided == [1, 2]


def test_the_total_is_of_all_pages(sixty_events):
    assert EventSelection(QueryDict("page=2")).total == 60


def test_a_page_has_fifty_commitments(db):
    assert CommitmentSelection(QueryDict("")).page.paginator.per_page == 50


def shown(selection_of, query):
    """All that a page shows."""
    selection = selection_of(QueryDict(query))
    shown = [selection.total, selection.problems, selection.chips, selection.hidden, selection.sorts, selection.words]
    return [*shown, *selection.facets, *selection.page, selection.page.elided]


ALL_OF_EVENTS = "q=duong+sat&year=2030&topic=transport&topic=trade&leader=le-minh&country=VN&kind=phone-call&page=1"
ALL_OF_COMMITMENTS = "q=mo&year=2030&topic=trade&leader=le-minh&country=VN&act=agree&act=propose"


@pytest.mark.parametrize("number", [1, 30])
@pytest.mark.parametrize(
    ("selection_of", "query", "cost"),
    [
        (EventSelection, "", 3),
        (EventSelection, "sort=most", 3),
        (EventSelection, ALL_OF_EVENTS, 13),
        (EventSelection, "leader=x", 4),
        (EventSelection, "facet=leader&facet_q=le", 3),
        (CommitmentSelection, "", 6),
        (CommitmentSelection, ALL_OF_COMMITMENTS, 12),
    ],
)
def test_a_page_asks_for_the_generation_and_for_its_rows_whatever_is_chosen(
    number, selection_of, query, cost, django_assert_num_queries
):
    """Words cost those of the search, as many for many rows; a leader whom nobody knows by that name one."""
    an_archive(number)
    current()
    with django_assert_num_queries(cost):
        shown(selection_of, query)


def test_a_page_past_many_costs_as_much_as_the_first(sixty_events, django_assert_num_queries):
    current()
    with django_assert_num_queries(3):
        assert [row.slug for row in EventSelection(QueryDict("page=3")).page] == [
            f"event-{n}" for n in range(9, -1, -1)
        ]


def test_all_rows_are_walked_through_in_order_some_at_a_time(sixty_events):
    rows = EventSelection(QueryDict("sort=oldest")).rows
    assert [row.slug for row in rows] == [f"event-{number}" for number in range(60)]
    assert (rows[3].slug, rows[-1].slug, [row.slug for row in rows[4:8:2]]) == (
        "event-3", "event-59", ["event-4", "event-6"],
    )  # fmt: skip
    assert (rows[70:], rows[5:5]) == ([], [])


def test_most_commitments_come_first_and_then_the_newest():
    events = an_archive(9)
    commitments = {event.slug: event.commitments.count() for event in events}
    assert sorted(set(commitments.values())) == [0, 2]
    newest = [row.slug for row in EventSelection(QueryDict("")).rows]
    most = [row.slug for row in EventSelection(QueryDict("sort=most")).rows]
    assert most == sorted(newest, key=lambda slug: -commitments[slug])


def test_a_day_with_more_than_a_page_is_cut_in_the_right_places():
    for number in range(60):
        an_event(f"event-{number}")
    pages = [EventSelection(QueryDict(f"page={page}")).page for page in (1, 2, 3)]
    assert [row.slug for page in pages for row in page] == [f"event-{number}" for number in range(59, -1, -1)]
    oldest = [EventSelection(QueryDict(f"sort=oldest&page={page}")).page for page in (1, 2, 3)]
    assert [row.slug for page in oldest for row in page] == [f"event-{number}" for number in range(60)]


def test_pages_of_commitments_are_cut_within_a_day_and_within_an_event():
    body = " ".join(f"mở tuyến {number}." for number in range(60))
    for slug in ("first", "second"):
        event = an_event(slug, body=body)
        for number in reversed(range(60)):
            a_commitment(event, f"mở tuyến {number}.")
    pages = [CommitmentSelection(QueryDict(f"page={page}")).page for page in (1, 2, 3)]
    assert [row.quote for page in pages for row in page] == 2 * [f"mở tuyến {number}." for number in range(60)]
    assert [row.event.address for row in pages[1]] == 10 * ["/events/second/"] + 40 * ["/events/first/"]
