"""What belongs to staff, and what they do to records."""

import pytest
from django.utils.translation import override

from events.editing import (
    READ_OF_COMMITMENT,
    confirm_events,
    field_label,
    hand_back,
    own,
    review_commitments,
    set_status,
)
from events.models import Commitment, Event
from tests.records import a_commitment, an_event

pytestmark = pytest.mark.django_db

Review = Commitment.Review


def test_only_fields_that_a_reading_writes_become_staffs():
    event = an_event()
    own(event, ["place", "status", "slug", "participations"])
    assert event.staff_fields == ["participations", "place"]


def test_the_passage_and_its_place_are_owned_together():
    commitment = a_commitment(an_event(), "mở rộng thương mại")
    own(commitment, ["start", "topics"])
    assert commitment.staff_fields == ["quote", "start", "topics"]


def test_all_of_a_confirmed_commitment_is_staffs():
    commitment = a_commitment(an_event(), "mở rộng thương mại", review=Review.CONFIRMED)
    own(commitment, ["review"])
    assert commitment.staff_fields == sorted(READ_OF_COMMITMENT)


def test_a_field_handed_back_is_the_machines_and_unconfirms_the_record():
    event = an_event(review=Event.Review.CONFIRMED, staff_fields=["place", "title"])
    hand_back(event, ["title"])
    assert (event.staff_fields, event.review) == (["place"], "machine")


def test_handing_back_nothing_leaves_a_record_confirmed():
    event = an_event(review=Event.Review.CONFIRMED, staff_fields=["title"])
    hand_back(event, [])
    assert (event.staff_fields, event.review) == (["title"], "confirmed")


def test_owned_fields_are_named_in_words():
    event = an_event()
    with override("en"):
        assert [field_label(event, name) for name in ("starts_on", "participations")] == ["First day", "Participations"]


def test_commitments_are_confirmed_and_become_staffs():
    commitment = a_commitment(an_event(), "mở rộng thương mại")
    assert review_commitments([commitment], Review.CONFIRMED) == []
    commitment.refresh_from_db()
    assert (commitment.review, commitment.staff_fields) == ("confirmed", sorted(READ_OF_COMMITMENT))


def test_an_unanchored_commitment_cannot_be_confirmed():
    commitment = a_commitment(an_event(), "mở rộng thương mại")
    Commitment.objects.update(start=None, end=None)
    commitment.refresh_from_db()
    assert review_commitments([commitment], Review.CONFIRMED) == [commitment]
    assert Commitment.objects.get().review == "machine"


def test_a_rejected_commitment_is_not_confirmed_over_one_that_stands_at_its_passage():
    event = an_event()
    rejected = a_commitment(event, "mở rộng thương mại", review=Review.REJECTED)
    a_commitment(event, "mở rộng thương mại")
    assert review_commitments([rejected], Review.CONFIRMED) == [rejected]


def test_rejecting_keeps_the_state_before():
    commitment = a_commitment(an_event(), "mở rộng thương mại")
    Commitment.history.all().delete()
    review_commitments([commitment], Review.REJECTED)
    assert [entry.review for entry in commitment.history.order_by("history_id")] == ["machine", "rejected"]


def test_a_reviewed_commitment_changes_its_event():
    event = an_event()
    commitment = a_commitment(event, "mở rộng thương mại")
    review_commitments([commitment], Review.REJECTED)
    assert Event.objects.get().updated_at > event.updated_at


def test_withdrawing_counts_the_events_that_were_not_withdrawn_yet():
    event, withdrawn = an_event("mot"), an_event("hai", status=Event.Status.WITHDRAWN)
    Event.history.all().delete()
    assert set_status([event, withdrawn], Event.Status.WITHDRAWN) == 1
    assert [entry.status for entry in event.history.order_by("history_id")] == ["published", "withdrawn"]


def test_confirming_an_event_makes_what_was_read_of_it_staffs():
    event = an_event()
    assert confirm_events([event]) == 1
    event.refresh_from_db()
    assert (event.review, "body" in event.staff_fields, "status" in event.staff_fields) == ("confirmed", True, False)
