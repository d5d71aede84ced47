"""The search on PostgreSQL: a row's terms as text, its distinct terms in a GIN index.

Not a tsvector: that keeps 255 places of a word, 16,383 places of a text and one megabyte of terms, and so loses
phrases of a long text silently or refuses it. An array has no such limits; where words follow one another is looked
up in the text itself, as PostgreSQL would look it up in the tsvector, for GIN keeps no places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import connection
from pyroaring import BitMap64

from events.search.engine import RECORDS, Engine, Entry, Record, Run

_ARRAY = "string_to_array(terms, ' ') COLLATE \"C\""


class Postgres(Engine):
    """A table for each record, from which a search reads narrow rows: the terms lie outside of them, as they are.

    Compressed they take half the room, and to look for a phrase in them takes three to four times as long.
    """

    def create(self) -> None:
        with connection.cursor() as cursor:
            for record in RECORDS:
                table = self.table(record)
                cursor.execute(
                    f'CREATE TABLE {table} (key bigint NOT NULL, event_id bigint NOT NULL, terms text COLLATE "C" '
                    "NOT NULL) WITH (toast_tuple_target = 128)"
                )
                cursor.execute(f"ALTER TABLE {table} ALTER COLUMN terms SET STORAGE EXTERNAL")
                cursor.execute(f"ALTER TABLE {table} ADD CONSTRAINT {table}_pkey PRIMARY KEY (key)")
                cursor.execute(f"CREATE INDEX {table}_event ON {table} (event_id)")

    def finish(self) -> None:
        with connection.cursor() as cursor:
            for record in RECORDS:
                table = self.table(record)
                # Without the list of pending entries every search costs the same, whatever was written before.
                cursor.execute(f"CREATE INDEX {table}_terms ON {table} USING gin ({_ARRAY}) WITH (fastupdate = off)")
                cursor.execute(f"ANALYZE {table}")

    def drop(self) -> None:
        with connection.cursor() as cursor:
            for record in RECORDS:
                cursor.execute(f"DROP TABLE IF EXISTS {self.table(record)}")

    def clear(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {', '.join(map(self.table, RECORDS))}")

    def take_place(self) -> None:
        present = Postgres()
        present.drop()
        with connection.cursor() as cursor:
            for record in RECORDS:
                mine, its = self.table(record), present.table(record)
                cursor.execute(f"ALTER TABLE {mine} RENAME TO {its}")
                for end in ("pkey", "event", "terms"):
                    cursor.execute(f"ALTER INDEX {mine}_{end} RENAME TO {its}_{end}")

    def with_any(self, record: Record, terms: Sequence[str]) -> BitMap64:
        return self._where(record, f"{_ARRAY} && %s", [list(terms)]) if terms else BitMap64()

    def with_run(
        self,
        record: Record,
        runs: Sequence[Run],
        among: BitMap64,
        holders: BitMap64,  # noqa: ARG002 - what SQLite must know
    ) -> BitMap64:
        if not runs or not among:
            return BitMap64()
        stands = " OR ".join("strpos(terms, %s) > 0" for _ in runs)
        return self._where(
            record,
            f"key = ANY(%s) AND ({stands})",
            [among.to_array().tolist(), *(f" {' '.join(run)} " for run in runs)],
        )

    def entries(self, event_ids: Sequence[int]) -> dict[int, Entry]:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT event_id, terms FROM {self.table('events')} WHERE event_id = ANY(%s)", [list(event_ids)]
            )
            events = cursor.fetchall()
            cursor.execute(
                f"SELECT event_id, key, terms FROM {self.table('commitments')} WHERE event_id = ANY(%s) ORDER BY key",
                [list(event_ids)],
            )
            said: dict[int, list[tuple[int, str]]] = {}
            for event_id, key, terms in cursor.fetchall():
                said.setdefault(event_id, []).append((key, terms))
        return {event_id: Entry(event_id, terms, tuple(said.get(event_id, ()))) for event_id, terms in events}

    def all_event_ids(self) -> Iterator[int]:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT event_id FROM {self.table('events')} ORDER BY event_id")
            yield from (row[0] for row in cursor.fetchall())

    def replace(self, old: Sequence[Entry], new: Sequence[Entry]) -> None:
        with connection.cursor() as cursor:
            for record in RECORDS:
                table = self.table(record)
                cursor.execute(f"DELETE FROM {table} WHERE event_id = ANY(%s)", [[entry.event_id for entry in old]])
                rows = [(key, entry.event_id, terms) for entry in new for key, terms in entry.rows(record)]
                if rows:
                    columns = [list(column) for column in zip(*rows, strict=True)]
                    cursor.execute(
                        f"INSERT INTO {table} (key, event_id, terms) "
                        "SELECT * FROM unnest(%s::bigint[], %s::bigint[], %s::text[])",
                        columns,
                    )

    def document_counts(self, record: Record) -> Iterable[tuple[str, int]]:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT term, count(*) FROM (SELECT DISTINCT key, unnest(string_to_array(terms, ' ')) AS term "
                f"FROM {self.table(record)}) AS found GROUP BY term"
            )
            yield from cursor.fetchall()

    def fault(self) -> str:
        return ""

    def _where(self, record: Record, condition: str, values: Sequence[Any]) -> BitMap64:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT key FROM {self.table(record)} WHERE {condition}", values)
            return BitMap64([row[0] for row in cursor.fetchall()])
