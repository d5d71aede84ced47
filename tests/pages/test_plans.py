"""No public page has the database walk through all events or all commitments: it is told the keys, or has an index."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.catalogue import current
from events.selection import order
from tests.pages.test_query_counts import QUERIES, fill

# PostgreSQL plans by the size of the tables, which earlier tests have swollen: its plans for few rows say nothing.
pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

LARGE = {
    "events_event",
    "events_participation",
    "events_commitment",
    "events_commitment_leaders",
    "events_commitment_actors",
    "events_commitment_topics",
    "events_provenance",
    "events_eventaddress",
    "events_thread",
    "events_threadpassage",
    "events_judgement",
}
PAGES = [address for address in QUERIES if "q=" not in address]


def questions(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in queries if query["sql"].startswith("SELECT")]


def walked(sql):
    """The large tables, or their indexes, that the database would read from end to end."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        steps = [row[3] for row in cursor.fetchall()]
    tables = {alias: table for table, alias in re.findall(r'"(events_\w+)" (\w+)', sql)}
    scans = [match[1] for step in steps if (match := re.match(r"SCAN (\w+)", step))]
    return {tables.get(name, name) for name in scans} & LARGE


def test_no_page_reads_a_large_table_from_end_to_end(client):
    fill(20)
    current()
    asked = {(address, sql) for address in PAGES for sql in questions(client, address)}
    assert {(address, sql): walked(sql) for address, sql in asked if walked(sql)} == {}


def test_nor_does_a_list_of_commitments_of_a_crowded_day(client, monkeypatch):
    monkeypatch.setattr(order, "CROWDED", 1)
    fill(20)
    current()
    asked = questions(client, "/commitments/")
    assert any('"event_id" IN' in sql for sql in asked)
    assert {sql: walked(sql) for sql in asked if walked(sql)} == {}


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT COUNT(*) FROM events_event",
        "SELECT id FROM events_commitment ORDER BY quote",
        'SELECT U0."title" FROM "events_event" U0',
    ],
)
def test_a_walk_is_told(db, sql):
    assert walked(sql) != set()
