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
_JOINTS = frozenset({",", ";", ":", "-", "–"})
_LEADING = frozenset({"adverbs", "negations", "background"})
_NONE: frozenset[str] = frozenset()
_DANGLING = frozenset({"connectives", "danglers"})
_BEFORE_CAPITAL = frozenset({":", ".", "!", "?", ";", "-", "–", "•", "*", ")", "…", "□"})
SOURCE_TAIL = 8  # words after a source named last: …, her office said in a statement after the meeting
ASIDE_AFTER_CUE = 12  # words: mong muốn, dù trên cương vị nào, Đại sứ …


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
    are the cues outside the mentions, the longest at each place, none over another; `nouns` tells where those that only
    look like one end, by where they start.
    """

    def __init__(self, gloss: Gloss, mentions: Sequence[Mention], language: Language) -> None:
        self.gloss = gloss
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
        self.source = 0  # where a source that is named last starts (…, according to a statement)
        self._put_small_words(gloss)
        self.cues: list[Found] = []
        free = 0
        for place, end, cues in self._outside(gloss.cues):
            fitting = [cue for cue in cues if cue[0] <= end] if place >= free else None
            if fitting:
                free, cue = fitting[-1]
                if self._in_name(place):
                    free = max(free, self._name_end(place))
                else:
                    self.cues.append(self._placed(place, free, cue))
        self.nouns = {one.first: one.end for one in self.cues if one.cue.manner == "noun"}
        if not self.source and self.cues and self.cues[-1].lead not in self.by_end:
            self.source = self._named_last()

    def _put_small_words(self, gloss: Gloss) -> None:
        """Enter the small words outside the mentions by the places where they start and before which they end."""
        first, end = self.small_first, self.small_end
        free, until, gaps = 0, 0, iter([*((one.first, one.end) for one in self.mentions), (len(self.words),) * 2])
        after = 0
        for place, (_, _, small) in gloss.runs:
            if not small:
                continue
            while until <= place:  # on to the words between the next two mentions
                free = after
                until, after = next(gaps)
            if place < free:
                continue
            for length, classes in small:
                stop = place + length
                if stop <= until:
                    if "sources" in classes and place and self.words[place - 1] in {",", '"'}:
                        self.source = place - 1
                    first[place] = (stop, classes)
                    end.setdefault(stop, (place, classes))

    def _named_last(self) -> int:
        """Return the comma before an unknown source that a sentence ends with: …, Seoul's foreign ministry said."""
        last = self.cues[-1] if self.cues else None
        if last is None or last.cue.manner != "say":
            return 0
        tail = [place for place in range(last.end, len(self.words)) if self.words[place] not in STOPS]
        if len(tail) > SOURCE_TAIL or (tail and not self.has(tail[0], "enders")):
            return 0
        return next(
            (place for place in range(last.first - 1, max(0, last.first - 7), -1) if self.words[place] == ","), 0
        )

    def _in_name(self, place: int) -> bool:
        """Tell whether a cue is part of a name or a word: a capital in mid-sentence (Tuyên bố chung …), re-commit."""
        before = self.words[place - 1] if place else ""
        if before == "-" and self.sentence.starts[place] == self.sentence.starts[place - 1] + 1:
            return True
        if place == 0 or not self.sentence.capital(place):
            return False
        if before == '"':
            return place > 1 and self.words[place - 2] not in {":", ","}
        return before not in _BEFORE_CAPITAL

    def _name_end(self, place: int) -> int:
        """Return where a name in quotation marks ends that starts at `place`; `place` where it stands in none."""
        if self.words[place - 1] != '"' or '"' not in self.words[place:]:
            return place
        return self.words.index('"', place)

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
        while lead > 0:
            if lead not in self.small_end:
                if not self._is_adverb(lead):
                    break
                lead -= 1
                continue
            start, classes = self.small_end[lead]
            if not classes & _LEADING:
                break
            negated = negated or "negations" in classes
            background = background or "background" in classes
            lead = start
        after = self.small_first.get(end, (end, _NONE))[1]
        return Found(first, end, cue, lead, negated, background or "background" in after)

    def is_earlier(self, found: Found) -> bool:
        """Tell whether a cue stands in a tense that tells what was before: had pledged."""
        return any(word in self.grammar["pluperfect"] for word in self.words[found.lead : found.first])

    def after_addressee(self, place: int) -> int:
        """Return where the content starts behind whom a verb of saying is said to (told Ms. Lee that …)."""
        said_to = self.by_first.get(place + (self.words[place : place + 1] == ("to",)))
        if said_to is None or said_to.kind not in ("person", "pronoun"):
            return place
        told = said_to.first > place or "particles" in self.small_first.get(said_to.end, (0, _NONE))[1]
        return self.content(said_to.end) if told else place

    def after_colon(self, place: int) -> int:
        """Return where the content starts behind an occasion and a colon (cho biết tại họp báo: …), else `place`."""
        if not self.has(place, "enders"):
            return place
        for step in range(place + 1, min(place + ASIDE_AFTER_CUE, len(self.words))):
            if self.words[step] == ":":
                return self.content(step)
            if self.words[step] in STOPS or step in self.by_first:
                break
        return place

    def _is_adverb(self, end: int) -> bool:
        """Tell whether the word before `end` is an adverb by its ending (staunchly), outside the mentions."""
        word = self.words[end - 1]
        known = end in self.by_end or word in self.grammar["no_adverbs"]
        return word.endswith(self.language.adverb_endings) and not known

    def content(self, end: int) -> int:
        """Return where the content starts after a cue that ends at `end`: its particles left out."""
        held_back = self.grammar["only_before_clause"]
        start, classes = self.small_end.get(end, (end, _NONE))
        if "objects" in classes:  # ra | Tuyên bố chung: the noun of the cue is what is announced
            return start
        place = end
        while place < len(self.words):
            word = self.words[place]
            stop, classes = self.small_first.get(place, (place, _NONE))
            if (word in {",", ":"} and place == end) or word == ":":
                place += 1
            elif "particles" in classes and " ".join(self.words[place:stop]) not in held_back:
                place = stop
            elif "asides" in classes and place > end and "," in self.words[place : place + ASIDE_AFTER_CUE]:
                place = self.words.index(",", place) + 1
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
        words, small, after = self.words, self.small_first, self._after
        passed: list[int] = []
        while place < len(words) and place not in after:
            if place in small and "connectives" in small[place][1]:
                passed.append(place)
                place = small[place][0]
            elif words[place] in _JOINTS:
                passed.append(place)
                place += 1
            else:
                break
        place = after.get(place, place)
        for one in passed:  # a row of marks is walked once, not from each of them
            after[one] = place
        return place

    def after_number(self) -> int:
        """Return where a sentence goes on after its ordinal or number (Thứ hai, …; (2) …; b) …); 0 without one."""
        place = next((place for place, word in enumerate(self.words) if word not in STOPS), 0)
        if self.has(place, "ordinals"):
            place = self.small_first[place][0]
        elif _is_number(self.words[place]) and self.words[place + 1 : place + 2] in ((".",), (")",), ("/",)):
            place += 2
        else:
            return 0
        return self.after_connectives(place)

    def is_start(self, place: int) -> bool:
        """Tell whether nothing but marks, a number or connectives stands before `place` in the sentence."""
        first = self.connective_before(place)
        return first <= 4 and all(word in STOPS or word.isdigit() for word in self.words[:first])

    def has(self, place: int, word_class: str) -> bool:
        """Tell whether a phrase of a word class starts at `place`."""
        return word_class in self.small_first.get(place, (0, _NONE))[1]

    def ends_with(self, place: int, word_class: str) -> bool:
        """Tell whether a phrase of a word class ends right before `place`."""
        return word_class in self.small_end.get(place, (0, _NONE))[1]

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
            elif self.small_end.get(end, (0, _NONE))[1] & _DANGLING and self.small_end[end][0] >= first:
                end = self.small_end[end][0]
            else:
                break
        inner = self.words[first:end]
        if end - first > 2 and inner[0] == inner[-1] == '"' and inner.count('"') == 2:
            first, end = first + 1, end - 1
            while end > first and self.words[end - 1] in {",", "."}:
                end -= 1
        return first, end


def _is_number(word: str) -> bool:
    """Tell whether a word before a full stop or a bracket numbers an item: 2, b, iv."""
    return word.isdigit() or (len(word) == 1 and word.isalpha()) or (len(word) < 5 and not word.strip("ivx"))
