"""Sets of keys by heading: which events, or commitments, are of a year, by a leader, about a topic."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from heapq import nlargest
from itertools import takewhile

from pyroaring import BitMap64

# What a row falls under in one facet: a year, a primary key, a pair of primary keys, an outlet's name.
Value = Hashable
Shelf = Mapping[Value, BitMap64]
Counting = Callable[[str, BitMap64, int], dict[Value, int]]

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

KEPT = 2000  # counts under single values that are kept
GROUP = 8  # values of a facet that are asked together whether any of them has a row

NOTHING: Shelf = {}
NO_ROWS = BitMap64()


def month_of(day: date) -> int:
    """Return the month of the day as the catalogue names it: 202601 for January 2026."""
    return day.year * 100 + day.month


class Holdings:
    """Keys of all rows of one sort, and of those under each value of each facet. Never changes: a change makes another.

    Sets that did not change are shared between the old and the new, so that a change costs what it touches.
    """

    def __init__(self, keys: BitMap64 | None = None, shelves: Mapping[str, Shelf] | None = None) -> None:
        self.keys = BitMap64() if keys is None else keys
        self.shelves = shelves or {}
        self._by_size: dict[str, list[tuple[int, Value]]] = {}
        self._groups: dict[str, list[tuple[BitMap64, list[tuple[int, Value]]]]] = {}
        self._lent: dict[int, BitMap64] = {}  # the rows of single values that were asked for, by identity
        self._kept: dict[tuple[str, int, int], dict[Value, int]] = {}
        self.is_part = False

    def shelf(self, facet: str) -> Shelf:
        """Return the sets of keys under each value of the facet."""
        return self.shelves.get(facet, NOTHING)

    def under(self, facet: str, values: Iterable[Value]) -> BitMap64:
        """Return the keys under any of the values."""
        shelf = self.shelf(facet)
        found = [shelf[value] for value in values if value in shelf]
        if len(found) == 1:
            self._lent[id(found[0])] = found[0]
            return found[0]
        return BitMap64.union(*found) if found else BitMap64()

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
        return Holdings((self.keys - gone) | BitMap64(keys), shelves)

    def part(self, keys: BitMap64) -> Holdings:
        """Return the holdings as if there were no other rows than those among `keys`."""
        part = Holdings(self.keys & keys, self.shelves)
        part._by_size, part._groups, part.is_part = self._by_size, self._groups, True
        return part

    # -- Counting

    def counts(self, facet: str, among: BitMap64) -> dict[Value, int]:
        """Return how many of the keys in `among` each value has, those with none left out."""
        if among is self.keys and not self.is_part:
            return {value: size for size, value in self.by_size(facet)}
        return self._once(self._counts, facet, among, 0)

    def most(self, facet: str, among: BitMap64, number: int) -> dict[Value, int]:
        """Return the values with the most keys in `among`: at least `number`, and all that have as many as the last.

        A value has no more keys in `among` than in all. Taken from the largest, values need no more counting once
        none can reach the best: where a few values hold most rows, as names do, few are counted. Where `among` is
        small, most values have none of it: those that follow one another in size are asked together.
        """
        if among is self.keys and not self.is_part:
            sizes = self.by_size(facet)
            least = sizes[min(number, len(sizes)) - 1][0] if sizes else 0
            return {value: size for size, value in takewhile(lambda pair: pair[0] >= least, sizes)}
        return self._once(self._most, facet, among, number)

    def _once(self, count: Counting, facet: str, among: BitMap64, number: int) -> dict[Value, int]:
        """Return what `count` returns; for the rows of a single value it is kept, for these never change."""
        if self.is_part or self._lent.get(id(among)) is not among:
            return count(facet, among, number)
        key = (facet, number, id(among))
        if key not in self._kept:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[key] = count(facet, among, number)
        return dict(self._kept[key])

    def _counts(self, facet: str, among: BitMap64, _number: int) -> dict[Value, int]:
        count_of, shelf = self._counting(among), self.shelf(facet)
        counted = ((value, count_of(size, shelf[value])) for size, value in self.by_size(facet))
        return {value: count for value, count in counted if count}

    def _most(self, facet: str, among: BitMap64, number: int) -> dict[Value, int]:
        count_of, shelf, least = self._counting(among), self.shelf(facet), 0
        best: list[int] = []
        found: dict[Value, int] = {}
        for rows, sizes in self._together(facet):
            if sizes[0][0] < least:
                break
            if not rows.intersect(among):
                continue
            for size, value in sizes:
                if size >= least and (count := count_of(size, shelf[value])):
                    found[value] = count
                    best.append(count)
                    if len(best) >= number and (len(best) == number or count > least):
                        best = nlargest(number, best)
                        least = best[-1]
        return {value: count for value, count in found.items() if count >= least}

    def _counting(self, among: BitMap64) -> Callable[[int, BitMap64], int]:
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

    def _together(self, facet: str) -> list[tuple[BitMap64, list[tuple[int, Value]]]]:
        """Return the values of the facet in groups, the largest first, each with the keys under any of them."""
        if facet not in self._groups:
            shelf, sizes = self.shelf(facet), self.by_size(facet)
            groups = [sizes[start : start + GROUP] for start in range(0, len(sizes), GROUP)]
            self._groups[facet] = [
                (BitMap64.union(*(shelf[value] for _size, value in group)), group) for group in groups
            ]
        return self._groups[facet]

    # -- Order

    def days(self, among: BitMap64, start: int, stop: int, *, newest: bool) -> tuple[int, list[BitMap64]]:
        """Return the days that hold rows `start` to `stop` of `among`, and how many rows of the first come before.

        A day is the set of its keys; the latest comes first where `newest`. Costs as many intersections as there are
        years, and days in a year, however many rows come before.
        """
        passed, left_out = 0, 0
        found: list[BitMap64] = []
        years = self.shelf(LISTED)
        for year in sorted(years, reverse=newest):  # type: ignore[type-var]
            in_year = years[year].intersection_cardinality(among)
            if passed + in_year <= start:
                passed += in_year
                continue
            within = years[year] & among
            for _day, rows in self._days_of(int(year), newest):  # type: ignore[call-overload]
                in_day = rows.intersection_cardinality(within)
                if in_day and passed + in_day > start:
                    left_out = left_out if found else start - passed
                    found.append(rows & within)
                passed += in_day
                if passed >= stop:
                    return left_out, found
        return left_out, found

    def newest(self, among: BitMap64, number: int) -> list[int]:
        """Return that many of the keys in `among`, the latest day first, and of one day the highest key first."""
        found: list[int] = []
        for day in self.days(among, 0, number, newest=True)[1]:
            found += reversed(list(day[max(len(found) + len(day) - number, 0) :]))
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
