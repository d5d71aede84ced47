"""What each sentence says: its clauses, or the direct quotations that are themselves the content.

A quotation counts as speech where it has six words or more (shorter ones are terms: "6 hơn") and begins the sentence or
follows a verb of saying; it is then read sentence by sentence, as the words of whoever is named beside it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from events.reading.clauses import Clauses
from events.reading.facts import Span
from events.reading.ledger import NOTHING_CARRIED
from events.reading.lexicon import Language
from events.reading.marks import Mention
from events.reading.markup import Marked, Markup
from events.reading.openings import Opening
from events.reading.sentences import Sentence, quotations, split_sentences

MIN_WORDS = 6
LETTER = 3  # marks and words between a quotation and the letter that it is from
LABEL = 24  # words up to the colon of a label: offices and a name
Mark = Callable[[Sentence], Marked]


class Said(NamedTuple):
    """A content in the sentence that it stands in; `direct` where it is a quotation's own."""

    sentence: Sentence
    opening: Opening
    direct: bool = False


class Voice(NamedTuple):
    """One sentence read: its contents, and the subjects of its verbs in order (of neutral ones as well).

    `turn` is whose turn it is in a transcript: *we* and *I* are their words.
    """

    paragraph: int
    said: tuple[Said, ...]
    subjects: tuple[Mention, ...]
    turn: Mention | None = None

    @property
    def speakers(self) -> tuple[Mention, ...]:
        """The subjects of the contents only."""
        return tuple(said.opening.subject for said in self.said if said.opening.subject is not None)


def voices(
    marked: Iterable[Marked], language: Language, mark: Mark, past_in: Callable[[str], list[int]]
) -> list[Voice]:
    """Return what each sentence says; an act is carried on to a next sentence that has neither subject nor cue.

    `mark` marks up a sentence of a quotation, `past_in` tells where a text names a month or a year that is over.
    """
    found: list[Voice] = []
    carried = NOTHING_CARRIED
    speaking: Mention | None = None
    turn: Mention | None = None
    paragraph = -1
    for each in marked:
        one = each.sentence
        if one.paragraph != paragraph:
            paragraph = one.paragraph
            turn = _turn(each, turn)
        voice = _quoted(each, language, mark)
        if voice is None and speaking is not None and _is_quotation(one):
            voice = _read_out(one, speaking, "say", language, mark)
        speaking = voice.subjects[0] if voice is not None else None
        if voice is not None:
            found.append(voice)
            carried = NOTHING_CARRIED
            continue
        if not each.gloss.cues and not carried.act and not carried.listed:
            found.append(Voice(one.paragraph, (), (), turn))
            continue
        clauses = Clauses(each.markup, carried).read(past_in)
        carried = clauses.carried
        said = tuple(Said(one, opening) for opening in sorted(clauses.openings, key=lambda each: each.first))
        found.append(Voice(one.paragraph, said, tuple(clauses.subjects), turn))
    return found


def _turn(each: Marked, last: Mention | None) -> Mention | None:
    """Return whose turn it is in a paragraph: it starts with a label (*President Trump:*), or goes on.

    A label is followed by nothing, or by speech without quotation marks. A paragraph in brackets ends a transcript.
    """
    words = each.sentence.words
    start = next((place for place, word in enumerate(words[:LABEL]) if word.isalnum()), 0)
    if words[0] in {"<", "[", "…"}:
        return None
    colon = next((place for place, word in enumerate(words[:LABEL]) if word == ":"), 0)
    if not colon:
        return last
    if " ".join(words[start:colon]) in each.language.grammar["askers"]:
        return None
    if words[colon + 1 : colon + 2] == ('"',):
        return last
    label = next((mention for mention in each.mentions if mention.first == start), None)
    return label if label is not None and label.kind == "person" and _is_label(words, label.end, colon) else last


def _is_label(words: Sequence[str], end: int, colon: int) -> bool:
    """Tell whether nothing but marks or a remark in brackets stands between a name and its colon."""
    return end <= colon and (words[end] == "(" or not any(word.isalnum() for word in words[end:colon]))


