"""Markup: one sentence with its mentions, and around these its cues and its small words, by place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from events.reading.glosses import Gloss
from events.reading.lexicon import Language
from events.reading.marks import Cue, Mention
from events.reading.phrases import Hits, Meaning

_ENDS = frozenset({",", ";", ":", ".", "!", "?", "…", "-", "–", "/"})
STOPS = frozenset({",", ";", ":", ".", "!", "?", '"', "(", ")", "-", "–", "…"})
_LEADING = frozenset({"adverbs", "negations", "background"})
_NONE: frozenset[str] = frozenset()


class Found(NamedTuple):
    """A cue where it stands, and where the words that lead up to it (adverbs, a negation) start."""

    first: int
    end: int
    cue: Cue
    lead: int
    negated: bool
    background: bool


class Marked:
    """A sentence with its mentions; its markup is made on first use, for most sentences need none."""

    __slots__ = ("_markup", "gloss", "language", "mentions", "sentence")

    def __init__(self, gloss: Gloss, mentions: Sequence[Mention], language: Language) -> None:
        self.gloss = gloss
        self.sentence = gloss.sentence
        self.mentions = mentions
        self.language = language
        self._markup: Markup | None = None

    @property
    def markup(self) -> Markup:
        """The sentence with look-ups by place."""
        if self._markup is None:
            self._markup = Markup(self.gloss, self.mentions, self.language)
        return self._markup


class Markup:
    """One sentence's marks, with look-ups by place.

    `small_first` has, for each place where small words start outside the mentions, where the longest of these ends and
    its classes; `small_end` has, for each place before which they end, where the longest starts and its classes. `cues`
    are the cues outside the mentions, the longest at each place, none over another.
    """

    def __init__(self, gloss: Gloss, mentions: Sequence[Mention], language: Language) -> None:
        self.sentence = gloss.sentence
        self.words = gloss.words
        self.language = language
        self.grammar = language.grammar
        self.mentions = mentions
        self.mention_ends = [mention.end for mention in mentions]
        self.by_first = {mention.first: mention for mention in mentions}
        self.by_end = {mention.end: mention for mention in mentions}
        self._after: dict[int, int] = {}
        self.small_first: dict[int, tuple[int, frozenset[str]]] = {}
        self.small_end: dict[int, tuple[int, frozenset[str]]] = {}
        for place, end, small in self._outside(gloss.small):
            for stop, classes in small:
                if stop <= end:
                    self.small_first[place] = (stop, classes)
                    self.small_end.setdefault(stop, (place, classes))
        self.cues: list[Found] = []
        free = 0
        for place, end, cues in self._outside(gloss.cues):
            fitting = [cue for cue in cues if cue[0] <= end] if place >= free else None
            if fitting:
                free, cue = fitting[-1]
                self.cues.append(self._placed(place, free, cue))

    def _outside(self, hits: Hits[Meaning]) -> Iterator[tuple[int, int, list[tuple[int, Meaning]]]]:
        """Yield the places outside the mentions that have hits, and where the next mention starts."""
        edges = [0, *(edge for mention in self.mentions for edge in (mention.first, mention.end)), len(self.words)]
        gap = 0
        for place, found in hits.items():
            while edges[gap + 1] <= place:
                gap += 2
            if edges[gap] <= place:
                yield place, edges[gap + 1], found

    def _placed(self, first: int, end: int, cue: Cue) -> Found:
        lead, negated, background = first, False, False
        while lead in self.small_end and lead > 0:
            start, classes = self.small_end[lead]
            if not classes & _LEADING:
                break
            negated = negated or "negations" in classes
            background = background or "background" in classes
            lead = start
        after = self.small_first.get(end, (end, _NONE))[1]
        return Found(first, end, cue, lead, negated, background or "background" in after)

    def content(self, end: int) -> int:
        """Return where the content starts after a cue that ends at `end`: its particles left out."""
        held_back = self.grammar["only_before_clause"]
        place = end
        while place < len(self.words):
            word = self.words[place]
            stop, classes = self.small_first.get(place, (place, _NONE))
            if (word in {",", ":"} and place == end) or word == ":":
                place += 1
            elif "particles" in classes and " ".join(self.words[place:stop]) not in held_back:
                place = stop
            else:
                break
        return place

    def connective_before(self, place: int) -> int:
        """Return where the connectives that end at `place` start; `place` itself where there are none."""
        while place in self.small_end and "connectives" in self.small_end[place][1]:
            place = self.small_end[place][0]
        return place

    def after_connectives(self, place: int) -> int:
        """Return the first place from `place` on that is neither a connective nor a mark."""
        passed: list[int] = []
        while place < len(self.words) and place not in self._after:
            passed.append(place)
            if place in self.small_first and "connectives" in self.small_first[place][1]:
                place = self.small_first[place][0]
            elif self.words[place] in {",", ";", ":", "-", "–"}:
                place += 1
            else:
                break
        place = self._after.get(place, place)
        self._after.update(dict.fromkeys(passed, place))  # a row of marks is walked once, not from each of them
        return place

    def is_start(self, place: int) -> bool:
        """Tell whether nothing but marks, a number or connectives stands before `place` in the sentence."""
        first = self.connective_before(place)
        return first <= 4 and all(word in STOPS or word.isdigit() for word in self.words[:first])

    def has(self, place: int, word_class: str) -> bool:
        """Tell whether a phrase of a word class starts at `place`."""
        return word_class in self.small_first.get(place, (0, _NONE))[1]

    def trimmed(self, first: int, end: int) -> tuple[int, int]:
        """Return a content's borders without connectives and marks around it; inner quotation marks stay."""
        first = self.after_connectives(first)
        quotes, bracket = self.words[first:end].count('"'), "(" in self.words[first:end]
        while end > first:
            word = self.words[end - 1]
            if word in _ENDS or (word == ")" and not bracket):
                end -= 1
            elif word == '"' and quotes % 2:
                end, quotes = end - 1, quotes - 1
            elif end in self.small_end and "connectives" in self.small_end[end][1] and self.small_end[end][0] >= first:
                end = self.small_end[end][0]
            else:
                break
        inner = self.words[first:end]
        if end - first > 2 and inner[0] == inner[-1] == '"' and inner.count('"') == 2:
            first, end = first + 1, end - 1
            while end > first and self.words[end - 1] in {",", "."}:
                end -= 1
        return first, end
