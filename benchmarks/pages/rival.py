"""Datasette on the same rows, tuned as its documentation advises.

Advice followed: an immutable database with counts made beforehand (`--immutable`, `--inspect-file`), an index on every
column that is filtered, sorted or counted, full-text search over title and text, facets that are not guessed at
(`suggest_facets off`), time limits out of the way so that it never leaves work out.
"""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.pages.load import Refused, fetch
from benchmarks.pages.processes import Server, free_port, running

VERSION = "0.65.5"
PROCESSES = 2  # Datasette has no workers: one process each, as many as the site's workers
TITLE = "Datasette"
NAME = "archive"  # of the database in its addresses
SETTINGS = {
    "suggest_facets": "off",
    "facet_time_limit_ms": "60000",
    "sql_time_limit_ms": "60000",
    "default_page_size": "25",
    "cache_size_kb": "65536",
}
SCHEMA = """
CREATE TABLE events (id INTEGER PRIMARY KEY, slug TEXT, title TEXT, listed_on TEXT, year INTEGER, kind TEXT, place TEXT,
  outlet TEXT, review TEXT, leaders TEXT, countries TEXT, topics TEXT, commitments INTEGER, body TEXT);
CREATE TABLE commitments (id INTEGER PRIMARY KEY, event_id INTEGER REFERENCES events(id), listed_on TEXT, quote TEXT,
  speaker TEXT, cue TEXT, act TEXT, leaders TEXT, topics TEXT);
CREATE TABLE event_leaders (event_id INTEGER REFERENCES events(id), leader TEXT);
CREATE TABLE event_countries (event_id INTEGER REFERENCES events(id), country TEXT);
CREATE TABLE event_topics (event_id INTEGER REFERENCES events(id), topic TEXT);
"""
INDEXES = """
CREATE INDEX events_listed_on ON events(listed_on);
CREATE INDEX events_year ON events(year, listed_on);
CREATE INDEX events_kind ON events(kind, listed_on);
CREATE INDEX events_outlet ON events(outlet);
CREATE INDEX events_review ON events(review);
CREATE INDEX commitments_event ON commitments(event_id);
CREATE INDEX commitments_listed_on ON commitments(listed_on);
CREATE INDEX commitments_act ON commitments(act);
CREATE INDEX event_leaders_leader ON event_leaders(leader, event_id);
CREATE INDEX event_countries_country ON event_countries(country, event_id);
CREATE INDEX event_topics_topic ON event_topics(topic, event_id);
CREATE VIRTUAL TABLE events_fts USING fts5(title, body, content=[events], content_rowid=[id],
  tokenize='unicode61 remove_diacritics 2');
INSERT INTO events_fts(events_fts) VALUES ('rebuild');
INSERT INTO events_fts(events_fts) VALUES ('optimize');
ANALYZE;
"""
EVENT_QUERY = """
SELECT 'event' AS part, title, listed_on AS day, kind, leaders, topics, body AS text FROM events WHERE id = :id
UNION ALL
SELECT 'commitment', speaker, cue, act, leaders, topics, quote FROM commitments WHERE event_id = :id
"""


def program(folder: Path) -> Path:
    """Return Datasette's program, installed from the package index into an environment of its own where it is not."""
    environment = folder / f"datasette-{VERSION}"
    installed = environment / "bin" / "datasette"
    if not installed.exists():
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)  # noqa: S603
        install = [environment / "bin" / "python", "-m", "pip", "install", "--quiet", f"datasette=={VERSION}"]
        subprocess.run(install, check=True)  # noqa: S603
    return installed


def copy(file: Path) -> None:
    """Write what readers may see of the archive that Django is set up with into a new SQLite file for Datasette."""
    building = file.with_suffix(".building")
    building.unlink(missing_ok=True)
    with closing(sqlite3.connect(building)) as database:
        database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
        for table, rows in _tables():
            _insert(database, table, rows)
        database.commit()
        database.executescript(INDEXES)
    building.rename(file)


