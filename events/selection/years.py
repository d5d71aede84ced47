"""How the rows of a selection lie in the years: bars of which each is a link."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from events.selection.address import Address
from events.selection.days import TIMES

MOST_BARS = 40  # more are told by decades, and of decades the latest
LONGEST_GAP = 3  # empty years, or decades, that are shown one by one
TALLEST = 20  # steps of a bar's height; the style sheet has a class for each


@dataclass(frozen=True, slots=True)
class Bar:
    """A year or a decade with its rows, or, without `query`, a stretch of them in which there are none.

    `label` stands below, `words` tell all of it; `height` goes from 0 to `TALLEST`.
    """

    label: str
    words: str
    count: int = 0
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
        return len(list(self._stretches(1))) > MOST_BARS

    @cached_property
    def bars(self) -> list[Bar]:
        """The bars, the latest first."""
        step = 10 if self.is_by_decade else 1
        stretches = list(self._stretches(step))[:MOST_BARS]
        most = max((self._within(first, last)[1] for first, last in stretches), default=0) or 1
        return [self._bar(first, last, step, most) for first, last in stretches]

    @property
    def earlier(self) -> tuple[str, str] | None:
        """The rows of the years before the first bar in words, with the address of the list of all years."""
        shown = sum(bar.count for bar in self.bars)
        left = sum(self._counts.values()) - shown
        return (self._worded(left), self._elsewhere.opening("year")) if left else None

    def _stretches(self, step: int) -> Iterator[tuple[int, int]]:
        """Yield (first, last) year of each bar, the latest first; long gaps are one."""
        if not self._counts:
            return
        full = sorted({year // step for year in self._counts}, reverse=True)
        for place, number in enumerate(full):
            yield number * step, number * step + step - 1
            after = full[place + 1] if place + 1 < len(full) else number - 1
            gap = range(number - 1, after, -1)
            if len(gap) > LONGEST_GAP:
                yield gap[-1] * step, gap[0] * step + step - 1
            else:
                yield from ((empty * step, empty * step + step - 1) for empty in gap)

    def _within(self, first: int, last: int) -> tuple[list[int], int]:
        """Return the years of the stretch in which there are rows, and the number of these."""
        years = [year for year in self._counts if first <= year <= last]
        return sorted(years), sum(self._counts[year] for year in years)

    def _bar(self, first: int, last: int, step: int, most: int) -> Bar:
        years, count = self._within(first, last)
        span = str(first) if first == last else f"{first}–{last}"
        label = "⋯" if last - first >= step else str(first) if step == 1 else f"{first}–"
        if not years:
            return Bar(label, f"{span}: {self._worded(0)}")
        is_chosen = self._chosen >= set(years)
        query = str(self._elsewhere.with_only("year", *([] if is_chosen else map(str, years))))
        height = max(1, round(TALLEST * count / most))
        return Bar(label, f"{span}: {self._worded(count)}", count, height, is_chosen, query)
