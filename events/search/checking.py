"""Whether the index holds what the records say: every term of every row, in the tables and in the bit sets."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from events.models import Event
from events.search.engine import RECORDS, Record, engine
from events.search.rebuilding import Rows, collect
from events.search.vocabulary import Vocabulary
from events.search.writing import AT_ONCE, entries_of

MOST_NAMED = 10  # of one sort of difference


def differences(progress: Callable[[int], object] = lambda _done: None) -> Iterator[str]:
    """Yield a sentence for each difference between index and records, and none where they agree.

    Reads all records and all of the index; in memory: a bit set for each term.
    """
    kept = engine()
    rows = Rows({record: {} for record in RECORDS})
    event_ids = list(Event.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(event_ids), AT_ONCE):
        some = event_ids[start : start + AT_ONCE]
        wanted, present = list(entries_of(some)), kept.entries(some)
        collect(rows, wanted)
        for entry in wanted:
            if entry.event_id not in present:
                yield f"event {entry.event_id}: not in the index"
            elif entry != present[entry.event_id]:
                yield f"event {entry.event_id}: other words in the index"
        progress(len(some))
    for event_id in sorted(set(kept.all_event_ids()) - set(event_ids)):
        yield f"event {event_id}: in the index, not in the archive"
    if fault := kept.fault():
        yield f"the database: {fault}"
    for record in RECORDS:
        yield from _differing_terms(record, rows)


def _differing_terms(record: Record, rows: Rows) -> Iterator[str]:
    """Yield the terms that the index counts otherwise, does not know, or has another bit set of."""
    expected = rows[record]
    counted = dict(engine().document_counts(record))
    yield from (
        f"{record}, “{term}”: {counted.get(term, 0)} rows in the index, {len(expected.get(term, ()))} in the archive"
        for term in sorted(expected.keys() | counted.keys())
        if counted.get(term, 0) != len(expected.get(term, ()))
    )
    vocabulary = Vocabulary()
    terms = sorted(expected)
    for start in range(0, len(terms), AT_ONCE):
        some = terms[start : start + AT_ONCE]
        bit_sets, known = vocabulary.rows_of(record, some)
        for term in some:
            if term in bit_sets and bit_sets[term] != expected[term]:
                yield f"{record}, “{term}”: other rows in its bit set"
            elif term not in bit_sets and term not in known:
                yield f"{record}, “{term}”: not in the vocabulary"
