"""How alike two passages are worded, whoever says them and in whatever order."""

from __future__ import annotations

from rapidfuzz import fuzz

from events.reading.folding import key


def likeness(one: str, other: str) -> float:
    """Return how alike the words of two passages are, from 0 to 1."""
    return fuzz.token_set_ratio(key(one), key(other)) / 100
