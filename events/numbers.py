"""Numbers as each language writes them, alone and with what they count."""

from functools import lru_cache

from django.utils.formats import number_format
from django.utils.translation import ngettext

from events import edition

KEPT = 5000  # numbers of a process: a histogram says one beside each bar, and the next page most of them again


def number(value: int) -> str:
    """Return the number with its thousands set apart: "1.234" in Vietnamese, "1,234" in English."""
    if -1000 < value < 1000:
        return str(value)  # alike in every language; a picture holds a thousand of these
    return _number(value, edition.current().language)


def events(number: int) -> str:
    """Return "1 event", "1,234 events"."""
    return _events(number, edition.current().language)


def commitments(number: int) -> str:
    """Return "1 commitment", "1,234 commitments"."""
    return _commitments(number, edition.current().language)


def share(value: float) -> str:
    """Return a figure from 0 to 1 in hundredths: "97.4%", in Vietnamese "97,4%"."""
    return f"{number_format(round(100 * value, 1), decimal_pos=1)}%"  # which cuts off and does not round


@lru_cache(maxsize=KEPT)
def _number(value: int, _language: str | None) -> str:
    return number_format(value, force_grouping=True)


@lru_cache(maxsize=KEPT)
def _events(number: int, language: str | None) -> str:
    return ngettext("%(count)s event", "%(count)s events", number) % {"count": _number(number, language)}


@lru_cache(maxsize=KEPT)
def _commitments(number: int, language: str | None) -> str:
    words = ngettext("%(count)s commitment", "%(count)s commitments", number)
    return words % {"count": _number(number, language)}
