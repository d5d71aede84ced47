"""Readings become rows: the one place that writes what the machine read. The caller holds the transaction.

What staff own (`staff_fields`) is never written: where the reading differs from it, the difference is reported.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from events.editing import touch
from events.indexing import reindex
from events.models import Event, ImportItem, Provenance, SourceFile
from events.reading.facts import Reading
from events.reading.folding import fingerprint
from events.reading.source import sha256
from events.register import Register
from events.store import commitments, records
from events.store.parts import pair
from events.store.sources import keep_source

__all__ = ["Filed", "file_readings", "foresee", "keep_source"]

Outcome = ImportItem.Outcome


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of one reading; `differences` are the fields that staff hold against it."""

    event: Event
    outcome: ImportItem.Outcome
    differences: tuple[dict[str, Any], ...] = ()


def file_readings(
    readings: Sequence[Reading], source: SourceFile, register: Register, *, is_new: bool = False
) -> list[Filed]:
    """Write what was read from the articles of a source file; return each event and what became of it, in order.

    A part that has been read before updates its event; the same article from another file is attached to the
    event that is there; anything else is a new event. The event of a part that is no longer read stays as it is and
    is flagged for staff; it comes last in what is returned, on the day that it is flagged. A source that `is_new`
    is not asked for what was read of it before.
    """
    known = [] if is_new else list(source.provenances.select_related("event__kind").order_by("part"))
    pairs, vanished = pair(readings, known)
    unused = max((provenance.part for provenance in known), default=0)
    filed = []
    for reading, provenance in pairs:
        if provenance is None:
            unused += 1
            filed.append(_file_new(reading, source, unused, register))
        else:
            filed.append(_file_again(reading, provenance, register))
    flagged = [provenance.event for provenance in vanished if records.flag_vanished(provenance)]
    return filed + [_changed(event, Outcome.UPDATED) for event in flagged]


def foresee(readings: Sequence[Reading], data: bytes, seen: set[bytes]) -> list[ImportItem.Outcome] | None:
    """Return what would become of the readings of a file that is new; None of one that has been read before.

    `seen` holds the fingerprints of what was foreseen before, and takes up these. Nothing is written.
    """
    if Provenance.objects.filter(source__sha256=sha256(data)).exists():
        return None
    outcomes = []
    for one in (fingerprint(reading.body) for reading in readings):
        is_known = bytes.fromhex(one) in seen or Event.objects.filter(fingerprint=one).exists()
        outcomes.append(Outcome.DUPLICATE if is_known else Outcome.CREATED)
        seen.add(bytes.fromhex(one))
    return outcomes


def _file_again(reading: Reading, provenance: Provenance, register: Register) -> Filed:
    event = provenance.event
    if not provenance.is_primary:
        return Filed(event, Outcome.UNCHANGED)
    changes = records.update(event, reading, register)
    changes += commitments.update(event, reading, register)
    if not changes.written:
        return Filed(event, Outcome.UNCHANGED, tuple(changes.left_to_staff))
    touch(event.pk)
    return Filed(event, Outcome.UPDATED, tuple(changes.left_to_staff))


def _file_new(reading: Reading, source: SourceFile, part: int, register: Register) -> Filed:
    known_by = fingerprint(reading.body)
    event = Event.objects.filter(fingerprint=known_by).defer("body").first()
    if event is not None:
        Provenance.objects.create(event=event, source=source, part=part)
        return _changed(event, Outcome.DUPLICATE)
    event, parts = records.create(reading, register, known_by)
    commitments.create(event, reading, parts, register)
    Provenance.objects.create(event=event, source=source, part=part, is_primary=True)
    return _changed(event, Outcome.CREATED)


def _changed(event: Event, outcome: ImportItem.Outcome) -> Filed:
    """Return what became of an event whose rows were written, and let readers see it."""
    reindex([event.pk])
    return Filed(event, outcome)
