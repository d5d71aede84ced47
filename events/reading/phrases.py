"""Phrases looked up word by word: one pass over a text finds the longest phrase at each place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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


# What the tables know of a run of words: for each table, how long its phrases at the first word are and what they mean.
_Known = tuple[tuple[tuple[int, Any], ...], ...]


class _Run:
    """A node of the tree of several tables: what may follow, and what all tables know of the words up to here."""

    __slots__ = ("following", "known")

    def __init__(self) -> None:
        self.following: dict[str, _Run] = {}
        self.known: _Known | None = None


class Tables:
    """Several dictionaries as one: a text is walked once for all of them.

    A node of the tree holds the phrases of its whole path, so that a walk only goes down and looks at its last node.
    """

    def __init__(self, tables: Sequence[Phrases[Any]]) -> None:
        self._root: dict[str, _Run] = {}
        ends: dict[int, list[list[tuple[int, Any]]]] = {}
        for number, table in enumerate(tables):
            for words, meaning in table.entries.items():
                if words:
                    node = _run_of(words, self._root)
                    ends.setdefault(id(node), [[] for _ in tables])[number].append((len(words), meaning))
        for first in self._root.values():
            _inherit(first, ends, tuple(() for _ in tables))

    def runs(self, words: Sequence[str]) -> list[tuple[int, _Known]]:
        """Return the places of `words` at which any table has a phrase, and what each table knows there.

        What a table knows are the lengths of its phrases, shortest first, each with its meaning.
        """
        found: list[tuple[int, _Known]] = []
        add = found.append
        closed = (*words, "")  # no phrase holds the empty word: a walk ends there
        for place, first in enumerate(map(self._root.get, words)):
            if first is None:
                continue
            node, step = first, place
            while node.following:
                step += 1
                further = node.following.get(closed[step])
                if further is None:
                    break
                node = further
            if node.known is not None:
                add((place, node.known))
        return found


def _run_of(words: Sequence[str], root: dict[str, _Run]) -> _Run:
    """Return the node at the end of a phrase in the tree of `root`, into which it is put where it is not yet."""
    following, node = root, _Run()
    for word in words:
        node = following.setdefault(word, _Run())
        following = node.following
    return node


def _inherit(node: _Run, ends: Mapping[int, list[list[tuple[int, Any]]]], above: _Known) -> None:
    """Put the phrases that end at a node, after those that end above it, into the node and those below."""
    own = ends.get(id(node))
    known = above if own is None else tuple((*old, *new) for old, new in zip(above, own, strict=True))
    node.known = known if any(known) else None
    for below in node.following.values():
        _inherit(below, ends, known)


def _end_of(words: Sequence[str], root: dict[str, _Node]) -> list[Any]:
    """Return the meanings at the end of a phrase in the tree of `root`, into which it is put where it is not yet."""
    following, meanings = root, list[Any]()
    for word in words:
        following, meanings = following.setdefault(word, ({}, []))
    return meanings
