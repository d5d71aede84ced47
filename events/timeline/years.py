"""One year: its kinds and its sides by month, and the first events of each month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import chain, islice

from events.catalogue import MONTH
from events.selection import month_word
from events.timeline.grids import Cell, Grid, Head
from events.timeline.marks import Mark, marks, on_days
from events.timeline.names import month_name, month_short
from events.timeline.timeline import Part, Span, Timeline, shapes_in

MOST_A_MONTH = 8  # events shown of each; a year is then a page of a hundred lines at most


@dataclass(frozen=True)
class Month:
    """A month with events: the address of its own page, the number of its events with their list, the first of them."""

    name: str
    address: str
    total: Cell
    marks: list[Mark]


class Year:
    """What the timeline shows of one year; two queries."""

    def __init__(self, timeline: Timeline, number: int) -> None:
        self.timeline, self.number = timeline, number

    @property
    def total(self) -> Cell:
        """The events that began in the year."""
        return Cell(self.timeline.by_year.get(self.number, 0), self.timeline.list_of("year")(str(self.number)))

    @property
    def before(self) -> Head | None:
        """The last year before this one that has events."""
        return self._head(max((year for year in self.timeline.by_year if year < self.number), default=0))

    @property
    def after(self) -> Head | None:
        """The next year after this one that has events."""
        return self._head(min((year for year in self.timeline.by_year if year > self.number), default=0))

    def _head(self, year: int) -> Head | None:
        return Head(str(year), self.timeline.year_page(year)) if year else None

    @cached_property
    def _numbers(self) -> list[int]:
        """The months that have events, as the catalogue names them."""
        counts = self.timeline.by_month
        return [month for month in range(self.number * 100 + 1, self.number * 100 + 13) if month in counts]

    @cached_property
    def _columns(self) -> list[Part]:
        shelf, of_month = self.timeline.holdings.shelf(MONTH), self.timeline.list_of("month")
        found = []
        for number in self._numbers:
            word, month = month_word(self.number, number % 100), number % 100
            total = Cell(self.timeline.by_month[number], of_month(word))
            head = Head(month_short(month), self.timeline.month_page(number), month_name(month), total)
            found.append(Part(head, "month", word, shelf[number] & self.timeline.keys))
        return found

    @cached_property
    def _span(self) -> Span:
        rows = self.timeline.holdings.under("year", [self.number]) & self.timeline.keys
        return Span(rows, self.timeline.apart_from("year").with_only("year", str(self.number)), self._columns)

    @cached_property
    def kinds(self) -> Grid:
        """The kinds by month."""
        return self.timeline.kinds(self._span)

    @cached_property
    def sides(self) -> Grid:
        """The pairs of sides by month."""
        return self.timeline.sides(self._span)

    @cached_property
    def months(self) -> list[Month]:
        """The months that have events."""
        keys = {number: self._first(number, part) for number, part in zip(self._numbers, self._columns, strict=True)}
        shown = marks(self.timeline.catalogue, list(chain.from_iterable(keys.values())))
        return [
            Month(part.head.full, part.head.address, part.head.total or Cell(0, ""), [shown[k] for k in keys[number]])
            for number, part in zip(self._numbers, self._columns, strict=True)
        ]

    @property
    def shapes(self) -> list[tuple[str, str]]:
        """The shapes that the page has to draw."""
        return shapes_in(self.kinds, [mark.shape for month in self.months for mark in month.marks])

    def _first(self, number: int, part: Part) -> list[int]:
        by_day = on_days(self.timeline.holdings, days_of(*divmod(number, 100)), part.rows)
        return list(islice(chain.from_iterable(by_day.values()), MOST_A_MONTH))


def days_of(year: int, month: int) -> Iterator[date]:
    """Yield the days of the month."""
    day = date(year, month, 1)
    while day.month == month:
        yield day
        if day == date.max:
            return
        day += timedelta(1)
