"""No public page has the database walk through all events or all commitments: it is told the keys, or has an index."""

import json
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
}
PAGES = [address for address in QUERIES if "q=" not in address]


def questions(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in queries if query["sql"].startswith("SELECT")]


def walked_on_sqlite(sql):
    """The large tables, or their indexes, that SQLite would read from end to end."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        steps = [row[3] for row in cursor.fetchall()]
    aliases = dict(re.findall(r'"(events_\w+)" (\w+)', sql))
    scans = [match[1] for step in steps if (match := re.match(r"SCAN (\w+)", step))]
    return {table for table in scans if table in LARGE or aliases.get(table) in LARGE}


def walked_on_postgresql(sql):
    """The large tables that PostgreSQL would read whole although it is asked to use an index wherever it can."""
    with connection.cursor() as cursor:
        # With a few rows in each table it would rather read all of one and join by hash or merge.
        for method in ("seqscan", "hashjoin", "mergejoin"):
            cursor.execute(f"SET LOCAL enable_{method} = off")
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}")
        plan = cursor.fetchone()[0]
        for method in ("seqscan", "hashjoin", "mergejoin"):
            cursor.execute(f"SET LOCAL enable_{method} = on")
    return set(_whole((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]))


def _whole(node):
    has_condition = "Index Cond" in node or "Recheck Cond" in node
    if node.get("Relation Name") in LARGE and not has_condition:
        yield node["Relation Name"]
    for child in node.get("Plans", ()):
        yield from _whole(child)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_reads_no_large_table_from_end_to_end(client, address):
    fill(30)
    current()
    walked = {"sqlite": walked_on_sqlite, "postgresql": walked_on_postgresql}[connection.vendor]
    assert {sql: walked(sql) for sql in questions(client, address) if walked(sql)} == {}


@pytest.mark.parametrize(
    "sql", ["SELECT COUNT(*) FROM events_event", "SELECT id FROM events_commitment ORDER BY quote"]
)
def test_a_walk_is_told(db, sql):
    walked = {"sqlite": walked_on_sqlite, "postgresql": walked_on_postgresql}[connection.vendor]
    assert walked(sql) != set()
