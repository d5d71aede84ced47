"""Names of months and weekdays as each language writes them."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import pgettext

MONDAY = date(2001, 1, 1)  # any Monday


def month_name(month: int) -> str:
    """Return "January"."""
    return _written(date(2000, month, 1), pgettext("date format, name of a month", "F"))


def month_short(month: int) -> str:
    """Return "Jan", for a narrow column."""
    return _written(date(2000, month, 1), pgettext("date format, month at the head of a narrow column", "M"))


def month_and_year(year: int, month: int) -> str:
    """Return "January 2026"."""
    return _written(date(year, month, 1), pgettext("date format", "F Y"))


def weekdays() -> list[str]:
    """Return the names of the days of the week, which begins on Monday."""
    return [weekday(date.fromordinal(MONDAY.toordinal() + place)) for place in range(7)]


def weekday(day: date) -> str:
    """Return "Monday"."""
    return _written(day, "l")


def _written(day: date, pattern: str) -> str:
    return date_format(day, pattern, use_l10n=False)
