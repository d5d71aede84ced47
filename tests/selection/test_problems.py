"""What a query string says that means nothing: it is left out, and the page says so."""

import pytest
from django.http import QueryDict
from django.utils import translation

from events.selection import CommitmentSelection, EventSelection
from events.selection.problems import shown
from tests.records import a_topic, an_actor, an_event

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def problems(query, of=EventSelection):
    return of(QueryDict(query)).problems


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("year=abc", "“abc” is not a year; it was left out."),
        ("year=0", "“0” is not a year; it was left out."),
        ("year=-2025", "“-2025” is not a year; it was left out."),
        ("year=%C2%B2%C2%B2%C2%B2%C2%B2", "“²²²²” is not a year; it was left out."),
        ("year=99999999999999999999", "“99999999999999999999” is not a year; it was left out."),
        ("topic=nonsense", "There is no topic “nonsense”; it was left out."),
        ("topic=%00", "There is no topic “�”; it was left out."),
        ("leader=x", "There is no leader “x”; it was left out."),
        ("country=x", "There is no country or organisation “x”; it was left out."),
        ("kind=x", "There is no kind of event “x”; it was left out."),
        ("sort=x", "“x” is not an order; it was left out."),
        ("sort=newest&sort=oldest", "One order is used at a time; “newest” was left out."),
        ("q=first&q=second", "One search is made at a time; “first” was left out."),
        ("page=abc", "There is no page “abc”; this is page 1."),
        ("page=99", "There is no page “99”; this is page 1."),
        ("page=-1", "There is no page “-1”; this is page 1."),
        ("page=0", "There is no page “0”; this is page 1."),
    ],
)
def test_what_means_nothing_is_told_in_a_sentence(query, problem):
    selection = EventSelection(QueryDict(query))
    assert selection.problems == [problem]
    assert list(selection.page) == []


@pytest.mark.parametrize("of", [EventSelection, CommitmentSelection])
@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("act=x", "There is no act “x”; it was left out."),
        ("pair=VN", "“VN” are not two countries or organisations; it was left out."),
        ("pair=VN-VN", "“VN-VN” are not two countries or organisations; it was left out."),
        ("outlet=x", "There is no outlet “x”; it was left out."),
        ("language=xx", "Nothing is in the language “xx”; it was left out."),
        ("review=rejected", "“rejected” is not a state of review; it was left out."),
    ],
)
def test_every_facet_says_what_it_does_not_know(of, query, problem):
    an_actor()
    assert problems(query, of) == [problem]


@pytest.mark.parametrize("query", ["", "year=&topic=&q=&sort=&page=", "q=+++", "utm_source=x&%00=1", "page=1"])
def test_empty_and_foreign_parameters_are_no_problem(query):
    assert problems(query) == []


def test_what_is_understood_stands_beside_what_is_not():
    a_topic()
    an_event()
    selection = EventSelection(QueryDict("topic=nonsense&topic=transport&year=abc&year=2031"))
    assert [chip.label for chip in selection.chips] == ["2031", "Transport"]
    assert selection.problems == [
        "“abc” is not a year; it was left out.",
        "There is no topic “nonsense”; it was left out.",
    ]


def test_many_unknown_values_are_told_in_a_few_sentences():
    assert problems("&".join(f"topic=t{i}" for i in range(1000))) == [
        "There is no topic “t0”; it was left out.",
        "There is no topic “t1”; it was left out.",
        "There is no topic “t2”; it was left out.",
        "997 more values were left out.",
    ]


def test_fifty_values_of_a_parameter_are_used():
    selection = EventSelection(QueryDict("&".join(f"year={year}" for year in range(2000, 2051))))
    assert len(selection.chips) == 50
    assert selection.problems == ["1 more value was left out."]


def test_a_value_is_quoted_short_and_in_characters_that_can_be_sent():
    assert shown("a" * 10_000) == "a" * 40 + "…"
    assert shown("a\x00\ud800\N{RIGHT-TO-LEFT OVERRIDE}\nb") == "a����b"


def test_per_cent_signs_and_markup_are_quoted_as_they_are():
    assert problems("year=%25(x)s%25d<b>") == ["“%(x)s%d<b>” is not a year; it was left out."]
