"""Rows into a database as fast as each engine takes them: indexes and foreign keys are made once, after the rows."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any, Protocol

from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import DateField

from benchmarks.corpus.tables import Table

Rows = Sequence[tuple[Any, ...]]


class Bulk(Protocol):
    """What takes the rows of an engine."""

    def write(self, table: Table, rows: Rows) -> None:
        """Write whole rows, in the order of the table's columns."""


@contextmanager
def bulk(tables: Sequence[Table]) -> Iterator[Bulk]:
    """Hand out what writes to these tables; all of it or, where it fails, nothing is kept.

    Raises `django.db.IntegrityError` at the end where a row breaks a rule of its table.
    """
    engine = _Sqlite if connection.vendor == "sqlite" else _Postgres
    with transaction.atomic(), connection.cursor() as cursor:
        writer = engine(cursor)
        taken = writer.take_off(tables)
        yield writer
        for statement in taken:
            cursor.execute(statement)
        for statement in connection.ops.sequence_reset_sql(no_style(), [table.model for table in tables]):
            cursor.execute(statement)


class _Sqlite:
    def __init__(self, cursor: Any) -> None:
        self._cursor = cursor
        self._statements: dict[str, str] = {}

    def take_off(self, tables: Sequence[Table]) -> list[str]:
        """Drop the indexes that can be dropped; return the statements that make them again."""
        names = ", ".join(["%s"] * len(tables))
        self._cursor.execute(
            f"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql <> '' AND tbl_name IN ({names})",  # noqa: S608
            [table.name for table in tables],
        )
        indexes = self._cursor.fetchall()
        for name, _ in indexes:
            self._cursor.execute(f"DROP INDEX {connection.ops.quote_name(name)}")
        return [sql.replace("%", "%%") for _, sql in indexes]

    def write(self, table: Table, rows: Rows) -> None:
        if table.name not in self._statements:
            columns = ", ".join(map(connection.ops.quote_name, table.columns))
            marks = ", ".join("?" * len(table.columns))
            self._statements[table.name] = f'INSERT INTO "{table.name}" ({columns}) VALUES ({marks})'  # noqa: S608
        if any(isinstance(field, DateField) for field in table.fields):
            rows = list(map(_for_sqlite, rows))
        # Django's own cursor would look for %s in each row's statement.
        connection.connection.executemany(self._statements[table.name], rows)


def _for_sqlite(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the row as Django writes it to SQLite: days and moments as text, these in UTC without a zone."""
    return tuple(_day_as_text(value) if isinstance(value, date) else value for value in row)


def _day_as_text(value: date) -> str:
    return str(value.astimezone(UTC).replace(tzinfo=None) if isinstance(value, datetime) else value)


class _Postgres:
    def __init__(self, cursor: Any) -> None:
        self._cursor = cursor

    def take_off(self, tables: Sequence[Table]) -> list[str]:
        """Drop foreign keys, unique constraints and indexes; return the statements that make them again."""
        self._cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # a table with checks outstanding cannot be altered
        names = [table.name for table in tables]
        self._cursor.execute(
            "SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname),"
            " format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', conrelid::regclass, conname, pg_get_constraintdef(oid))"
            " FROM pg_constraint WHERE contype IN ('f', 'u') AND conrelid = ANY(%s::regclass[])"
            " ORDER BY contype DESC, conname",
            [names],
        )
        constraints = self._cursor.fetchall()
        for drop, _ in constraints:
            self._cursor.execute(drop)
        self._cursor.execute(
            "SELECT format('DROP INDEX %%I', relname), pg_get_indexdef(indexrelid) FROM pg_index"
            " JOIN pg_class ON pg_class.oid = indexrelid WHERE NOT indisprimary AND indrelid = ANY(%s::regclass[])"
            " ORDER BY relname",
            [names],
        )
        indexes = self._cursor.fetchall()
        for drop, _ in indexes:
            self._cursor.execute(drop)
        return [make.replace("%", "%%") for _, make in [*indexes, *constraints]]

    def write(self, table: Table, rows: Rows) -> None:
        columns = ", ".join(map(connection.ops.quote_name, table.columns))
        copied = io.StringIO("".join(map(_for_postgres, rows)))
        self._cursor.copy_expert(f'COPY "{table.name}" ({columns}) FROM STDIN', copied)


_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def _for_postgres(row: tuple[Any, ...]) -> str:
    return "\t".join(map(_copied, row)) + "\n"


def _copied(value: Any) -> str:
    """Return a value in the text format of COPY."""
    if value is None:
        return "\\N"
    if isinstance(value, str):
        return value.translate(_ESCAPES)
    if isinstance(value, bytes):
        return f"\\\\x{value.hex()}"
    return str(value)


def batches(events: int, size: int) -> Iterable[range]:
    """Return the numbers from 1 to `events` in ranges of `size`."""
    return (range(first, min(first + size, events + 1)) for first in range(1, events + 1, size))
