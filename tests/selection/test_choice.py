"""What is chosen, as a page shows it: chips, forms, addresses, headings."""

from datetime import date

import pytest
from django.http import QueryDict
from django.utils import translation

from events.addresses import claim
from events.models import Leader, LeaderAddress
from events.selection import Chip, Choice, CommitmentSelection, EventSelection
from tests.records import a_commitment, a_kind, a_leader, an_event

pytestmark = pytest.mark.django_db


def of(query):
    return EventSelection(QueryDict(query))


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def test_nothing_chosen():
    selection = of("")
    assert (selection.q, selection.sort, selection.chips, selection.hidden) == ("", "newest", [], [])
    assert (selection.is_filtered, selection.query, selection.words) == (False, "?", "0 events")


def test_each_thing_chosen_has_a_chip_that_gives_it_up():
    a_kind()
    selection = of("kind=phone-call&q=duong+sat&year=2025&year=2024&sort=oldest&page=7")
    assert selection.chips == [
        Chip("“duong sat”", "?year=2025&year=2024&kind=phone-call&sort=oldest", ""),
        Chip("2025", "?q=duong+sat&year=2024&kind=phone-call&sort=oldest", "Year"),
        Chip("2024", "?q=duong+sat&year=2025&kind=phone-call&sort=oldest", "Year"),
        Chip("Phone call", "?q=duong+sat&year=2025&year=2024&sort=oldest", "Kind"),
    ]


def test_giving_up_the_only_choice_leaves_an_empty_query():
    assert of("year=2025").chips == [Chip("2025", "?", "Year")]


def test_a_form_keeps_what_is_chosen_beside_the_words():
    selection = of("year=2025&q=sat&sort=oldest&page=3&utm_source=x")
    assert selection.hidden == [("year", "2025"), ("sort", "oldest")]


def test_the_same_choice_has_one_address():
    a_kind()
    assert of("kind=phone-call&year=2025&q=s%E1%BA%AFt&page=2&x=y&year=2025&sort=relevance").query == (
        "?q=s%E1%BA%AFt&year=2025&kind=phone-call"
    )
    assert of("kind=phone-call&year=2025&page=2&x=y&year=2025&sort=newest").query == "?year=2025&kind=phone-call"


def test_the_usual_order_leaves_no_trace_in_the_address():
    assert of("year=2025&sort=oldest").sorts == [
        Choice("newest", "Newest first", None, False, "?year=2025"),
        Choice("oldest", "Oldest first", None, True, "?year=2025&sort=oldest"),
        Choice("most", "Most commitments first", None, False, "?year=2025&sort=most"),
    ]


def test_with_words_the_best_match_comes_first_unless_another_order_is_chosen():
    assert [(choice.value, choice.is_chosen, choice.query) for choice in of("q=sat").sorts] == [
        ("relevance", True, "?q=sat"),
        ("newest", False, "?q=sat&sort=newest"),
        ("oldest", False, "?q=sat&sort=oldest"),
        ("most", False, "?q=sat&sort=most"),
    ]


def test_without_words_there_is_no_best_match_and_the_page_says_so():
    selection = of("sort=relevance")
    assert (selection.sort, selection.query) == ("newest", "?")
    assert selection.problems == ["Without words there is no best match; the newest come first."]


def test_an_order_is_no_filter():
    assert of("sort=oldest").is_filtered is False


def test_a_selection_is_described_in_words():
    an_event("one", date(2025, 1, 1), leaders=[a_leader("Lê Minh", name_latin="Le Minh")])
    an_event("two", date(2025, 2, 1))
    assert of("").words == "2 events"
    assert of("year=2025&kind=phone-call").words == "2 events · Year: 2025 · Kind: Phone call"
    assert of("leader=le-minh&q=sat").words == "1 event · “sat” · Leader: Le Minh"
    assert CommitmentSelection(QueryDict("year=2025")).words == "0 commitments · Year: 2025"


@pytest.mark.parametrize("selection_of", [EventSelection, CommitmentSelection])
@pytest.mark.parametrize("query", ["leader=le-cu", "leader=le-cu&leader=le-moi", "leader=le-moi&leader=le-cu"])
def test_a_leader_is_found_by_an_old_slug_and_named_by_the_present_one(selection_of, query):
    leader = a_leader("Lê Cũ")
    claim(leader, "le-moi")
    leader.save()
    a_commitment(an_event(leaders=[leader]), "mở rộng thương mại", leaders=[leader])
    selection = selection_of(QueryDict(query))
    assert (selection.total, selection.problems, selection.query) == (1, [], "?leader=le-moi")
    assert selection.chips == [Chip("Lê Cũ", "?", "Leader")]


def test_the_present_slug_of_a_leader_comes_before_the_old_one_of_another():
    a_leader("Lê Thử")
    LeaderAddress.objects.create(slug="tran-thu", leader=a_leader("Lê Thử"))
    Leader.objects.create(slug="tran-thu", name="Trần Thử")
    assert of("leader=tran-thu").chips == [Chip("Trần Thử", "?", "Leader")]
