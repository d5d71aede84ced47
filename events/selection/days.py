"""Months and days: parameters by which rows are chosen, too many to be offered beside a list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from pyroaring import BitMap64

from events.catalogue import MONTH, UNDATED, Value
from events.selection.facets import FacetFilter

TIMES = ("year", "month", "day")  # the parameters that choose a time
UNKNOWN = "unknown"  # the month of rows whose day is not known

_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


class TimeFacet(FacetFilter):
    """A month or a day; pages count those that they show themselves."""

    is_offered = False

    def rank(self, value: Value, _count: int) -> tuple[Any, ...]:
        return (-value,)  # type: ignore[operator]


class MonthFacet(TimeFacet):
    """The month in which the event began, written 2026-01, or `UNKNOWN`."""

    def meanings(self, words: list[str]) -> dict[str, Value]:
        found: dict[str, Value] = {UNKNOWN: UNDATED} if UNKNOWN in words else {}
        months = (word for word in words if _MONTH.fullmatch(word) and word[:4] > "0000")
        return found | {word: int(word.replace("-", "")) for word in months}

    def word(self, value: Value) -> str:
        return month_word(*divmod(int(value), 100)) if value != UNDATED else UNKNOWN  # type: ignore[call-overload]

    def name(self, value: Value) -> str:
        if value == UNDATED:
            return _("day not known")
        year, month = divmod(int(value), 100)  # type: ignore[call-overload]
        return date_format(date(year, month, 1), pgettext("date format after the word Month", "F Y"), use_l10n=False)


class DayFacet(TimeFacet):
    """The day on which the event began, written 2026-01-26; the catalogue names it as `date.toordinal` does."""

    def meanings(self, words: list[str]) -> dict[str, Value]:
        return {word: day.toordinal() for word in words if (day := _day(word))}

    def word(self, value: Value) -> str:
        return date.fromordinal(value).isoformat()  # type: ignore[arg-type]

    def name(self, value: Value) -> str:
        day = date.fromordinal(value)  # type: ignore[arg-type]
        return date_format(day, pgettext("date format after the word Day", "j F Y"), use_l10n=False)

    def rows(self, chosen: Mapping[str, Value]) -> BitMap64:
        """Return the keys of the rows that have one of the days; others are listed under their day of publication."""
        return super().rows(chosen) - self.holdings.under(MONTH, [UNDATED])


def month_word(year: int, month: int) -> str:
    """Return how addresses write the month."""
    return f"{year:04}-{month:02}"


def _day(word: str) -> date | None:
    try:
        return date.fromisoformat(word) if _DAY.fullmatch(word) else None
    except ValueError:
        return None
