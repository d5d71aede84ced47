"""Names: runs of capitalised words, with what may stand inside a name.

Syllables after a hyphen may be small (Kẹo-vi-lay), particles too (Anwar bin Ibrahim); an initial keeps its full stop
(V.Pu-tin, Harold R. Mitchum). A run stops before an office, and a word of the lexicon at its head makes it no name.
"""

from __future__ import annotations

import re

from events.reading.folding import fold
from events.reading.glosses import Gloss
from events.reading.lexicon import Language

MAX_WORDS = 12  # tokens, hyphens among them: "Xổm-phon Kẹo-vi-lay" has eight
_INNER = {"-", ".", "'"}  # may stand inside a name, without blanks around them
_INITIAL = re.compile(r"(?<![^\W_])(?<!-)([^\W\d_]{1,2})\.")
_NOT_NAMES = ("offices", "countries", "demonyms", "person_nouns", "cities")


def initials_of(name: str) -> frozenset[str]:
    """Return the folded initials of a name: `initials_of("Harold R. Mitchum") == {"r"}`."""
    return frozenset(fold(initial) for initial in _INITIAL.findall(name))


def without_initials(name: str) -> str:
    """Return a name as it is printed where nobody minds the initials: `Harold Mitchum`."""
    return " ".join(_INITIAL.sub(" ", name).split()) or name


class Names:
    """The runs of capitals of one sentence."""

    def __init__(self, gloss: Gloss, language: Language) -> None:
        self.sentence = gloss.sentence
        self.words = gloss.words
        self.who = gloss.who
        self.particles = language.names["name_particles"]
        self.initials = language.names["initials"]

    def end(self, place: int) -> int:
        """Return where the run of capitalised words that starts at `place` ends; `place` itself where there is none."""
        end = place
        limit = min(len(self.words), place + MAX_WORDS)
        while end < limit:
            word = self.words[end]
            if word[0].isalpha() and self.sentence.capital(end):
                end += 1
            elif (
                word in _INNER
                and place < end < limit - 1
                and self.glued(end)
                and (self.words[end + 1][0].isalpha() and (word != "'" or self.sentence.capital(end + 1)))
            ):
                end += 2  # Kẹo-vi-lay: the syllables after a hyphen are small
            elif place < end < limit - 1 and self.sentence.capital(end + 1) and self.inside(end):
                end += 1
            else:
                break
        return min(end, len(self.words))

    def inside(self, place: int) -> bool:
        """Tell whether the word at `place`, small or a mark, goes on with a name: a particle, an initial's stop."""
        return self.words[place] in self.particles or (self.words[place] == "." and self.initial(place - 1))

    def initial(self, place: int) -> bool:
        """Tell whether an initial stands at `place`, its full stop beside it."""
        word = self.words[place]
        single = len(word) == 1 and word.isascii()
        beside = self.sentence.starts[place + 1] == self.sentence.end(place)
        return (single or word in self.initials) and self.sentence.capital(place) and beside

    def glued(self, place: int) -> bool:
        starts, end = self.sentence.starts, self.sentence.end
        return starts[place] == end(place - 1) and starts[place + 1] == end(place)

    def at(self, place: int) -> int:
        """Return the end of a name at `place`, or `place` where a word of the lexicon stands there instead."""
        if place >= len(self.words) or not self.sentence.capital(place):
            return place
        hit = self.who.get(place)
        if hit is not None and hit[1].role in _NOT_NAMES:
            return place
        end = self.end(place)
        for inner in range(place + 1, end):  # a name stops before an office: Tô Lâm, but not Trần Anh
            term = self.who.get(inner)
            if term is not None and term[1].role == "offices" and term[0] - inner > 1:
                return inner
        return end
