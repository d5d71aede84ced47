"""The words of one sentence, marked up for reading its clauses: who, which cues, which small words, where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from events.reading.lexicon import Language
from events.reading.marks import Cue, Mention
from events.reading.sentences import Sentence

_ENDS = frozenset({",", ";", ":", ".", "!", "?", "…", "-", "–", "/"})
STOPS = frozenset({",", ";", ":", ".", "!", "?", '"', "(", ")", "-", "–", "…"})


@dataclass(slots=True)
class Opening:
    """A content that a cue opened: the words `first` up to, not including, `end`.

    `act` is empty as long as only a verb of reporting has been read (`report` is its manner then, `default` the act it
    stands for by itself). `subject` is None where the source is that of the clause or the sentence before.
    """

    first: int
    end: int
    act: str
    subject: Mention | None
    cue: str | None
    rule: str
    report: str = ""
    default: str = ""
    ought: bool = False
    attributed: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """A cue where it stands, and where the words that lead up to it (adverbs, a negation) start."""

    first: int
    end: int
    cue: Cue
    lead: int
    negated: bool
    background: bool


class Markup:
    """One sentence's marks, with look-ups by place; at the words `past` a month or a year stands that is over."""

    def __init__(
        self, sentence: Sentence, mentions: Sequence[Mention], language: Language, past: Sequence[int] = ()
    ) -> None:
        self.past = past
        self.sentence = sentence
        self.words = sentence.words
        self.language = language
        self.grammar = language.grammar
        self.mentions = list(mentions)
        self.mention_ends = [mention.end for mention in mentions]
        self.by_first = {mention.first: mention for mention in mentions}
        self.by_end = {mention.end: mention for mention in mentions}
        self.small_first: dict[int, tuple[int, frozenset[str]]] = {}
        self.small_end: dict[int, tuple[int, frozenset[str]]] = {}
        found: list[tuple[int, int, Cue]] = []
        for first, end in self._gaps():
            found.extend(language.cues.find(self.words, first, end))
            for start in range(first, end):
                for stop, classes in language.small_words.all_at(self.words, start, end):
                    self.small_first[start] = (stop, classes)
                    self.small_end.setdefault(stop, (start, classes))
        self.cues = [self._placed(first, end, cue) for first, end, cue in found]

    def _gaps(self) -> list[tuple[int, int]]:
        edges = [0, *(edge for mention in self.mentions for edge in (mention.first, mention.end)), len(self.words)]
        return [(edges[n], edges[n + 1]) for n in range(0, len(edges), 2)]

    def _placed(self, first: int, end: int, cue: Cue) -> Found:
        lead, negated, background = first, False, False
        while lead in self.small_end and lead > 0:
            start, classes = self.small_end[lead]
            if not classes & {"adverbs", "negations", "background"}:
                break
            negated = negated or "negations" in classes
            background = background or "background" in classes
            lead = start
        after = self.small_first.get(end, (end, frozenset()))[1]
        return Found(first, end, cue, lead, negated, background or "background" in after)

    def content(self, end: int) -> int:
        """Return where the content starts after a cue that ends at `end`: its particles left out."""
        held_back = self.grammar["only_before_clause"]
        place = end
        while place < len(self.words):
            word = self.words[place]
            stop, classes = self.small_first.get(place, (place, frozenset[str]()))
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
        while place < len(self.words):
            if place in self.small_first and "connectives" in self.small_first[place][1]:
                place = self.small_first[place][0]
            elif self.words[place] in {",", ";", ":", "-", "–"}:
                place += 1
            else:
                break
        return place

    def is_start(self, place: int) -> bool:
        """Tell whether nothing but marks, a number or connectives stands before `place` in the sentence."""
        first = self.connective_before(place)
        return first <= 4 and all(word in STOPS or word.isdigit() for word in self.words[:first])

    def has(self, place: int, word_class: str) -> bool:
        """Tell whether a phrase of a word class starts at `place`."""
        return word_class in self.small_first.get(place, (0, frozenset()))[1]

    def trimmed(self, first: int, end: int) -> tuple[int, int]:
        """Return a content's borders without connectives and marks around it; inner quotation marks stay."""
        first = self.after_connectives(first)
        while end > first:
            word = self.words[end - 1]
            if word in _ENDS or (word in {'"', ")"} and not _closes(self.words[first:end])):
                end -= 1
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


def _closes(words: Sequence[str]) -> bool:
    """Tell whether the last mark of `words` has its partner among them."""
    if words[-1] == ")":
        return "(" in words
    return words.count('"') % 2 == 0
