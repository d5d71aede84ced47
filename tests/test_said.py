"""What is said in an event, as its page fetches it, is what the rows say."""

import pytest
from django.contrib.auth import get_user_model

from events.following import threads
from events.models import Judgement
from events.said import said_in
from tests.records import a_commitment, a_leader, a_topic, an_actor, an_archive, an_event

pytestmark = pytest.mark.django_db


def facts(commitments):
    return [
        [c.pk, str(c.act)]
        + [[row.pk for row in linked] for linked in (c.said_by, c.said_for, c.about, c.judgements.all())]
        for c in commitments
    ]


def fetched(event):
    return said_in(event, list(event.participations.select_related("leader", "actor")))


def test_each_commitment_has_what_its_row_is_linked_to_in_the_same_order():
    for event in an_archive(12):
        assert facts(fetched(event)) == facts(event.commitments.standing())


def test_those_who_take_no_part_in_the_event_are_found_too():
    present = a_leader("Lê Có Mặt")
    absent = a_leader("Anna Vắng Mặt", an_actor("XA", "Nước A", "Country A"))
    event = an_event(leaders=[present])
    a_commitment(event, "đường sắt", leaders=[present, absent], actors=[present.actor, absent.actor])
    assert facts(fetched(event)) == facts(event.commitments.all())
    assert [str(leader) for leader in fetched(event)[0].said_by] == ["Anna Vắng Mặt", "Lê Có Mặt"]


def test_it_tells_the_thread_and_the_judgements():
    leaders = [a_leader(), a_leader("Anna Thử", an_actor("XA", "Nước A", "Country A"))]
    for slug in ("first", "second"):
        event = an_event(slug, leaders=leaders, body="mở tuyến đường sắt")
        said = a_commitment(event, "mở tuyến đường sắt", leaders=leaders, topics=[a_topic()])
    assert fetched(event)[0].in_threads == []
    threads.propose()
    editor = get_user_model().objects.create(username="bien-tap")
    judged = Judgement.objects.create(
        commitment=said, outcome="kept", day="2033-05-06", source="Báo Thử", author=editor
    )
    found = fetched(event)[0]
    assert found.in_threads == list(said.thread_passages.all())
    assert list(found.judgements.all()) == [judged]


@pytest.mark.parametrize("number", [1, 12])
def test_it_takes_as_many_queries_for_many_commitments_as_for_one(number, django_assert_num_queries):
    """The commitments, their leaders, the generation, topics and judgements."""
    leader = a_leader()
    event = an_event(leaders=[leader], body=" ".join(f"mở tuyến số {n};" for n in range(number)))
    for n in range(number):
        a_commitment(event, f"mở tuyến số {n};", None, [leader], [leader.actor], [a_topic(), a_topic(f"t{n}")])
    fetched(event)
    parts = list(event.participations.select_related("leader", "actor"))
    with django_assert_num_queries(5):
        said_in(event, parts)