def _tables() -> Iterator[tuple[str, Iterable[tuple[Any, ...]]]]:
    from django.db.models import Count, Q  # noqa: PLC0415 - Django is set up by the caller

    from events.models import Commitment, Event, Participation  # noqa: PLC0415
    from events.querysets import STANDING  # noqa: PLC0415

    leaders: defaultdict[int, list[str]] = defaultdict(list)
    countries: defaultdict[int, dict[str, None]] = defaultdict(dict)
    parts = Participation.objects.order_by("event_id", "position").filter(event__status="published")
    for event, leader, country in parts.values_list("event_id", "leader__name", "actor__code").iterator():
        leaders[event].append(leader)
        if country:
            countries[event][country] = None
    said = Commitment.objects.published().order_by()
    topics: defaultdict[int, dict[str, None]] = defaultdict(dict)
    of_commitment: defaultdict[int, list[str]] = defaultdict(list)
    links = said.filter(topics__isnull=False).values_list("event_id", "pk", "topics__slug")
    for event, commitment, topic in links.iterator():
        topics[event][topic] = None
        of_commitment[commitment].append(topic)
    standing = Count("commitments", filter=Q(commitments__review__in=STANDING))
    events = Event.objects.published().order_by("pk").annotate(standing=standing)
    columns = ("pk", "slug", "title", "listed_on", "starts_on__year", "kind__slug", "place", "outlet", "review")
    yield (
        "events",
        (
            (*row[:3], str(row[3]), *row[4:9], *(_listed(of[row[0]]) for of in (leaders, countries, topics)), *row[9:])
            for row in events.values_list(*columns, "standing", "body").iterator(chunk_size=500)
        ),
    )
    yield "event_leaders", ((event, name) for event, names in leaders.items() for name in names)
    yield "event_countries", ((event, code) for event, codes in countries.items() for code in codes)
    yield "event_topics", ((event, slug) for event, slugs in topics.items() for slug in slugs)
    speakers: defaultdict[int, list[str]] = defaultdict(list)
    for commitment, name in said.filter(leaders__isnull=False).values_list("pk", "leaders__name").iterator():
        speakers[commitment].append(name)
    quotes = said.values_list("pk", "event_id", "event__listed_on", "quote", "speaker", "cue", "act__slug")
    yield (
        "commitments",
        (
            (*row[:2], str(row[2]), *row[3:], _listed(speakers[row[0]]), _listed(of_commitment[row[0]]))
            for row in quotes.order_by("pk").iterator(chunk_size=2000)
        ),
    )


def _listed(values: Iterable[str]) -> str:
    return json.dumps(list(values), ensure_ascii=False)


def _insert(database: sqlite3.Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    width = len(database.execute(f"PRAGMA table_info({table})").fetchall())
    database.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", rows)  # noqa: S608


@contextmanager
def datasette(folder: Path, file: Path) -> Iterator[Server]:
    """Run Datasette on the file, on as many processes as the site has workers."""
    binary = program(folder)
    with TemporaryDirectory(dir=folder) as own:  # a second run must not change what this one serves
        served, counts, metadata = (Path(own) / name for name in (f"{NAME}.db", "counts.json", "metadata.json"))
        served.symlink_to(file.absolute())
        subprocess.run([binary, "inspect", served, "--inspect-file", counts], check=True)  # noqa: S603
        queries = {"event": {"sql": EVENT_QUERY, "params": ["id"]}}
        tables = {"events": {"facets": [], "size": 25}, "commitments": {"size": 50}}
        described = {"databases": {NAME: {"queries": queries, "tables": tables}}}
        metadata.write_text(json.dumps(described), encoding="utf-8")
        settings = [part for name, value in SETTINGS.items() for part in ("--setting", name, value)]
        ports = [free_port() for _ in range(PROCESSES)]
        command = [binary, "serve", "--immutable", served, "--inspect-file", counts, "--metadata", metadata, *settings]
        commands = [([*map(str, command), "--host", "127.0.0.1", "--port", str(port)], port) for port in ports]
        with running(TITLE, commands, "/-/versions.json") as server:
            yield server


def rows_found(server: Server, path: str) -> int:
    """Return how many rows Datasette finds at the address of a table."""
    table, _, query = path.partition("?")
    status, _, text = fetch(server, f"{table}.json?{query}")
    if status != 200:
        raise Refused(f"Datasette: {path} answered {status}")
    return int(json.loads(text)["filtered_table_rows_count"])
