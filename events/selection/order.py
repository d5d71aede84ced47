"""From a set of keys to a page of it, in order."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from pyroaring import BitMap64

from events.catalogue import Holdings
from events.models import Commitment

AT_A_TIME = 5000  # keys that one query asks for

Stretch = tuple[int, int, list[BitMap64]]  # how many rows to leave out, how many to take, and the days they are on


def stretches(holdings: Holdings, groups: Iterable[BitMap64], start: int, stop: int, *, newest: bool) -> list[Stretch]:
    """Return where rows `start` to `stop` are of all rows of the groups, which come one after another."""
    found, passed = [], 0
    for group in groups:
        size = len(group)
        if passed + size > start and passed < stop:
            first, last = max(start - passed, 0), min(stop - passed, size)
            left_out, days = holdings.days(group, first, last, newest=newest)
            found.append((left_out, last - first, days))
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


def commitments(stretch: Iterable[Stretch], *, newest: bool) -> list[int]:
    """Return the keys of the commitments, those of one event in the order of the text.

    One query for each five thousand commitments on the days that the page shows something of: one, but for an archive
    with thousands of events on one day, or without a day.
    """
    stretch = list(stretch)
    keys = [key for _, _, days in stretch for day in days for key in day]
    places = {}
    for i in range(0, len(keys), AT_A_TIME):
        rows = Commitment.objects.filter(pk__in=keys[i : i + AT_A_TIME]).order_by()
        for key, event, first in rows.values_list("pk", "event_id", "start"):
            places[key] = (-event if newest else event, first is None, first, key)
    return [
        key
        for left_out, number, days in stretch
        for key in islice((key for day in days for key in _by_place(day, places)), left_out, left_out + number)
    ]


def _by_place(day: BitMap64, places: dict[int, tuple[int, bool, int | None, int]]) -> list[int]:
    return sorted((key for key in day if key in places), key=lambda key: places[key])
