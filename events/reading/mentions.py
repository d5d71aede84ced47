"""Mentions: the runs of words in a sentence that stand for a person, a group or a state.

    office (", " office)* [country] [honorific] Name     Tổng Bí thư, Chủ tịch nước Trung Quốc Tập Cận Bình
    honorific Name [", " office …]                       ông I-go Xa-mô-khin, Phó chủ tịch Hội đồng An ninh
    country-adjective office Name                        Thai Prime Minister Pimchanok Srisuwan
    institution* country                                 Đảng và Nhà nước Việt Nam, phía Nhật Bản, Beijing
    group, pronoun                                       hai bên, hai Thủ tướng, ông, they

Which person a mention stands for is not decided here.
"""

from __future__ import annotations

from collections.abc import Mapping

from events.reading.glosses import Gloss
from events.reading.joints import joined
from events.reading.lexicon import Language
from events.reading.marks import Mention, MentionKind, Term
from events.reading.names import Names
from events.reading.offices import Offices
from events.reading.phrases import Phrases
from events.reading.sentences import Sentence

MAX_CHAIN = 20  # institutions in a row; a longer row is looked at from each of its places
_GROUPS: dict[str, MentionKind] = {
    "leaders_groups": "leaders",
    "sides_groups": "sides",
    "outsiders_groups": "outsiders",
    "they": "they",
    "first_person": "self",
}
_CLOSING = frozenset({",", "-", "–", ")", ";", "."})
_MASKS = ("not_states", "portfolios")  # what stands inside them is none: Văn phòng Chủ tịch nước
_STATES = ("demonyms", "countries", "cities", "home")


def find_mentions(
    gloss: Gloss, language: Language, names: Phrases[str] | None = None, titled: bool = False
) -> list[Mention]:
    """Return the mentions of a sentence from left to right, none over another; known `names` need no office.

    In a headline in title case (`titled`) a run of capitals is a name only as far as it is known.
    """
    return Finder(language).find(gloss, names, titled)


