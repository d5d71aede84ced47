"""Speakers: which leaders and which sides a mention stands for.

A name stands for whoever bears it. An office without a name stands for its holder among the people of the article; where
several hold it, for the one of the country that is printed, else for the home country's. A pronoun stands for whoever
spoke last. *Hai nhà lãnh đạo* are both leaders, *hai bên* both sides, a state speaks for itself alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from events.reading.folding import key
from events.reading.leaders import Named, People
from events.reading.lexicon import Language
from events.reading.marks import Mention, Speaker


class Speakers:
    """Resolves the mentions of one article, in the order of the text."""

    def __init__(self, people: People, parties: Sequence[Named], states: Sequence[str], language: Language) -> None:
        self.people = people
        self.parties = list(parties)
        self.states = tuple(states)
        self.language = language
        self.last_leader: Named | None = None
        self.last_group: Speaker | None = None

    def of(self, mention: Mention) -> Speaker | None:
        """Return the speaker that a mention stands for, or None where the text does not tell."""
        match mention.kind:
            case "leaders" if mention.members:
                return self._joint(mention)
            case "leaders":
                return self._group(mention, leaders=True)
            case "sides":
                return self._group(mention, leaders=False)
            case "they":
                if self.last_group is not None and self.last_group.kind in ("leaders", "sides"):
                    return Speaker(mention.printed, self.last_group.sides, self.last_group.leaders, "leaders")
                return self._group(mention, leaders=True)
            case "side":
                return Speaker(mention.printed, mention.countries, (), "side") if mention.countries else None
            case "person" | "pronoun":
                named = self._person(mention)
                if named is None:
                    sides = mention.countries
                    return Speaker(mention.printed, sides, (), "side") if sides else None
                self.last_leader = named
                sides = (named.country,) if named.country else ()
                return Speaker(mention.printed, sides, (named.name,), "person")
        return None

    def _group(self, mention: Mention, leaders: bool) -> Speaker:
        names = tuple(one.name for one in self.parties) if leaders else ()
        speaker = Speaker(mention.printed, self.states, names, "leaders" if leaders else "sides")
        self.last_group = speaker
        return speaker

    def _joint(self, mention: Mention) -> Speaker | None:
        each = [speaker for one in mention.members if (speaker := self.of(one)) is not None]
        sides = dict.fromkeys(code for speaker in each for code in speaker.sides)
        names = dict.fromkeys(name for speaker in each for name in speaker.leaders)
        self.last_group = Speaker(mention.printed, tuple(sides), tuple(names), "leaders")
        return self.last_group

    def _person(self, mention: Mention) -> Named | None:
        if mention.kind == "pronoun":
            return self._pronoun(mention.gender)
        if mention.name:
            return self._narrowed(self.people.find(mention.name), mention)
        if mention.part == "host":
            return self.parties[0] if self.parties else None
        candidates = self.people.all
        if mention.part == "other":
            candidates = self.parties
            others = [one for one in candidates if one is not self.last_leader]
            return self._narrowed(others, mention)
        held = [(self._held(one, mention), one) for one in candidates]
        best = max((score for score, _ in held), default=0)
        if best:
            return self._narrowed([one for score, one in held if score == best], mention)
        if mention.countries:  # nhà lãnh đạo Trung Quốc: any leader of that country
            return self._narrowed([one for one in self.parties if one.country in mention.countries], mention)
        return None

    def _pronoun(self, gender: str) -> Named | None:
        last = self.last_leader
        if last is not None and gender and last.gender and last.gender != gender:
            fitting = [one for one in self.parties if one.gender == gender]
            return fitting[0] if len(fitting) == 1 else last
        return last if last is not None else (self.parties[0] if len(self.parties) == 1 else None)

    def _narrowed(self, candidates: Sequence[Named], mention: Mention) -> Named | None:
        if mention.countries:
            candidates = [one for one in candidates if one.country in (*mention.countries, None)]
        if len(candidates) > 1:
            candidates = [one for one in candidates if one in self.parties] or candidates
        if len(candidates) > 1:
            at_home = [one for one in candidates if one.country == self.language.home]
            candidates = at_home if at_home and not mention.countries and not mention.name else candidates
        return candidates[0] if candidates else None

    def _held(self, one: Named, mention: Mention) -> int:
        """Return how well the printed offices fit those that somebody holds: 2 a whole office, 1 its first words."""
        if mention.countries and one.country not in mention.countries:
            return 0
        held = [key(office).strip() for printed in one.offices for office in printed.split(",")]
        score = 0
        for printed in mention.offices:
            wanted = key(printed)
            if wanted in held:
                score += 2
            elif any(office.startswith(wanted + " ") or office.endswith(" " + wanted) or wanted.startswith(office + " ") for office in held):
                score += 1
        return score
