"""What is kept of each change."""

import pytest

from events.history import keep_baseline, one_change
from events.models import Commitment
from tests.records import a_commitment, a_topic, an_event

pytestmark = pytest.mark.django_db


def imported(*commitments):
    """Forget the history that saving one by one has written: imports write rows in bulk, without it."""
    Commitment.history.filter(id__in=[commitment.pk for commitment in commitments]).delete()


def told(commitment):
    """Each entry of the history, oldest first: its sort, its reason, the cue and the topics."""
    return [
        (
            entry.history_type,
            entry.history_change_reason,
            entry.cue,
            sorted(link.topic.slug for link in entry.topics.all()),
        )
        for entry in commitment.history.order_by("history_id")
    ]


def test_the_state_before_the_first_change_is_kept_with_its_topics():
    commitment = a_commitment(an_event(), "mở rộng thương mại", topics=[a_topic("trade")], cue="đề nghị")
    imported(commitment)
    commitment.cue = "mong muốn"
    keep_baseline(commitment)
    commitment.save()
    assert told(commitment) == [
        ("+", "baseline", "đề nghị", ["trade"]),
        ("~", None, "mong muốn", ["trade"]),
    ]


def test_the_baseline_names_nobody(admin_user):
    commitment = a_commitment(an_event(), "mở rộng thương mại")
    imported(commitment)
    commitment._history_user = admin_user
    keep_baseline(commitment)
    assert commitment.history.get().history_user is None


def test_a_record_with_a_history_gets_no_second_baseline():
    commitment = a_commitment(an_event(), "mở rộng thương mại")
    imported(commitment)
    keep_baseline(commitment)
    keep_baseline(commitment)
    assert commitment.history.count() == 1


def test_one_change_of_fields_and_topics_is_one_entry():
    commitment = a_commitment(an_event(), "mở rộng thương mại", topics=[a_topic("trade")])
    imported(commitment)
    with one_change(commitment):
        commitment.cue = "mong muốn"
        commitment.save()
        commitment.topics.set([a_topic("transport"), a_topic("energy")])
    assert told(commitment) == [
        ("+", "baseline", "", ["trade"]),
        ("~", None, "mong muốn", ["energy", "transport"]),
    ]


def test_a_new_record_begins_its_history_with_its_links():
    event = an_event()
    commitment = a_commitment(event, "mở rộng thương mại")
    other = Commitment(event=event, quote="thương mại", act=commitment.act)
    with one_change(other):
        other.save()
        other.topics.set([a_topic("trade")])
    assert told(other) == [("+", None, "", ["trade"])]


def test_baselines_of_many_records_cost_as_much_as_of_one(django_assert_num_queries):
    event = an_event()
    commitments = [a_commitment(event, event.body[:length], topics=[a_topic()]) for length in range(5, 15)]
    imported(*commitments)
    with django_assert_num_queries(7):
        keep_baseline(*commitments)
