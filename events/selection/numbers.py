"""How many were found, in words; a histogram says its number beside each bar, and the next page most of them again."""

from functools import lru_cache

from django.utils.formats import number_format
from django.utils.translation import get_language, ngettext

KEPT = 5000  # numbers of a process


def events(number: int) -> str:
    """Return "1 event", "1,234 events" in the language of the page."""
    return _events(number, get_language())


def commitments(number: int) -> str:
    """Return "1 commitment", "1,234 commitments" in the language of the page."""
    return _commitments(number, get_language())


@lru_cache(maxsize=KEPT)
def _events(number: int, _language: str | None) -> str:
    return ngettext("%(count)s event", "%(count)s events", number) % {"count": written(number)}


@lru_cache(maxsize=KEPT)
def _commitments(number: int, _language: str | None) -> str:
    return ngettext("%(count)s commitment", "%(count)s commitments", number) % {"count": written(number)}


def written(number: int) -> str:
    """Return the number with its thousands set apart, as the language of the page does."""
    return number_format(number, force_grouping=True)
