"""Phrases looked up word by word: one pass over a text finds the longest phrase at each place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar, cast

from events.reading.folding import key
from events.reading.sentences import split_words

Meaning = TypeVar("Meaning")
_HERE = ""  # no word is empty, so the empty key is free for a phrase that ends at a node


class Phrases(Generic[Meaning]):
    """A dictionary of phrases, each with its meaning; the first meaning given to a phrase stays."""

    def __init__(self, entries: Iterable[tuple[str, Meaning]]) -> None:
        self._root: dict[str, object] = {}
        for phrase, meaning in entries:
            node = self._root
            for word in split_words(key(phrase)):
                node = cast("dict[str, object]", node.setdefault(word, {}))
            node.setdefault(_HERE, meaning)

    def all_at(self, words: Sequence[str], place: int, last: int | None = None) -> list[tuple[int, Meaning]]:
        """Return where each phrase that starts at `place` ends, before `last` at most, the shortest first."""
        node = self._root
        found: list[tuple[int, Meaning]] = []
        for end in range(place, len(words) if last is None else last):
            following = node.get(words[end])
            if following is None:
                break
            node = cast("dict[str, object]", following)
            if _HERE in node:
                found.append((end + 1, cast("Meaning", node[_HERE])))
        return found

    def at(self, words: Sequence[str], place: int, last: int | None = None) -> tuple[int, Meaning] | None:
        """Return where the longest phrase that starts at `place` ends, and its meaning; None where there is none."""
        found = self.all_at(words, place, last)
        return found[-1] if found else None

    def find(self, words: Sequence[str], first: int = 0, last: int | None = None) -> list[tuple[int, int, Meaning]]:
        """Return (first, end, meaning) of each phrase from left to right, the longest first, none over another."""
        found: list[tuple[int, int, Meaning]] = []
        place, end = first, len(words) if last is None else last
        while place < end:
            hit = self.at(words, place, end)
            if hit is None:
                place += 1
                continue
            found.append((place, *hit))
            place = hit[0]
        return found
