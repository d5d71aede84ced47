"""No public page has the database walk through all events or all commitments: it is told the keys, or has an index.

SQLite plans by the indexes that there are. PostgreSQL plans by the size of tables: of thirty rows it reads all,
whatever the indexes. So it is told, until the test is rolled back, that each page of a large table and of its indexes
holds a million rows; and as it then still knows nothing of how the values are spread, walking through tables, and the
joins that read both sides whole, are made as dear as can be. Where it walks nevertheless, through a table or from one
end of an index to the other, no index serves.
"""

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.catalogue import current
from events.indexing import reindex
from events.models import Event, Provenance, SourceFile
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
    "events_sourcefile",
    "search_event",
    "search_commitment",
}


def with_sources():
    """One file for each event: of a table without any row PostgreSQL plans nothing worth looking at."""
    for event in Event.objects.all():
        source = SourceFile.objects.create(
            sha256=f"{event.pk:064}", name="thu.txt", media_type="text/plain", size=1, content=b"a", text="a"
        )
        Provenance.objects.create(event=event, source=source, is_primary=True)


def questions(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in queries if query["sql"].startswith("SELECT")]


def walked(sql):
    """The large tables, or their indexes, that the database would read from end to end."""
    return walked_on_postgresql(sql) if connection.vendor == "postgresql" else walked_on_sqlite(sql)


def walked_on_sqlite(sql):
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        steps = [row[3] for row in cursor.fetchall()]
    aliases = {alias: table for table, alias in re.findall(r'"(events_\w+)" (\w+)', sql)}
    # A search in a full-text table is a scan of a virtual one.
    scans = [match[1] for step in steps if (match := re.match(r"SCAN (\w+)(?!.*VIRTUAL TABLE)", step))]
    return {table for table in scans if table in LARGE or aliases.get(table) in LARGE}


def walked_on_postgresql(sql):
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE pg_class SET reltuples = 1000000, relpages = 1 WHERE relname = ANY(%s) OR oid IN "
            "(SELECT indexrelid FROM pg_index WHERE indrelid::regclass::text = ANY(%s))",
            [sorted(LARGE), sorted(LARGE)],
        )
        for dear in ("seqscan", "hashjoin", "mergejoin"):
            cursor.execute(f"SET LOCAL enable_{dear} = off")
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}")
        found = cursor.fetchone()[0]
    [explained] = json.loads(found) if isinstance(found, str) else found
    return {node["Relation Name"] for node in nodes(explained["Plan"]) if is_walk(node)} & LARGE


def nodes(plan):
    """The steps of a plan; one that finds rows of a table by an index is told with the table's name."""
    yield plan
    for part in plan.get("Plans", ()):
        if plan["Node Type"] == "Bitmap Heap Scan":
            part.setdefault("Relation Name", plan["Relation Name"])
        yield from nodes(part)


def is_walk(node):
    kind = node["Node Type"]
    by_index = kind in ("Index Scan", "Index Only Scan", "Bitmap Index Scan") and "Index Cond" not in node
    return kind == "Seq Scan" or by_index


@pytest.mark.parametrize("address", QUERIES)
def test_a_page_reads_no_large_table_from_end_to_end(client, address):
    fill(30)
    with_sources()
    reindex(Event.objects.values_list("pk", flat=True))
    current()
    assert {sql: walked(sql) for sql in questions(client, address) if walked(sql)} == {}


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT COUNT(*) FROM events_event",
        "SELECT id FROM events_commitment ORDER BY quote",
        "SELECT id FROM events_event WHERE body LIKE '%%đường%%'",
        'SELECT c.id FROM "events_event" e JOIN "events_commitment" c ON c.event_id = e.id WHERE e.place = \'Hà Nội\'',
    ],
)
def test_a_walk_is_told(sql):
    assert walked(sql) != set()


def test_a_question_with_keys_is_no_walk():
    assert walked("SELECT id FROM events_event WHERE id IN (1, 2)") == set()
    assert walked("SELECT id FROM events_commitment WHERE event_id = 1") == set()
