"""One event on a page of the timeline: its day, its kind's shape and label, its title and its sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import pgettext
from pyroaring import BitMap64

from events.catalogue import DAY, Catalogue, Holdings
from events.selection import EventRow, listed
from events.timeline.shapes import shape_of

MOST_SIDES = 3  # that are named beside a title; the event's own page names all


@dataclass(frozen=True, slots=True)
class Mark:
    """An event as the timeline shows it."""

    event: EventRow
    shape: str
    sides: list[str]
    has_more_sides: bool

    @property
    def days(self) -> str:
        """The days within their month: "26", "27–29", "30 – 2 Apr"."""
        first, last = self.event.starts_on, self.event.ends_on
        if first is None or last is None:
            return ""
        if first == last:
            return str(first.day)
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}–{last.day}"
        end = pgettext("date format, last day of a span that began in another month", "j M")
        return f"{first.day} – {date_format(last, end, use_l10n=False)}"


def marks(catalogue: Catalogue, keys: Sequence[int]) -> dict[int, Mark]:
    """Return the marks of these events by their keys; two queries, none for no keys."""
    wanted = BitMap64(keys)
    if not wanted:
        return {}
    known, events = catalogue.headings, catalogue.events
    shapes = {
        key: shape_of(known.kinds[kind].word)  # type: ignore[index]
        for kind, rows in events.shelf("kind").items()
        for key in rows & wanted
    }
    sides: defaultdict[int, list[str]] = defaultdict(list)
    taking_part = ((known.actors[actor], rows & wanted) for actor, rows in events.shelf("country").items())  # type: ignore[index]
    for actor, keys_of in sorted(taking_part, key=lambda pair: pair[0].word):
        for key in keys_of:
            sides[key].append(actor.name)
    return {
        row.pk: Mark(row, shapes[row.pk], sides[row.pk][:MOST_SIDES], len(sides[row.pk]) > MOST_SIDES)
        for row in listed(keys)
    }


def on_days(holdings: Holdings, days: Iterable[date], among: BitMap64) -> dict[date, BitMap64]:
    """Return the keys in `among` by the day, of these days, that their event began on; days with none are left out."""
    shelf = holdings.shelf(DAY)
    found = {}
    for day in days:
        rows = shelf.get(day.toordinal())
        if rows is not None and (within := rows & among):
            found[day] = within
    return found
