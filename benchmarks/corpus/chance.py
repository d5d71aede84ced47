"""Draws from ranked lists, and words that nobody has used."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import exp, log
from pathlib import Path
from random import Random
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")

COINED_IN_TAIL = 100_000  # different invented words that recur, by Zipf's law
SHARING = 6  # articles that share one rare word: at most so many have it, however large the corpus


def words() -> dict[str, Any]:
    """Return the lists of `words.toml`."""
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


class Ranked(Generic[Value]):
    """Values to draw from, each as often as its weight; by Zipf's law (1/rank) where no weights are given."""

    def __init__(self, values: Iterable[Value], weights: Sequence[float] = (), exponent: float = 1.0) -> None:
        self.values = list(values)
        given = weights or [1 / rank**exponent for rank in range(1, len(self.values) + 1)]
        total = sum(given)
        self._bounds = [bound / total for bound in accumulate(given)]
        self._bounds[-1] = 1.0

    def draw(self, rng: Random) -> Value:
        """Return one value."""
        return self.values[bisect_right(self._bounds, rng.random())]

    def some(self, rng: Random, number: int) -> list[Value]:
        """Return up to `number` different values, in the order in which they were drawn."""
        return list(dict.fromkeys(self.draw(rng) for _ in range(number)))


class Coined:
    """Invented words out of syllables of which none begins another, so that two numbers never make one word."""

    def __init__(self, syllables: Sequence[str]) -> None:
        self._syllables = syllables

    def word(self, number: int, length: int) -> str:
        """Return the word of `length` syllables with this number, beginning with a capital."""
        parts = []
        for _ in range(length):
            number, place = divmod(number, len(self._syllables))
            parts.append(self._syllables[place])
        return "".join(parts).capitalize()

    def recurring(self, rng: Random) -> str:
        """Return a word of three syllables; the word of rank r is drawn with a chance near 1/r."""
        return self._scattered(int(exp(rng.random() * log(COINED_IN_TAIL))), 3)

    def rare(self, article: int) -> str:
        """Return the word of four syllables that this article shares with at most five others."""
        return self._scattered(article // SHARING, 4)

    def _scattered(self, number: int, length: int) -> str:
        # A prime that does not divide the number of words: each has its own, and neighbours do not look alike.
        return self.word(number * 7_654_321 % len(self._syllables) ** length, length)
