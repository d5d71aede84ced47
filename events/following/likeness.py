"""How alike two passages are worded, whoever says them and in whatever order."""

from __future__ import annotations

import re
from itertools import pairwise

from rapidfuzz import fuzz

from events.reading.folding import key

_SYLLABLE = re.compile(r"[^\W_]+")


def likeness(one: str, other: str) -> float:
    """Return how alike the words of two passages are, from 0 to 1.

    Half of it is the share of the shorter one's pairs of neighbouring syllables that the other has too: most Vietnamese
    words are such a pair (*đường sắt*). The other half compares all words regardless of their order, letter by letter.
    """
    plain, plain_other = key(one), key(other)
    return (_shared_pairs(plain, plain_other) + fuzz.token_set_ratio(plain, plain_other) / 100) / 2


def shared_words(one: str, other: str) -> list[str]:
    """Return the runs of two syllables or more that both passages have, in the order of the second."""
    before = set(pairwise(_SYLLABLE.findall(key(one))))
    runs: list[list[str]] = []
    open_run = False
    for pair in pairwise(_SYLLABLE.findall(key(other))):
        if pair in before:
            runs = [*runs[:-1], [*runs[-1], pair[1]]] if open_run else [*runs, list(pair)]
        open_run = pair in before
    return list(dict.fromkeys(" ".join(run) for run in runs))


def _shared_pairs(one: str, other: str) -> float:
    pairs, others = (set(pairwise(_SYLLABLE.findall(text))) for text in (one, other))
    return len(pairs & others) / min(len(pairs), len(others)) if pairs and others else float(one == other)
