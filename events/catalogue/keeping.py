"""The catalogue that this process keeps, brought up to the archive's state whenever it is asked for."""

from __future__ import annotations

import os
from dataclasses import dataclass
from threading import Lock

from django.db import connection, transaction
from django.db.models import Max, Min

from events import generation
from events.catalogue import copies, entries, headings
from events.catalogue.copies import BEFORE_ALL, Place
from events.catalogue.entries import Batch
from events.catalogue.headings import Headings
from events.catalogue.holdings import Holdings
from events.generation import State
from events.indexing import reindex
from events.models import Event, JournalEntry

AT_A_TIME = 1000  # events, or entries of the journal, that are read together
LONG = 1000  # entries that a new process may have to read before a new copy pays


@dataclass(frozen=True)
class Catalogue:
    """What readers can find, as bitmaps, and the names it goes by; never changes, so threads may share it."""

    state: State
    place: Place
    events: Holdings
    commitments: Holdings
    headings: Headings


class Vanished(Exception):
    """An event in the journal is not in the archive: what it left behind cannot be told from the rows."""


Books = tuple[Place, Holdings, Holdings]  # how far the journal has been taken in, the events, the commitments

_kept: dict[str, Catalogue] = {}  # by the name of the database
_lock = Lock()


def current() -> Catalogue:
    """Return the catalogue of the archive's state.

    No query where the state is known (`generation.kept`) and has not changed; else one for the state, and for the
    changes since one for the journal and seven for each thousand events that it names.
    """
    state = generation.now()
    kept = _kept.get(_database())
    if kept is not None and kept.state.mark == state.mark:
        return kept
    with _lock:
        # Asked anew: another thread may have come here first, with a later state, and nobody goes back.
        kept, state = _kept.get(_database()), generation.ask()
        if kept is None or kept.state.mark != state.mark:
            kept = _kept[_database()] = _brought_to(state, kept)
        return kept


def rebuild() -> Catalogue:
    """Make the catalogue anew from all rows, keep a copy of it for every process to begin with, and return it."""
    place, events, commitments = _from_rows()
    with transaction.atomic():
        copies.write(place, events, commitments)
        reindex(anew=True)
    return current()


def keep_copy() -> None:
    """Bring the copy that new processes begin with up to the archive's state."""
    catalogue = current()
    copies.write(catalogue.place, catalogue.events, catalogue.commitments)


def keep_copy_if_long() -> None:
    """Do so where a new process would have much to read without."""
    if JournalEntry.objects.filter(number__gt=copies.standing_at().number)[:LONG].count() == LONG:
        keep_copy()


def forget() -> None:
    """Let go of what this process keeps; the next question begins with the copy."""
    _kept.clear()


def _database() -> str:
    return f"{connection.alias}: {connection.settings_dict['NAME']}"


def _brought_to(state: State, kept: Catalogue | None) -> Catalogue:
    """Return the catalogue of the state: the kept one with what changed since, else the copy with that, else a new one.

    What is kept is of no use where it has taken in a change that was rolled back, or was made before a rebuilding.
    """
    books = None
    try:
        if kept is not None and kept.state.rebuilt == state.rebuilt and kept.place != BEFORE_ALL:
            books = _replayed((kept.place, kept.events, kept.commitments))
        if books is None and (copy := copies.read()):
            books = _replayed(copy)
    except Vanished:
        pass
    place, events, commitments = books or _from_rows()
    if kept is not None and kept.state.names == state.names and not _lacks_names(kept.headings, events, commitments):
        names = kept.headings
    else:
        names = headings.load()
    return Catalogue(state, place, events, commitments, names)


def _lacks_names(names: Headings, *records: Holdings) -> bool:
    return any(names.lack(facet, records_.shelf(facet)) for records_ in records for facet in headings.FACETS)


def _replayed(books: Books) -> Books | None:
    """Return the books with what the journal tells since; None where their place is not in the journal.

    Raises Vanished where an event that it names is no more.
    """
    place, events, commitments = books
    after = max(place.number - 1, 0)
    to_be_found = place
    while rows := list(JournalEntry.objects.filter(number__gt=after)[:AT_A_TIME]):
        if to_be_found != BEFORE_ALL:
            if to_be_found != (rows[0].number, rows[0].mark):
                return None
            to_be_found = BEFORE_ALL
            first, *rows = rows
            after = first.number
        changed = sorted({key for row in rows for key in row.events})
        for i in range(0, len(changed), AT_A_TIME):
            some = changed[i : i + AT_A_TIME]
            events, commitments = _taken_in(entries.batch_of(some), events, commitments, some)
        if rows:
            place, after = Place(rows[-1].number, rows[-1].mark), rows[-1].number
    return (place, events, commitments) if to_be_found == BEFORE_ALL else None


def _from_rows() -> Books:
    """Return books made from all rows, some thousand at a time."""
    last = JournalEntry.objects.order_by("-number").first()
    keys = Event.objects.aggregate(first=Min("pk"), last=Max("pk"))
    events, commitments = Holdings(), Holdings()
    if keys["first"] is not None:
        for first in range(keys["first"], keys["last"] + 1, AT_A_TIME):
            events, commitments = _taken_in(entries.batch_between(first, first + AT_A_TIME - 1), events, commitments)
    return Place(last.number, last.mark) if last else BEFORE_ALL, events, commitments


def _taken_in(
    batch: Batch, events: Holdings, commitments: Holdings, named: list[int] | None = None
) -> tuple[Holdings, Holdings]:
    """Return the holdings with what the events of the batch fall under now; all that are `named` must be there."""
    of_events, of_commitments = entries.read(batch)
    if named is not None and len(of_events.seen) < len(named):
        raise Vanished
    return of_events.put_into(events), of_commitments.put_into(commitments)


def _after_fork() -> None:
    """Let no child wait for a lock that a thread of its parent held."""
    global _lock  # noqa: PLW0603
    _lock = Lock()


os.register_at_fork(after_in_child=_after_fork)
