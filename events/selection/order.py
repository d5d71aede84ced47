"""From a set of keys to a page of it, in order."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any, Protocol

from pyroaring import BitMap64

from events.catalogue import Holdings
from events.catalogue.holdings import DAY
from events.models import Commitment, Event
from events.prepared import Prepared
from events.search.engine import Record

AT_A_TIME = 1000  # keys that one query asks for
FEW = 300  # rows whose days the database is asked for,
MANY = 1000  # where there are more days than these to look through

Stretch = tuple[int, int, list[BitMap64]]  # how many rows to leave out, how many to take, and the days they are on


class DaysOf(Protocol):
    """What tells the days that hold rows `start` to `stop` of a set, as `Holdings.days` does."""

    def __call__(self, among: BitMap64, start: int, stop: int, *, newest: bool) -> tuple[int, list[BitMap64]]: ...


_listed: dict[Record, Prepared] = {
    "events": Prepared(lambda keys: Event.objects.filter(pk__in=keys).order_by().values_list("pk", "listed_on")),
    "commitments": Prepared(
        lambda keys: Commitment.objects.filter(pk__in=keys).order_by().values_list("pk", "event__listed_on")
    ),
}


def days_of(record: Record, holdings: Holdings, rows: BitMap64) -> DaysOf:
    """Return what tells the days of these rows: of FEW rows in an archive of MANY days the database; one query then.

    The catalogue looks through one day after another: quicker where there are rows on most days, much slower where
    the rows of a page are years apart.
    """
    if len(rows) > FEW or len(holdings.shelf(DAY)) <= MANY:
        return holdings.days
    by_day: dict[Any, BitMap64] = {}
    for key, day in _listed[record](list(rows)):
        by_day.setdefault(day, BitMap64()).add(key)
    days = sorted(by_day)

    def told(among: BitMap64, start: int, stop: int, *, newest: bool) -> tuple[int, list[BitMap64]]:
        passed, left_out = 0, 0
        found: list[BitMap64] = []
        for day in reversed(days) if newest else days:
            if passed >= stop:
                break
            if within := by_day[day] & among:
                if passed + len(within) > start:
                    left_out = left_out if found else start - passed
                    found.append(within)
                passed += len(within)
        return left_out, found

    return told


def stretches(days: DaysOf, groups: Iterable[BitMap64], start: int, stop: int, *, newest: bool) -> list[Stretch]:
    """Return where rows `start` to `stop` are of all rows of the groups, which come one after another."""
    found, passed = [], 0
    for group in groups:
        size = len(group)
        if passed + size > start and passed < stop:
            first, last = max(start - passed, 0), min(stop - passed, size)
            left_out, on = days(group, first, last, newest=newest)
            found.append((left_out, last - first, on))
        passed += size
        if passed >= stop:
            break
    return found


def events(stretch: Iterable[Stretch], *, newest: bool) -> list[int]:
    """Return the keys of the events, those of one day in the order in which they came in; no query."""
    return [key for left_out, number, days in stretch for key in _of_days(days, left_out, number, newest)]


def _of_days(days: list[BitMap64], left_out: int, number: int, newest: bool) -> Iterable[int]:
    for day in days:
        size = len(day)
        taken = min(number, size - left_out)
        first = size - left_out - taken if newest else left_out
        keys = list(day[first : first + taken])
        yield from reversed(keys) if newest else keys
        left_out, number = 0, number - taken


_places = Prepared(
    lambda keys: Commitment.objects.filter(pk__in=keys).order_by().values_list("pk", "event_id", "start")
)


def commitments(stretch: Iterable[Stretch], *, newest: bool) -> list[int]:
    """Return the keys of the commitments, those of one event in the order of the text.

    One query for each thousand commitments on the days that the page shows something of: one, but for an archive
    with hundreds of events on one day, or without a day.
    """
    stretch = list(stretch)
    keys = [key for _, _, days in stretch for day in days for key in day]
    places = {}
    for i in range(0, len(keys), AT_A_TIME):
        for key, event, first in _places(keys[i : i + AT_A_TIME]):
            places[key] = (-event if newest else event, first is None, first, key)
    return [
        key
        for left_out, number, days in stretch
        for key in islice((key for day in days for key in _by_place(day, places)), left_out, left_out + number)
    ]


def _by_place(day: BitMap64, places: dict[int, tuple[int, bool, int | None, int]]) -> list[int]:
    return sorted((key for key in day if key in places), key=lambda key: places[key])
