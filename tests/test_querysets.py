"""Questions about many rows."""

from datetime import date

import pytest

from events.models import Commitment, Event
from tests.records import a_commitment, an_event

pytestmark = pytest.mark.django_db


def test_readers_see_published_events():
    for status in ["draft", "published", "withdrawn"]:
        an_event(status, status=status)
    assert [event.slug for event in Event.objects.published()] == ["published"]


def test_readers_see_standing_commitments_of_published_events():
    event, draft = an_event(), an_event("draft", status="draft")
    for review in ["machine", "confirmed", "rejected", "retired"]:
        a_commitment(event, event.body[: 5 + len(review)], review=review)
    a_commitment(draft, "đường sắt")
    assert {commitment.review for commitment in Commitment.objects.published()} == {"machine", "confirmed"}
    assert Commitment.objects.standing().count() == 3


def test_a_standing_commitment_without_its_place_is_unanchored():
    event = an_event()
    lost, rejected = a_commitment(event, "tuyến"), a_commitment(event, "đường", review="rejected")
    a_commitment(event, "sắt")
    Commitment.objects.filter(pk__in=[lost.pk, rejected.pk]).update(start=None, end=None)
    assert list(Commitment.objects.unanchored()) == [lost]


@pytest.fixture
def in_time():
    """Four events in the order of time: one without a day, two of the same day, a later one."""
    undated = an_event("undated", None)
    late = an_event("late", date(2032, 1, 1))
    return [undated, an_event("same-1"), an_event("same-2"), late]


def test_the_newest_first_is_the_reverse_of_the_oldest_first(in_time):
    assert list(Event.objects.oldest_first()) == in_time
    assert list(Event.objects.newest_first()) == in_time[::-1]


def test_an_event_without_a_day_stands_where_it_was_published():
    later, reported = an_event("later", date(2031, 7, 1)), an_event("reported", None, published_on=date(2031, 6, 1))
    earlier = an_event("earlier", date(2031, 5, 1))
    assert list(Event.objects.oldest_first()) == [earlier, reported, later]


def test_a_list_of_events_leaves_the_texts_in_the_database():
    an_event()
    assert Event.objects.for_list().get().get_deferred_fields() == {"body"}
