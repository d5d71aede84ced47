"""Speakers: which leaders and which sides a mention stands for.

A name stands for whoever bears it, and so does a bare rank. An office without a name stands for its holder among the
people of the article; where several hold it, for the one of the country that is printed, else for whom the text names
first if the writer need not print whose leader that is, else for the home country's. A pronoun stands for whoever spoke
last. *Hai nhà lãnh đạo* are both leaders, or of more than two the first of each side; *hai bên* are both sides, a state
speaks for itself alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from events.reading.folding import key
from events.reading.lexicon import Language
from events.reading.marks import Mention, Speaker, single
from events.reading.people import Named, People, only_speaks

_NONE: frozenset[str] = frozenset()


class Speakers:
    """Resolves the mentions of one article, in the order of the text."""

    def __init__(
        self,
        people: People,
        parties: Sequence[Named],
        states: Sequence[str],
        language: Language,
        here: str | None = None,
    ) -> None:
        self.people = people
        self.parties = list(parties)
        self.states = tuple(states)
        self.language = language
        self.offices: dict[Named, frozenset[str]] = {}
        self.holders: dict[str, list[Named]] = {}  # by what a group is called
        self.last_leader: Named | None = None
        self.last_group: Speaker | None = None
        self.recent: list[Named] = []  # who spoke, the last one first
        self.meeting: tuple[str, ...] = ()  # the two states of more whose meeting is being reported
        self.host = self._host(here)

    def of(self, mention: Mention, asked: Sequence[str] = ()) -> Speaker | None:
        """Return the speaker that a mention stands for, or None where the text does not tell.

        `asked` are the states of whom something is asked: an office without a name is not that of theirs.
        """
        if mention.kind == "leaders" and mention.members:
            return self._joint(mention)
        if mention.kind == "they" and self.last_group is not None:
            return Speaker(mention.printed, self.last_group.sides, self.last_group.leaders, "leaders")
        if mention.kind in ("leaders", "sides", "they"):
            return self._group(mention, leaders=mention.kind != "sides")
        named = self._person(mention, asked) if mention.kind in ("person", "pronoun") else None
        if named is not None:
            self.last_leader = named
            sides = (named.country,) if named.country else ()
            if sides and self.parties and named not in self.parties and only_speaks(named, self.language):
                return Speaker(mention.printed, sides, (), "side")  # whoever announces a visit speaks for a side
            return Speaker(mention.printed, sides, (named.name,), "person")
        return Speaker(mention.printed, mention.countries, (), "side") if mention.countries else None

    def passes(self, mentions: Sequence[Mention], words: Sequence[str]) -> None:
        """Take note of whom a sentence without a speaker is about: the first who may be its subject."""
        for one in mentions:
            if (
                one.kind != "person"
                or one.of
                or (one.first and words[one.first - 1] in self.language.grammar["prepositions"])
            ):
                continue
            if one.name or one.offices:
                named = self._person(one)
                self.last_leader = named or self.last_leader
                return

    def sees(self, mentions: Sequence[Mention]) -> None:
        """Take note of whose meeting a sentence is about, where an article reports one after another.

        `mentions` are the sentence's. Leaders of two states meet each other, the leader of one meets the host unless he
        goes on with the meeting that is being reported; of several, it is no meeting of two.
        """
        if len(self.states) < 3 or self.host is None:
            return
        people = [one for one in single(mentions) if one.kind == "person"]
        named = [one.country for mention in people if mention.name for one in self.people.find(mention.name)[:1]]
        codes = {*named, *(code for mention in people for code in mention.countries)}
        two = tuple(code for code in self.states if code in codes)
        if len(two) == 1 and two[0] not in (*self.meeting, self.host.country) and self.host.country:
            two = (self.host.country, *two)
        if len(two) > 1:
            self.meeting = two if len(two) == 2 else ()

    def heard(self, speaker: Speaker) -> None:
        """Take note of who says something: *hai nhà lãnh đạo* are those who have just spoken."""
        if speaker.kind in ("side", "sides"):
            self.recent = []  # the report goes on to something else
        for name in speaker.leaders if speaker.kind == "person" else ():
            named = next((one for one in self.parties if one.name == name), None)
            if named is not None:
                self.recent = [named, *(one for one in self.recent if one is not named)]

    def _host(self, here: str | None) -> Named | None:
        at_home = [one for one in self.parties if one.country == here] if here else []
        return next(iter(at_home or self.parties), None)

    def _group(self, mention: Mention, leaders: bool) -> Speaker:
        if mention.countries:  # EU leaders
            names = tuple(one.name for one in self.parties if one.country in mention.countries)
            self.last_group = Speaker(mention.printed, mention.countries, names, "leaders")
            return self.last_group
        printed = key(mention.printed)
        names = tuple(one.name for one in self._meant(printed)) if leaders else ()
        states = self._pair(printed) or self.states
        speaker = Speaker(mention.printed, states, names, "leaders" if leaders else "sides")
        self.last_group = speaker
        return speaker

    def _pair(self, printed: str) -> tuple[str, ...]:
        """Return the two states of more that a group of two means: those whose meeting is reported."""
        return self.meeting if any(printed.startswith(f"{word} ") for word in self.language.pairs) else ()

    def _meant(self, printed: str) -> Sequence[Named]:
        """Return whom of more than two a group of two means: those of its office, else the first of each side."""
        pair = next((word for word in self.language.pairs if printed.startswith(f"{word} ")), None)
        both = self._holders(printed if pair is None else printed.removeprefix(pair).strip())
        if both:
            return both
        if pair is None or len(self.parties) < 3:
            return self.parties
        states = self._pair(printed)
        meeting = [one for one in self.parties if one.country in states]
        if len(meeting) == 2:
            return meeting
        spoke = [one for one in self.recent if one in self.parties]
        if len({one.country for one in spoke}) < 2:
            spoke = []  # nobody has answered yet: those who are named first
        order = [*spoke, *self.parties]
        firsts = {one.country: one for one in reversed(order)}
        two = [one for one in self.parties if firsts[one.country] is one]
        return two if len(two) == 2 else self.parties

    def _holders(self, printed: str) -> list[Named]:
        """Return the two people of two states who hold the office that a group is called by, else none.

        They may be others than those who met first: *the deputy ministers agreed*. Where no two hold just that office,
        it stands for a longer one as well: *hai Bộ trưởng* for those of foreign affairs.
        """
        if printed in self.holders:
            return self.holders[printed]
        first, _, rest = printed.partition(" ")
        office = rest if first in self.language.grammar["articles"] else printed
        called = (office, office.removesuffix("s"))
        everybody = dict.fromkeys((*self.parties, *self.people.all))
        exactly = [one for one in everybody if not self._offices(one).isdisjoint(called)]
        longer = [
            one
            for one in everybody
            if one in exactly or any(_is_longer(held, name) for held in self._offices(one) for name in called)
        ]
        of_two = [
            found for found in (exactly, longer) if len({one.country for one in found} - {None}) == len(found) == 2
        ]
        self.holders[printed] = of_two[0] if of_two else []
        return self.holders[printed]

    def _joint(self, mention: Mention) -> Speaker | None:
        each = [speaker for one in mention.members if (speaker := self.of(one)) is not None]
        sides = dict.fromkeys(code for speaker in each for code in speaker.sides)
        names = dict.fromkeys(name for speaker in each for name in speaker.leaders)
        self.last_group = Speaker(mention.printed, tuple(sides), tuple(names), "leaders")
        return self.last_group

    def _person(self, mention: Mention, asked: Sequence[str] = ()) -> Named | None:
        if mention.kind == "pronoun":
            return self._of_rank(key(mention.printed)) or self._pronoun(mention.gender)
        if mention.name:
            return self._narrowed(self.people.find(mention.name), mention)
        if mention.part == "host":
            return self.host
        if mention.part:
            not_meant = self.host if mention.part == "guest" else self.last_leader
            return self._narrowed([one for one in self.parties if one is not not_meant], mention)
        return self._holder(mention, asked)

    def _holder(self, mention: Mention, asked: Sequence[str]) -> Named | None:
        """Return whom an office without a name stands for."""
        wanted = [key(office) for office in mention.offices]
        held = [(self._held(one, mention, wanted), one) for one in self.people.all]
        others = [(score, one) for score, one in held if score and one.country not in asked]
        held = others if asked and others else held
        best = max((score for score, _ in held), default=0)
        fitting = [one for score, one in held if score == best > 0]
        if not fitting and mention.offices and key(mention.offices[0]) in self.language.grammar["any_leader"]:
            fitting = [one for one in self.parties if not mention.countries or one.country in mention.countries]
            return self.last_leader if self.last_leader in fitting else next(iter(fitting), None)
        if not fitting and mention.countries:  # nhà lãnh đạo Trung Quốc: any leader of that country
            fitting = [one for one in self.parties if one.country in mention.countries]
        return self._narrowed(fitting, mention)

    def _of_rank(self, printed: str) -> Named | None:
        """Return whom a bare rank stands for: Đại tướng nhấn mạnh."""
        fitting = [one for one in self.people.all if printed in one.ranks]
        return self.last_leader if self.last_leader in fitting else next(iter(fitting), None)

    def _pronoun(self, gender: str) -> Named | None:
        last = self.last_leader
        if last is not None and gender and last.gender and last.gender != gender:
            fitting = [one for one in self.parties if one.gender == gender]
            fitting = fitting or [one for one in self.parties if not one.gender]
            return fitting[0] if len(fitting) == 1 else last
        return last if last is not None else (self.parties[0] if len(self.parties) == 1 else None)

    def _narrowed(self, candidates: Sequence[Named], mention: Mention) -> Named | None:
        if mention.countries:
            candidates = [one for one in candidates if one.country in (*mention.countries, None)]
        if len(candidates) > 1:
            candidates = [one for one in candidates if one in self.parties] or candidates
        if len(candidates) > 1 and mention.gender:
            candidates = [one for one in candidates if one.gender == mention.gender] or candidates
        if len(candidates) > 1 and not mention.countries and not mention.name:
            ours = [one for one in candidates if self._is_ours(one, mention.printed)]
            at_home = [one for one in candidates if one.country == self.language.home]
            candidates = ours or at_home or candidates
        if len(candidates) > 1 and self.last_leader in candidates:
            return self.last_leader
        return candidates[0] if candidates else None

    def _is_ours(self, one: Named, printed: str) -> bool:
        """Tell whether the text needs no more than this to name its own: *the Prime Minister*, in London's readout."""
        article, _, office = key(printed).partition(" ")
        is_first = one is self.people.all[0]
        return one.is_own and is_first and article in self.language.grammar["articles"] and office in self._offices(one)

    def _held(self, one: Named, mention: Mention, offices: Sequence[str]) -> int:
        """Return how well a mention's offices fit those that somebody holds: 2 a whole office, 1 its first words.

        `offices` are the mention's in comparable form.
        """
        if mention.countries and one.country not in mention.countries:
            return 0
        held = self._offices(one)
        score = 0
        for wanted in offices:
            first, _, rest = wanted.partition(" ")
            office = rest if first in self.language.grammar["articles"] else wanted
            if office in held:
                score += 2
            elif self._shortened(office, held) or held & self.language.alike.get(office, _NONE):
                score += 1
        return score

    def _shortened(self, office: str, held: frozenset[str]) -> bool:
        """Tell whether an office is a shorter form of one of those held: the minister, the Foreign Minister."""
        return any(_same_words(office, other) for other in held - self.language.grammar["undivided"])

    def _offices(self, one: Named) -> frozenset[str]:
        if one not in self.offices:
            self.offices[one] = frozenset(key(office).strip() for each in one.offices for office in each.split(","))
        return self.offices[one]


def _is_longer(office: str, name: str) -> bool:
    """Tell whether an office is called more fully than by the name (Bộ trưởng Quốc phòng, Bộ trưởng)."""
    return office.startswith(f"{name} ") or office.endswith(f" {name}")


def _same_words(wanted: str, office: str) -> bool:
    """Tell whether one of two offices is a shorter form of the other (Bộ trưởng, Bộ trưởng Quốc phòng)."""
    return _is_longer(office, wanted) or wanted.startswith(office + " ")
