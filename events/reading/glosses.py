"""Glosses: what the lexicon knows of the words of a sentence, looked up once for all recognisers."""

from __future__ import annotations

from itertools import compress, count

from events.reading.marks import Cue, Term
from events.reading.phrases import Hits, Tables
from events.reading.sentences import Sentence


class Gloss:
    """A sentence with the phrases of its language.

    `who` has the longest phrase at a place (where it ends, what it means); `cues` and `small` have every one.
    `capitals` are the places of the words that start with a capital letter. All are in the order of the words.
    """

    __slots__ = ("capitals", "cues", "sentence", "small", "who", "words")

    cues: Hits[Cue]
    small: Hits[frozenset[str]]

    def __init__(self, sentence: Sentence, tables: Tables) -> None:
        self.sentence = sentence
        self.words = sentence.words
        who, self.cues, self.small = tables.hits(sentence.words)
        self.who: dict[int, tuple[int, Term]] = {place: hits[-1] for place, hits in who.items()}
        first_letters = map(sentence.text.__getitem__, sentence.starts)
        self.capitals = list(compress(count(), map(str.isupper, first_letters)))
