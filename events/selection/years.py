"""How the rows of a selection lie in the years: bars of which each is a link."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice, zip_longest
from typing import Any, NamedTuple

from events.selection.address import Address
from events.selection.days import TIMES

MOST_BARS = 40  # more are told by decades, and of decades the latest
LONGEST_GAP = 3  # empty years, or decades, that are shown one by one
TALLEST = 20  # steps of a bar's height; the style sheet has a class for each


class Bar(NamedTuple):
    """A year or a decade with its rows, or, without `query`, a stretch of them in which there are none.

    `label` stands below, `words` tell all of it; `height` goes from 0 to `TALLEST`.
    """

    label: str
    words: str
    count: int = 0  # type: ignore[assignment]  # in place of a method of tuples that nobody asks for
    height: int = 0
    is_chosen: bool = False
    query: str = ""


class Histogram:
    """Rows by the year in which their event began. `worded` tells a number of rows in words.

    A bar leads to the list of exactly the rows that it counts; one that is chosen leads away from its choice.
    """

    def __init__(
        self, counts: Mapping[Any, int], chosen: Iterable[int], address: Address, worded: Callable[[int], str]
    ) -> None:
        self._counts, self._chosen, self._worded = counts, set(chosen), worded
        self._elsewhere = address
        for name in TIMES:
            self._elsewhere = self._elsewhere.with_only(name)

    def __bool__(self) -> bool:
        """Whether there is something to choose from."""
        return len(self._counts) > 1 or bool(self._counts and self._chosen)

    @property
    def is_by_decade(self) -> bool:
        """Whether the years are too many to be told one by one."""
        return self._step > 1

    @cached_property
    def bars(self) -> list[Bar]:
        """The bars, the latest first."""
        stretches = list(islice(_stretches(self._counts, self._step), MOST_BARS))
        most = max((self._rows(self._years[first]) for first, _last in stretches if first in self._years), default=1)
        return [self._bar(first, last, most) for first, last in stretches]

    @property
    def earlier(self) -> tuple[str, str] | None:
        """The rows of the years before the first bar in words, with the address of the list of all years."""
        shown = sum(bar.count for bar in self.bars)
        left = sum(self._counts.values()) - shown
        return (self._worded(left), self._elsewhere.opening("year")) if left else None

    @cached_property
    def _step(self) -> int:
        return 10 if len(list(islice(_stretches(self._counts, 1), MOST_BARS + 1))) > MOST_BARS else 1

    @cached_property
    def _years(self) -> dict[int, list[int]]:
        """The years in which there are rows, by the first year of their bar."""
        years: dict[int, list[int]] = {}
        for year in sorted(self._counts):
            years.setdefault(year - year % self._step, []).append(year)
        return years

    def _rows(self, years: Iterable[int]) -> int:
        return sum(self._counts[year] for year in years)

    @cached_property
    def _only(self) -> Callable[[str], str]:
        return self._elsewhere.toggle("year")

    def _bar(self, first: int, last: int, most: int) -> Bar:
        span = str(first) if first == last else f"{first}–{last}"
        label = "⋯" if last - first >= self._step else str(first) if self._step == 1 else f"{first}–"
        years = self._years.get(first)
        if years is None:
            return Bar(label, f"{span}: {self._worded(0)}")
        count = self._rows(years)
        is_chosen = self._chosen.issuperset(years)
        if is_chosen:
            query = str(self._elsewhere)
        elif len(years) == 1:  # written once but for the year: a page has forty of these
            query = self._only(str(years[0]))
        else:
            query = str(self._elsewhere.with_only("year", *map(str, years)))
        words = f"{span}: {self._worded(count)}"
        return Bar(label, words, count, max(1, round(TALLEST * count / most)), is_chosen, query)


def _stretches(years: Iterable[int], step: int) -> Iterator[tuple[int, int]]:
    """Yield (first, last) year of each bar, the latest first; long gaps are one."""
    full = sorted({year // step for year in years}, reverse=True)
    for number, after in zip_longest(full, full[1:]):
        yield number * step, number * step + step - 1
        gap = range(number - 1, after, -1) if after is not None else range(0)
        if len(gap) > LONGEST_GAP:
            yield gap[-1] * step, gap[0] * step + step - 1
        else:
            yield from ((empty * step, empty * step + step - 1) for empty in gap)
