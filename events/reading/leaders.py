"""Leaders: who of the people whom an article names took part in the event.

Who is named in the headline or in the paragraph that opens the report takes part, and so does who speaks in it. Who is
only mentioned does not: a possessor (*thông điệp của Tổng thống …*), a host by whose invitation a guest comes (unless
the visit itself is reported), someone who was also present.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from events.reading.facts import Quote
from events.reading.lexicon import Language
from events.reading.marks import Mention, single
from events.reading.markup import Marked
from events.reading.people import Named, People, only_speaks
from events.reading.sentences import Sentence

# In these the host is a party even where only the invitation names him.
HOSTED = frozenset(
    {"state-visit", "official-visit", "visit-announcement", "invitation", "joint-statement", "signing", "talks"}
)
_SPOKEN = frozenset({"subject", "direct", "trailing"})  # rules by which the speaker stands beside what is said
MEETINGS = frozenset({"talks", "meeting", "phone-call", "courtesy-call", "reception"})
LETTERS = frozenset({"congratulation", "condolence"})
BESIDE = 4  # words between "accompanying" and who is accompanied
FURTHER = 2  # paragraphs after the first in which the other side may be named
REACH = 9  # words between a visit and whose it is: chuyến thăm cấp Nhà nước tới Việt Nam của Tổng thống …


def participants(
    title: Sequence[Marked], text: Sequence[Marked], speaking: Iterable[str], people: People, kind: str
) -> list[Named]:
    """Return who took part: those whom headline and lede join, then those of `speaking` (names) who have an office.

    A standfirst or a lede that names one side alone is gone on with as far as the next two paragraphs name the other
    beside it; letters of several authors are told by *gửi điện* and the like, wherever in the text.
    """
    reader = _Participants(people, kind)
    for each in title:
        reader.add(each)
    opening = [each for each in text if each.sentence.paragraph <= FURTHER]
    for each in opening:
        if each.sentence.paragraph == 0 or not reader.found or reader.goes_on(each):
            reader.add(each)
    if kind in LETTERS:
        for each in text:
            if _has_any(each.sentence, people.language.grammar["sending"]):
                reader.add(each)
    for name in speaking:
        reader.found.extend(one for one in people.find(name)[:1] if one.offices)
    if len(reader.states()) < 2:
        reader.add_pair(text)
    taking_part = list(dict.fromkeys(reader.found))
    with_office = [one for one in taking_part if one.offices] or taking_part
    others = [one for one in with_office if not only_speaks(one, people.language)]
    return others if len(others) > 1 else with_office


class _Participants:
    """Collects who took part, sentence by sentence."""

    def __init__(self, people: People, kind: str) -> None:
        self.people = people
        self.language = people.language
        self.kind = kind
        self.found: list[Named] = []

    def states(self) -> set[str | None]:
        return {one.country for one in self.found}

    def add(self, each: Marked) -> None:
        self.found.extend(self.named(each))

    def named(self, each: Marked) -> list[Named]:
        """Return whom a sentence names as taking part."""
        if _has_any(each.sentence, self.language.grammar["attended"]):
            return []
        border = _first_of(each.sentence, self.language.grammar["attendance"])
        beside = _first_of(each.sentence, self.language.grammar["accompanying"])
        named: list[Named] = []
        for mention in single(each.mentions):
            if mention.kind != "person" or not mention.name or mention.first > border:
                continue
            if beside < mention.first <= beside + BESIDE:
                continue
            of = mention.of or self._owns(each.sentence, mention)
            if of and not self._is_host_or_guest(each.sentence, mention):
                continue
            named.extend(self.people.find(mention.name)[:1])
        return named

    def _owns(self, sentence: Sentence, mention: Mention) -> bool:
        """Tell whether a name stands in the genitive in the text: President Holt's calls for peace."""
        return bool(self.found) and sentence.words[mention.end : mention.end + 2] == ("'", "s")

    def goes_on(self, each: Marked) -> bool:
        """Tell whether a sentence joins somebody of another state to the one side that is known so far."""
        if len(self.states()) > 1:
            return False
        named = self.named(each)
        if not any(one.country not in self.states() and one.offices for one in named):
            return False
        if any(one in self.found for one in named):
            return True
        if self.kind in HOSTED and _has_any(each.sentence, self.language.grammar["invitations"]):
            return True
        return any(kind in MEETINGS for _, _, kind in self.language.kinds.find(each.sentence.words))

    def add_pair(self, text: Iterable[Marked]) -> None:
        """Take in the first two people of two states whom the text joins: *Chủ tịch nước A và Tổng thống B*."""
        for each in text:
            for mention in each.mentions:
                pair = [one for member in mention.members for one in self.people.find(member.name)[:1] if member.name]
                if (
                    len(pair) == 2
                    and len({one.country for one in pair} - {None}) == 2
                    and any(one.offices for one in pair)
                ):
                    self.found.extend(pair)
                    return

    def _is_host_or_guest(self, sentence: Sentence, mention: Mention) -> bool:
        before = " ".join(sentence.words[max(0, mention.first - REACH) : mention.first])
        grammar = self.language.grammar
        if any(before.endswith(phrase) for phrase in grammar["in_honour"]):
            return True
        frames = (*grammar["invitations"], *grammar["visits_of"]) if self.kind in HOSTED else ()
        return any(phrase in before for phrase in frames)


def _first_of(sentence: Sentence, phrases: Iterable[str]) -> int:
    """Return the first word at which one of the phrases stands; the number of words where none does."""
    plain = f" {' '.join(sentence.words)} "
    places = (plain.find(f" {phrase} ") for phrase in phrases)
    found = min((place for place in places if place >= 0), default=-1)
    return plain[:found].count(" ") if found >= 0 else len(sentence.words)


def _has_any(sentence: Sentence, phrases: Iterable[str]) -> bool:
    plain = f" {' '.join(sentence.words)} "
    return any(f" {phrase} " in plain for phrase in phrases)


def with_quoted(parties: Sequence[Named], quotes: Iterable[Quote], people: People) -> list[Named]:
    """Return the participants, and those holders of an office whose words a commitment is though no name is there."""
    quoted = [
        one for quote in quotes if quote.rule in _SPOKEN for name in quote.leaders for one in people.find(name)[:1]
    ]
    return list(dict.fromkeys((*parties, *(one for one in quoted if one.offices and one.country))))


def sides_of(
    parties: Sequence[Named], states: Sequence[str], language: Language, home_is_here: bool = True
) -> tuple[str, ...]:
    """Return the states that meet: the participants' own, and the other one of the lede where only one has spoken.

    The home side is taken for the other one only where the text names it at all (`home_is_here`).
    """
    codes = list(dict.fromkeys(one.country for one in parties if one.country))
    unknown = any(one.country is None for one in parties)  # may be nobody from home
    home = () if unknown or not home_is_here else (language.home,)
    for code in (*states, *home):
        if len(codes) < 2 and code not in codes:
            codes.append(code)
    return tuple(codes)
