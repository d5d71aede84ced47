"""Offices: what somebody holds, and what it is of.

    office [field | body [of its own field]]* [country]     Trưởng Ban Tuyên truyền Trung ương Đảng Cộng sản Trung Quốc
    office of [the] body [(acronym)]                        Executive Vice President of the European Commission (EC)
    office country [posted in country]                      Đại sứ Cuba tại Việt Nam

Where a field ends is told by the lexicon as far as it knows the words, else by the shape of a body's name (`bodies`).
"""

from __future__ import annotations

from collections.abc import Sequence

from events.reading.bodies import FIELDS, Bodies
from events.reading.glosses import Gloss
from events.reading.lexicon import Language
from events.reading.marks import Term
from events.reading.names import Names
from events.reading.sentences import Sentence

Held = tuple[tuple[str, ...], int, tuple[str, ...]]  # offices, where they end, codes of the state they are of
_STATES = ("countries", "home")
MAX_CHAIN = 20  # honorifics in a row; a longer row is looked at from each of its places
BRACKET = 12  # words between brackets that are passed over


class Offices:
    """The offices of one sentence at a time: of the one that `turn_to` was given last."""

    gloss: Gloss
    sentence: Sentence
    words: tuple[str, ...]
    who: dict[int, tuple[int, Term]]

    def __init__(self, language: Language, names: Names) -> None:
        self.names = names
        self.bodies = Bodies(language, names)
        self.posted = language.names["posted"]
        self.envoys = language.names["envoys"]
        self.home_names = language.names["home_names"]
        self.of = language.joints["of"]
        self.joiners = language.joints["joiners"]
        self.joining = language.joints["and"]
        self.home = language.home
        self.articles = language.grammar["articles"]
        self.bare_states = language.bare_states
        self.joint_offices = language.joint_offices
        self.meetings = language.grammar["meetings"]
        self.foreign = language.grammar["foreign_offices"]
        self.possessives = language.grammar["possessives"]

    def turn_to(self, gloss: Gloss) -> None:
        """Look at another sentence; `names` must look at it, too."""
        self.gloss = gloss
        self.sentence = gloss.sentence
        self.words = gloss.words
        self.who = gloss.who
        self.bodies.turn_to(gloss)

    def role(self, place: int) -> str:
        """Return the role of the lexicon's longest phrase at a place, else ""."""
        hit = self.who.get(place)
        return hit[1].role if hit is not None else ""

    def chain(self, first: int, place: int, countries: tuple[str, ...]) -> Held | None:
        """Return the offices that start at `place`, of somebody whose mention starts at `first`; None without one."""
        offices: list[str] = []
        end = place
        while self.role(place) in ("offices", "person_nouns"):
            head = self.who[place][0]
            end, found = self.tail(head)
            offices.append(self.text(place, head, end))
            countries = countries if found == () else found
            before = not countries or first < place  # no state yet, or only its adjective in front
            following = self.following(end, first if len(offices) == 1 and before else None)
            if following is None or (found and self.is_another(first, following, found)):
                break
            if found and self.role(place) == "person_nouns":
                break  # tình cảm của nhà lãnh đạo Chile, | Chủ tịch nước …
            if not countries and self._answers(first, following):
                break
            place = following
        return (tuple(offices), end, countries) if offices else None

    def tail(self, head: int) -> tuple[int, tuple[str, ...]]:
        """Return where an office that is named up to `head` ends, what it is of taken in, and the country's code."""
        place = head
        countries: tuple[str, ...] = ()
        while place < len(self.words):
            further = self._further(head, place, countries)
            if further is None:
                break
            place, countries = further
        return self._past_acronym(place), countries

    def _further(self, head: int, place: int, countries: tuple[str, ...]) -> tuple[int, tuple[str, ...]] | None:
        """Return how far what an office is of goes on from `place`, and the code of the state; None where it ends."""
        step = self._past_joints(place)
        between = self.words[self._past_acronym(place) : step]
        owned = all(word in self.of or word in self.posted or word == "the" for word in between)
        hit = self.who.get(step)
        role = hit[1].role if hit is not None else ""
        if hit is not None and role in FIELDS and self._is_field(step, hit[0], bool(between)):
            longer = self.bodies.by_noun(step) if between and owned else 0
            joined = self.joining.intersection(self.words[hit[0] : longer])
            return hit[0] if joined else max(hit[0], longer), countries  # of the State | Great Khural
        if hit is not None and role in (*_STATES, "cities"):
            return self._of_state(head, between, owned, hit, countries)
        if hit is not None and role == "demonyms" and between and owned and not countries:
            return hit[0], (hit[1].value,)  # special envoy of the Vietnamese | president
        if hit is not None and role == "offices" and (between or countries) and owned:
            return hit[0], countries  # Đặc phái viên của Tổng thống
        body = self.bodies.end(place, step, owned)
        return (body, countries or self._state_in(step, body)) if body > place else None

    def _of_state(
        self, head: int, between: Sequence[str], owned: bool, hit: tuple[int, Term], countries: tuple[str, ...]
    ) -> tuple[int, tuple[str, ...]] | None:
        """Return the end of a state that an office is of, and its code; None where it is not."""
        end, term = hit
        if not between and (not self.bare_states or self.names.is_surname(end - 1, end)):
            return None  # Defence Minister | Israel Katz, Phó Chủ tịch | Thái Văn Tám
        if between and between[0] in self.posted:  # Đại sứ tại Việt Nam: not Vietnam's
            return (end, countries) if self.words[head - 1] in self.envoys else None
        if countries or not (owned or (between == (",",) and term.role in _STATES and self._ends(end))):
            return None  # but: Federal Minister for Foreign Affairs, Germany
        if self.words[end : end + 2] == ("'", "s"):
            end += 2  # the Federation Council of Russia's | Federal Assembly
        return end, (term.value,)

    def _ends(self, place: int) -> bool:
        return place >= len(self.words) or self.words[place] in {",", ".", ")", ";"}

    def _state_in(self, first: int, end: int) -> tuple[str, ...]:
        """Return the code of the state that the name of a body holds: Committee … of the Lao National Assembly."""
        terms = (self.who[place][1] for place in range(first, end) if place in self.who)
        return tuple(term.value for term in terms if term.role in ("countries", "demonyms"))[:1]

    def _past_joints(self, place: int) -> int:
        step = self._past_acronym(place)
        start = step
        while step < len(self.words) and (
            self.words[step] in self.joiners
            or self.words[step] in self.of
            or self.words[step] in self.posted
            or (self.words[step] == "the" and step > start)
        ):
            step += 1
        return step

    def _past_acronym(self, place: int) -> int:
        """Return the place after a bracketed acronym, or another name: Ủy ban châu Âu (EC), (Thượng viện) Nga."""
        words = self.words
        if place + 2 >= len(words) or words[place] != "(":
            return place
        for close in range(place + 2, min(place + BRACKET, len(words))):
            if words[close] == ")":
                printed = self.sentence.printed(place + 1, close)
                known = self.role(place + 1) in FIELDS or self.role(close + 1) in _STATES
                return close + 1 if known or (printed.isupper() and len(printed) > 1) else place
        return place

    def _is_field(self, first: int, end: int, joined: bool) -> bool:
        """Tell whether words that may be a field are one here: capitals, and not those of a name (Hoàng Gia Bách)."""
        capitals = list(map(self.sentence.capital, range(first, end)))
        if not any(capitals):
            return joined and self.words[first - 1] in self.of
        return not (all(capitals) and self._is_name(first, end))

    def _is_name(self, first: int, end: int) -> bool:
        """Tell whether words of the lexicon are the beginning of a name: a surname, and a capital after them."""
        if self.words[first] not in self.home_names or end >= len(self.words) or end in self.who:
            return False
        return self.sentence.capital(end) and end - first < 3

    def text(self, first: int, head: int, end: int) -> str:
        """Return the words of an office without the country that it is of."""
        last = end
        for place in range(head, end):
            hit = self.who.get(place)
            if (
                hit is not None
                and hit[1].role in _STATES
                and (hit[0] >= end or self.words[hit[0]] in {"(", *self.posted})
            ):
                last = place
                break
        if last - 3 >= head and self.words[last - 1] == ")" and self.words[last - 3] == "(":
            last -= 3
        fields = [self.who[place] for place in range(head, last) if self.role(place) in FIELDS]
        held = max((stop for stop, _ in fields if stop <= last), default=head)  # Hội đồng Nhà nước stays
        while last > held and self.words[last - 1] in self.of | self.joiners | {"the"}:
            last -= 1
        return self.sentence.printed(first, last)

    # --- who holds them ---

    def following(self, end: int, first: int | None = None) -> int | None:
        """Return where the next office of the same person starts, where one does.

        `first` is where the mention starts, given for a first office without a state: State Councilor and Foreign …
        """
        if end + 1 >= len(self.words) or self.words[end] not in self.joiners:
            return None
        place = end + 1
        if self.role(place) == "demonyms":  # …, and Vietnamese president
            place = self.who[place][0]
        if self.role(place) != "offices":
            return None
        joint = self.joint_offices and first is not None and (first == 0 or self.words[first - 1] not in self.articles)
        if self.words[end] in self.joining and not joint:
            tail, _ = self.tail(self.who[place][0])
            start, _ = self.name_start(tail)
            if self.names.at(start) > start:
                return None  # "Thủ tướng và Bộ trưởng X": two people
        return place

    def is_another(self, first: int, following: int, countries: tuple[str, ...]) -> bool:
        """Tell whether an office after a state and a comma is another's: Tiếp Thủ tướng Lào, Chủ tịch nước đề nghị."""
        tail, found = self.tail(self.who[following][0])
        if found and found != countries:
            return True  # Chủ tịch nước Việt Nam, nhà vua Hà Lan …
        if self.words[following - 1] != "," or (first and self.words[first - 1] in {",", "-", "–", "("}):
            return False
        start, _ = self.name_start(tail)
        name = self.names.at(start)
        if name > start:  # Hội kiến Tổng thống Lào, Thủ tướng Lê Văn Tám đề nghị
            front = self._opens_with_meeting(first) or (first > 0 and self.words[first - 1] in self.possessives)
            return front and countries != (self.home,) and self.words[start] in self.home_names
        return not found and self.following(tail) is None

    def _answers(self, first: int, following: int) -> bool:
        """Tell whether an office after a front and a comma is who speaks: … của Thủ tướng, Vua Lào khẳng định …"""
        if self.words[following - 1] != ",":
            return False
        owned = first > 0 and self.words[first - 1] in self.possessives
        if not (owned or self._opens_with_meeting(first)):
            return False
        if self._is_foreign(first) != self._is_foreign(following):
            return True  # Đánh giá cao đề xuất của Thủ tướng, Tổng thống X khẳng định
        tail, found = self.tail(self.who[following][0])
        return owned and bool(found) and tail in self.gloss.cues

    def _is_foreign(self, place: int) -> bool:
        """Tell whether the office at a place is one that the home state does not have."""
        return place in self.who and " ".join(self.words[place : self.who[place][0]]) in self.foreign

    def _opens_with_meeting(self, first: int) -> bool:
        """Tell whether the sentence opens with whom somebody met: Hội kiến Tổng thống Lào, …"""
        before = self.words[:first]
        return 0 < first <= 6 and "," not in before and any(word in self.meetings for word in before[-3:])

    def name_start(self, place: int) -> tuple[int, str]:
        """Skip the honorifics between an office and a name; return the place and the gender they tell."""
        end, gender = self.past_honorifics(place)
        return (end, gender) if self.names.end(end) > end else (place, "")

    def past_honorifics(self, place: int) -> tuple[int, str]:
        """Return the place after the honorifics that start at `place` (H.E. Mr.), and the gender they tell."""
        gender = ""
        start = place
        for _ in range(MAX_CHAIN):
            if place > start and self.words[place : place + 1] == (".",):
                place += 1
            elif self.role(place) in ("honorifics", "pronouns"):
                place, term = self.who[place]
                gender = term.gender or gender
            else:
                break
        return place, gender

    def name_after_comma(self, first: int, end: int, owned: bool) -> tuple[int, int, str]:
        """Return the name that follows an office and a comma: the Speaker of the Lok Sabha, Shri Mohan Tiwari, …"""
        none = (end, end, "")
        if end + 2 >= len(self.words) or self.words[end] != ",":
            return none
        start, gender = self.past_honorifics(end + 1)
        stop = self.names.at(start)
        titled = start > end + 1 and self.role(end + 1) == "honorifics"
        if stop == start or (not titled and self._opens_with_meeting(first)):
            return none
        closed = owned or stop == len(self.words) or self.words[stop] in {",", ")", "-", "–"}
        if titled or (closed and stop - start > 1):
            return start, stop, gender
        return none

    def country_of(self, place: int) -> tuple[int, tuple[str, ...]]:
        """Return the end and the code of "of Thailand" after a name."""
        step = place
        while step < len(self.words) and (self.words[step] in self.of or (step > place and self.words[step] == "the")):
            step += 1
        hit = self.who.get(step) if step > place else None
        if hit is not None and hit[1].role in _STATES and self.words[place] not in self.posted:
            return hit[0], (hit[1].value,)
        return place, ()
