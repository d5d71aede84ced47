"""Running threads, and that the catalogue knows which commitments stand in one after every decision."""

from datetime import date

import pytest

from events import catalogue
from events.catalogue import THREADED
from events.editing import set_status
from events.following.deciding import join, review_passages, review_threads, split
from events.following.relations import Relation
from events.following.threads import propose, running
from events.models import Event, Thread, ThreadPassage
from tests.records import a_commitment, a_leader, a_topic, an_actor, an_event

pytestmark = pytest.mark.django_db

QUOTES = ("khảo sát tuyến đường sắt Thử - Mẫu", "mua thêm gạo của nước Mẫu trong năm tới")


@pytest.fixture
def sides(db):
    """Two sides that met four years on end and said the same two things each time: two threads of four passages."""
    leaders = [a_leader(), a_leader("Anna Thử", an_actor("XA", "Nước A", "Country A"))]
    for year in range(2031, 2035):
        event = an_event(f"gap-{year}", date(year, 1, 1), leaders, body="; ".join(QUOTES))
        for topic, quote in zip(("transport", "trade"), QUOTES, strict=True):
            a_commitment(event, quote, None, leaders[:1], topics=[a_topic(topic)])
    propose()
    return Relation.of(*(leader.actor for leader in leaders)).pair


def known():
    """Whether the catalogue is right, and how many commitments it says stand in a thread."""
    assert catalogue.faults() == []
    return len(catalogue.current().commitments.under(THREADED, [""]))


def test_threads_of_two_sides_are_told_by_their_newest_passage(sides):
    assert [(each.newest.quote, each.newest.event.slug, each.count) for each in running(sides)] == [
        (QUOTES[0], "gap-2034", 4),
        (QUOTES[1], "gap-2034", 4),
    ]
    assert known() == 8


def test_other_sides_have_none(sides):
    other = a_leader("Bà Khác", an_actor("XC", "Nước C", "Country C")).actor
    assert running(Relation.of(other, a_leader().actor).pair) == []


def test_no_more_are_told_than_asked_for(sides):
    assert [each.newest.quote for each in running(sides, 1)] == [QUOTES[0]]


def test_a_rejected_thread_is_gone_and_one_confirmed_again_is_back(sides):
    thread = Thread.objects.first()
    review_threads([thread], Thread.Review.REJECTED)
    assert (known(), len(running(sides))) == (4, 1)
    assert thread not in [each.thread for each in running(sides)]


def test_a_rejected_passage_is_gone(sides):
    newest = ThreadPassage.objects.filter(commitment__quote=QUOTES[0]).last()
    review_passages([newest], Thread.Review.REJECTED)
    assert known() == 7
    assert [(each.newest.event.slug, each.count) for each in running(sides)] == [("gap-2034", 4), ("gap-2033", 3)]
    review_passages([ThreadPassage.objects.get(pk=newest.pk)], Thread.Review.CONFIRMED)
    assert known() == 8


def test_joined_and_split_threads_are_told_as_they_are_now(sides):
    thread = join(list(Thread.objects.all()))
    assert [(each.thread, each.count) for each in running(sides)] == [(thread, 8)]
    assert known() == 8
    new = split(list(thread.passages.filter(commitment__quote=QUOTES[1])))
    assert {(each.thread, each.count) for each in running(sides)} == {(thread, 4), (new, 4)}
    assert known() == 8


def test_a_withdrawn_event_is_in_no_thread(sides):
    set_status([Event.objects.get(slug="gap-2034")], Event.Status.WITHDRAWN)
    assert [(each.newest.event.slug, each.count) for each in running(sides)] == [("gap-2033", 3)] * 2
    assert known() == 6
