"""How many queries a page makes: the same number for three rows and for thirty."""

from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from events.catalogue import current
from events.indexing import reindex
from events.models import ImportItem, ImportRun, Occasion, Office, Thread, ThreadPassage
from tests.records import a_commitment, a_leader, a_topic, an_act, an_actor, an_event

pytestmark = pytest.mark.django_db

QUERIES = {
    "/": 3,
    "/events/": 3,
    "/events/?q=duong+sat&year=2031&topic=t0&leader=le-thu-nghiem&country=VN&kind=phone-call": 13,
    "/events/thu-0/": 9,
    "/commitments/": 6,
    "/commitments/?leader=le-thu-nghiem&country=VN&act=agree&topic=t0": 6,
    "/leaders/": 3,
    "/leaders/le-thu-nghiem/": 12,
    "/countries/": 2,
    "/countries/VN/": 11,
    "/topics/": 2,
    "/topics/t0/": 9,
    "/relations/": 2,
    "/relations/VN-X0/": 10,
    "/relations/VN-X0/events/": 4,
    "/relations/VN-X0/passages/": 7,
    "/relations/VN-X0/topics.csv": 2,
    "/relations/VN-X0/rhythm.csv": 2,
    "/timeline/": 1,
    "/timeline/?kind=phone-call&country=VN&month=2030-12": 1,
    "/timeline/2031/": 3,
    "/timeline/2031/1/": 3,
    "/events/?month=2031-01&day=2031-01-02": 3,
    "/compare/": 3,
    "/compare/?event=thu-0": 7,
    "/compare/?event=thu-0&event=again-0": 9,
    "/threads/1/": 8,
    "/occasions/1/": 10,
    "/about/": 1,
    "/privacy/": 1,
    "/help/events/": 2,
    "/help/commitments/": 2,
    "/help/citing/": 1,
    "/coverage/": 6,
    "/help/search/": 1,
}


def fill(rows):
    """An archive of as many events, leaders, topics and imports, and as many commitments in the first event.

    The sides of that one meet as often again, always with a passage of the one thread; two reports are of one occasion.
    """
    vietnam, agree = an_actor(), an_act()
    nghiem = a_leader("Lê Thử Nghiệm", vietnam)
    body = " ".join(f"Hai bên nhất trí mở tuyến đường sắt số {row}." for row in range(rows))
    for row in range(rows):
        leader = a_leader(f"Người Thử {row}", an_actor(f"X{row}", f"Nước {row}", f"Country {row}"))
        Office.objects.create(leader=leader, actor=leader.actor, title_vi="Thủ tướng", title_en="Prime Minister")
        topic = a_topic(f"t{row}", f"Chủ đề {row}", f"Topic {row}")
        event = an_event(f"thu-{row}", date(2031, 1, 2) - timedelta(row), [nghiem, leader], body=body)
        for number in range(1 if row else rows):
            quote = f"mở tuyến đường sắt số {number}."
            a_commitment(event, quote, agree, [nghiem, leader], [vietnam, leader.actor], [topic, a_topic("t0")])
        run = ImportRun.objects.create(reader_version="1")
        ImportItem.objects.create(run=run, name="rong.txt", outcome="rejected", reason="empty")
        run.count(["rejected"])

    thread = Thread.objects.create(pk=1)
    occasion = Occasion.objects.create(pk=1, kind=event.kind, starts_on=event.starts_on, ends_on=event.starts_on)
    nobody = a_leader("Người Thử 0")
    for row in range(rows):
        of = {"occasion": occasion} if row < 2 else {}
        again = an_event(f"again-{row}", date(2030, 1, 1) - timedelta(row), [nghiem, nobody], body=body, **of)
        said = a_commitment(again, "mở tuyến đường sắt số 0.", agree, [nghiem], [vietnam], [a_topic("t0")])
        ThreadPassage.objects.create(thread=thread, commitment=said)
        with transaction.atomic():
            reindex([again.pk])


@pytest.mark.parametrize("rows", [3, 30])
def test_a_page_makes_as_many_queries_for_many_rows_as_for_few(client, rows):
    fill(rows)
    current()  # the first page of a process reads the journal
    counts = {}
    for address in QUERIES:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        counts[address] = len(queries)
    assert counts == QUERIES
