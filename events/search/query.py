"""What is searched for: a small tree that knows neither how it was typed nor which database answers it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, product
from math import prod

from events.search.text import Word

MAX_PHRASES = 8  # that alternatives may be joined to; more tell nothing about where the words stand


@dataclass(frozen=True, slots=True)
class Term:
    """Words that follow one another; of the last one only the beginning where `is_prefix`."""

    words: tuple[Word, ...]
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """Of each group one term must be found, and none of `none_of`; false where nothing is searched for."""

    all_of: tuple[tuple[Term, ...], ...] = ()
    none_of: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.all_of or self.none_of)

    @property
    def phrases(self) -> list[Term]:
        """What was searched for as it was written, word after word; one for each way through the alternatives.

        None where a beginning of a word is followed by something, or there are more than MAX_PHRASES of them.
        """
        if not self.all_of or prod(map(len, self.all_of)) > MAX_PHRASES:
            return []
        if any(term.is_prefix for group in self.all_of[:-1] for term in group):
            return []
        ways = islice(product(*self.all_of), MAX_PHRASES)
        return [Term(tuple(word for term in way for word in term.words), way[-1].is_prefix) for way in ways]
