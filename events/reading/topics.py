"""Topics: what the words of a commitment name.

A strong cue names its topic wherever it stands. A weak one (*hòa bình, ổn định* as a stock close, *quan hệ hai nước* as
a frame) counts only where the clause names nothing else. A paired one (*cung cấp* of farm goods, *triệu USD* for a
field) counts only where the clause names topics that it goes with and no other. The longest phrase at a place wins, and
masks are phrases that name nothing: slogans, offices in a name. A light head (*hợp tác*) gives way where what follows
it goes on as a longer phrase of its own: *hợp tác | công nghiệp quốc phòng*, not *hợp tác công nghiệp | quốc phòng*.
"""

from __future__ import annotations

from collections.abc import Sequence

from events.reading.lexicon import Language
from events.reading.marks import Theme
from events.reading.sentences import Sentence


def topics(sentence: Sentence, first: int, end: int, language: Language) -> tuple[str, ...]:
    """Return the topics that the words `first` up to, not including, `end` of a sentence name, sorted."""
    strong: set[str] = set()
    weak: set[str] = set()
    paired: set[str] = set()
    words, free = sentence.words, first
    themes, light = language.themes, language.light
    for place in themes.starts(words, first, end):
        hit = themes.at(words, place, end) if place >= free else None
        if hit is None:
            continue
        head = light.at(words, place, end)
        if head is not None and head[0] < hit[0]:
            inner = themes.at(words, head[0], end)
            hit = inner if inner is not None and inner[0] > hit[0] else hit
        elif hit[0] > place + 1:
            hit = _longer_at_its_end(words, place, hit, end, language)
        free = hit[0]
        strong |= hit[1].strong
        weak |= hit[1].weak
        paired |= hit[1].paired
    others = strong - language.beside
    if not others:
        return tuple(sorted(strong | weak))
    return tuple(sorted(strong | {slug for slug in paired if others <= language.companions[slug] | {slug}}))


def _longer_at_its_end(
    words: Sequence[str], place: int, hit: tuple[int, Theme], end: int, language: Language
) -> tuple[int, Theme]:
    """Return the phrase that a light head at the end of a hit begins: phát triển | quan hệ quốc phòng."""
    for start in language.light.starts(words, place + 1, hit[0]):
        head = language.light.at(words, start, hit[0])
        if head is not None and head[0] == hit[0]:
            inner = language.themes.at(words, start, end)
            return inner if inner is not None and inner[0] > hit[0] else hit
    return hit
