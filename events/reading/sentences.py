"""Paragraphs into sentences, sentences into words, each with its place in the body.

A full stop ends a sentence where a capital, a digit or a quotation mark follows, with or without a blank
(`APEC).Tại`); not after an abbreviation or an initial, not in a number, and not within quotation marks, so that a
direct quotation stays with the words that say whose it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import chain
from typing import NamedTuple

from events.reading.facts import Span
from events.reading.folding import lowered

_WORD = re.compile(r"[^\W_]+|[^\w\s]")
# A run of stops is looked at once, from its first mark on: a file of full stops must not be read again from each.
# The look-behind stands after the first mark, so that the search can run from one mark to the next.
_STOP = re.compile(r"[.!?…](?<![.!?…]{2})[.!?…]*+[\"”»)\]’']*+(?=\s|[^\W\d_])")
_LAST_WORD = re.compile(r"[^\s(\[\"“]*$")
_OPENING, _CLOSING = "“«", "”»"
_QUOTE = re.compile(r'["“«”»]')
_VISIBLE = re.compile(r"\S")


def split_words(text: str) -> list[str]:
    """Return the words and the single punctuation marks of `text`, in order."""
    return _WORD.findall(text)


# What stands between two blanks: its words, where each starts in it, how far away the next chunk is, and which words
# begin with a capital letter.
_Chunk = tuple[tuple[str, ...], tuple[int, ...], int, tuple[bool, ...]]


class _Chunks(dict[str, _Chunk]):
    """The chunks that were met lately, split into words: texts are made of the same few thousand syllables."""

    MOST = 50_000
    LONGEST = 40  # characters; no word of a language is longer, a hostile file's are

    def __missing__(self, text: str) -> _Chunk:
        plain = lowered(text)
        found = [word.span() for word in _WORD.finditer(text)]
        words = tuple(plain[start:end] for start, end in found)
        capitals = tuple(text[start].isupper() for start, _ in found)
        chunk = words, tuple(start for start, _ in found), len(text) + 1, capitals
        if len(text) <= self.LONGEST:
            if len(self) >= self.MOST:
                self.clear()
            self[text] = chunk
        return chunk


_CHUNKS = _Chunks()
_AT_ITS_START = (0,)


def words_of(text: str) -> tuple[tuple[str, ...], list[int], list[bool]]:
    """Return the words and marks of `text` in lower case (see `folding.lowered`), where each starts, and which begin
    with a capital letter."""
    words: list[str] = []
    starts: list[int] = []
    capitals: list[bool] = []
    place = 0
    for inside, places, width, large in map(_CHUNKS.__getitem__, text.split(" ")):
        words += inside
        capitals += large
        if places == _AT_ITS_START:
            starts.append(place)
        else:
            starts += [place + start for start in places]
        place += width
    return tuple(words), starts, capitals


def bare_words(text: str) -> list[str]:
    """Return the words and marks of `text` in lower case, without their places."""
    return list(chain.from_iterable([words for words, _, _, _ in map(_CHUNKS.__getitem__, text.split(" "))]))


class Sentence(NamedTuple):
    """A sentence: `words` in lower case, and where each starts in the body.

    `starts[n]` is a place in `text`, the whole text that the sentence stands in; a word is as long as it is printed.
    `capitals[n]` tells whether it starts with a capital letter. `paragraph` counts the paragraphs from 0.
    """

    text: str
    span: Span
    paragraph: int
    words: tuple[str, ...]
    starts: Sequence[int]
    capitals: Sequence[bool]

    def end(self, place: int) -> int:
        """Return where the word at `place` ends in the text."""
        return self.starts[place] + len(self.words[place])

    def printed(self, first: int, end: int) -> str:
        """Return the words `first` up to, not including, `end` as they are printed."""
        return self.text[self.starts[first] : self.end(end - 1)] if end > first else ""

    def capital(self, place: int) -> bool:
        """Tell whether the word at `place` starts with a capital letter."""
        return self.capitals[place]

    def place_of(self, offset: int) -> int:
        """Return the number of the first word that starts at `offset` or after it."""
        return bisect_left(self.starts, offset)

    def part(self, span: Span) -> Sentence:
        """Return the words of a span inside the sentence as a sentence of their own."""
        first, end = self.place_of(span.start), self.place_of(span.end)
        inside = slice(first, end)
        return Sentence(self.text, span, self.paragraph, self.words[inside], self.starts[inside], self.capitals[inside])


def sentence(text: str) -> Sentence:
    """Return a whole text as one sentence."""
    return Sentence(text, Span(0, len(text)), 0, *words_of(text))


def sentences(text: str, paragraphs: Collection[Span], abbreviations: Collection[str]) -> list[Sentence]:
    """Return the sentences of the given paragraphs of `text`, in order.

    `abbreviations` are words in lower case with their full stop ("tp.", "mr.").
    """
    words, starts, capitals = words_of(text)
    found: list[Sentence] = []
    end = 0
    for number, paragraph in enumerate(paragraphs):
        for span in split_sentences(text, paragraph, abbreviations):
            first = bisect_left(starts, span.start, end)
            end = bisect_left(starts, span.end, first)
            if end > first:
                inside = slice(first, end)
                found.append(Sentence(text, span, number, words[inside], starts[inside], capitals[inside]))
    return found


def split_sentences(text: str, paragraph: Span, abbreviations: Collection[str]) -> list[Span]:
    """Return the spans of the sentences of one paragraph, without the white space between them."""
    quoted = quotations(text, paragraph)
    spans: list[Span] = []
    start = _after_blanks(text, paragraph.start, paragraph.end)
    open_quote = 0
    for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
        while open_quote < len(quoted) and quoted[open_quote].end < stop.end():
            open_quote += 1
        if open_quote < len(quoted) and quoted[open_quote].start < stop.start() < quoted[open_quote].end - 1:
            if stop.end() < quoted[open_quote].end or not _starts_sentence(text, stop.end(), paragraph.end):
                continue
        elif not _ends_sentence(text, start, stop, paragraph.end, abbreviations):
            continue
        spans.append(Span(start, stop.end()))
        start = _after_blanks(text, stop.end(), paragraph.end)
    end = start + len(text[start : paragraph.end].rstrip())
    return [*spans, Span(start, end)] if end > start else spans


def quotations(text: str, paragraph: Span) -> list[Span]:
    """Return the spans of a paragraph that stand in double quotation marks, marks included, the outermost only.

    A mark without its partner opens nothing: a quotation never reaches past its paragraph.
    """
    found: list[Span] = []
    opened: list[int] = []
    for mark in _QUOTE.finditer(text, paragraph.start, paragraph.end):
        place, letter = mark.start(), mark[0]
        if letter in _OPENING or (letter == '"' and (not opened or _opens(text, place, opened[-1], paragraph))):
            opened.append(place)
        elif opened:
            start = opened.pop()
            while found and found[-1].start > start:
                found.pop()
            found.append(Span(start, place + 1))
    return found


def _opens(text: str, place: int, opened: int, paragraph: Span) -> bool:
    """Tell whether a straight mark inside a quotation opens another: a blank before it, a letter after it."""
    if place + 1 >= paragraph.end or not text[place + 1].isalnum():
        return False
    return text[place - 1].isspace() or text[place - 1] == "(" or opened == place - 1


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int, abbreviations: Collection[str]) -> bool:
    if not stop[0].startswith("."):
        return _starts_sentence(text, stop.end(), end)
    window = text[max(start, stop.start() - 30) : stop.start()]
    last = _LAST_WORD.search(window)
    word = last[0] if last else ""
    initial = len(word) == 1 and word.isupper() and word.isascii()  # V. Putin, but not Đông Nam Á.
    numbered = word.isdigit() and start == stop.start() - len(word)  # 1. At the outset
    if initial or numbered:
        return False
    if word.rpartition("-")[2].lower() + "." in abbreviations:
        return False
    glued = stop.end() < end and not text[stop.end()].isspace()
    if glued and not ((len(word) > 1 and text[stop.end()].isupper() and word[-1] in ')]”"') or word[-2:].islower()):
        return False
    return _starts_sentence(text, stop.end(), end)


def _starts_sentence(text: str, place: int, end: int) -> bool:
    place = _after_blanks(text, place, end)
    return place >= end or text[place].isupper() or text[place].isdigit() or text[place] in '"“«(-–'


def _after_blanks(text: str, start: int, end: int) -> int:
    found = _VISIBLE.search(text, start, end)
    return found.start() if found is not None else end
