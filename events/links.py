"""Addresses of the archive's own pages, each worked out once.

A page of an event links to some ninety others, and Django works out an address anew each time it is asked.
"""

from functools import lru_cache

from django.urls import reverse

from events import edition
from events.edition import Edition

KEPT = 20_000  # addresses of a process


def link_to(page: str, *words: str | int) -> str:
    """Return the address of the page with this name, in the language of the page that is being made.

    Raises NoReverseMatch where there is no such page.
    """
    return _link(page, words, edition.current())


@lru_cache(maxsize=KEPT)
def _link(page: str, words: tuple[str | int, ...], _edition: Edition) -> str:
    return reverse(page, args=words)
