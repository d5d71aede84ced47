"""Mentions: the runs of words in a sentence that stand for a person, a group or a state.

    office (", " office)* [country] [honorific] Name     Tổng Bí thư, Chủ tịch nước Trung Quốc Tập Cận Bình
    honorific Name [", " office …]                       ông I-go Xa-mô-khin, Phó chủ tịch Hội đồng An ninh
    country-adjective office Name                        Thai Prime Minister Pimchanok Srisuwan
    institution* country                                 Đảng và Nhà nước Việt Nam, phía Nhật Bản, Beijing
    group, pronoun                                       hai bên, hai Thủ tướng, ông, they

Which person a mention stands for is not decided here.
"""

from __future__ import annotations

from collections.abc import Sequence

from events.reading.glosses import Gloss
from events.reading.joints import joined
from events.reading.lexicon import Language
from events.reading.marks import Mention, MentionKind, Term, single
from events.reading.names import Names
from events.reading.phrases import Phrases

MAX_CHAIN = 20  # honorifics or institutions in a row; a longer row is looked at from each of its places
_GROUPS: dict[str, MentionKind] = {
    "leaders_groups": "leaders",
    "sides_groups": "sides",
    "outsiders_groups": "outsiders",
    "they": "they",
    "first_person": "self",
}
_STATES = ("demonyms", "countries", "cities", "home")


def find_mentions(gloss: Gloss, language: Language, names: Phrases[str] | None = None) -> list[Mention]:
    """Return the mentions of a sentence from left to right, none over another; known `names` need no office."""
    if not gloss.who and not gloss.capitals:
        return []
    return _Finder(gloss, language, names).run()


def stands_free(names: Phrases[str], gloss: Gloss, mentions: Sequence[Mention], language: Language) -> bool:
    """Tell whether a known name stands where `mentions`, found without `names`, did not already take it in."""
    inside: set[int] = set()
    for one in single(mentions):
        if one.kind == "person":
            first = one.first + (gloss.words[one.first] in language.grammar["articles"])
            inside.update(range(first + 1, one.end))
    return any(names.at(gloss.words, place) is not None for place in gloss.capitals if place not in inside)


