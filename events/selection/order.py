"""From a set of keys to a page of it, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from pyroaring import BitMap64

from events.catalogue import Holdings
from events.catalogue.counting import Shelf
from events.catalogue.holdings import DAY, Day
from events.models import Commitment, Event
from events.prepared import Prepared
from events.search.engine import Record

AT_A_TIME = 1000  # keys that one query asks for
FEW = 300  # rows whose days the database is asked for,
MANY = 1000  # where there are more days than these to look through
NEAR = 2  # years that are looked through all the same
CROWDED = 200  # commitments of one day, from which on its events are asked one after another

Stretch = tuple[int, int, list[Day]]  # how many rows to leave out, how many to take, and the days they are on
Place = tuple[int, bool, int, int]  # what the commitments of a day are sorted by


class DaysOf(Protocol):
    """What tells the days that hold rows `start` to `stop` of a set, as `Holdings.days` does."""

    def __call__(self, among: BitMap64, start: int, stop: int, *, newest: bool) -> tuple[int, list[Day]]: ...


_listed: dict[Record, Prepared] = {
    "events": Prepared(lambda keys: Event.objects.filter(pk__in=keys).order_by().values_list("pk", "listed_on")),
    "commitments": Prepared(
        lambda keys: Commitment.objects.filter(pk__in=keys).order_by().values_list("pk", "event__listed_on")
    ),
}


def days_of(record: Record, holdings: Holdings) -> DaysOf:
    """Return what tells the days of rows: of FEW rows of several years in an archive of MANY days the database.

    The catalogue looks through one day after another: quicker where there are rows on most days, much slower where
    the rows of a page are years apart. The database is asked once for rows that are known.
    """
    if len(holdings.shelf(DAY)) <= MANY:
        return holdings.days

    def told(among: BitMap64, start: int, stop: int, *, newest: bool) -> tuple[int, list[Day]]:
        if len(among) > FEW or holdings.years(among) <= NEAR:
            return holdings.days(among, start, stop, newest=newest)
        rows = holdings.same(among)
        days = holdings.once(rows, "days", lambda: _days(record, rows))
        passed, left_out = 0, 0
        found: list[Day] = []
        for day in reversed(days) if newest else days:
            if passed >= stop:
                break
            if passed + len(day.rows) > start:
                left_out = left_out if found else start - passed
                found.append(day)
            passed += len(day.rows)
        return left_out, found

    return told


def _days(record: Record, rows: BitMap64) -> list[Day]:
    by_day: dict[int, BitMap64] = {}
    for key, day in _listed[record](list(rows)):
        by_day.setdefault(day.toordinal(), BitMap64()).add(key)
    return [Day(number, by_day[number]) for number in sorted(by_day)]


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
    return [key for day, first, last in _cut(stretch) for key in _in_order(day.rows, first, last, newest=newest)]


def _cut(stretch: Iterable[Stretch]) -> Iterator[tuple[Day, int, int]]:
    """Yield each day with the places of its first and last row, in the order wanted, and one beyond the last."""
    for left_out, number, days in stretch:
        first, waiting = left_out, number
        for day in days:
            last = min(first + waiting, len(day.rows))
            yield day, first, last
            first, waiting = 0, waiting - (last - first)


def _in_order(rows: BitMap64, first: int, last: int, *, newest: bool) -> list[int]:
    if newest:
        return list(rows[len(rows) - last : len(rows) - first])[::-1]
    return list(rows[first:last])


_PLACE = ("pk", "event_id", "start")
_of_commitments = Prepared(lambda keys: Commitment.objects.filter(pk__in=keys).order_by().values_list(*_PLACE))
_of_events = Prepared(lambda keys: Commitment.objects.filter(event__in=keys).order_by().values_list(*_PLACE))


def commitments(on_days: Shelf, stretch: Iterable[Stretch], *, newest: bool) -> list[int]:
    """Return the keys of the commitments, those of one event in the order of the text.

    `on_days` are the keys of the events listed under each day. One query for each thousand commitments on days that are
    not CROWDED. Of a crowded day the events are asked in their order, no more than the page needs: mostly one query.
    """
    cut = list(_cut(stretch))
    quiet = [key for day, _first, _last in cut if len(day.rows) <= CROWDED for key in day.rows]
    places = _places(_of_commitments, quiet, newest=newest)
    found: list[int] = []
    for day, first, last in cut:
        if len(day.rows) > CROWDED:
            found += _of_crowded(day, on_days[day.number], last, newest=newest)[first:last]
        else:
            found += sorted((key for key in day.rows if key in places), key=places.__getitem__)[first:last]
    return found


def _of_crowded(day: Day, events: BitMap64, number: int, *, newest: bool) -> list[int]:
    """Return the first commitments of the day in order: so many, or more."""
    waiting = list(events)[::-1] if newest else list(events)
    found: list[int] = []
    asked = 2 + number * len(waiting) // len(day.rows)
    while waiting and len(found) < number:
        some, waiting = waiting[:asked], waiting[asked:]
        places = _places(_of_events, some, newest=newest)
        found += sorted((key for key in places if key in day.rows), key=places.__getitem__)
        asked *= 2  # so that few questions are enough also where these events have less than others
    return found


def _places(ask: Prepared, keys: Sequence[int], *, newest: bool) -> dict[int, Place]:
    return {
        key: (-event if newest else event, first is None, first, key)
        for start in range(0, len(keys), AT_A_TIME)
        for key, event, first in ask(keys[start : start + AT_A_TIME])
    }