class Finder:
    """Finds the mentions of one sentence after another; one is made for an article."""

    gloss: Gloss
    sentence: Sentence
    words: tuple[str, ...]
    who: dict[int, tuple[int, Term]]
    names: Phrases[str] | None
    acronyms: Mapping[str, str]  # of bodies, with their state's code, as the article introduces them
    namesakes: frozenset[str]  # surnames of the article's people that elsewhere are states: Montenegro
    last_offices: tuple[str, ...]  # which a counterpart holds too

    def __init__(self, language: Language) -> None:
        self.language = language
        self.acronyms = {}
        self.namesakes = frozenset()
        self.grammar = language.grammar
        self.names_in = Names(language)
        self.offices = Offices(language, self.names_in)
        self.of = language.joints["of"]
        self.joiners = language.joints["joiners"]
        self.joining = language.joints["and"]
        self.articles = language.grammar["articles"]
        self.ranks = language.names["ranks"]
        self.adjectives = language.names["office_adjectives"]
        self.linking = self.joiners | self.of
        self.home = language.home
        self.owners = language.grammar["personal"]

    def find(self, gloss: Gloss, names: Phrases[str] | None = None, titled: bool = False) -> list[Mention]:
        """Return the mentions of a sentence as `find_mentions` does."""
        if not gloss.who and not gloss.capitals:
            return []
        self.gloss = gloss
        self.sentence = gloss.sentence
        self.words = gloss.words
        self.who = gloss.who
        self.names = names
        self.last_offices = ()
        self.names_in.turn_to(gloss, names if titled else None)
        self.offices.turn_to(gloss)
        return self._run()

    def _run(self) -> list[Mention]:
        """Look where the lexicon knows a word or a capital stands; nothing else begins a mention."""
        found: list[Mention] = []
        free = last = 0
        for place in sorted({*self.who, *self.gloss.capitals}):
            if place < free:
                continue
            mention = self.at(place)
            if mention is None:
                hit = self.who.get(place)
                free = hit[0] if hit is not None and hit[1].role in _MASKS else place + 1
                continue
            if place > last and self.words[place - 1] in self.articles:
                mention = mention._replace(first=place - 1, printed=self.sentence.printed(place - 1, mention.end))
            found.append(mention)
            self.last_offices = mention.offices or self.last_offices
            free = last = mention.end
        return joined(self.sentence, found, self.joining)

    def at(self, place: int) -> Mention | None:
        named = self.known_name(place) if self.names is not None else None
        hit = self.who.get(place)
        code = self.acronyms.get(self.sentence.printed(place, place + 1)) if self.acronyms and hit is None else None
        if code is not None:
            return self.mention(place, place + 1, "side", countries=(code,))
        if hit is None or (named is not None and named.end > hit[0]):
            return named or self.name_before_office(place)
        end, term = hit
        if term.role in _GROUPS:
            return self.mention(
                place, self.group_end(end) if term.role == "leaders_groups" else end, _GROUPS[term.role]
            )
        if term.role in ("offices", "person_nouns"):
            return self.office(place, place, ())
        if term.role in _STATES:
            return self.country(place, end, term)
        return self.other(place, end, term)

    def group_end(self, end: int) -> int:
        """Return where a group ends, with what its offices are of: hai Bộ trưởng Ngoại giao."""
        end, _ = self.offices.tail(end)
        step = end + (end < len(self.words) and self.words[end] in self.offices.of)
        return self.who[step][0] if self.offices.role(step) == "sides_groups" else end

    def other(self, place: int, end: int, term: Term) -> Mention | None:
        if term.role in ("honorifics", "pronouns"):
            return self.honorific(place, end, term)
        bodies = {"institutions": self.institution, "chambers": self.chamber, "counterparts": self.counterpart}
        if term.role in bodies:
            return bodies[term.role](place, end)
        if term.role in ("hosts", "guests"):
            return self.mention(place, end, "person", part="host" if term.role == "hosts" else "guest")
        if term.role == "relatives":
            start, _ = self.offices.name_start(end + (self.words[end : end + 1] == (",",)))
            stop = self.names_in.at(start) if start < len(self.words) else start
            return self.mention(place, stop if stop > start else end, "outsiders")  # comes along, does not speak
        return None

    def mention(self, first: int, end: int, kind: MentionKind, **known: object) -> Mention:
        of = first > 0 and self.words[first - 1] in self.grammar["possessives"]
        return Mention(first, end, kind, self.sentence.printed(first, end), of=of, **known)  # type: ignore[arg-type]

    def known_name(self, place: int) -> Mention | None:
        if self.names is None or not self.sentence.capital(place):
            return None
        hit = self.names.at(self.words, place)
        name = self.sentence.printed(place, hit[0]) if hit is not None else ""
        return self.appositions(self.mention(place, hit[0], "person", name=name)) if hit is not None else None

    def name_before_office(self, place: int) -> Mention | None:
        """A name that nothing introduces, with its office after a comma: To Lam, General Secretary of …, said."""
        if not self.sentence.capital(place):
            return None
        end = self.names_in.end(place)
        if self.meets(place, end):
            return self.mention(place, end, "person", name=self.sentence.printed(place, end))
        if end - place < 2 or end + 1 >= len(self.words) or self.words[end] != ",":
            return None
        if self.inside_lexicon(place, end):
            return None
        if self.words[place] in self.grammar["prepositions"] and self.words[place] not in self.names_in.home_names:
            return None  # but: To Lam
        plain = self.mention(place, end, "person", name=self.sentence.printed(place, end))
        full = self.appositions(plain)
        closed = full.end == len(self.words) or self.words[full.end] in _CLOSING | self.linking
        return full if full.offices and closed else None

    def meets(self, first: int, end: int) -> bool:
        """Tell whether a sentence begins with a name without an office that meets or speaks: Vladimir Test held …"""
        plain = first == 0 and 2 <= end - first <= 4 and end < len(self.words)
        return plain and self.words[end] in self.grammar["meets"] and not self.inside_lexicon(first, end)

    def inside_lexicon(self, first: int, end: int) -> bool:
        return any(
            hit is not None and hit[1].role not in ("pronouns", "honorifics")
            for hit in (self.who.get(place) for place in range(first, end))
        )

    def appositions(self, mention: Mention) -> Mention:
        """Take in the offices that follow a name after a comma or a dash."""
        place = mention.end
        while (
            self.words[place : place + 1] == (",",) and self.words[place + 1 : place + 2] and self.after_name(place + 1)
        ):
            place += 2  # the Hon. Julie Test, MP, Minister for …
        if place + 1 >= len(self.words) or self.words[place] not in {",", "-", "–", "("}:
            return mention
        start = place + 1
        while start + 1 < len(self.words) and (
            self.words[start] in self.articles or self.words[start] in self.adjectives
        ):
            start += 1  # To Lam, the visiting General Secretary
        after = self.office(start, start, (), alone=True)
        if after is None:
            hit = self.who.get(start)
            if hit is not None and hit[1].role in ("demonyms", "countries"):
                after = self.country(start, hit[0], hit[1], alone=True)
        if after is None or after.name or not after.offices or self.is_another(mention, after):
            return mention
        return mention._replace(
            end=after.end,
            offices=after.offices,
            countries=after.countries or mention.countries,
        )

    def is_another(self, mention: Mention, after: Mention) -> bool:
        """Tell whether an office after a name and a comma is another's: by President A, the President of Peru, B …"""
        return bool(set(map(str.lower, mention.offices)) & set(map(str.lower, after.offices)))

    def after_name(self, place: int) -> bool:
        """Tell whether letters that follow a name and a comma stand at a place: MP, PhD."""
        return self.words[place] in self.names_in.not_names and self.sentence.printed(place, place + 1)[:2].isupper()

    # --- offices ---

    def office(self, first: int, place: int, countries: tuple[str, ...], alone: bool = False) -> Mention | None:
        """The mention whose offices start at `place` (and whose words start at `first`).

        Where they are in apposition (`alone`), a name after a comma is another's.
        """
        chain = self.offices.chain(first, place, countries)
        if chain is None:
            return None
        offices, end, countries = chain
        start, gender = self.offices.name_start(end)
        name_end = self.names_in.at(start)
        if name_end == start and start < len(self.words) and self.words[start] in self.namesakes:
            name_end = start + 1
        if name_end == start and not alone:
            start, name_end, gender = self.offices.name_after_comma(first, end, bool(countries))
        if name_end > start:
            late, found = self.offices.country_of(name_end) if not countries else (name_end, ())
            held = self.mention(
                first,
                late,
                "person",
                offices=offices,
                name=self.sentence.printed(start, name_end),
                countries=countries or found,
                gender=gender,
            )
            return held if held.countries else self.further_offices(held)
        if self.offices.role(end) == "sides_groups":
            return self.mention(first, self.who[end][0], "leaders")  # Thủ tướng hai nước
        return self.mention(first, end, "person", offices=offices, countries=countries)

    def further_offices(self, mention: Mention) -> Mention:
        """Take in offices between commas that tell the state: Prince A, Prime Minister of Saudi Arabia, received."""
        full = self.appositions(mention)
        if full.countries and full.end < len(self.words) and self.words[full.end] == ",":
            return full._replace(offices=(*mention.offices, *full.offices))
        return mention

    def country(self, first: int, end: int, term: Term, alone: bool = False) -> Mention | None:
        """A state as a mention of its own, or as the beginning of a person's (Thai Prime Minister …)."""
        if term.role != "home" and not any(map(self.sentence.capital, range(first, end))):
            return None  # ý, áo, anh
        after = end
        if after + 1 < len(self.words) and self.words[after] == "'" and self.words[after + 1] == "s":
            after += 2
        hit = self.who.get(after)
        role = hit[1].role if hit is not None else ""
        if role in ("offices", "person_nouns") and term.role != "cities":
            return self.office(first, after, (term.value,), alone)
        if hit is not None and role == "counterparts":
            return self.counterpart(first, hit[0], (term.value,))  # his Thai counterpart
        kind = self.kind_of_state(after, role, term)
        if hit is not None and kind is not None:
            return self.mention(first, hit[0], kind, countries=(term.value,))
        listed = end + 1 < len(self.words) and self.words[end] in self.joiners
        if term.role == "demonyms" and not (listed and self.offices.role(end + 1) == "demonyms"):
            return None  # but: Kazakh, Russian presidents
        return self.mention(first, end, "side", countries=(term.value,))

    def kind_of_state(self, after: int, role: str, term: Term) -> MentionKind | None:
        """Return what a state with the noun at `after` is a mention of: the EU official, EU leaders, Thai hospitals."""
        if role == "state_plurals":
            return "leaders"
        if role == "state_nouns" and not self.sentence.capital(after):
            return "person"
        return "side" if role in ("institutions", "chambers") and term.role == "demonyms" else None

    def institution(self, first: int, end: int) -> Mention | None:
        """Institutions and the state they belong to: Đảng, Nhà nước và nhân dân Việt Nam."""
        place = end
        for _ in range(MAX_CHAIN):
            step = place
            while step < len(self.words) and self.words[step] in self.linking:
                step += 1
            hit = self.who.get(step)
            if hit is None:
                break
            if hit[1].role in ("countries", "cities", "home") and all(w in self.of for w in self.words[place:step]):
                return self.mention(first, hit[0], "side", countries=(hit[1].value,))
            if hit[1].role == "sides_groups" and step == place:
                return self.mention(first, hit[0], "sides")
            if hit[1].role not in ("institutions", "portfolios") or hit[0] <= step:
                break
            place = hit[0]
        if place < len(self.words) and self.words[place] in self.grammar["possessives"]:
            owner = self.who.get(place + 1)
            if owner is not None and owner[1].role == "pronouns":  # Chính phủ của ông
                return self.mention(first, owner[0], "pronoun", gender=owner[1].gender)
        owned = first > 0 and self.words[first - 1] in self.owners  # his Administration
        if (
            owned
            or not self.sentence.capital(first)
            or (place < len(self.words) and place - first == 1 and self.titled(place))
        ):
            return None
        return self.mention(first, place, "side", countries=(self.home,))

    def chamber(self, first: int, end: int) -> Mention | None:
        """A house of a parliament with its state: the House of Representatives of Japan; without one it is nobody's."""
        state = self.who.get(end + 1) if self.words[end : end + 1] and self.words[end] in self.of else None
        if state is None or state[1].role != "countries":
            return None
        return self.mention(first, state[0], "side", countries=(state[1].value,))

    def titled(self, place: int) -> bool:
        """Tell whether a capital that begins no mention follows an institution: a State | Visit."""
        return self.sentence.capital(place) and self.words[place][0].isascii() and place not in self.who

    # --- honorifics, pronouns, counterparts ---

    def honorific(self, first: int, end: int, term: Term) -> Mention | None:
        start, gender = self.offices.past_honorifics(first)
        office = self.office(first, start, ())
        if office is not None:
            return office._replace(gender=office.gender or gender)  # ông Chủ tịch, nữ Thủ tướng
        stop = max(self.names_in.at(start), self.given_name(start))
        if stop > start:
            name = self.sentence.printed(start, stop)
            late, countries = self.offices.country_of(stop)
            person = self.mention(first, late, "person", name=name, countries=countries, gender=gender)
            return self.appositions(person)
        rank = " ".join(self.words[first:end]) in self.ranks and self.sentence.capital(first)  # Đại tướng nhấn mạnh
        return self.mention(first, end, "pronoun", gender=term.gender) if rank or term.role == "pronouns" else None

    def given_name(self, place: int) -> int:
        """Return the end of a state's short name that after an honorific is somebody's: ông Thái, bà Nga."""
        hit = self.who.get(place)
        alone = hit is not None and hit[1].role == "countries" and hit[0] == place + 1
        return place + 1 if alone and self.offices.bare_states and self.sentence.capital(place) else place

    def counterpart(self, first: int, end: int, countries: tuple[str, ...] = ()) -> Mention:
        hit = self.who.get(end)
        if hit is not None and hit[1].role in ("countries", "hosts"):
            end, countries = hit[0], (hit[1].value,) if hit[1].role == "countries" else countries
        start, gender = self.offices.name_start(end)
        stop = self.names_in.at(start)
        name = self.sentence.printed(start, stop)
        named = self.at(end + 1) if not name and self.words[end : end + 1] == (",",) and end + 1 in self.who else None
        if named is not None and named.name and named.offices:  # his counterpart, Vietnam Prime Minister Le Van Tam,
            closed = named.end + (self.words[named.end : named.end + 1] == (",",))
            return named._replace(first=first, end=closed, printed=self.sentence.printed(first, named.end))
        return self.mention(
            first,
            max(stop, end),
            "person",
            offices=self.last_offices if name else (),
            name=name,
            countries=countries,
            gender=gender,
            part="" if name else "other",
        )
