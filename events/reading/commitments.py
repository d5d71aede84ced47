"""Commitments: the passages in which a side says, for the record, what it will do, agrees to, stands for or asks.

Each content that the clauses opened gets its speaker, its act and its topics. How far to trust it depends on what tells
the speaker and the act (`CONFIDENCE`): one that is taken over from the clause before is worth less than one that stands
beside its cue, and a state that speaks without a leader less than a leader.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from events.reading.facts import Manner, Quote, Span
from events.reading.folding import tokens
from events.reading.lexicon import Language
from events.reading.marks import Mention, Speaker
from events.reading.markup import Marked
from events.reading.openings import Opening
from events.reading.speakers import Speakers
from events.reading.speech import Said, Voice
from events.reading.topics import topics

# An order of trust, not a measured probability: what staff should look at first has the lowest figure.
CONFIDENCE = {
    "subject": 0.95,  # the speaker stands beside the cue
    "direct": 0.95,  # a quotation in quotation marks, with its speaker
    "own-cue": 0.9,  # a cue of its own; the speaker is that of the clause before
    "trailing": 0.9,  # the speaker follows: …, she said
    "participle": 0.85,  # the cue opens the sentence, the speaker follows after a comma
    "semicolon": 0.85,  # speaker and act are those of the clause before the semicolon
    "second-act": 0.8,  # a second act inside what one speaker says
    "elliptical": 0.65,  # a sentence that goes on with speaker and act of the sentence before
}
SHORT_FORM = 0.95  # factor: the speaker is printed as a pronoun, or as an office alone
STATE = 0.85  # factor: a state speaks, in the report's own voice
MAX_LEDE = 20  # a lede repeats a few commitments; more are the report itself
REPEATED = 0.5  # share of a lede's words that stand in one later commitment of the same act


class _Attributed(NamedTuple):
    said: Said
    speaker: Speaker
    printed: str | None
    mention: Mention | None
    paragraph: int


def commitments(
    voices: Sequence[Voice], marked: Sequence[Marked], speakers: Speakers, language: Language
) -> tuple[Quote, ...]:
    """Return the commitments in the order of the text, none over another; `marked` are the sentences of `voices`."""
    found = [_quote(one, language) for one in _attributed(voices, marked, speakers)]
    quotes = [quote for quote in found if quote is not None]
    lede = {id(quote) for quote in _repeated_later(quotes, voices)}
    return tuple(quote for quote in sorted(quotes, key=lambda one: one.span.start) if id(quote) not in lede)


def _attributed(voices: Sequence[Voice], marked: Sequence[Marked], speakers: Speakers) -> list[_Attributed]:
    found: list[_Attributed] = []
    last: Speaker | None = None
    for voice, each in zip(voices, marked, strict=True):
        speakers.sees(each.mentions)
        subjects = {mention.first: mention for mention in voice.subjects}
        asked = _asked(voice.said)
        known = {first: speakers.of(subjects[first], asked.get(first, ())) for first in sorted(subjects)}
        for said in voice.said:
            subject = said.opening.subject
            if subject is None:
                speaker = last
            else:
                speaker = known.get(subject.first) or speakers.of(subject) or _state_of(said.opening, speakers)
                known[subject.first] = speaker
                last = speaker or last
            if voice.turn is not None:
                speaker = _in_turn(speaker, subject, speakers.of(voice.turn))
            if speaker is None:
                continue
            speakers.heard(speaker)
            beside = said.opening.rule in ("subject", "direct", "trailing", "participle")
            printed = subject.printed if subject is not None and beside else None
            found.append(_Attributed(said, speaker, printed, subject, voice.paragraph))
        if not voice.said:
            speakers.passes(each.mentions, each.gloss.words)
        if known:
            last = known[max(known)] or last
    return found


def _asked(said: Sequence[Said]) -> dict[int, tuple[str, ...]]:
    """Return by the place of who asks it the states of whom something is asked: asked | the Thai side to …"""
    return {
        one.opening.subject.first: one.opening.owner.countries
        for one in said
        if one.opening.subject is not None and one.opening.owner is not None and one.opening.owner.kind == "side"
        if one.opening.act == "propose" and one.opening.rule == "subject"
    }


def _state_of(opening: Opening, speakers: Speakers) -> Speaker | None:
    """Return the state whose conduct somebody unknown reports: the spokesperson said | Vietnam supports …"""
    owner = opening.owner
    return speakers.of(owner) if owner is not None and owner.kind == "side" else None


def _in_turn(speaker: Speaker | None, subject: Mention | None, talking: Speaker | None) -> Speaker | None:
    """Return who says what stands in a turn of a transcript: *we*, and the state of the one who speaks, are theirs."""
    own = subject is None or subject.kind == "self"
    if talking is not None and (
        own or (speaker is not None and not speaker.leaders and speaker.sides == talking.sides)
    ):
        return talking
    return speaker


def _quote(one: _Attributed, language: Language) -> Quote | None:
    opening, sentence, speaker = one.said.opening, one.said.sentence, one.speaker
    # Where a state's words are nobody's by name, its own verb is the cue and stays outside.
    first = opening.behind if opening.behind and not speaker.leaders else opening.first
    if opening.end - first < 2:
        return None
    about = topics(sentence, first, opening.end, language)
    own_voice = speaker.kind in ("side", "sides") and not opening.report
    if own_voice and opening.act == "affirm" and speaker.kind == "side" and not about:
        return None  # a state's own programme: nothing in it is about the other side or the world
    if not speaker.sides and not speaker.leaders:
        return None
    span = Span(sentence.starts[first], sentence.end(opening.end - 1))
    act = opening.act
    if act == "task":
        act = "agree" if speaker.kind in ("leaders", "sides", "they") else "pledge"
    return Quote(
        span=span,
        quote=span.of(sentence.text),
        act=act,
        sides=speaker.sides,
        leaders=speaker.leaders,
        topics=about,
        speaker=" ".join(one.printed.split()) if one.printed else None,
        cue=opening.cue,
        manner=_manner(one),
        rule=opening.rule,
        confidence=_confidence(one),
    )


def _manner(one: _Attributed) -> Manner:
    if one.said.direct:
        return "direct"
    return "joint" if len(one.speaker.sides) > 1 or len(one.speaker.leaders) > 1 else "indirect"


def _confidence(one: _Attributed) -> float:
    confidence = CONFIDENCE[one.said.opening.rule]
    mention = one.mention
    if mention is not None and mention.kind in ("person", "pronoun", "they") and not mention.name:
        confidence *= SHORT_FORM
    if one.speaker.kind == "side":
        confidence *= STATE
    return round(confidence, 2)


def _repeated_later(quotes: Sequence[Quote], voices: Sequence[Voice]) -> list[Quote]:
    """Return the commitments of the lede that the report says again at length."""
    if not voices:
        return []
    after = [voice.said[0].sentence.span.start for voice in voices if voice.paragraph > 0 and voice.said]
    border = after[0] if after else None
    if border is None:
        return []
    lede = [quote for quote in quotes if quote.span.start < border][:MAX_LEDE]
    if not lede:
        return []
    acts = {quote.act for quote in lede}
    later = [
        (quote.act, frozenset(tokens(quote.quote)))
        for quote in quotes
        if quote.span.start >= border and quote.act in acts
    ]
    repeated: list[Quote] = []
    for quote in lede:
        words = frozenset(tokens(quote.quote))
        if any(act == quote.act and len(words & other) >= REPEATED * len(words) for act, other in later):
            repeated.append(quote)
    return repeated
