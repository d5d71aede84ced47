"""Topics: what the words of a commitment name.

A strong cue names its topic wherever it stands. A weak one (*hòa bình, ổn định* as a stock close, *quan hệ hai nước* as
a frame) counts only where the clause names nothing else. The longest phrase at a place wins, and masks are phrases that
name nothing: slogans, offices in a name.
"""

from __future__ import annotations

from events.reading.lexicon import Language
from events.reading.sentences import Sentence


def topics(sentence: Sentence, first: int, end: int, language: Language) -> tuple[str, ...]:
    """Return the topics that the words `first` up to, not including, `end` of a sentence name, sorted."""
    strong: set[str] = set()
    weak: set[str] = set()
    for _, _, theme in language.themes.find(sentence.words, first, end):
        strong |= theme.strong
        weak |= theme.weak
    if strong <= language.beside:
        strong |= weak
    return tuple(sorted(strong))
