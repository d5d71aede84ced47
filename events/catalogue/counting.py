"""Counting keys by value: the most frequent values without all the others, and what was counted not counted again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from heapq import nlargest
from threading import Lock
from typing import Any, NamedTuple

from pyroaring import BitMap64

# What a row falls under in one facet: a year, a primary key, a pair of primary keys, an outlet's name.
Value = Hashable
Shelf = Mapping[Value, BitMap64]
Count = Callable[[int, BitMap64], int]  # how many keys of a value are meant, by the number of all its keys and these

TOGETHER = 4  # branches that are counted as one before each of them is
APART = 32  # branches that each count begins with
KEPT_BYTES = 4 * 2**20  # of sets whose counts are kept
KEPT_SETS = 500
KEPT_ANSWERS = 4000  # of one or two thousand bytes


class Branch(NamedTuple):
    """Some values of a facet: the keys under any of them, their number, and the number of the largest value's.

    `parts` are the branches that it is made of, the largest first; none where it is a single value.
    """

    largest: int
    size: int
    rows: BitMap64
    value: Value
    parts: tuple[Branch, ...] = ()


def branches(shelf: Shelf, sizes: Iterable[tuple[int, Value]], former: tuple[Branch, ...] = ()) -> tuple[Branch, ...]:
    """Return the values as a few branches; `sizes` are (number of keys, value), the largest first.

    `former` are those of an earlier state: of values that have the same sets as then, what was joined is taken over.
    """
    joined = dict(_unions(former))
    level = tuple(Branch(size, size, shelf[value], value) for size, value in sizes)
    while len(level) > APART:
        level = tuple(_joined(level[start : start + TOGETHER], joined) for start in range(0, len(level), TOGETHER))
    return level


def _joined(parts: tuple[Branch, ...], known: Mapping[frozenset[int], BitMap64]) -> Branch:
    rows = known.get(_sets(parts))
    if rows is None:
        rows = BitMap64.union(*(part.rows for part in parts))
    return Branch(parts[0].largest, len(rows), rows, None, parts)


def _unions(level: Iterable[Branch]) -> Iterator[tuple[frozenset[int], BitMap64]]:
    """Yield what each branch is the union of, and the union."""
    for branch in level:
        if branch.parts:
            yield _sets(branch.parts), branch.rows
            yield from _unions(branch.parts)


def _sets(parts: Iterable[Branch]) -> frozenset[int]:
    """Return the identities of the sets: they never change, and each is alive as long as a branch that has it."""
    return frozenset(id(part.rows) for part in parts)


def most(level: tuple[Branch, ...], count: Count, number: int) -> dict[Value, int]:
    """Return the values that have the most keys: at least `number`, and all that have as many as the last.

    No value of a branch has more than the branch has, nor than the largest of them has in all. So, from the largest on,
    branches that cannot reach the best found by then are left out whole: where a few values hold most rows, as names
    do, and where few rows are meant, few values are counted.
    """
    waiting, least = list(reversed(level)), 1
    best: list[int] = []
    found: dict[Value, int] = {}
    while waiting:
        largest, size, rows, value, parts = waiting.pop()
        if largest < least:
            break
        counted = count(size, rows)
        if counted < least:
            continue
        if parts:
            waiting += reversed(parts)
            continue
        found[value] = counted
        best.append(counted)
        if len(best) >= number and (len(best) == number or counted > least):
            best = nlargest(number, best)
            least = best[-1]
    return {value: counted for value, counted in found.items() if counted >= least}


class _Known(NamedTuple):
    """A set of rows with what was told of it; `content` is what it is known by where that is not the set itself."""

    rows: BitMap64
    content: bytes
    answers: dict[Hashable, Any]


class Kept:
    """What was told of sets of rows that never change, so that it is told once; those used last are kept.

    Sets of a shelf are known by themselves, others by the rows that they hold: what a search finds, or several values
    at once leave, is a new set for each page, and every page, order and language of a selection asks the same of it.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._known: OrderedDict[int, _Known] = OrderedDict()  # by identity
        self._by_content: dict[bytes, BitMap64] = {}
        self._bytes = self._answers = 0

    def lend(self, rows: BitMap64) -> BitMap64:
        """Return the set, which is of a shelf and stays as long as this does."""
        with self._lock:
            if id(rows) not in self._known:
                self._take(rows)
        return rows

    def same(self, rows: BitMap64) -> BitMap64:
        """Return the set with the same rows that is known already, else this one, known from now on."""
        if self.knows(rows):
            return rows
        content = rows.serialize()
        with self._lock:
            if (known := self._by_content.get(content)) is None:
                known = self._by_content[content] = rows
                self._bytes += len(content)
                self._take(rows, content)
            return known

    def knows(self, rows: BitMap64) -> bool:
        """Return whether what is told of the rows is kept."""
        return id(rows) in self._known

    def once(self, rows: BitMap64, question: Hashable, tell: Callable[[], Any]) -> Any:
        """Return what is told of the rows in answer to the question; of a set that is known, what was told before."""
        with self._lock:
            known = self._known.get(id(rows))
            if known is not None:
                self._known.move_to_end(id(rows))
        if known is None:
            return tell()
        if question in known.answers:
            return known.answers[question]
        told = tell()
        with self._lock:
            if question not in known.answers and self._known.get(id(rows)) is known:
                known.answers[question] = told
                self._answers += 1
                self._make_room()
        return told

    def _take(self, rows: BitMap64, content: bytes = b"") -> None:
        self._known[id(rows)] = _Known(rows, content, {})
        self._make_room()

    def _make_room(self) -> None:
        while self._bytes > KEPT_BYTES or len(self._known) > KEPT_SETS or self._answers > KEPT_ANSWERS:
            gone = self._known.popitem(last=False)[1]
            self._by_content.pop(gone.content, None)
            self._bytes -= len(gone.content)
            self._answers -= len(gone.answers)
