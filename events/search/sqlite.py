"""The search on SQLite: FTS5 tables without a copy of the text.

Their tokeniser is `ascii`, for which a term is what stands between blanks: words are cut in Python, alike for both
databases. FTS5 forgets a row only when it is told the row's old terms; they are kept compressed, one blob an event,
in the same transaction.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence

from django.db import DatabaseError, connection
from pyroaring import BitMap64

from events.models import Commitment
from events.search.engine import RECORDS, Engine, Entry, Record, Run

SPARSE = 50  # rows of the index are gone through in the time in which the terms of one are read
AT_ONCE = 200  # rows whose terms are in memory together


class SQLite(Engine):
    """Two FTS5 tables, and `search_entry` with what they were told."""

    def create(self) -> None:
        with connection.cursor() as cursor:
            for record in RECORDS:
                cursor.execute(
                    f"CREATE VIRTUAL TABLE {self.table(record)} USING fts5(terms, content='', tokenize='ascii')"
                )
            cursor.execute(
                f"CREATE TABLE search_entry{self.suffix} (event_id INTEGER PRIMARY KEY, content BLOB NOT NULL)"
            )

    def finish(self) -> None:
        """Nothing is left to be made: FTS5 keeps its index as it is filled."""

    def drop(self) -> None:
        with connection.cursor() as cursor:
            for name in (*map(self.table, RECORDS), f"search_entry{self.suffix}"):
                cursor.execute(f"DROP TABLE IF EXISTS {name}")

    def clear(self) -> None:
        with connection.cursor() as cursor:
            for table in map(self.table, RECORDS):
                cursor.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
            cursor.execute(f"DELETE FROM search_entry{self.suffix}")

    def take_place(self) -> None:
        present = SQLite()
        present.drop()
        with connection.cursor() as cursor:
            for record in RECORDS:
                cursor.execute(f"ALTER TABLE {self.table(record)} RENAME TO {present.table(record)}")
            cursor.execute(f"ALTER TABLE search_entry{self.suffix} RENAME TO search_entry")

    def with_any(self, record: Record, terms: Sequence[str]) -> BitMap64:
        return self._matching(record, " OR ".join(f'"{term}"' for term in terms)) if terms else BitMap64()

    def with_run(self, record: Record, runs: Sequence[Run], among: BitMap64, holders: BitMap64) -> BitMap64:
        if not runs or not among:
            return BitMap64()
        question = " OR ".join(f'"{" ".join(run)}"' for run in runs)
        first, last = among.min(), among.max()
        if holders.range_cardinality(first, last + 1) <= SPARSE * len(among):
            return self._matching(record, question, "AND rowid BETWEEN %s AND %s", [first, last]) & among
        return BitMap64(self._read(record, [f" {' '.join(run)} " for run in runs], among))

    def _read(self, record: Record, phrases: Sequence[str], among: BitMap64) -> Iterator[int]:
        """Yield the rows in whose terms one of the phrases stands.

        FTS5 can be asked for single rows too, but where the phrase is not in one it goes on to the next that has it,
        through a large part of the index where few have.
        """
        keys: list[int] = among.to_array().tolist()
        for start in range(0, len(keys), AT_ONCE):
            some = keys[start : start + AT_ONCE]
            if record == "commitments":
                said = Commitment.objects.filter(pk__in=some).order_by()
                some = list(said.values_list("event_id", flat=True).distinct())
            for entry in self.entries(some).values():
                for key, terms in entry.rows(record):
                    if key in among and any(phrase in f" {terms} " for phrase in phrases):
                        yield key

    def entries(self, event_ids: Sequence[int]) -> dict[int, Entry]:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT event_id, content FROM search_entry{self.suffix} "
                "WHERE event_id IN (SELECT value FROM json_each(%s))",
                [json.dumps(list(event_ids))],
            )
            return {event_id: _unpacked(event_id, content) for event_id, content in cursor.fetchall()}

    def all_event_ids(self) -> Iterator[int]:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT event_id FROM search_entry{self.suffix} ORDER BY event_id")
            yield from (row[0] for row in cursor.fetchall())

    def replace(self, old: Sequence[Entry], new: Sequence[Entry]) -> None:
        with connection.cursor() as cursor:
            for record in RECORDS:
                table = self.table(record)
                gone = [row for entry in old for row in entry.rows(record)]
                come = [row for entry in new for row in entry.rows(record)]
                cursor.executemany(f"INSERT INTO {table} ({table}, rowid, terms) VALUES ('delete', %s, %s)", gone)
                cursor.executemany(f"INSERT INTO {table} (rowid, terms) VALUES (%s, %s)", come)
            entries = f"search_entry{self.suffix}"
            cursor.executemany(f"DELETE FROM {entries} WHERE event_id = %s", [[entry.event_id] for entry in old])
            cursor.executemany(
                f"INSERT INTO {entries} (event_id, content) VALUES (%s, %s)",
                [(entry.event_id, _packed(entry)) for entry in new],
            )

    def document_counts(self, record: Record) -> Iterable[tuple[str, int]]:
        table = self.table(record)
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{table}_words USING fts5vocab(main, {table}, row)")
            cursor.execute(f"SELECT term, doc FROM temp.{table}_words")
            counts: list[tuple[str, int]] = cursor.fetchall()
            cursor.execute(f"DROP TABLE temp.{table}_words")
        return counts

    def fault(self) -> str:
        with connection.cursor() as cursor:
            for record in RECORDS:
                table = self.table(record)
                try:
                    cursor.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
                except DatabaseError as error:
                    return f"{table}: {error}"
        return ""

    def _matching(self, record: Record, question: str, where: str = "", values: Sequence[int] = ()) -> BitMap64:
        table = self.table(record)
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH %s {where}", [question, *values])
            return BitMap64([row[0] for row in cursor.fetchall()])


def _packed(entry: Entry) -> bytes:
    content = [entry.terms, entry.commitments]
    return zlib.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())


def _unpacked(event_id: int, content: bytes) -> Entry:
    terms, commitments = json.loads(zlib.decompress(content))
    return Entry(event_id, terms, tuple((key, said) for key, said in commitments))
