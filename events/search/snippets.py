"""A passage of the original text in which the words searched for are marked: nothing in it is altered or escaped.

Whoever shows it escapes each piece by itself, as templates do, and marks afterwards.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from events.reading.folding import fold, fold_map
from events.search.query import Query, Term
from events.search.text import ACCENTED, MARKS, spellings_of

LENGTH = 240  # letters of a passage
LEAD = 60  # of them before the first hit
READ = 100_000  # letters of a text that are looked through

# What nearly every text is made of, in as many letters as a byte can tell apart; the quick kind of map begins with NUL.
_ASCII = "\0\t\n\r" + "".join(map(chr, range(32, 127)))
_LETTERS = _ASCII + ACCENTED + ACCENTED.upper() + MARKS
_TO_BYTES = codecs.charmap_build(_LETTERS.ljust(256, "\ufffe"))
_UNKNOWN = bytes([_LETTERS.index("?")])
_FOLDED = bytes(ord(folded) if (folded := fold(letter)).isascii() else ord(".") for letter in _LETTERS).ljust(256)


class Piece(NamedTuple):
    """A part of a text, marked where it is what was searched for."""

    text: str
    is_hit: bool = False


class Passage(NamedTuple):
    """A part of a text in pieces; whether the text goes on before and after it."""

    pieces: tuple[Piece, ...]
    is_cut_before: bool = False
    is_cut_after: bool = False


def marked(text: str, query: Query) -> tuple[Piece, ...]:
    """Return the whole text in pieces, with every term of the query marked that is looked for.

    Marked words with nothing but a blank between them are one piece.
    """
    pieces: list[Piece] = []
    done = 0
    for start, end in _joined(text, _hits(text, query)):
        if start > done:
            pieces.append(Piece(text[done:start]))
        pieces.append(Piece(text[start:end], is_hit=True))
        done = end
    if done < len(text):
        pieces.append(Piece(text[done:]))
    return tuple(pieces)


def passage(text: str, query: Query) -> Passage | None:
    """Return the passage around the first place where the words stand as they were written, else around most of them.

    None where no word of the query is in the text: then a name or the title was found.
    """
    text = text[:READ]
    quick, is_whole = _quickly_folded(text)
    found = _around(text, _best_place(quick, query), query)
    if is_whole or (found and any(piece.is_hit for piece in found.pieces)):
        return found
    folded, places = fold_map(text)  # a letter that was unknown may be a part of what looked like a word
    place = _best_place(folded, query)
    return _around(text, None if place is None else places[place], query)


def _around(text: str, place: int | None, query: Query) -> Passage | None:
    if place is None:
        return None
    start, end = _window(text, place)
    return Passage(marked(text[start:end], query), bool(text[:start].strip()), bool(text[end:].strip()))


@dataclass(frozen=True, slots=True)
class _Sought:
    """A term as it is looked for in folded text: the letters that its first word can begin with, and its pattern."""

    beginnings: tuple[str, ...]
    pattern: re.Pattern[str]

    def find(self, folded: str, start: int = 0, end: int = READ) -> int | None:
        """Return the first place, from `start` on, where the words of the term follow one another."""
        found = [place for form in self.beginnings if (place := self._find_from(folded, form, start, end)) is not None]
        return min(found, default=None)

    def _find_from(self, folded: str, form: str, start: int, end: int) -> int | None:
        place = folded.find(form, start, end)  # many times quicker than a pattern
        while place >= 0:
            if self.pattern.match(folded, place):
                return place
            place = folded.find(form, place + 1, end)
        return None


@dataclass(frozen=True, slots=True)
class _Searched:
    """A query as it is looked for: its terms, the same one after the other as they were written, and one pattern."""

    terms: tuple[_Sought, ...]
    phrases: tuple[_Sought, ...]
    pattern: re.Pattern[str]


@lru_cache(maxsize=64)
def _searched(query: Query) -> _Searched:
    terms = [term for group in query.all_of for term in group]
    return _Searched(tuple(map(_sought, terms)), tuple(map(_sought, query.phrases)), _pattern(terms))


def _sought(term: Term) -> _Sought:
    first = term.words[0].folded
    return _Sought((first, *spellings_of(first)), _pattern([term]))


def _pattern(terms: Iterable[Term]) -> re.Pattern[str]:
    """Return what stands for one of the terms in folded text, the longest first."""
    ranked = sorted(terms, key=lambda term: -len(term.words))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(_expression, ranked))})")


def _expression(term: Term) -> str:
    """Return the pattern of a term; its words are letters and digits and nothing else."""
    words = [f"(?:{'|'.join((word.folded, *spellings_of(word.folded)))})" for word in term.words]
    return r"[\W_]+".join(words) + (r"[^\W_]*" if term.is_prefix else r"(?![^\W_])")


def _hits(text: str, query: Query) -> Iterator[tuple[int, int]]:
    """Yield where terms stand, from left to right, the longest where several begin at one word."""
    if not query.all_of:
        return
    folded, is_whole = _quickly_folded(text)
    places = None
    if not is_whole:
        folded, places = fold_map(text)
    for found in _searched(query).pattern.finditer(folded):
        start, end = found.span()
        if places is not None:
            start, end = places[start], places[end - 1] + 1
            while end < len(text) and not fold(text[end]):
                end += 1  # a mark of its own belongs to the letter before it
        yield start, end


def _joined(text: str, hits: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the hits, those with only white space between them as one."""
    waiting = next(hits, None)
    for start, end in hits:
        if waiting and not text[waiting[1] : start].strip():
            waiting = waiting[0], end
        else:
            if waiting:
                yield waiting
            waiting = start, end
    if waiting:
        yield waiting


def _quickly_folded(text: str) -> tuple[str, bool]:
    """Return the text without accents, letter for letter, and whether it holds no letter but those of Vietnamese.

    Other letters, and accents that stand alone, become question marks. `fold` knows all of them, and takes ten times
    as long.
    """
    letters, _length = codecs.charmap_encode(text, "replace", _TO_BYTES)
    return letters.translate(_FOLDED).decode("ascii"), letters.count(_UNKNOWN) == text.count("?")


def _best_place(folded: str, query: Query) -> int | None:
    """Return where a phrase stands first, else the place from which a passage holds most of the words."""
    searched = _searched(query)
    for phrase in searched.phrases:
        if (place := phrase.find(folded)) is not None:
            return place
    found = {term: place for term in searched.terms if (place := term.find(folded)) is not None}
    if not found:
        return None

    def terms_near(place: int) -> int:
        return sum(term.find(folded, place, place + LENGTH - LEAD) is not None for term in found)

    return max(sorted(found.values()), key=terms_near)


def _window(text: str, place: int) -> tuple[int, int]:
    """Return where a passage around `place` starts and ends, at white space where there is some near."""
    start, end = max(place - LEAD, 0), min(place + LENGTH - LEAD, len(text))
    if start > 0:
        start = next((at for at in range(start, place) if text[at].isspace()), start)
    if end < len(text):
        end = next((at for at in range(end, max(end - LEAD, place), -1) if text[at].isspace()), end)
    return start, end
