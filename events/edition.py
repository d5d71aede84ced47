"""The edition that is being made: in which language, and with what before its addresses.

Django keeps both for each thread and task, in a place that takes long to ask, and a page asks again and again: for each
name, each number, each address. So whoever makes a page notes them once.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

from django.urls import get_script_prefix
from django.utils.translation import get_language, override


class Edition(NamedTuple):
    """A language, None where translations are off, and the beginning of all addresses, "/" as a rule."""

    language: str | None
    prefix: str


_noted: ContextVar[Edition | None] = ContextVar("edition", default=None)


def current() -> Edition:
    """Return the edition that is noted, else the one that Django tells."""
    return _noted.get() or Edition(get_language(), get_script_prefix())


def is_english() -> bool:
    """Return whether names and words are to be the English ones; all others read the Vietnamese."""
    return current().language == "en"


@contextmanager
def noted() -> Iterator[None]:
    """Note what Django tells now. Until the end only `made_in` may change the language: Django's own `override` would
    change the words alone, and not names, numbers and addresses.
    """
    token = _noted.set(Edition(get_language(), get_script_prefix()))
    try:
        yield
    finally:
        _noted.reset(token)


@contextmanager
def made_in(language: str) -> Iterator[None]:
    """Make what follows in another language."""
    with override(language), noted():
        yield
