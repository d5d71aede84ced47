"""Which commitments a query string selects."""

from datetime import date

import pytest
from django.http import QueryDict

from events.models import Commitment, Event
from events.selection import CommitmentSelection
from tests.records import a_commitment, a_leader, a_topic, an_act, an_actor, an_event

pytestmark = pytest.mark.django_db


def selected(query):
    """The quotes that the query string selects, in order."""
    return [commitment.quote for commitment in CommitmentSelection(QueryDict(query)).rows]


@pytest.fixture
def four_commitments():
    """Two of 2031, two of 2032, their quotes numbered in the order of time and text."""
    body = "Một một. Hai hai. Ba ba."
    minh, anna = a_leader("Lê Minh"), a_leader("Anna Thử", actor=an_actor("XA", "Nước A", "Country A"))
    early = an_event("early", date(2031, 1, 2), body=body)
    late = an_event("late", date(2032, 3, 4), body=body)
    a_commitment(early, "Hai hai", leaders=[minh], actors=[minh.actor], topics=[a_topic()])
    a_commitment(early, "Một một", leaders=[minh, anna], actors=[minh.actor, anna.actor])
    a_commitment(late, "Ba ba", an_act("propose"), leaders=[anna], actors=[anna.actor], topics=[a_topic("trade")])
    a_commitment(late, "Hai", topics=[a_topic(), a_topic("trade")])


@pytest.mark.parametrize(
    ("query", "quotes"),
    [
        ("", ["Hai", "Ba ba", "Một một", "Hai hai"]),
        ("sort=oldest", ["Một một", "Hai hai", "Hai", "Ba ba"]),
        ("year=2031", ["Một một", "Hai hai"]),
        ("leader=le-minh", ["Một một", "Hai hai"]),
        ("leader=le-minh&leader=anna-thu", ["Ba ba", "Một một", "Hai hai"]),
        ("country=XA", ["Ba ba", "Một một"]),
        ("act=propose", ["Ba ba"]),
        ("act=propose&act=agree&topic=trade", ["Hai", "Ba ba"]),
        ("topic=transport&topic=trade", ["Hai", "Ba ba", "Hai hai"]),
        ("topic=transport&leader=le-minh&year=2031&act=agree&country=VN", ["Hai hai"]),
        ("topic=trade&year=2031", []),
    ],
)
def test_values_of_one_parameter_widen_and_parameters_narrow(four_commitments, query, quotes):
    assert selected(query) == quotes


@pytest.mark.parametrize("review", ["rejected", "retired"])
def test_only_standing_commitments_are_selected(four_commitments, review):
    Commitment.objects.filter(quote="Ba ba").update(review=review)
    assert selected("") == ["Hai", "Một một", "Hai hai"]


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_only_commitments_of_published_events_are_selected(four_commitments, status):
    Event.objects.filter(slug="late").update(status=status)
    assert selected("") == ["Một một", "Hai hai"]


def test_a_commitment_that_has_lost_its_place_comes_last_in_its_event(four_commitments):
    Commitment.objects.filter(quote="Một một").update(start=None, end=None)
    assert selected("year=2031") == ["Hai hai", "Một một"]
    assert selected("year=2031&sort=oldest") == ["Hai hai", "Một một"]
