"""The index made anew from the records, beside the one in use, which answers until the new one takes its place."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction
from pyroaring import BitMap64

from events.models import Event, Generation, JournalEntry
from events.search.engine import RECORDS, Entry, Record, engine
from events.search.vocabulary import Vocabulary, rows_by_term
from events.search.writing import AT_ONCE, entries_of, index_into

DRAFT = "_draft"

Rows = dict[Record, dict[str, BitMap64]]


def rebuild(progress: Callable[[int], object] = lambda _done: None) -> int:
    """Make the index anew and put it in the place of the one in use; return the number of events in it.

    `progress` is told how many events were done, time and again. A rebuilding that was broken off leaves the index in
    use as it was, and is begun anew. What is changed meanwhile is in the journal, and taken in before the change of
    place. In memory: a bit set for each term.
    """
    draft, vocabulary = engine(DRAFT), Vocabulary(DRAFT)
    with transaction.atomic():
        since = Generation.objects.values_list("number", flat=True).first() or 0
        for kept in (draft, vocabulary):
            kept.drop()
            kept.create()
    done, rows = 0, Rows({record: {} for record in RECORDS})
    event_ids = list(Event.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(event_ids), AT_ONCE):
        with transaction.atomic():
            entries = list(entries_of(event_ids[start : start + AT_ONCE]))
            draft.replace([], entries)
        collect(rows, entries)
        done += len(entries)
        progress(len(entries))
    with transaction.atomic():
        draft.finish()
    with transaction.atomic():
        for record in RECORDS:
            vocabulary.fill(record, rows.pop(record))
    with transaction.atomic():
        Generation.objects.select_for_update().first()  # from here on nothing changes until the new index is in place
        changed = JournalEntry.objects.filter(number__gt=since).values_list("events", flat=True)
        index_into(draft, vocabulary, sorted({event_id for events in changed for event_id in events}))
        draft.take_place()
        vocabulary.take_place()
    return done


def collect(rows: Rows, entries: list[Entry]) -> None:
    """Add to `rows`, by record and term, what the entries hold."""
    for record in RECORDS:
        for term, keys in rows_by_term(row for entry in entries for row in entry.rows(record)).items():
            rows[record].setdefault(term, BitMap64()).update(keys)
