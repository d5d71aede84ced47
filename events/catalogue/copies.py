"""The kept copy of the catalogue in the database: one row a facet, so that a new process need not read every record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from django.db import transaction
from pyroaring import BitMap64

from events.catalogue.counting import Shelf
from events.catalogue.holdings import Holdings
from events.models import CatalogueCopy, JournalEntry

# The facet in which all keys are kept. It is renamed when a copy is to hold more than it did: one without it was made
# by an earlier release and is not read.
KEYS = "keys of 4"


class Place(NamedTuple):
    """An entry of the journal, up to which something has taken the changes in; BEFORE_ALL for none."""

    number: int
    mark: str


BEFORE_ALL = Place(0, "")
RECORDS = ("events", "commitments")


def write(place: Place, *records: Holdings) -> None:
    """Keep the holdings of events and of commitments in place of what was kept.

    The journal before the copy that was there goes: whoever is at an entry since then needs no copy.
    """
    rows = [
        CatalogueCopy(number=place.number, mark=place.mark, record=record, facet=facet, content=pack(shelf))
        for record, holdings in zip(RECORDS, records, strict=True)
        for facet, shelf in _with_keys(holdings).items()
    ]
    with transaction.atomic():
        before = standing_at()
        CatalogueCopy.objects.all().delete()
        CatalogueCopy.objects.bulk_create(rows, batch_size=1)
        JournalEntry.objects.filter(number__lt=min(before.number, place.number)).delete()


def standing_at() -> Place:
    """Return the place of the copy; one query."""
    row = CatalogueCopy.objects.values_list("number", "mark").first()
    return Place(*row) if row else BEFORE_ALL


def read() -> tuple[Place, Holdings, Holdings] | None:
    """Return the copy: its place, the events and the commitments; empty where there is none. One query.

    None where an earlier release made it, which kept less: the journal before it is gone as well.
    """
    place = BEFORE_ALL
    shelves: dict[str, dict[str, Shelf]] = {record: {} for record in RECORDS}
    for number, mark, record, facet, content in CatalogueCopy.objects.values_list(
        "number", "mark", "record", "facet", "content"
    ):
        place = Place(number, mark)
        shelves[record][facet] = unpack(bytes(content))
    if not shelves["events"]:
        return place, Holdings(), Holdings()
    if not all(KEYS in kept for kept in shelves.values()):
        return None
    events, commitments = (Holdings(shelves[record].pop(KEYS)[KEYS], shelves[record]) for record in RECORDS)
    return place, events, commitments


def _with_keys(holdings: Holdings) -> dict[str, Shelf]:
    return {KEYS: {KEYS: holdings.keys}, **holdings.shelves}


def pack(shelf: Shelf) -> bytes:
    """Return the shelf as bytes: a line of JSON with each value and the length of its set, then the sets."""
    sets = [(value, rows.serialize()) for value, rows in shelf.items()]
    return json.dumps([(value, len(data)) for value, data in sets]).encode() + b"\n" + b"".join(d for _, d in sets)


def unpack(content: bytes) -> Shelf:
    """Return the shelf that `pack` made bytes of."""
    line, _, data = content.partition(b"\n")
    return dict(_sets(json.loads(line), memoryview(data)))


def _sets(listed: list[tuple[object, int]], data: memoryview) -> Iterator[tuple[object, BitMap64]]:
    ends = accumulate(length for _value, length in listed)
    for (value, length), end in zip(listed, ends, strict=True):
        # A pair of keys, which JSON makes a list, is a tuple here.
        yield tuple(value) if isinstance(value, list) else value, BitMap64.deserialize(bytes(data[end - length : end]))
