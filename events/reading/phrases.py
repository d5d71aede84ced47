"""Phrases looked up word by word: one pass over a text finds the longest phrase at each place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Generic, TypeVar

from events.reading.folding import key
from events.reading.sentences import split_words

Meaning = TypeVar("Meaning")
Hits = dict[int, list[tuple[int, Meaning]]]  # at each place, where the phrases end and what they mean, shortest first
# A node of a tree of words: what may follow, and the meanings of the phrase that ends here.
_Node = tuple[dict[str, Any], list[Any]]


class Phrases(Generic[Meaning]):
    """A dictionary of phrases, each with its meaning; the first meaning given to a phrase stays."""

    def __init__(self, entries: Iterable[tuple[str, Meaning]]) -> None:
        self.entries: dict[tuple[str, ...], Meaning] = {}
        for phrase, meaning in entries:
            self.entries.setdefault(tuple(split_words(key(phrase))), meaning)
        self._root: dict[str, _Node] = {}
        for words, meaning in self.entries.items():
            if words:
                _end_of(words, self._root).append(meaning)

    def at(self, words: Sequence[str], place: int, last: int | None = None) -> tuple[int, Meaning] | None:
        """Return where the longest phrase that starts at `place` ends, and its meaning; None where there is none."""
        end, last = place, len(words) if last is None else last
        node = self._root.get(words[end]) if end < last else None
        found: tuple[int, Meaning] | None = None
        while node is not None:
            following, meanings = node
            end += 1
            if meanings:
                found = (end, meanings[0])
            node = following.get(words[end]) if end < last else None
        return found

    def starts(self, words: Sequence[str], first: int, last: int) -> list[int]:
        """Return the places from `first` to `last` where a word stands with which a phrase begins."""
        root = self._root
        return [place for place, word in enumerate(words[first:last], first) if word in root]

    def find(self, words: Sequence[str], first: int = 0, last: int | None = None) -> list[tuple[int, int, Meaning]]:
        """Return (first, end, meaning) of each phrase from left to right, the longest first, none over another."""
        found: list[tuple[int, int, Meaning]] = []
        last = len(words) if last is None else last
        free = first
        for place in self.starts(words, first, last):
            if place >= free and (hit := self.at(words, place, last)) is not None:
                found.append((place, *hit))
                free = hit[0]
        return found


class Tables:
    """Several dictionaries as one: a text is walked once for all of them."""

    def __init__(self, tables: Sequence[Phrases[Any]]) -> None:
        self.count = len(tables)
        self._root: dict[str, _Node] = {}
        for number, table in enumerate(tables):
            for words, meaning in table.entries.items():
                if words:
                    _end_of(words, self._root).append((number, meaning))

    def hits(self, words: Sequence[str]) -> list[Hits[Any]]:
        """Return, for each table, its phrases at the places of `words` where it has any."""
        found: list[Hits[Any]] = [{} for _ in range(self.count)]
        last = len(words)
        for place, first in enumerate(map(self._root.get, words)):
            if first is None:
                continue
            node: _Node | None = first
            end = place
            while node is not None:
                end += 1
                following, meanings = node
                if meanings:
                    for number, meaning in meanings:
                        found[number].setdefault(place, []).append((end, meaning))
                node = following.get(words[end]) if end < last else None
        return found


def _end_of(words: Sequence[str], root: dict[str, _Node]) -> list[Any]:
    """Return the meanings at the end of a phrase in the tree of `root`, into which it is put where it is not yet."""
    following, meanings = root, list[Any]()
    for word in words:
        following, meanings = following.setdefault(word, ({}, []))
    return meanings
