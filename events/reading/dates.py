"""Days of the event: what its lede names.

A day without a year takes the year that puts it nearest to the publication, not later than `HORIZON` after it where
that is possible. Days of feasts and anniversaries (Quốc khánh 2/9) never are the event's. A visit has its first and its
last day, everything else the day that the lede names. Where the page has no date, a full date in the lede stands in for
it (`Sáng 8-7 … từ ngày 7 đến 9-7-2025`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from events.reading.calendars import Calendar, Day, calendar_day
from events.reading.folding import lowered

HORIZON = timedelta(days=45)  # a report may name a day to come; none of 95 pages named one further off
LATE = timedelta(days=7)  # a text is put on a page within a week of its writing
VISITS = frozenset({"state-visit", "official-visit", "visit-announcement"})
Days = tuple[date, date]


def event_days(
    texts: Iterable[str], kind: str, calendar: Calendar, reference: date | None, year: int | None
) -> Days | None:
    """Return the first and the last day of an event out of its lede's sentences, or None where they name no day.

    `reference` is the day of writing, else that of publication, `year` the year of a month-only prefix.
    """
    visit = kind in VISITS
    texts = list(texts)
    near = reference or (_full_day(texts, calendar) if year is None else None)
    spare: Days | None = None
    for text in texts:
        plain = lowered(text)
        named = [day for day in calendar.days(plain) if not is_feast(plain, day, calendar)]
        for day in named:
            days = resolve(day, near, year, ahead=kind == "visit-announcement")
            if days is not None and reference is None and near is not None and abs(days[1] - near) > HORIZON:
                continue  # the full date is of another time: a treaty's, a birthday
            if days is not None and (day.first is not None) == visit:
                return days
            spare = spare or (days and _whole(days, plain, calendar) if visit else None)
        if reference is not None and not visit:
            relative = _relative(plain, calendar, reference)
            if relative is not None:
                return relative, relative
        elif reference is not None and spare is None:
            relative = _relative(plain, calendar, reference)
            spare = _whole((relative, relative), plain, calendar) if relative is not None else None
    return spare


def written_on(printed: str, calendar: Calendar, published: date | None) -> date | None:
    """Return the day of a dateline as printed (*HANOI, March 3 (XNA) --*), None without one near publication."""
    for day in calendar.days(lowered(printed)):
        days = resolve(day, published, None)
        if days is not None and (published is None or abs(published - days[1]) <= LATE):
            return days[1]
    return None


def _whole(days: Days, plain: str, calendar: Calendar) -> Days:
    """Return the first and the last day of a visit of which the text names one day and how many days it took."""
    more = timedelta(max(calendar.length_of(plain) - 1, 0))
    return (days[0] - more, days[1]) if calendar.ending.search(plain) else (days[0], days[1] + more)


def _full_day(texts: Iterable[str], calendar: Calendar) -> date | None:
    """Return the first day that the lede prints with its year: the days beside it are of about that time."""
    for text in texts:
        plain = lowered(text)
        for day in calendar.days(plain):
            if day.year is not None and not is_feast(plain, day, calendar):
                return calendar_day(day.year, day.month, day.day)
    return None


def _relative(plain: str, calendar: Calendar, reference: date) -> date | None:
    """Return the day that "this morning", "yesterday" or "on Monday" means on the day of publication."""
    for phrases, shift in calendar.relative:
        if phrases.search(plain):
            return reference + timedelta(shift)
    weekday = calendar.weekday.search(plain) if calendar.weekday_is_day else None
    if weekday is None:
        return None
    return reference - timedelta((reference.weekday() - calendar.weekdays[weekday[0]]) % 7)


def is_feast(plain: str, day: Day, calendar: Calendar) -> bool:
    """Tell whether a day is named for what it commemorates, or stands in brackets as a span of years."""
    before = plain[max(0, day.start - 60) : day.start]
    clause = re.split(r"[,;:]", before)[-1]
    bracketed = "(" in before and ")" not in before[before.rfind("(") :] and day.year is not None
    return bracketed or calendar.feasts.search(clause) is not None


def resolve(day: Day, reference: date | None, year: int | None, ahead: bool = False) -> tuple[date, date] | None:
    """Return the first and the last day that `day` means, or None where the calendar has no such day."""
    if day.year is not None:
        last = calendar_day(day.year, day.month, day.day)
    elif reference is not None:
        last = _nearest(day.day, day.month, reference, ahead)
    else:
        last = calendar_day(year, day.month, day.day) if year is not None else None
    if last is None:
        return None
    if day.first is None:
        return last, last
    first_day, first_month = day.first
    first = calendar_day(last.year - (first_month > last.month), first_month, first_day)
    return (first, last) if first is not None and first <= last else (last, last)


def _nearest(day: int, month: int, reference: date, ahead: bool) -> date | None:
    years = (reference.year - 1, reference.year, reference.year + 1)
    dates = [found for year in years if (found := calendar_day(year, month, day)) is not None]
    if ahead:
        return min(dates, key=lambda one: (abs(one - reference), one < reference), default=None)
    return max((one for one in dates if one <= reference + HORIZON), default=min(dates, default=None))
