"""Paragraphs into sentences, sentences into words, each with its place in the body.

A full stop ends a sentence where a capital, a digit or a quotation mark follows, with or without a blank
(`APEC).Tại`); not after an abbreviation or an initial, not in a number, and not within quotation marks, so that a
direct quotation stays with the words that say whose it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass

from events.reading.facts import Span
from events.reading.folding import lowered

_WORD = re.compile(r"[^\W_]+|[^\w\s]")
_STOP = re.compile(r"[.!?…]+[\"”»)\]’']*(?=\s|[^\W\d_])")
_LAST_WORD = re.compile(r"[^\s(\[\"“]*$")
_OPENING, _CLOSING = "“«", "”»"


def split_words(text: str) -> list[str]:
    """Return the words and the single punctuation marks of `text`, in order."""
    return _WORD.findall(text)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: `words` in lower case, and where each starts and ends in the body.

    `starts[n]` and `ends[n]` are places in `text`, the whole text that the sentence stands in.
    `paragraph` counts the paragraphs from 0.
    """

    text: str
    span: Span
    paragraph: int
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def printed(self, first: int, end: int) -> str:
        """Return the words `first` up to, not including, `end` as they are printed."""
        return self.text[self.starts[first] : self.ends[end - 1]] if end > first else ""

    def capital(self, place: int) -> bool:
        """Tell whether the word at `place` starts with a capital letter."""
        return self.text[self.starts[place]].isupper()

    def place_of(self, offset: int) -> int:
        """Return the number of the first word that starts at `offset` or after it."""
        return bisect_left(self.starts, offset)


def sentence(text: str, span: Span, paragraph: int = 0) -> Sentence:
    """Return the words of one span of a text."""
    found = list(_WORD.finditer(text, span.start, span.end))
    plain = lowered(span.of(text))
    return Sentence(
        text=text,
        span=span,
        paragraph=paragraph,
        words=tuple(plain[word.start() - span.start : word.end() - span.start] for word in found),
        starts=tuple(word.start() for word in found),
        ends=tuple(word.end() for word in found),
    )


def sentences(text: str, paragraphs: Collection[Span], abbreviations: Collection[str]) -> list[Sentence]:
    """Return the sentences of the given paragraphs of `text`, in order.

    `abbreviations` are words in lower case with their full stop ("tp.", "mr.").
    """
    found: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        for span in split_sentences(text, paragraph, abbreviations):
            one = sentence(text, span, number)
            if one.words:
                found.append(one)
    return found


def split_sentences(text: str, paragraph: Span, abbreviations: Collection[str]) -> list[Span]:
    """Return the spans of the sentences of one paragraph, without the white space between them."""
    quoted = quotations(text, paragraph)
    spans: list[Span] = []
    start = paragraph.start
    open_quote = 0
    for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
        while open_quote < len(quoted) and quoted[open_quote].end < stop.end():
            open_quote += 1
        if open_quote < len(quoted) and quoted[open_quote].start < stop.start() < quoted[open_quote].end - 1:
            if stop.end() < quoted[open_quote].end or not _starts_sentence(text, stop.end(), paragraph.end):
                continue
        elif not _ends_sentence(text, start, stop, paragraph.end, abbreviations):
            continue
        spans.append(_trimmed(text, start, stop.end()))
        start = stop.end()
    spans.append(_trimmed(text, start, paragraph.end))
    return [span for span in spans if span.end > span.start]


def quotations(text: str, paragraph: Span) -> list[Span]:
    """Return the spans of a paragraph that stand in double quotation marks, marks included, the outermost only.

    A mark without its partner opens nothing: a quotation never reaches past its paragraph.
    """
    found: list[Span] = []
    opened: list[int] = []
    for place in range(paragraph.start, paragraph.end):
        letter = text[place]
        if letter in _OPENING or (letter == '"' and (not opened or _opens(text, place, opened[-1], paragraph))):
            opened.append(place)
        elif opened and (letter in _CLOSING or letter == '"'):
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
    numbered = word.isdigit() and not text[start : stop.start() - len(word)].strip()  # 1. At the outset
    if initial or numbered:
        return False
    if word.lower() + "." in abbreviations:
        return False
    glued = stop.end() < end and not text[stop.end()].isspace()
    if glued and not ((len(word) > 1 and text[stop.end()].isupper() and word[-1] in ')]”"') or word[-2:].islower()):
        return False
    return _starts_sentence(text, stop.end(), end)


def _starts_sentence(text: str, place: int, end: int) -> bool:
    while place < end and text[place].isspace():
        place += 1
    return place >= end or text[place].isupper() or text[place].isdigit() or text[place] in '"“«(-–'


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
