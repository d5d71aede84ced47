"""Months and days: parameters by which rows are chosen, too many to be offered beside a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from operator import neg
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from pyroaring import BitMap64

from events.catalogue import MONTH, UNDATED, Catalogue, Headings, Holdings, Value
from events.reading.folding import fold
from events.selection.facets import FacetFilter, Label, Labels

TIMES = ("year", "month", "day")  # the parameters that choose a time
UNKNOWN = "unknown"  # the month of rows whose day is not known

_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


class TimeFacet(FacetFilter):
    """A month or a day; pages count those that they show themselves."""

    is_offered = False

    def use(self, catalogue: Catalogue, holdings: Holdings, language: str | None) -> None:  # noqa: ARG002
        """As every facet, but with labels of this page alone: there are more days than should be kept."""
        self.catalogue, self.holdings = catalogue, holdings
        self.extra["facet"] = self
        self.labels = Labels(self.maker(catalogue.headings))

    def rank(self, _counts: Mapping[Value, int]) -> Callable[[Value], Any]:
        return neg  # type: ignore[return-value]


class MonthFacet(TimeFacet):
    """The month in which the event began, written 2026-01, or `UNKNOWN`."""

    def meanings(self, words: list[str]) -> dict[str, Value]:
        found: dict[str, Value] = {UNKNOWN: UNDATED} if UNKNOWN in words else {}
        months = (word for word in words if _MONTH.fullmatch(word) and word[:4] > "0000")
        return found | {word: int(word.replace("-", "")) for word in months}

    def maker(self, _headings: Headings) -> Callable[[Any], Label]:
        return _month_label


class DayFacet(TimeFacet):
    """The day on which the event began, written 2026-01-26; the catalogue names it as `date.toordinal` does."""

    def meanings(self, words: list[str]) -> dict[str, Value]:
        return {word: day.toordinal() for word in words if (day := _day(word))}

    def maker(self, _headings: Headings) -> Callable[[Any], Label]:
        return _day_label

    def rows(self, chosen: Mapping[str, Value]) -> BitMap64:
        """Return the keys of the rows that have one of the days; others are listed under their day of publication."""
        return super().rows(chosen) - self.holdings.under(MONTH, [UNDATED])


def _month_label(value: int) -> Label:
    if value == UNDATED:
        name = _("day not known")
        return Label(fold(name), UNKNOWN, name)
    year, month = divmod(value, 100)
    name = date_format(date(year, month, 1), pgettext("date format after the word Month", "F Y"), use_l10n=False)
    return Label(fold(name), month_word(year, month), name)


def _day_label(value: int) -> Label:
    day = date.fromordinal(value)
    name = date_format(day, pgettext("date format after the word Day", "j F Y"), use_l10n=False)
    return Label(fold(name), day.isoformat(), name)


def month_word(year: int, month: int) -> str:
    """Return how addresses write the month."""
    return f"{year:04}-{month:02}"


def _day(word: str) -> date | None:
    try:
        return date.fromisoformat(word) if _DAY.fullmatch(word) else None
    except ValueError:
        return None
