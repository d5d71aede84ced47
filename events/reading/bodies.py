"""Bodies: the names of ministries, committees and assemblies that the lexicon does not know.

What stands after the noun of a body (*Ban*, *Bộ*, *Committee*) belongs to its name by its shape: a capital before a
small syllable is no person's name.
"""

from __future__ import annotations

from events.reading.glosses import Gloss
from events.reading.lexicon import Language
from events.reading.marks import Term
from events.reading.names import Names
from events.reading.sentences import Sentence

FIELDS = ("portfolios", "institutions", "chambers")
_STATES = ("countries", "home")
_SMALL = frozenset({"prepositions", "connectives", "adverbs", "negations", "particles", "first_person"})
MAX_RUN = 24  # words of a body's name
REACH = 12  # words of what somebody is in charge of
RUN = 8  # small syllables that a body's name goes on with


class Bodies:
    """The names of bodies in one sentence at a time: in the one that `turn_to` was given last."""

    gloss: Gloss
    sentence: Sentence
    words: tuple[str, ...]
    who: dict[int, tuple[int, Term]]

    def __init__(self, language: Language, names: Names) -> None:
        self.names = names
        self.nouns = language.names["bodies"]
        self.about = language.names["about"]
        self.home_names = language.names["home_names"]
        self.of = language.joints["of"]

    def turn_to(self, gloss: Gloss) -> None:
        """Look at another sentence; `names` must look at it, too."""
        self.gloss = gloss
        self.sentence = gloss.sentence
        self.words = gloss.words
        self.who = gloss.who

    def role(self, place: int) -> str:
        """Return the role of the lexicon's longest phrase at a place, else ""."""
        hit = self.who.get(place)
        return hit[1].role if hit is not None else ""

    def end(self, place: int, step: int, owned: bool) -> int:
        """Return where the name of a body ends that the lexicon does not know, or `place`."""
        if self.words[place] in self.about:
            return self._about(place)
        if step >= len(self.words) or not self.sentence.capital(step):
            return place
        if step > place:
            named = owned and self.words[step - 1] in self.of | {"the"}
            return (self.by_noun(step) or place) if named else place
        field = self.role(place - 1) in FIELDS
        shaped = self._by_shape(place, closed=field) if field or self.words[place - 1] in self.nouns else place
        if shaped > place:
            return shaped  # Ban | Tuyên truyền, Đảng Nhân dân | Cách mạng Lào
        return step + field * (self.words[step] in self.nouns - self.home_names)  # Federal | Assembly

    def _about(self, place: int) -> int:
        """Return where what somebody is in charge of ends: về an ninh và đối ngoại | của Liên minh châu Âu."""
        for step in range(place + 1, min(place + REACH, len(self.words))):
            owner = self.words[step] in self.of and self.role(step + 1) in _STATES
            if owner or self.role(step) in _STATES or (self.sentence.capital(step) and step not in self.who):
                return step
            if not self.words[step][0].isalpha() or step in self.gloss.cues:
                break
        return place

    def _by_shape(self, place: int, closed: bool = False) -> int:
        """Return where a run of syllables ends of which each capital stands before a small one: Liên lạc đối ngoại."""
        end = place
        while end + 1 < len(self.words):
            hit = self.who.get(end)
            if hit is not None and hit[1].role in FIELDS:
                end = hit[0]
            elif hit is None and self.sentence.capital(end) and self._is_small(end + 1):
                last = self._small_run(end + 2)
                if closed and last < len(self.words) and self._is_small(last):
                    break
                end = last
            else:
                break
        return end

    def _is_small(self, place: int) -> bool:
        """Tell whether a small syllable stands at a place that opens no verb of a clause and is no particle."""
        if not self.words[place][0].isalpha() or self.sentence.capital(place):
            return False
        if place in self.gloss.cues or self.role(place) not in ("", *FIELDS):
            return False
        return not any(classes & _SMALL for _, classes in self.gloss.small.get(place, ()))

    def _small_run(self, start: int) -> int:
        """Return the end of the small syllables from `start` where a capital or a mark follows, else `start`."""
        end = start
        while end < len(self.words) and end - start < RUN and self._is_small(end):
            end += 1
        if end == len(self.words) or self.sentence.capital(end) or not self.words[end][0].isalpha():
            return end
        return start

    def by_noun(self, start: int) -> int:
        """Return where a run of capitals ends that names a body: at its last noun (of the Lok Sabha), or at a mark."""
        end = noun = start
        limit = min(len(self.words), start + MAX_RUN)
        while end < limit and (self.sentence.capital(end) or self._inside(end)):
            end += 1
            if self.words[end - 1] in self.nouns:
                noun = end
        if noun > start:
            return noun
        closed = end < len(self.words) and self.words[end] in {",", "("}
        return end if closed and not any(place in self.who for place in range(start, end)) else 0

    def _inside(self, place: int) -> bool:
        """Tell whether a small word or a hyphen stands between capitals: Committee on Foreign Affairs and Trade."""
        if self.words[place] == "-" and place + 1 < len(self.words):
            return self.names.glued(place)
        if self.words[place] not in self.of | {"the", "and", "on"} or place + 1 >= len(self.words):
            return False
        return self.sentence.capital(place + 1) or self.words[place + 1] == "the"
