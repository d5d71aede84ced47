"""Days as each language writes them, only as exactly as they are known."""

from datetime import date, datetime
from functools import lru_cache
from typing import Protocol

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events import edition
from events.models import Event, Office


class Dated(Protocol):
    """An event, or what a list shows of one."""

    @property
    def starts_on(self) -> date | None: ...

    @property
    def ends_on(self) -> date | None: ...


def _written(value: date | datetime, pattern: str) -> str:
    return date_format(value, pattern, use_l10n=False)


def _day(value: date) -> str:
    return _written(value, pgettext("date format", "j F Y"))


def day(value: date | datetime | None) -> str:
    """Return "26 January 2026", or "ngày 26 tháng 1 năm 2026", of a moment the day here; nothing for no day."""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    return _days(value, value, edition.current().language) if value else ""


def moment(value: datetime) -> str:
    """Return "26 January 2026, 09:05 (UTC+07)", for what happened here and not in an article."""
    return _moment(timezone.localtime(value))


def _moment(value: datetime) -> str:
    return _written(value, pgettext("date format", "j F Y, H:i (\\U\\T\\Ce)"))


def happened(event: Dated) -> str:
    """Return the day or days of the event, and say so where none is known."""
    if event.starts_on is None or event.ends_on is None:
        return _("day not known")
    return _days(event.starts_on, event.ends_on, edition.current().language)


@lru_cache(maxsize=5000)  # the days of a list are few, and writing one takes as long as the rest of its row
def _days(first: date, last: date, _language: str | None) -> str:
    if first == last:
        return _day(first)
    if (first.year, first.month) == (last.year, last.month):
        start = _written(first, pgettext("date format, first day of a span within a month", "j"))
        end = _written(last, pgettext("date format, last day of a span within a month", "j F Y"))
        return f"{start}–{end}"
    if first.year == last.year:
        start = _written(first, pgettext("date format, first day of a span within a year", "j F"))
        return f"{start} – {_day(last)}"
    return f"{_day(first)} – {_day(last)}"


def published(event: Event) -> str:
    """Return when the article came out, to the minute, the day or the month, as far as it is known."""
    if event.published_precision == Event.Precision.TIME and event.published_at:
        return _moment(timezone.localtime(event.published_at))
    if event.published_on is None:
        return _("day not known")
    if event.published_precision == Event.Precision.MONTH:
        return _written(event.published_on, pgettext("date format", "F Y"))
    return _day(event.published_on)


def held(office: Office) -> str:
    """Return from when until when the office was held."""
    start, end = day(office.held_from), day(office.held_until)
    if start and end:
        return _("from %(start)s to %(end)s") % {"start": start, "end": end}
    if start:
        return _("since %(start)s") % {"start": start}
    return _("until %(end)s") % {"end": end} if end else _("dates not known")