def _quoted(marked: Marked, language: Language, mark: Mark) -> Voice | None:
    """Return what the quotations of a sentence say, or None where it has none that is itself the content."""
    one = marked.sentence
    spans = _long_quotations(one)
    if not spans:
        return None
    first, markup = spans[0], marked.markup
    speaker, manner = _speaker_beside(one, markup, spans)
    speaker = speaker or _letter_beside(one, markup, spans)
    opens = one.place_of(first.start)
    if opens and one.words[opens - 1] == ":" and opens - 1 in markup.by_end:  # Ông Tập: "…"
        return _read_out(one, markup.by_end[opens - 1], "say", language, mark)
    if speaker is None or not (markup.after_connectives(0) >= opens or _follows_cue(markup, opens)):
        return None
    voice = _read_out(one, speaker, manner, language, mark)
    added = _added(one, markup, one.place_of(spans[-1].end), speaker, mark)
    return voice._replace(said=(*voice.said, *added))


def _added(one: Sentence, markup: Markup, behind: int, speaker: Mention, mark: Mark) -> list[Said]:
    """Return what is told behind a quotation at `behind`: "…," she said, adding that both sides would …"""
    for found in markup.cues:
        named = speaker in (markup.by_end.get(found.lead), markup.by_first.get(found.end))  # …, said the minister
        if found.lead > behind and found.cue.manner == "say" and not named and one.words[found.lead - 1] == ",":
            rest = one.part(Span(one.starts[markup.content(found.end)], one.span.end))
            return _spoken(rest, speaker, "say", mark, rule="own-cue")
    return []


def _read_out(one: Sentence, speaker: Mention, manner: str, language: Language, mark: Mark) -> Voice:
    """Return what the long quotations of a sentence say, sentence by sentence."""
    said: list[Said] = []
    for span in _long_quotations(one):
        for part in split_sentences(one.text, Span(span.start + 1, span.end - 1), language.abbreviations):
            said.extend(_spoken(one.part(part), speaker, manner, mark))
    return Voice(one.paragraph, tuple(said), (speaker,))


def _is_quotation(one: Sentence) -> bool:
    """Tell whether a sentence is nothing but a quotation: it goes on with the one before."""
    spans = quotations(one.text, one.span)
    return len(spans) == 1 and spans[0].start == one.span.start and spans[0].end >= one.span.end - 1


def _long_quotations(one: Sentence) -> list[Span]:
    if '"' not in one.words:
        return []
    spans = quotations(one.text, one.span)
    return [span for span in spans if one.place_of(span.end) - one.place_of(span.start) - 2 >= MIN_WORDS]


def _speaker_beside(one: Sentence, markup: Markup, spans: Sequence[Span]) -> tuple[Mention | None, str]:
    """Return who speaks by a verb of saying outside the quotations, and the verb's manner."""
    starts = [span.start for span in spans]
    for found in markup.cues:
        place = one.starts[found.first]
        inside = bisect_right(starts, place) - 1
        if inside >= 0 and place < spans[inside].end:
            continue
        if found.cue.manner not in ("say", "report") and found.cue.act == "":
            continue
        speaker = markup.by_end.get(found.lead) or markup.by_first.get(found.end)
        if speaker is not None and speaker.kind in ("person", "pronoun", "leaders", "they", "sides", "side"):
            return speaker, found.cue.manner
    return None, ""


def _letter_beside(one: Sentence, markup: Markup, spans: Sequence[Span]) -> Mention | None:
    """Return a pronoun for who wrote the letter that a sentence quotes from ("…", bức thư có đoạn), else None."""
    behind = one.place_of(spans[-1].end)
    for place in range(behind, min(behind + LETTER, len(one.words))):
        if markup.has(place, "letters"):
            end = markup.small_first[place][0]
            return Mention(place, end, "pronoun", one.printed(place, end))
    return None


def _follows_cue(markup: Markup, opens: int) -> bool:
    """Tell whether a quotation's first mark at `opens` follows a cue, its particles and a colon at most."""
    return any(found.end <= opens <= markup.content(found.end) for found in markup.cues)


def _spoken(words: Sentence, speaker: Mention, manner: str, mark: Mark, rule: str = "direct") -> list[Said]:
    """Read one sentence of a quotation: it is a commitment where it has an act of its own, and then as a whole."""
    if not words.words:
        return []
    report, default = ("report", "affirm") if manner == "report" else ("say", "")
    opened = Opening(0, 0, "", speaker, None, "direct", report, default)
    openings = Clauses(mark(words).markup, NOTHING_CARRIED, opened).read().openings
    for one in openings:
        one.subject, one.rule = speaker, rule
    return [Said(words, one, direct=rule == "direct") for one in openings[:1]]
