"""One month as a calendar: the events of each day, those of several days on each of theirs."""

from __future__ import annotations

from calendar import monthcalendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain, islice

from pyroaring import BitMap64

from events.catalogue import LASTING, MONTH, UNDATED
from events.timeline.grids import Cell, Head
from events.timeline.marks import Mark, marks, on_days
from events.timeline.names import month_and_year, weekday, weekdays
from events.timeline.shapes import drawn
from events.timeline.timeline import Timeline
from events.timeline.years import days_of

MOST_A_DAY = 4  # events shown of those that began on a day
MOST_LASTING = 60  # events of several days that are shown in a month


@dataclass(frozen=True)
class Entry:
    """An event on one of its days: the day's number and how many there are, 0 for an event of one day."""

    mark: Mark
    number: int = 0
    length: int = 0


@dataclass(frozen=True)
class Day:
    """A day with what is shown on it; `total` counts the events that began on it, None where there are none."""

    day: date
    weekday: str
    entries: list[Entry]
    total: Cell | None

    @property
    def is_cut(self) -> bool:
        """Whether more events began on the day than are shown."""
        return self.total is not None and self.total.number > MOST_A_DAY


class Calendar:
    """What the timeline shows of one month; two queries."""

    def __init__(self, timeline: Timeline, year: int, month: int) -> None:
        self.timeline, self.year, self.month = timeline, year, month
        self._number = year * 100 + month
        self._keys = timeline.holdings.under(MONTH, [self._number]) & timeline.keys

    @property
    def name(self) -> str:
        """The month and its year."""
        return month_and_year(self.year, self.month)

    @property
    def weekdays(self) -> list[str]:
        """The names of the days of the week, from Monday."""
        return weekdays()

    @property
    def total(self) -> Cell:
        """The events that began in the month."""
        return Cell(len(self._keys), self.timeline.list_of("month")(f"{self.year:04}-{self.month:02}"))

    @property
    def year_page(self) -> Head:
        """The year, with its page."""
        return Head(str(self.year), self.timeline.year_page(self.year))

    @property
    def before(self) -> Head | None:
        """The last month before this one in which events began."""
        months = (month for month in self.timeline.by_month if UNDATED < month < self._number)
        return self._head(max(months, default=UNDATED))

    @property
    def after(self) -> Head | None:
        """The next month after this one in which events began."""
        return self._head(min((month for month in self.timeline.by_month if month > self._number), default=UNDATED))

    def _head(self, month: int) -> Head | None:
        return Head(month_and_year(*divmod(month, 100)), self.timeline.month_page(month)) if month else None

    # -- Days

    @cached_property
    def weeks(self) -> list[list[Day | None]]:
        """The weeks from Monday to Sunday, None for days of other months."""
        days = {day.day.day: day for day in self._days}
        return [[days.get(number) for number in week] for week in monthcalendar(self.year, self.month)]

    @property
    def is_empty(self) -> bool:
        """Whether no event is shown."""
        return not any(day.entries for day in self._days)

    @property
    def lasting_left_out(self) -> bool:
        """Whether there are more events of several days than are shown on days after their first."""
        return len(self._lasting) > MOST_LASTING

    @property
    def shapes(self) -> list[tuple[str, str]]:
        """The shapes that the page has to draw."""
        return drawn(entry.mark.shape for day in self._days for entry in day.entries)

    @cached_property
    def _lasting(self) -> BitMap64:
        return self.timeline.holdings.under(LASTING, [self._number]) & self.timeline.keys

    @cached_property
    def _days(self) -> list[Day]:
        days = list(days_of(self.year, self.month))
        begun = on_days(self.timeline.holdings, days, self._keys)
        lasting = list(islice(self._lasting, MOST_LASTING))
        keys = chain.from_iterable(rows[:MOST_A_DAY] for rows in begun.values())
        shown = marks(self.timeline.catalogue, list(dict.fromkeys([*keys, *lasting])))
        of_day = self.timeline.list_of("day")
        return [
            Day(
                day,
                weekday(day),
                _entries(day, shown, begun.get(day, ())[:MOST_A_DAY], lasting),
                Cell(len(begun[day]), of_day(day.isoformat())) if day in begun else None,
            )
            for day in days
        ]


def _entries(day: date, shown: dict[int, Mark], begun: Iterable[int], lasting: Iterable[int]) -> list[Entry]:
    """Return what is shown on the day: what goes on from a day before, then what began."""
    entries = []
    for key in lasting:
        event = shown[key].event if key in shown else None
        if event and event.starts_on and event.ends_on and event.starts_on < day <= event.ends_on:
            entries.append(_of_several(shown[key], day))
    return entries[:MOST_A_DAY] + [_of_several(shown[key], day) for key in begun if key in shown]


def _of_several(mark: Mark, day: date) -> Entry:
    first, last = mark.event.starts_on, mark.event.ends_on
    if first is None or last is None or first == last:
        return Entry(mark)
    return Entry(mark, (day - first).days + 1, (last - first).days + 1)
