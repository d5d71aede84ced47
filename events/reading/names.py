"""Names: runs of capitalised words, with what may stand inside a name.

Syllables after a hyphen may be small (Kẹo-vi-lay), particles too (Anwar bin Ibrahim); an initial keeps its full stop
(V.Pu-tin, Harold R. Mitchum). A run stops before an office, and a word of the lexicon at its head makes it no name.
"""

from __future__ import annotations

import re

from events.reading.folding import fold
from events.reading.glosses import Gloss
from events.reading.lexicon import Language
from events.reading.marks import Term
from events.reading.phrases import Phrases
from events.reading.sentences import Sentence

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
    """The runs of capitals of one sentence at a time: of the one that `turn_to` was given last."""

    gloss: Gloss
    sentence: Sentence
    words: tuple[str, ...]
    who: dict[int, tuple[int, Term]]
    known: Phrases[str] | None

    def __init__(self, language: Language) -> None:
        self.particles = language.names["name_particles"]
        self.initials = language.names["initials"]
        self.home_names = language.names["home_names"]
        self.not_names = language.names["not_names"]
        self.given_states = not language.bare_states
        self.syllable = language.home_syllable

    def turn_to(self, gloss: Gloss, known: Phrases[str] | None = None) -> None:
        """Look at another sentence.

        In a headline in title case, for which `known` names are given, a run is a name only as far as it is known.
        """
        self.gloss = gloss
        self.sentence = gloss.sentence
        self.words = gloss.words
        self.who = gloss.who
        self.known = known

    def end(self, place: int) -> int:
        """Return where the run of capitalised words that starts at `place` ends; `place` itself where there is none."""
        end = place
        limit = min(len(self.words), place + MAX_WORDS)
        while end < limit:
            word = self.words[end]
            if word[0].isalpha() and not word[-1].isdigit() and self.sentence.capital(end):
                end += 1
            elif (
                word in _INNER
                and place < end < limit - 1
                and self.glued(end)
                and (self.words[end + 1][0].isalpha() and (word != "'" or self.sentence.capital(end + 1)))
            ):
                end += 2  # Kẹo-vi-lay: the syllables after a hyphen are small
            elif place < end and self.nickname(end):
                end += 3
            elif place < end < limit - 1 and self.inside(end) and (after := self.after_particles(end)):
                end = after
            else:
                break
        return min(end, len(self.words))

    def nickname(self, place: int) -> bool:
        """Tell whether a nickname in quotation marks stands at a place, inside a name: Ferdinand "Bongbong" Marcos."""
        words, capital = self.words, self.sentence.capital
        marked = place + 3 < len(words) and words[place] == words[place + 2] == '"'
        return marked and capital(place + 1) and capital(place + 3)

    def after_particles(self, place: int) -> int:
        """Return the place after the particles and marks from `place` on where a capital stands, else 0."""
        for step in range(place + 1, min(place + 4, len(self.words))):
            if self.sentence.capital(step):
                return step
            if self.words[step] not in self.particles and not (self.words[step] == "-" and self.glued(step)):
                return 0
        return 0

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
        if place >= len(self.words) or not self.sentence.capital(place) or self.words[place] in self.not_names:
            return place
        if self.known is not None:
            known = self.known.at(self.words, place)
            return max(known[0] if known is not None else place, self.fuller(place))
        hit = self.who.get(place)
        known_word = hit is not None and hit[1].role in _NOT_NAMES and not self.is_surname(place, hit[0])
        end = self.end(place)
        if known_word or (end == place + 1 and self.is_acronym(place)):
            return place
        for inner in range(place + 1, end):  # a name stops before an office: Tô Lâm, but not Trần Anh
            term = self.who.get(inner)
            if term is not None and term[1].role == "offices" and term[0] - inner > 1:
                return inner
            if self.words[inner] in self.not_names:
                return inner
        return end

    def fuller(self, place: int) -> int:
        """Return the end of a run of capitals that closes with a known name and holds no office, else `place`.

        A headline may print a name in full that the text shortens: *Somsak V. Phanthong*.
        """
        end = self.end(place)
        closed = self.known is not None and end > place and self.known.at(self.words, end - 1) is not None
        return end if closed and not any(inner in self.who for inner in range(place, end)) else place

    def is_acronym(self, place: int) -> bool:
        """Tell whether a word in capitals stands at a place, the one before it not in capitals: Tổng Bí thư SACP."""
        printed, before = self.sentence.printed(place, place + 1), self.sentence.printed(max(0, place - 1), place)
        return len(printed) > 2 and printed.isupper() and not before.isupper()

    def is_surname(self, place: int, end: int) -> bool:
        """Tell whether a word that may be a state is a surname here: Thái Văn Tám."""
        if end - place > 1 or not (self.given_states or self.words[place] in self.home_names):
            return False
        last = self.end(place)
        if self.given_states:
            return last - place > 1 and place + 1 not in self.who  # Defence Minister | Israel Katz
        return 3 <= last - place <= 4 and all(self._is_syllable(inner) for inner in range(place, last))

    def _is_syllable(self, place: int) -> bool:
        return self.syllable.fullmatch(fold(self.words[place])) is not None
