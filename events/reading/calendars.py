"""Calendars: how a language writes days, and the stamps that pages and crawls print.

A day without its year is left without one; what it means is decided where the event is known.
"""

from __future__ import annotations

import calendar as gregorian
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache

from events.reading.facts import Origin, Published
from events.reading.folding import lowered, tokens
from events.reading.lexicon import Language

_FIGURES = re.compile(
    r"(?<![\d/.])(?P<day>3[01]|[12]\d|0?[1-9])\s?(?P<mark>[/.-])\s?(?P<month>1[0-2]|0?[1-9])"
    r"(?:\s?(?P=mark)\s?(?P<year>(?:19|20)\d\d))?(?![\d%])(?!/\d)"
)
_ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>1[0-2]|0[1-9])-(?P<day>3[01]|[12]\d|0[1-9])(?!\d)")
_CLOCK = re.compile(
    r"(?<!\d)(?P<hour>2[0-3]|[01]?\d)\s?[:h]\s?(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?\s?(?P<half>[ap]\.?m\b)?"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGIT = re.compile(r"\d")
_ZONES = {
    "ict": 7.0, "edt": -4.0, "est": -5.0, "cdt": -5.0, "pdt": -7.0, "pst": -8.0, "ist": 5.5,
    "jst": 9.0, "kst": 9.0, "bst": 1.0, "cet": 1.0, "cest": 2.0, "msk": 3.0, "sgt": 8.0, "gmt": 0.0, "utc": 0.0,
}  # fmt: skip
_OFFSET = re.compile(r"(?:gmt|utc)\s?(?P<sign>[+-])\s?(?P<hours>1[0-4]|0?\d)(?::?(?P<minutes>[0-5]\d))?(?!\d)")
_BARE_OFFSET = re.compile(r"\((?:gmt|utc)?\s?(?P<sign>[+-])(?P<hours>1[0-4]|0\d):(?P<minutes>[0-5]\d)\)")
_ZONE = re.compile(r"\b(?:" + "|".join(_ZONES) + r")\b")
_PREFIX = re.compile(r"\s*date\s(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?!\d)[^\S\n]*")
_BEFORE = 24  # characters in which the first day of a range, or the word that makes a figure a day, is looked for


@dataclass(frozen=True, slots=True)
class Day:
    """A day as a text names it, at `start` up to `end`; `first` is a range's first day (day, month)."""

    start: int
    end: int
    day: int
    month: int
    year: int | None
    first: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Stamp:
    """A full date that a page prints, with its clock and zone where it prints them."""

    start: int
    end: int
    published: Published


@dataclass(frozen=True, slots=True)
class Prefix:
    """The date that a crawl put before the text (` date 2026-01 …`), and where the text itself starts."""

    published: Published | None
    year: int
    end: int


def crawl_prefix(text: str) -> Prefix | None:
    """Return the crawl's prefix at the start of a file; its date is None where it is no date of the calendar."""
    found = _PREFIX.match(text)
    if found is None:
        return None
    day = calendar_day(int(found["year"]), int(found["month"]), int(found["day"] or 1))
    precision = "day" if found["day"] else "month"
    published = Published(day, precision, "prefix") if day else None  # type: ignore[arg-type]
    return Prefix(published, int(found["year"]), found.end())


class Calendar:
    """The day names of one language, ready to be found in a text."""

    def __init__(self, language: Language) -> None:
        table = language.table["dates"]
        self.months = {name: number for number, names in enumerate(table["months"], 1) for name in names}
        self.weekdays = {name: number for number, names in enumerate(table["weekdays"]) for name in names}
        self.weekday_is_day: bool = table["weekday_is_day"]
        self.month_named = re.compile(_either(self.months))
        self.patterns = [(_pattern(each, self.months), "{month_name}" in each) for each in table["patterns"]]
        past = (*table["month_patterns"], *table["year_patterns"])
        self.past_patterns = [_pattern(template, self.months) for template in past]
        self.relative = [
            (_words(table[name]), shift) for name, shift in (("today", 0), ("yesterday", -1), ("tomorrow", 1))
        ]
        self.day_words = _ending(table["day_words"])
        self.range = re.compile(
            rf"(?<!\w)(?:(?P<name>{_either(self.months)})\s+)?"
            r"(?<![\d/.])(?P<day>3[01]|[12]\d|0?[1-9])(?:\s?[/.-]\s?(?P<month>1[0-2]|0?[1-9]))?"
            rf"(?:\s+(?P<named>{_either(self.months)}))?\s*(?:" + _either(table["range_to"]) + r")\s*$"
        )
        # The last day of a range whose month stands before the first: November 5 to 8, 2024
        self.until = re.compile(
            rf"\s*(?:{_either(table['range_to'])})\s*(?P<day>3[01]|[12]\d|0?[1-9])(?![\w/:-])(?!\.\d)"
            rf"(?!\s*(?:{_either(self.months)}))(?:\s*,?\s*(?P<year>(?:19|20)\d\d)(?!\w))?"
        )
        numbers = {name: number for number, name in enumerate(table["numbers"], 1)}
        self.lengths = [_length(template, numbers) for template in table["lengths"]]
        self.numbers = numbers
        self.ending = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, table["ending"])) + ")")
        self.feasts = _words(table["feasts"])
        self.weekday = _words(self.weekdays)
        names = [*table["page_words"], *self.weekdays]
        self.page_words = frozenset(word for name in names for word in tokens(name))
        self.offset = language.table["utc_offset"]

    def stamp(self, line: str, origin: Origin = "printed") -> Stamp | None:
        """Return the full date (with its year) that a line prints, or None."""
        if _YEAR.search(line) is None:
            return None
        plain = lowered(line)
        days = [day for day in self.days(plain, anywhere=True) if day.year]
        if not days:
            return None
        day = days[0]
        value = calendar_day(day.year or 0, day.month, day.day)
        if value is None:
            return None
        rest = plain[: day.start] + " " * (day.end - day.start) + plain[day.end :]
        clock = _CLOCK.search(rest)
        if clock is None:
            return Stamp(day.start, day.end, Published(value, "day", origin))
        hour = int(clock["hour"])
        if clock["half"]:
            hour = hour % 12 + (12 if clock["half"].startswith("p") else 0)
        minute, second = int(clock["minute"]), int(clock["second"] or 0)
        when = datetime(value.year, value.month, value.day, hour, minute, second, tzinfo=self.zone(plain))
        start, end = min(day.start, clock.start()), max(day.end, clock.end())
        return Stamp(start, end, Published(when, "time", origin))

    def zone(self, plain: str) -> timezone:
        """Return the zone that a line prints, else that of the language's outlets."""
        offset = _BARE_OFFSET.search(plain) or _OFFSET.search(plain)
        if offset is not None:
            away = timedelta(hours=int(offset["hours"]), minutes=int(offset["minutes"] or 0))
            return timezone(-away if offset["sign"] == "-" else away)
        found = _ZONE.search(plain)
        if found is None:
            hours, minutes = self.offset.split(":")
            return timezone(timedelta(hours=int(hours), minutes=int(minutes)))
        return timezone(timedelta(hours=_ZONES[found[0]]))

    def days(self, plain: str, anywhere: bool = False) -> list[Day]:
        """Return the days that a text in lower case names; figures need a day word before them, unless `anywhere`."""
        if _DIGIT.search(plain) is None:
            return []
        found: dict[int, Day] = {}
        named = self.month_named.search(plain) is not None
        patterns = [pattern for pattern, needs_name in self.patterns if named or not needs_name]
        for pattern in [_ISO, *patterns, _FIGURES]:
            for hit in pattern.finditer(plain):
                groups = hit.groupdict()
                if any(hit.start() < other.end and other.start < hit.end() for other in found.values()):
                    continue
                month = int(groups["month"]) if groups.get("month") else self.months[_single_space(groups["name"])]
                before = plain[max(0, hit.start() - _BEFORE) : hit.start()]
                first = self.range.search(before)
                year = int(groups["year"]) if groups.get("year") else None
                figures = pattern is _FIGURES and year is None
                if figures and not anywhere and first is None and not self.day_words.search(before):
                    continue
                start = hit.start() - (len(before) - first.start() if first else 0)
                found[hit.start()] = self._day(plain, hit, month, year, first, start)
                if len(found) >= 40:  # a lede names a few days; more is no lede
                    return [found[place] for place in sorted(found)]
        return [found[place] for place in sorted(found)]

    def _day(
        self, plain: str, hit: re.Match[str], month: int, year: int | None, first: re.Match[str] | None, start: int
    ) -> Day:
        """Return the day of a hit, with the first day of its range before it, or the last one after it."""
        day = int(hit["day"])
        if first is not None:
            name = first["name"] or first["named"]
            opened = self.months[_single_space(name)] if name else int(first["month"] or month)
            return Day(start, hit.end(), day, month, year, (int(first["day"]), opened))
        until = self.until.match(plain, hit.end()) if hit.groupdict().get("name") and year is None else None
        if until is None or hit.start("name") > hit.start("day"):
            return Day(start, hit.end(), day, month, year)
        return Day(start, until.end(), int(until["day"]), month, int(until["year"] or 0) or None, (day, month))

    def length_of(self, plain: str) -> int:
        """Return how many days a text in lower case says that something takes, 0 where it says nothing."""
        for pattern in self.lengths:
            found = pattern.search(plain)
            if found is not None:
                return self.numbers.get(found["number"]) or int(found["number"])
        return 0

    def past_in(self, text: str, event: date | None) -> list[int]:
        """Return where a text names a month or a year that was over before the event's own."""
        if event is None or _YEAR.search(text) is None:
            return []
        plain = lowered(text)
        found: list[int] = []
        for pattern in self.past_patterns:
            for hit in pattern.finditer(plain):
                groups = hit.groupdict()
                month = int(groups.get("month") or self.months.get(_single_space(groups.get("name") or ""), 12))
                if (int(groups["year"]), month) < (event.year, event.month):
                    found.append(hit.start())
        return sorted(found)


