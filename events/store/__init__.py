"""A Reading becomes rows: the one place that writes what the machine read. The caller holds the transaction.

What staff own (`staff_fields`) is never written: where the reading differs from it, the difference is reported.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from events.editing import touch
from events.indexing import reindex
from events.models import Event, ImportItem, Provenance, SourceFile
from events.reading.facts import Reading
from events.reading.folding import fingerprint
from events.register import Register
from events.store import commitments, records
from events.store.sources import keep_source

__all__ = ["Filed", "file_reading", "keep_source"]


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of one reading; `differences` are the fields that staff hold against it."""

    event: Event
    outcome: ImportItem.Outcome
    differences: tuple[dict[str, Any], ...] = ()


def file_reading(reading: Reading, source: SourceFile, part: int, register: Register) -> Filed:
    """Write what was read from the `part`th article of a source file; return the event and what became of it.

    A part that has been read before updates its event; the same article from another file is attached to the
    event that is there; anything else is a new event.
    """
    provenance = source.provenances.filter(part=part).select_related("event__kind").first()
    if provenance is None:
        return _file_new(reading, source, part, register)
    if not provenance.is_primary:
        return Filed(provenance.event, ImportItem.Outcome.UNCHANGED)
    event = provenance.event
    changes = records.update(event, reading, register)
    changes += commitments.update(event, reading, register)
    if not changes.written:
        return Filed(event, ImportItem.Outcome.UNCHANGED, tuple(changes.left_to_staff))
    touch(event.pk)
    return Filed(event, ImportItem.Outcome.UPDATED, tuple(changes.left_to_staff))


def _file_new(reading: Reading, source: SourceFile, part: int, register: Register) -> Filed:
    event = Event.objects.filter(fingerprint=fingerprint(reading.body)).first()
    if event is not None:
        Provenance.objects.create(event=event, source=source, part=part)
        reindex([event.pk])
        return Filed(event, ImportItem.Outcome.DUPLICATE)
    event = records.create(reading, register)
    commitments.create(event, reading, register)
    Provenance.objects.create(event=event, source=source, part=part, is_primary=True)
    reindex([event.pk])
    return Filed(event, ImportItem.Outcome.CREATED)
