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

    __slots__ = ("_small", "capitals", "cues", "runs", "sentence", "who", "words")

    cues: Hits[Cue]
    _small: Hits[frozenset[str]] | None

    def __init__(self, sentence: Sentence, tables: Tables) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.who: dict[int, tuple[int, Term]] = {}
        self.cues = {}
        self._small = None
        self.runs = tables.runs(sentence.words)
        for place, (who, cues, _) in self.runs:
            if who:
                length, term = who[-1]
                self.who[place] = (place + length, term)
            if cues:
                self.cues[place] = [(place + length, cue) for length, cue in cues]
        self.capitals = list(compress(count(), sentence.capitals))

    @property
    def small(self) -> Hits[frozenset[str]]:
        """The small words by place; made on first use, for most questions about them are the markup's."""
        if self._small is None:
            self._small = {
                place: [(place + length, classes) for length, classes in small]
                for place, (_, _, small) in self.runs
                if small
            }
        return self._small