@lru_cache(maxsize=16)
def calendar_of(language: Language) -> Calendar:
    """Return the calendar of a language; made once."""
    return Calendar(language)


def calendar_day(year: int, month: int, day: int) -> date | None:
    """Return a day of the calendar, or None where it has no such day (31/2) or the year is no year of an archive."""
    if not 1 <= month <= 12 or not 1900 <= year <= 2200:
        return None
    return date(year, month, day) if 1 <= day <= gregorian.monthrange(year, month)[1] else None


def _pattern(template: str, months: Iterable[str]) -> re.Pattern[str]:
    parts = {
        "{day}": r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?",
        "{month}": r"(?P<month>1[0-2]|0?[1-9])",
        "{month_name}": rf"(?P<name>{_either(months)})",
        "{year}": r"(?P<year>(?:19|20)\d\d)",
    }
    pieces = [parts.get(word, re.escape(word)) for word in template.split()]
    return re.compile(r"(?<!\w)" + r"\s*".join(pieces) + r"(?!\w)")


def _length(template: str, numbers: Iterable[str]) -> re.Pattern[str]:
    number = rf"(?P<number>\d{{1,2}}|{_either(numbers)})"
    pieces = [number if word == "{number}" else re.escape(word) for word in template.split()]
    return re.compile(r"(?<!\w)" + r"\s*".join(pieces) + r"(?!\w)")


def _either(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(r"\s*".join(re.escape(part) for part in word.split()) for word in longest_first)


def _words(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + _either(phrases) + r")(?!\w)")


def _ending(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"(?:(?<!\w)(?:" + _either(words) + r")|\(|,)\s*$")


def _single_space(name: str) -> str:
    return " ".join(re.findall(r"[^\W_]+|\.", name))
