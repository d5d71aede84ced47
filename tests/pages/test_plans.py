"""No public page has the database walk through all events or all commitments: it is told the keys, or has an index."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.catalogue import current
from tests.pages.test_query_counts import QUERIES, fill

pytestmark = pytest.mark.django_db

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
    return walked_on_sqlite(sql) if connection.vendor == "sqlite" else walked_on_postgres(sql)


def walked_on_sqlite(sql):
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        steps = [row[3] for row in cursor.fetchall()]
    tables = {alias: table for table, alias in re.findall(r'"(events_\w+)" (\w+)', sql)}
    scans = [match[1] for step in steps if (match := re.match(r"SCAN (\w+)", step))]
    return {tables.get(name, name) for name in scans} & LARGE


def walked_on_postgres(sql):
    """Over twenty rows it walks whatever the indexes: here it is to look each row up wherever an index would do."""
    with connection.cursor() as cursor:
        for way in ("seqscan", "mergejoin", "hashjoin"):
            cursor.execute(f"SET LOCAL enable_{way} = off")
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}")
        plan = cursor.fetchone()[0]
    steps, found = [(each["Plan"], None) for each in plan], set()
    while steps:
        step, above = steps.pop()
        relation = step.get("Relation Name", above)  # the inside of a bitmap scan has it from the outside
        steps += [(inner, relation) for inner in step.get("Plans", [])]
        is_index = "Index" in step["Node Type"]
        if step["Node Type"] == "Seq Scan" or (is_index and "Index Cond" not in step):
            found.add(relation)
    return found & LARGE


def test_no_page_reads_a_large_table_from_end_to_end(client):
    fill(20)
    current()
    asked = {(address, sql) for address in PAGES for sql in questions(client, address)}
    assert {(address, sql): walked(sql) for address, sql in asked if walked(sql)} == {}


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
