"""Which events a query string selects."""

from datetime import date

import pytest
from django.http import QueryDict

from events.models import Event
from events.selection import EventSelection
from tests.records import BODY, a_commitment, a_kind, a_leader, a_topic, an_actor, an_event

pytestmark = pytest.mark.django_db

RAILWAY = "mở thêm một tuyến đường sắt"
TRADE = "mở rộng thương mại"


def selected(query):
    """The slugs of the events that the query string selects, in order."""
    return [event.slug for event in EventSelection(QueryDict(query)).rows]


@pytest.fixture
def three_events():
    """A call of 2031 about transport, talks of 2032 about trade, and a call without a day or a commitment."""
    minh, anna = a_leader("Lê Minh"), a_leader("Anna Thử", actor=an_actor("XA", "Nước A", "Country A"))
    call = an_event("call", date(2031, 1, 2), leaders=[minh, anna])
    talks = an_event("talks", date(2032, 3, 4), leaders=[minh], kind=a_kind("talks", "Hội đàm", "Talks"))
    an_event("undated", None)
    a_commitment(call, RAILWAY, topics=[a_topic()])
    a_commitment(talks, TRADE, topics=[a_topic("trade", "Thương mại", "Trade")])


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("", ["talks", "call", "undated"]),
        ("sort=newest", ["talks", "call", "undated"]),
        ("sort=oldest", ["undated", "call", "talks"]),
        ("year=2031", ["call"]),
        ("year=2031&year=2032", ["talks", "call"]),
        ("year=2030", []),
        ("topic=transport", ["call"]),
        ("topic=transport&topic=trade", ["talks", "call"]),
        ("leader=le-minh", ["talks", "call"]),
        ("leader=anna-thu", ["call"]),
        ("leader=anna-thu&leader=le-minh", ["talks", "call"]),
        ("country=XA", ["call"]),
        ("country=VN", ["talks", "call"]),
        ("kind=talks", ["talks"]),
        ("kind=talks&kind=phone-call", ["talks", "call", "undated"]),
        ("country=VN&kind=phone-call", ["call"]),
        ("topic=trade&year=2031", []),
    ],
)
def test_values_of_one_parameter_widen_and_parameters_narrow(three_events, query, slugs):
    assert selected(query) == slugs


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_only_published_events_are_selected(three_events, status):
    Event.objects.filter(slug="talks").update(status=status)
    assert selected("") == ["call", "undated"]
    assert selected("topic=trade") == []


@pytest.mark.parametrize("review", ["rejected", "retired"])
def test_a_commitment_that_does_not_stand_gives_its_event_no_topic(three_events, review):
    Event.objects.get(slug="talks").commitments.update(review=review)
    assert selected("topic=trade") == []


def test_events_of_one_day_are_in_the_order_of_their_import(db):
    for slug in ["first", "second", "third"]:
        an_event(slug)
    assert selected("") == ["third", "second", "first"]
    assert selected("sort=oldest") == ["first", "second", "third"]


def test_an_event_is_selected_once_whatever_fits_twice(db):
    minh, hoa = a_leader("Lê Minh"), a_leader("Trần Hoa")
    event = an_event("call", leaders=[minh, hoa])
    a_commitment(event, RAILWAY, topics=[a_topic(), a_topic("trade")])
    a_commitment(event, TRADE, topics=[a_topic()])
    assert selected("leader=le-minh&leader=tran-hoa&country=VN&topic=transport&topic=trade") == ["call"]


def test_each_event_counts_its_standing_commitments(three_events):
    call = Event.objects.get(slug="call")
    a_commitment(call, TRADE, review="rejected")
    counts = {event.slug: event.commitment_count for event in EventSelection(QueryDict("")).rows}
    assert counts == {"call": 1, "talks": 1, "undated": 0}


def test_words_narrow_together_with_the_facets(three_events):
    an_event("other", date(2031, 5, 5), body=BODY.replace("đường sắt", "đường bộ"))
    assert selected("q=duong+sat&year=2031") == ["call"]
