"""Leaders: who of the people whom an article names took part in the event.

Who is named in the headline or in the paragraph that opens the report takes part, and so does who speaks in it. Who is
only mentioned does not: a possessor (*thông điệp của Tổng thống …*), a host by whose invitation a guest comes (unless
the visit itself is reported), someone who was also present.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from events.reading.lexicon import Language
from events.reading.marks import Mention, single
from events.reading.markup import Marked
from events.reading.people import Named, People
from events.reading.sentences import Sentence

# In these the host is a party even where only the invitation names him.
HOSTED = frozenset(
    {"state-visit", "official-visit", "visit-announcement", "invitation", "joint-statement", "signing", "talks"}
)


def participants(
    title: Sequence[Marked], lede: Sequence[Marked], speaking: Iterable[str], people: People, kind: str
) -> list[Named]:
    """Return who took part: those whom headline and lede join, then those of `speaking` (names) who have an office."""
    found: list[Named] = []
    for each in [*title, *lede]:
        sentence = each.sentence
        if _has_any(sentence, people.language.grammar["attendance"]):
            continue
        for mention in single(each.mentions):
            if mention.kind != "person" or not mention.name:
                continue
            if mention.of and not (kind in HOSTED and _after_invitation(sentence, mention, people.language)):
                continue
            found.extend(people.find(mention.name)[:1])
    for name in speaking:
        found.extend(one for one in people.find(name)[:1] if one.offices)
    taking_part = list(dict.fromkeys(found))
    with_office = [one for one in taking_part if one.offices]
    return with_office or taking_part


def _after_invitation(sentence: Sentence, mention: Mention, language: Language) -> bool:
    before = " ".join(sentence.words[max(0, mention.first - 5) : mention.first])
    return any(phrase in before for phrase in language.grammar["invitations"])


def _has_any(sentence: Sentence, phrases: Iterable[str]) -> bool:
    plain = f" {' '.join(sentence.words)} "
    return any(f" {phrase} " in plain for phrase in phrases)


def sides_of(parties: Sequence[Named], states: Sequence[str], language: Language) -> tuple[str, ...]:
    """Return the states that meet: the participants' own, and the other one of the lede where only one has spoken."""
    codes = list(dict.fromkeys(one.country for one in parties if one.country))
    unknown = any(one.country is None for one in parties)  # may be nobody from home
    for code in states if unknown else [*states, language.home]:
        if len(codes) < 2 and code not in codes:
            codes.append(code)
    return tuple(codes)
