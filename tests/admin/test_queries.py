"""A staff page costs the same number of queries, whatever the number of its rows."""

from datetime import date

import pytest

from events.models import (
    Act,
    Actor,
    Commitment,
    Event,
    EventKind,
    ImportItem,
    ImportRun,
    Leader,
    Occasion,
    Office,
    Provenance,
    SourceFile,
    Topic,
)
from tests.admin.pages import change_page, list_page
from tests.records import a_commitment, a_kind, a_leader, a_topic, an_act, an_actor, an_event

pytestmark = pytest.mark.django_db

BODY = " ".join(f"Câu số {number}." for number in range(30))


def records(first, last):
    """Make one of everything, tied together, for each number."""
    for n in range(first, last):
        actor = an_actor(f"X{n}", f"Nước {n}", f"Country {n}")
        leader = a_leader(f"Người {n}", actor=actor)
        Office.objects.create(leader=leader, actor=actor, title_vi="Thủ tướng", title_en="Prime Minister")
        occasion = Occasion.objects.create(kind=a_kind(), starts_on=date(2031, 1, 2), ends_on=date(2031, 1, 2))
        event = an_event(f"su-kien-{n}", leaders=[leader], kind=a_kind(f"loai-{n}"), occasion=occasion)
        links = {"leaders": [leader], "actors": [actor], "topics": [a_topic(f"chu-de-{n}")]}
        a_commitment(event, "mở rộng thương mại", act=an_act(f"hanh-vi-{n}"), **links)
        source = SourceFile.objects.create(sha256=str(n), name=f"{n}.txt", size=1, content=b"x")
        Provenance.objects.create(event=event, source=source)
        run = ImportRun.objects.create(reader_version="1")
        ImportItem.objects.create(run=run, name=f"{n}.txt", outcome="created", source=source, event=event)


def cost(client, address, queries_of):
    with queries_of() as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.fixture
def queries_of(django_assert_max_num_queries):
    return lambda: django_assert_max_num_queries(100)


@pytest.mark.parametrize(
    "model",
    [Event, Commitment, Occasion, Leader, Actor, Topic, Act, EventKind, SourceFile, ImportRun, ImportItem],
    ids=lambda model: model.__name__,
)
def test_a_list_of_twenty_costs_as_much_as_a_list_of_one(staff, model, queries_of):
    records(0, 1)
    staff.get(list_page(model))
    one = cost(staff, list_page(model), queries_of)
    records(1, 20)
    assert cost(staff, list_page(model), queries_of) == one


def test_the_page_of_an_event_with_twenty_commitments_costs_as_much_as_with_one(staff, queries_of):
    small, large = an_event("it", body=BODY), an_event("nhieu", body=BODY)
    for event, count in ((small, 1), (large, 20)):
        for n in range(count):
            leader = a_leader(f"Người {event.slug} {n}", actor=an_actor(f"{event.slug}{n}"[:10]))
            event.participations.create(leader=leader, actor=leader.actor, name_printed=leader.name)
            links = {"leaders": [leader], "actors": [leader.actor], "topics": [a_topic(f"chu-de-{n}")]}
            a_commitment(event, f"Câu số {n}.", act=an_act(f"hanh-vi-{n}"), **links)
    staff.get(change_page(small))
    assert cost(staff, change_page(large), queries_of) == cost(staff, change_page(small), queries_of)


def test_the_page_of_a_leader_with_twenty_offices_costs_as_much_as_with_one(staff, queries_of):
    one, many = a_leader("Một"), a_leader("Nhiều")
    for leader, count in ((one, 1), (many, 20)):
        for n in range(count):
            actor = an_actor(f"{leader.pk}X{n}")
            Office.objects.create(leader=leader, actor=actor, title_vi=f"Chức {n}", title_en=f"Office {n}")
    staff.get(change_page(one))
    assert cost(staff, change_page(many), queries_of) == cost(staff, change_page(one), queries_of)
