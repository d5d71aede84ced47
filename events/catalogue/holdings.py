"""Sets of keys by heading: which events, or commitments, are of a year, by a leader, about a topic."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date
from itertools import takewhile
from typing import NamedTuple, TypeVar

from pyroaring import BitMap64

from events.catalogue.counting import Branch, Count, Kept, Shelf, Value, branches, most

Told = TypeVar("Told")

# Facets that no reader chooses from: they keep the order.
DAY = "day"  # as `date.toordinal` tells the day a row is listed under
LISTED = "listed"  # the year of that day
SIZE = "size"  # how many commitments an event has

# A facet with one value, "": the commitments that stand in a thread which nobody rejected.
THREADED = "threaded"
# Months are counted, but are too many to be offered beside a list.
MONTH = "month"  # in which the event began, as `month_of` tells it; UNDATED where no day is known
LASTING = "lasting"  # each month in which an event of more than one day goes on, the first included
UNDATED = 0

NOTHING: Shelf = {}
NO_ROWS = BitMap64()


def month_of(day: date) -> int:
    """Return the month of the day as the catalogue names it: 202601 for January 2026."""
    return day.year * 100 + day.month


class Day(NamedTuple):
    """The rows of a selection that are listed under one day, as `date.toordinal` numbers it."""

    number: int
    rows: BitMap64


class Holdings:
    """Keys of all rows of one sort, and of those under each value of each facet. Never changes: a change makes another.

    Sets that did not change are shared between the old and the new, so that a change costs what it touches.
    """

    def __init__(self, keys: BitMap64 | None = None, shelves: Mapping[str, Shelf] | None = None) -> None:
        self.keys = BitMap64() if keys is None else keys
        self.shelves = shelves or {}
        self._by_size: dict[str, list[tuple[int, Value]]] = {}
        self._by_branch: dict[str, tuple[Branch, ...]] = {}
        self._former: dict[str, tuple[Branch, ...]] = {}  # branches of the holdings that these were made from
        self._kept = Kept()
        self._kept.lend(self.keys)
        self.is_part = False

    def shelf(self, facet: str) -> Shelf:
        """Return the sets of keys under each value of the facet."""
        return self.shelves.get(facet, NOTHING)

    def under(self, facet: str, values: Iterable[Value]) -> BitMap64:
        """Return the keys under any of the values."""
        shelf = self.shelf(facet)
        found = [shelf[value] for value in values if value in shelf]
        if len(found) == 1:
            return self._kept.lend(found[0])
        return BitMap64.union(*found) if found else BitMap64()

    def same(self, rows: BitMap64) -> BitMap64:
        """Return a set of the same keys of which may be known already what was counted; for what is counted often."""
        return rows if rows is self.keys else self._kept.same(rows)

    def once(self, rows: BitMap64, question: Hashable, tell: Callable[[], Told]) -> Told:
        """Return what is told of these keys, the same for all that never change; told once for a set that is kept."""
        told: Told = self._kept.once(rows, question, tell)
        return told

    def replaced(self, gone: BitMap64, entries: Mapping[str, Mapping[Value, list[int]]], keys: list[int]) -> Holdings:
        """Return the holdings without the keys in `gone`, with `keys` under the values that `entries` tells."""
        shelves = {}
        for facet in {*self.shelves, *entries}:
            old = self.shelf(facet)
            new = dict(old)
            for value, rows in old.items():
                if rows.intersect(gone):
                    new[value] = rows - gone
            for value, added in entries.get(facet, {}).items():
                new[value] = new[value] | BitMap64(added) if value in new else BitMap64(added)
            shelves[facet] = {value: rows for value, rows in new.items() if rows}
        made = Holdings((self.keys - gone) | BitMap64(keys), shelves)
        made._former = self._former | self._by_branch
        return made

    def part(self, keys: BitMap64) -> Holdings:
        """Return the holdings as if there were no other rows than those among `keys`."""
        part = Holdings(self._kept.same(self.keys & keys), self.shelves)
        part._by_size, part._by_branch, part._former = self._by_size, self._by_branch, self._former
        part._kept, part.is_part = self._kept, True
        return part

    # -- Counting

    def counts(self, facet: str, among: BitMap64) -> dict[Value, int]:
        """Return how many of the keys in `among` each value has, those with none left out."""
        if among is self.keys and not self.is_part:
            return {value: size for size, value in self.by_size(facet)}
        return dict(self._kept.once(among, facet, lambda: self._counts(facet, among)))

    def most(self, facet: str, among: BitMap64, number: int) -> dict[Value, int]:
        """Return the values with the most keys in `among`: at least `number`, and all that have as many as the last."""
        if among is self.keys and not self.is_part:
            sizes = self.by_size(facet)
            least = sizes[min(number, len(sizes)) - 1][0] if sizes else 0
            return {value: size for size, value in takewhile(lambda pair: pair[0] >= least, sizes)}
        counted = self._kept.once(
            among, (facet, number), lambda: most(self._branches(facet), self._counting(among), number)
        )
        return dict(counted)

    def _counts(self, facet: str, among: BitMap64) -> dict[Value, int]:
        count_of, shelf = self._counting(among), self.shelf(facet)
        counted = ((value, count_of(size, shelf[value])) for size, value in self.by_size(facet))
        return {value: count for value, count in counted if count}

    def _counting(self, among: BitMap64) -> Count:
        """Return what counts the keys in `among` of a value, by the number of all its keys and these themselves.

        Where most keys are in `among`, as of a word that stands nearly everywhere, those are counted that are not: the
        fewer there are, the less it takes, however large the archive is.
        """
        if self.is_part or 2 * len(among) <= len(self.keys):
            return lambda _size, rows: rows.intersection_cardinality(among)
        others = self.keys - among
        return lambda size, rows: size - rows.intersection_cardinality(others)

    def parted(self, facet: str, among: BitMap64) -> dict[Value, BitMap64]:
        """Return the keys in `among` by the value that they are under; values with none are left out."""
        return {value: rows & among for value, rows in self.shelf(facet).items() if rows.intersect(among)}

    def crossed(self, facet: str, parts: Mapping[Value, BitMap64]) -> dict[tuple[Value, Value], int]:
        """Return for each value of the facet and each part how many keys both have, those with none left out."""
        return {
            (value, part): count
            for value, rows in self.shelf(facet).items()
            for part, within in parts.items()
            if (count := rows.intersection_cardinality(within))
        }

    def by_size(self, facet: str) -> list[tuple[int, Value]]:
        """Return (number of keys, value) for each value of the facet, the largest first; sorted once."""
        if facet not in self._by_size:
            sizes = ((len(rows), value) for value, rows in self.shelf(facet).items())
            self._by_size[facet] = sorted(sizes, key=lambda pair: -pair[0])
        return self._by_size[facet]

    def _branches(self, facet: str) -> tuple[Branch, ...]:
        """Return the values of the facet as branches; made once."""
        if facet not in self._by_branch:
            former = self._former.pop(facet, ())
            self._by_branch[facet] = branches(self.shelf(facet), self.by_size(facet), former)
        return self._by_branch[facet]

    # -- Order

    def days(self, among: BitMap64, start: int, stop: int, *, newest: bool) -> tuple[int, list[Day]]:
        """Return the days that hold rows `start` to `stop` of `among`, and how many rows of the first come before.

        The latest day comes first where `newest`. Costs as many intersections as there are years, and days in a year,
        however many rows come before; of a set that is known both are counted once.
        """
        passed, left_out = 0, 0
        found: list[Day] = []
        in_years, shelf = self.counts(LISTED, among), self.shelf(DAY)
        for year in sorted(in_years, reverse=newest):  # type: ignore[type-var]
            if passed + in_years[year] <= start:
                passed += in_years[year]
                continue
            for number, in_day in self._in_year(year, among, newest):
                if passed + in_day > start:
                    left_out = left_out if found else start - passed
                    found.append(Day(number, shelf[number] & among))
                passed += in_day
                if passed >= stop:
                    return left_out, found
        return left_out, found

    def _in_year(self, year: Value, among: BitMap64, newest: bool) -> Iterable[tuple[int, int]]:
        """Return the days of the year on which there are rows of `among`, in order, and how many on each.

        All of them where they are kept; of a set that is not known no more than are asked for.
        """

        def told(newest: bool) -> Iterator[tuple[int, int]]:
            within = self.shelf(LISTED)[year] & among
            for number, rows in self._days_of(int(year), newest):  # type: ignore[call-overload]
                if count := rows.intersection_cardinality(within):
                    yield number, count

        if not self._kept.knows(among):
            return told(newest)
        days = self.once(
            among, ("days", year), lambda: tuple(array("i", each) for each in zip(*told(False), strict=True))
        )
        return zip(*(reversed(each) for each in days) if newest else days, strict=True)

    def years(self, among: BitMap64) -> int:
        """Return how many years these rows are listed under."""
        return len(self.counts(LISTED, among))

    def newest(self, among: BitMap64, number: int) -> list[int]:
        """Return that many of the keys in `among`, the latest day first, and of one day the highest key first."""
        found: list[int] = []
        for _number, rows in self.days(among, 0, number, newest=True)[1]:
            found += reversed(list(rows[max(len(found) + len(rows) - number, 0) :]))
        return found

    def beside(self, key: int, day: int, among: BitMap64) -> tuple[int | None, int | None]:
        """Return the keys in `among` that come next before and next after the key of a row listed on the day.

        The order is that of days, as `date.toordinal` tells them, and of one day that of keys. The row need not be
        among them. Costs as many intersections as there are years, and days in two years.
        """
        return self._next(key, day, among, -1), self._next(key, day, among, 1)

    def _next(self, key: int, day: int, among: BitMap64, step: int) -> int | None:
        same_day = self.shelf(DAY).get(day, NO_ROWS) & among
        place = same_day.rank(key if step > 0 else key - 1)  # how many are not above it
        if step > 0 and place < len(same_day):
            return same_day[place]
        if step < 0 and place > 0:
            return same_day[place - 1]
        years = self.shelf(LISTED)
        this = date.fromordinal(day).year
        beyond = [year for year in years if (year - this) * step >= 0]  # type: ignore[operator]
        for year in sorted(beyond, reverse=step < 0):  # type: ignore[type-var]
            if not years[year].intersect(among):
                continue
            within = years[year] & among
            for on, rows in self._days_of(int(year), newest=step < 0):  # type: ignore[call-overload]
                if (on - day) * step > 0 and rows.intersect(within):
                    found = rows & within
                    return found.min() if step > 0 else found.max()
        return None

    def _days_of(self, year: int, newest: bool) -> Iterable[tuple[int, BitMap64]]:
        days = self.shelf(DAY)
        first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
        numbers = range(last, first - 1, -1) if newest else range(first, last + 1)
        return ((day, days[day]) for day in numbers if day in days)
