"""Pages of a selection, and the number of queries that one costs."""

from datetime import date, timedelta

import pytest
from django.http import QueryDict
from django.utils import translation

from events.models import Commitment
from events.selection import CommitmentSelection, EventSelection
from tests.records import an_archive, an_event

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


def show(selection):
    """Touch all that a page shows."""
    shown = [selection.total, selection.problems, selection.chips, selection.hidden, selection.sorts, selection.words]
    return [*shown, *selection.facets, *selection.page, selection.page.elided]


def show_events(query):
    for event in show(EventSelection(QueryDict(query)))[6:]:
        if hasattr(event, "slug"):
            _ = (event.kind.name, event.commitment_count)
            _ = [(part.leader.display_name, part.actor.name) for part in event.participations.all()]


def show_commitments(query):
    for commitment in show(CommitmentSelection(QueryDict(query)))[6:]:
        if isinstance(commitment, Commitment):
            _ = (commitment.quote, commitment.act.name, commitment.event.title, commitment.event.kind.name)
            for related in [commitment.leaders, commitment.actors, commitment.topics]:
                _ = [str(row) for row in related.all()]


ALL_OF_EVENTS = "q=duong+sat&year=2030&topic=transport&topic=trade&leader=le-minh&country=VN&kind=phone-call&page=1"
ALL_OF_COMMITMENTS = "q=mo&year=2030&topic=trade&leader=le-minh&country=VN&act=agree&act=propose"


@pytest.mark.parametrize("number", [1, 30])
def test_a_page_of_events_costs_ten_queries(number, django_assert_num_queries):
    an_archive(number)
    with django_assert_num_queries(10):
        show_events("")


@pytest.mark.parametrize("number", [1, 30])
def test_a_page_of_chosen_events_costs_one_query_more_for_words_and_for_each_parameter(
    number, django_assert_num_queries
):
    an_archive(number)
    with django_assert_num_queries(15):
        show_events(ALL_OF_EVENTS)


@pytest.mark.parametrize("number", [1, 30])
def test_a_page_of_commitments_costs_ten_queries(number, django_assert_num_queries):
    an_archive(number)
    with django_assert_num_queries(10):
        show_commitments("")


@pytest.mark.parametrize("number", [1, 30])
def test_a_page_of_chosen_commitments_costs_one_query_more_for_words_and_for_each_parameter(
    number, django_assert_num_queries
):
    an_archive(number)
    with django_assert_num_queries(15):
        show_commitments(ALL_OF_COMMITMENTS)