class _Finder:
    def __init__(self, gloss: Gloss, language: Language, names: Phrases[str] | None) -> None:
        self.gloss = gloss
        self.sentence = gloss.sentence
        self.words = gloss.words
        self.who = gloss.who
        self.names = names
        self.grammar = language.grammar
        self.names_in = Names(gloss, language)
        self.of = language.joints["of"]
        self.joiners = language.joints["joiners"]
        self.joining = language.joints["and"]
        self.articles = language.grammar["articles"]
        self.ranks = language.names["ranks"]
        self.linking = self.joiners | self.of
        self.home = language.home

    def run(self) -> list[Mention]:
        """Look where the lexicon knows a word or a capital stands; nothing else begins a mention."""
        found: list[Mention] = []
        free = last = 0
        for place in sorted({*self.who, *self.gloss.capitals}):
            if place < free:
                continue
            mention = self.at(place)
            if mention is None:
                hit = self.who.get(place)
                free = hit[0] if hit is not None and hit[1].role == "not_states" else place + 1
                continue
            if place > last and self.words[place - 1] in self.articles:
                mention = mention._replace(first=place - 1, printed=self.sentence.printed(place - 1, mention.end))
            found.append(mention)
            free = last = mention.end
        return joined(self.sentence, found, self.joining)

    def at(self, place: int) -> Mention | None:
        named = self.known_name(place)
        hit = self.who.get(place)
        if hit is None or (named is not None and named.end > hit[0]):
            return named or self.name_before_office(place)
        end, term = hit
        if term.role in _GROUPS:
            return self.mention(place, end, _GROUPS[term.role])
        if term.role in ("offices", "person_nouns"):
            return self.office(place, place, ())
        if term.role in _STATES:
            return self.country(place, end, term)
        return self.other(place, end, term)

    def other(self, place: int, end: int, term: Term) -> Mention | None:
        if term.role in ("honorifics", "pronouns"):
            return self.honorific(place, end, term)
        if term.role == "institutions":
            return self.institution(place, end)
        if term.role == "counterparts":
            return self.counterpart(place, end)
        if term.role == "hosts":
            return self.mention(place, end, "person", part="host")
        if term.role == "relatives":
            start, _ = self.name_start(end)
            return self.mention(place, max(end, self.names_in.at(start)), "outsiders")  # comes along, does not speak
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
        if end - place < 2 or end + 1 >= len(self.words) or self.words[end] != ",":
            return None
        if self.words[place] in self.grammar["prepositions"] or self.inside_lexicon(place, end):
            return None
        plain = self.mention(place, end, "person", name=self.sentence.printed(place, end))
        full = self.appositions(plain)
        closed = full.end == len(self.words) or self.words[full.end] in {",", "-", "–", ")"}
        return full if full.offices and closed else None

    def inside_lexicon(self, first: int, end: int) -> bool:
        return any(
            hit is not None and hit[1].role not in ("pronouns", "honorifics")
            for hit in (self.who.get(place) for place in range(first, end))
        )

    def appositions(self, mention: Mention) -> Mention:
        """Take in the offices that follow a name after a comma or a dash."""
        place = mention.end
        if place + 1 >= len(self.words) or self.words[place] not in {",", "-", "–", "("}:
            return mention
        after = self.office(place + 1, place + 1, ())
        if after is None:
            hit = self.who.get(place + 1)
            if hit is not None and hit[1].role in ("demonyms", "countries"):
                after = self.country(place + 1, hit[0], hit[1])
        if after is None or after.name or not after.offices:
            return mention
        return mention._replace(
            end=after.end,
            offices=after.offices,
            countries=after.countries or mention.countries,
        )

    # --- offices ---

    def office(self, first: int, place: int, countries: tuple[str, ...]) -> Mention | None:
        """The mention whose offices start at `place` (and whose words start at `first`)."""
        offices: list[str] = []
        end = place
        while True:
            hit = self.who.get(place)
            if hit is None or hit[1].role not in ("offices", "person_nouns"):
                break
            end, found = self.office_tail(hit[0])
            office = self.office_text(place, hit[0], end)
            countries = found or countries
            offices.append(office)
            following = self.next_office(end)
            if following is None or (found and self.is_another(first, following)):
                break
            place = following
        if not offices:
            return None
        start, gender = self.name_start(end)
        name_end = self.names_in.at(start)
        if name_end > start:
            late, found = self.country_of(name_end) if not countries else (name_end, ())
            return self.mention(
                first,
                late,
                "person",
                offices=tuple(offices),
                name=self.sentence.printed(start, name_end),
                countries=countries or found,
                gender=gender,
            )
        return self.mention(first, end, "person", offices=tuple(offices), countries=countries)

    def office_tail(self, place: int) -> tuple[int, tuple[str, ...]]:
        """Return where an office ends, its field and its country taken in, and the country's code."""
        countries: tuple[str, ...] = ()
        while place < len(self.words):
            step = place
            while step < len(self.words) and self.words[step] in self.linking:
                step += 1
            hit = self.who.get(step)
            if hit is None:
                break
            role = hit[1].role
            between = self.words[place:step]
            if role in ("portfolios", "institutions") and any(map(self.sentence.capital, range(step, hit[0]))):
                place = hit[0]
            elif role in ("countries", "home") and all(word in self.of for word in between):
                place, countries = hit[0], (hit[1].value,)
                after = self.who.get(place)
                if after is None or after[1].role != "portfolios":
                    break  # but: Communist Party of Vietnam | Central Committee
            elif role == "offices" and between and all(word in self.of for word in between):
                place = hit[0]  # Đặc phái viên của Tổng thống
            else:
                break
        return place, countries

    def office_text(self, first: int, head: int, end: int) -> str:
        """Return the words of an office without the country that it is of."""
        last = end
        for place in range(head, end):
            hit = self.who.get(place)
            if hit is not None and hit[1].role in ("countries", "home") and hit[0] >= end:
                last = place
                break
        while last > head and self.words[last - 1] in self.of | self.joiners:
            last -= 1
        if last > head and self.words[last - 1] == "the":
            last -= 1
            while last > head and self.words[last - 1] in self.of:
                last -= 1
        return self.sentence.printed(first, last)

    def next_office(self, end: int) -> int | None:
        """Return where the next office of the same person starts, where one does."""
        if end + 1 >= len(self.words) or self.words[end] not in self.joiners:
            return None
        hit = self.who.get(end + 1)
        if hit is not None and hit[1].role == "demonyms":  # …, and Vietnamese president
            after = self.who.get(hit[0])
            return hit[0] if after is not None and after[1].role == "offices" else None
        if hit is None or hit[1].role != "offices":
            return None
        if self.words[end] in self.joining:
            tail, _ = self.office_tail(hit[0])
            start, _ = self.name_start(tail)
            if self.names_in.at(start) > start:
                return None  # "Thủ tướng và Bộ trưởng X": two people
        return end + 1

    def is_another(self, first: int, following: int) -> bool:
        """Tell whether an office after a state and a comma is another's: Tiếp Thủ tướng Lào, Chủ tịch nước đề nghị."""
        if self.words[following - 1] != "," or (first and self.words[first - 1] in {",", "-", "–", "("}):
            return False
        hit = self.who.get(following)
        end, countries = self.office_tail(hit[0] if hit is not None else following)
        further = self.next_office(end)
        return not countries and further is None and self.names_in.at(self.name_start(end)[0]) == end

    def name_start(self, place: int) -> tuple[int, str]:
        """Skip an honorific between an office and a name; return the place and the gender it tells."""
        hit = self.who.get(place)
        if hit is not None and hit[1].role in ("honorifics", "pronouns") and self.names_in.end(hit[0]) > hit[0]:
            return hit[0], hit[1].gender
        return place, ""

    def country_of(self, place: int) -> tuple[int, tuple[str, ...]]:
        """Return the end and the code of "of Thailand" after a name."""
        if place + 1 < len(self.words) and self.words[place] in self.of:
            hit = self.who.get(place + 1)
            if hit is not None and hit[1].role == "countries":
                return hit[0], (hit[1].value,)
        return place, ()

    def country(self, first: int, end: int, term: Term) -> Mention | None:
        """A state as a mention of its own, or as the beginning of a person's (Thai Prime Minister …)."""
        if term.role != "home" and not any(map(self.sentence.capital, range(first, end))):
            return None  # ý, áo, anh
        after = end
        if after + 1 < len(self.words) and self.words[after] == "'" and self.words[after + 1] == "s":
            after += 2
        hit = self.who.get(after)
        if hit is not None and hit[1].role in ("offices", "person_nouns") and term.role != "cities":
            return self.office(first, after, (term.value,))
        if hit is not None and hit[1].role == "counterparts":
            return self.mention(first, hit[0], "person", countries=(term.value,), part="other")
        if term.role == "demonyms":
            if hit is not None and hit[1].role == "institutions":
                return self.mention(first, hit[0], "side", countries=(term.value,))
            return None
        return self.mention(first, end, "side", countries=(term.value,))

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
        if not self.sentence.capital(first):
            return None
        return self.mention(first, place, "side", countries=(self.home,))

    # --- honorifics, pronouns, counterparts ---

    def honorific(self, first: int, end: int, term: Term) -> Mention | None:
        start = end
        for _ in range(MAX_CHAIN):  # H.E. Mr., đồng chí Thượng tướng
            hit = self.who.get(start)
            if self.words[start : start + 1] == (".",):
                start += 1
            elif hit is not None and hit[1].role == "honorifics":
                start, term = hit[0], hit[1] if hit[1].value != "any" else term
            else:
                break
        office = self.office(first, start, ())
        if office is not None and office.name and term.role == "honorifics":
            return office._replace(gender=term.gender)
        stop = self.names_in.at(start)
        if stop > start:
            name = self.sentence.printed(start, stop)
            late, countries = self.country_of(stop)
            person = self.mention(first, late, "person", name=name, countries=countries, gender=term.gender)
            return self.appositions(person)
        rank = " ".join(self.words[first:end]) in self.ranks and self.sentence.capital(first)  # Đại tướng nhấn mạnh
        return self.mention(first, end, "pronoun", gender=term.gender) if rank or term.role == "pronouns" else None

    def counterpart(self, first: int, end: int) -> Mention:
        hit = self.who.get(end)
        countries: tuple[str, ...] = ()
        if hit is not None and hit[1].role == "countries":
            end, countries = hit[0], (hit[1].value,)
        start, gender = self.name_start(end)
        stop = self.names_in.at(start)
        name = self.sentence.printed(start, stop)
        return self.mention(
            first, max(stop, end), "person", name=name, countries=countries, gender=gender, part="" if name else "other"
        )
