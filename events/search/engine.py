"""What a database must be able to do for the search, and the one that does it here."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from django.db import connection
from pyroaring import BitMap64

Record = Literal["events", "commitments"]
Run = Sequence[str]  # terms that follow one another

RECORDS: tuple[Record, ...] = ("events", "commitments")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept of one event: its terms, and those of each of its commitments, by its key."""

    event_id: int
    terms: str
    commitments: tuple[tuple[int, str], ...] = ()

    def rows(self, record: Record) -> list[tuple[int, str]]:
        """Return keys and terms, of the event or of its commitments."""
        return [(self.event_id, self.terms)] if record == "events" else list(self.commitments)


class Engine(ABC):
    """Terms of rows, kept in tables of one database; a row is named by its primary key.

    Terms hold neither blanks nor quotation marks; whoever makes them sees to it (`events.search.text`). `draft` names
    the tables that a rebuilding fills beside those that are in use.
    """

    def __init__(self, suffix: str = "") -> None:
        self.suffix = suffix

    def table(self, record: Record) -> str:
        """Return the name of the table that holds the record's terms."""
        return {"events": "search_event", "commitments": "search_commitment"}[record] + self.suffix

    @abstractmethod
    def create(self) -> None:
        """Make the tables, empty; `finish` must follow."""

    @abstractmethod
    def finish(self) -> None:
        """Make what is quicker made when the tables are filled; nothing is found before."""

    @abstractmethod
    def drop(self) -> None:
        """Remove the tables, where they are."""

    @abstractmethod
    def clear(self) -> None:
        """Forget all rows."""

    @abstractmethod
    def take_place(self) -> None:
        """Put these tables, filled as a draft, in the place of those in use."""

    @abstractmethod
    def with_any(self, record: Record, terms: Sequence[str]) -> BitMap64:
        """Return the rows that have one of the terms."""

    @abstractmethod
    def with_run(self, record: Record, runs: Sequence[Run], among: BitMap64, holders: BitMap64) -> BitMap64:
        """Return the rows of `among` in which the terms of one of the runs follow one another.

        `holders` are all rows that have all terms of one of the runs: `among` are some of them.
        """

    @abstractmethod
    def entries(self, event_ids: Sequence[int]) -> dict[int, Entry]:
        """Return what is kept of these events, by their keys."""

    @abstractmethod
    def all_event_ids(self) -> Iterable[int]:
        """Yield the keys of all events of which something is kept, in order."""

    @abstractmethod
    def replace(self, old: Sequence[Entry], new: Sequence[Entry]) -> None:
        """Keep `new` in place of `old`, which is what was kept of the same events."""

    @abstractmethod
    def document_counts(self, record: Record) -> Iterable[tuple[str, int]]:
        """Yield each term with the number of rows that have it, as the index itself counts them; reads all of it."""

    @abstractmethod
    def fault(self) -> str:
        """Return what the database finds wrong with its own index; "" where it is sound."""


def engine(suffix: str = "") -> Engine:
    """Return the engine of the database in use."""
    if connection.vendor == "postgresql":
        from events.search.postgres import Postgres  # noqa: PLC0415 - only the one that is asked for

        return Postgres(suffix)
    from events.search.sqlite import SQLite  # noqa: PLC0415

    return SQLite(suffix)
