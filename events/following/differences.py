"""What changed in the words from one passage to another.

Vietnamese is compared syllable by syllable, with its accents; a number, a date and a name of several words are one word
each, so that none of them is ever said to have changed by half. Case and the place of a tone mark (hoà, hòa) are no
change.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from events.reading.folding import key

# Words of the one times words of the other, beyond which what lies between their common beginning and end counts as
# changed throughout: the comparison takes a bit for each, so this is 8 megabytes and some hundredths of a second.
MOST_CELLS = 64_000_000

_ENGLISH_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_WORD = re.compile(
    rf"""
    (?:[Nn]gày\s)?\d{{1,2}}\stháng\s\d{{1,2}}(?:\snăm\s\d{{4}})?(?!\w)    # ngày 26 tháng 1 năm 2026
    | [Tt]háng\s\d{{1,2}}(?:\snăm\s\d{{4}}|/\d{{4}})(?!\w)                # tháng 1 năm 2026, tháng 1/2026
    | \d{{1,2}}\s(?:{_ENGLISH_MONTHS})(?:\s\d{{4}})?(?!\w)
    | (?:{_ENGLISH_MONTHS})\s\d{{1,2}}(?:,\s\d{{4}})?(?!\w)
    | \d+(?:[.,:/-]\d+)*(?!\w)%?                                          # 3; 1.200,5; 26/1; 18.1.1950; 75%
    | [^\W_]+
    | \s+
    | .
    """,
    re.VERBOSE | re.DOTALL,
)


class Change(StrEnum):
    """What became of words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


class Part(NamedTuple):
    """Words that share a fate, as each of the passages prints them.

    `newer` is empty where they were removed, `older` where they were added; kept words may differ in case,
    in the place of a tone mark and in the white space that follows them.
    """

    change: Change
    older: str
    newer: str


class _Word(NamedTuple):
    printed: str  # with the white space that follows it
    key: str  # in which two spellings of a word are equal
    is_whole: bool  # a number, a date or a name: never taken for a filler


def differences(older: str, newer: str) -> list[Part]:
    """Return what was kept, removed and added, in order.

    The `newer` of all parts joined is the newer passage, their `older` the older one. Where words were replaced,
    those removed come first.
    """
    before, after = list(_words(older)), list(_words(newer))
    start = _common_beginning(before, after)
    end = _common_beginning(before[start:][::-1], after[start:][::-1])
    runs = [
        _kept(before[:start], after[:start]),
        *_compared(before[start : len(before) - end], after[start : len(after) - end], _once_in_each(before, after)),
        _kept(before[len(before) - end :], after[len(after) - end :]),
    ]
    runs = _joined(_without_fillers(_joined(runs)))
    return [part for part in _parts(runs) if part.older or part.newer]


class _Run(NamedTuple):
    is_kept: bool
    before: list[_Word]
    after: list[_Word]


def _kept(before: list[_Word], after: list[_Word]) -> _Run:
    return _Run(True, before, after)


def _common_beginning(before: list[_Word], after: list[_Word]) -> int:
    count = 0
    for old, new in zip(before, after, strict=False):
        if old.key != new.key:
            break
        count += 1
    return count


def _once_in_each(before: list[_Word], after: list[_Word]) -> set[str]:
    old, new = (Counter(word.key for word in words) for words in (before, after))
    return {word for word, count in old.items() if count == 1 == new[word]}


def _compared(before: list[_Word], after: list[_Word], once: set[str]) -> Iterator[_Run]:
    """Yield the runs between and at the words that both passages have once, in the same order, as in a patience diff.

    Words that recur (*hợp tác … hợp tác*) would else be paired across those that tell what the passage is about.
    """
    if len(before) * len(after) > MOST_CELLS:
        yield _Run(False, before, after)
        return
    start = new_start = 0
    for old_place, new_place in [*_anchors(before, after, once), (len(before), len(after))]:
        yield from _aligned(before[start:old_place], after[new_start:new_place])
        yield _kept(before[old_place : old_place + 1], after[new_place : new_place + 1])
        start, new_start = old_place + 1, new_place + 1


def _anchors(before: list[_Word], after: list[_Word], once: set[str]) -> Iterator[tuple[int, int]]:
    """Yield the places, in both passages, of the longest common subsequence of the words in `once`."""
    old = [place for place, word in enumerate(before) if word.key in once]
    new = [place for place, word in enumerate(after) if word.key in once]
    keys = _numbered([before[place] for place in old], [after[place] for place in new])
    for found in LCSseq.opcodes(*keys):
        if found.tag == "equal":
            yield from zip(old[found.src_start : found.src_end], new[found.dest_start : found.dest_end], strict=True)


def _aligned(before: list[_Word], after: list[_Word]) -> Iterator[_Run]:
    """Yield the runs of the longest common subsequence of all words."""
    for found in LCSseq.opcodes(*_numbered(before, after)):
        yield _Run(
            found.tag == "equal", before[found.src_start : found.src_end], after[found.dest_start : found.dest_end]
        )


def _numbered(*passages: list[_Word]) -> list[list[int]]:
    """Return the passages as numbers, the same for the same word: the library compares hashes, which may collide."""
    numbers: dict[str, int] = {}
    return [[numbers.setdefault(word.key, len(numbers)) for word in words] for words in passages]


def _without_fillers(runs: list[_Run]) -> list[_Run]:
    """Return the runs, where a filler kept between two changes counts as changed with them."""
    last = len(runs) - 1
    return [
        run._replace(is_kept=False) if run.is_kept and 0 < place < last and _is_filler(run.before) else run
        for place, run in enumerate(runs)
    ]


def _joined(runs: Iterable[_Run]) -> list[_Run]:
    """Return the runs with those side by side that share a fate made one."""
    filled = (run for run in runs if run.before or run.after)
    groups = ((is_kept, list(group)) for is_kept, group in groupby(filled, key=lambda run: run.is_kept))
    return [
        _Run(is_kept, [w for run in same for w in run.before], [w for run in same for w in run.after])
        for is_kept, same in groups
    ]


def _is_filler(words: list[_Word]) -> bool:
    """Return whether a kept run says nothing by itself: punctuation, or one syllable, between two changes."""
    return sum(word.key[:1].isalnum() for word in words) <= 1 and not any(word.is_whole for word in words)


def _parts(runs: Iterable[_Run]) -> Iterator[Part]:
    for run in runs:
        before, after = ("".join(word.printed for word in words) for words in (run.before, run.after))
        if run.is_kept:
            yield Part(Change.KEPT, before, after)
        else:
            yield Part(Change.REMOVED, before, "")
            yield Part(Change.ADDED, "", after)


def _words(text: str) -> Iterator[_Word]:
    """Yield the words of a text, each with the white space after it; joined they are the text."""
    printed, names = "", 0  # `names` counts the capitalised words that the printed one is made of so far
    for found in _WORD.finditer(text):
        token = found[0]
        capital = token[0].isupper()
        if token.isspace() or (capital and names and printed[-1:].isspace() and "\n" not in printed):
            printed += token
            names += capital
            continue
        if printed:
            yield _word(printed, names)
        printed, names = token, int(capital)
    if printed:
        yield _word(printed, names)


def _word(printed: str, names: int) -> _Word:
    bare = printed.strip()
    return _Word(printed, key(" ".join(bare.split())), names > 1 or bare[:1].isdigit())
