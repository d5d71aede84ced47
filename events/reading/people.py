"""People: everybody whom an article names, each with the fullest name and the fullest office that the text prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from events.reading.facts import Person
from events.reading.folding import key, nfc, tokens
from events.reading.lexicon import Language
from events.reading.marks import Mention, single
from events.reading.markup import Marked
from events.reading.names import initials_of, without_initials
from events.reading.phrases import Phrases

MAX_OFFICES = 100  # printed with one name in one article
MAX_PEOPLE = 200  # named in one article; more is a list, not a report


@dataclass(eq=False, slots=True)
class Named:
    """Somebody with a name, as all the article's mentions together print them.

    `is_own` tells that no country is printed with them: for the writer they are ours.
    """

    name: str
    words: frozenset[str]
    offices: Counter[str] = field(default_factory=Counter)
    country: str | None = None
    gender: str = ""
    ranks: set[str] = field(default_factory=set)
    is_own: bool = False

    @property
    def office(self) -> str:
        """The office as printed at its fullest: most offices first, then the longest, without a repetition."""
        return max(self.offices, key=lambda one: (one.count(","), len(one)), default="")

    def person(self) -> Person:
        """Return the plain fact."""
        return Person(name=self.name, office=self.office, country=self.country)


class Spelled:
    """How names and offices are printed in comparable form; each is worked out once for an article."""

    def __init__(self, language: Language) -> None:
        self._ranks = tuple(f"{rank} " for rank in language.names["ranks"])
        self._words: dict[str, frozenset[str]] = {}
        self._offices: dict[tuple[str, ...], str] = {}
        self._ranked: dict[str, frozenset[str]] = {}

    def words(self, name: str) -> frozenset[str]:
        """Return the folded words of a name."""
        words = self._words.get(name)
        if words is None:
            words = self._words[name] = frozenset(tokens(name))
        return words

    def office(self, offices: tuple[str, ...]) -> str:
        """Return the offices of a mention on one line."""
        office = self._offices.get(offices)
        if office is None:
            office = self._offices[offices] = nfc(", ".join(" ".join(one.split()) for one in offices))
        return office

    def ranks(self, printed: str) -> frozenset[str]:
        """Return the military ranks with which a mention begins."""
        ranks = self._ranked.get(printed)
        if ranks is None:
            plain = key(printed)
            ranks = self._ranked[printed] = frozenset(one.rstrip() for one in self._ranks if plain.startswith(one))
        return ranks


class People:
    """Everybody whom the article names; a shorter form of a name belongs to the fuller one."""

    def __init__(self, language: Language, spelled: Spelled | None = None) -> None:
        self.language = language
        self.all: list[Named] = []
        self.spelled = spelled or Spelled(language)
        self.by_word: dict[str, list[Named]] = {}

    def find(self, name: str) -> list[Named]:
        """Return those whose name has all the words of `name`; an initial is as good as the word that it begins."""
        words = self.spelled.words(name)
        candidates = self.by_word.get(max(words, key=len), ()) if words else ()
        return [one for one in candidates if _is_part(name, words, one.words)]

    def add(self, mention: Mention) -> Named | None:
        """Take in a mention with a name; returns who it is, or None where it is one name too many."""
        name = nfc(" ".join(mention.name.split()))
        if name.isupper() and " " in name:
            name = name.title()  # a headline in capitals
        known = self.find(name)
        shorter = self._shorter(name) if not known else []
        if len(known) > 1 and mention.countries:
            known = [one for one in known if one.country in (None, *mention.countries)] or known
        named = next(iter(known or shorter), None)
        if named is None:
            if len(self.all) >= MAX_PEOPLE:
                return None
            named = Named(name, self.spelled.words(name))
            self.all.append(named)
            self._enter(named)
        elif len(name) > len(named.name) and not known:
            named.name, named.words = name, self.spelled.words(name)
            self._enter(named)
        if mention.offices and len(named.offices) < MAX_OFFICES:
            named.offices[self.spelled.office(mention.offices)] += 1
        named.ranks |= self.spelled.ranks(mention.printed)
        named.country = named.country or (mention.countries[0] if mention.countries else None)
        named.gender = named.gender or mention.gender
        return named

    def _enter(self, named: Named) -> None:
        for word in named.words:
            if named not in self.by_word.setdefault(word, []):
                self.by_word[word].append(named)

    def _shorter(self, name: str) -> list[Named]:
        """Return those whose name, as known so far, is a part of `name` (Morita, then Morita Kenji)."""
        words = self.spelled.words(name)
        known = (one for word in sorted(words) for one in self.by_word.get(word, ()))
        return [one for one in known if one.words != words and _is_part(one.name, one.words, words)][:1]


def _is_part(name: str, words: frozenset[str], fuller: frozenset[str]) -> bool:
    if words <= fuller:
        return True
    if "." not in name:
        return False
    initials = initials_of(name)
    plain = words - initials
    return bool(initials and plain) and plain <= fuller and all(_begins_one(fuller - plain, one) for one in initials)


def _begins_one(words: frozenset[str], initial: str) -> bool:
    return any(word.startswith(initial) for word in words)


def everybody(marked: Iterable[Marked], language: Language, spelled: Spelled | None = None) -> People:
    """Return the people whom the sentences name with an office, a country or an honorific.

    `spelled` is what was worked out before for the same article.
    """
    people = People(language, spelled)
    marked = list(marked)
    relatives = {
        word for each in marked for one in each.mentions if one.kind == "outsiders" for word in tokens(one.printed)
    }
    for each in marked:
        for mention in single(each.mentions):
            if mention.kind == "person" and mention.name:
                shared = not mention.offices and relatives.issuperset(tokens(mention.name))  # Mr Lindqvist, her husband
                people.add(mention._replace(gender="") if shared else mention)
    _give_new_office(marked, people)
    _give_office(marked, people)
    return people


def _give_new_office(marked: Iterable[Marked], people: People) -> None:
    """Give those without an office the one they have come into: chúc mừng ông X được bầu làm Thủ tướng Lào."""
    if all(one.offices for one in people.all):
        return
    becoming = people.language.grammar["becoming"]
    for each in marked:
        last: Named | None = None
        for mention in single(each.mentions):
            if mention.kind != "person":
                continue
            if mention.name:
                last = next(iter(people.find(mention.name)), None)
            elif last is not None and mention.offices and each.gloss.words[mention.first - 1] in becoming:
                if not last.offices and (last.country is None or last.country in (*mention.countries, None)):
                    people.add(mention._replace(name=last.name))
                last = None


def only_speaks(one: Named, language: Language) -> bool:
    """Tell whether all that somebody holds is to speak for others."""
    return bool(one.offices) and all(key(office) in language.grammar["spokespeople"] for office in one.offices)


def _give_office(marked: Iterable[Marked], people: People) -> None:
    """Give the one who has a name and no office that of the one state whose office stands without a name.

    *Vladimir Test spoke with President of the United States Mark Holt. The President of Russia stressed …*
    """
    plain = [one for one in people.all if not one.offices and one.country is None]
    if len(plain) != 1:
        return
    held = {one.country for one in people.all}
    bare = {
        (mention.offices, mention.countries[0])
        for each in marked
        for mention in single(each.mentions)
        if mention.kind == "person" and mention.offices and not mention.name and mention.countries
        if each.gloss.words[mention.first] not in people.language.grammar["indefinite"]
    }
    free = {code for _, code in bare if code not in held}
    if len(free) == 1:
        (plain[0].country,) = free
        plain[0].offices.update(", ".join(offices) for offices, code in bare if code in free)


def known_names(people: People, language: Language) -> Phrases[str]:
    """Return the names that need no office beside them: full ones, and single ones where the language uses these.

    In English any part of a name may stand alone (Lam, Triet); in Vietnamese only a foreigner's (Trump).
    """
    everyone = language.table["who"]["single_names"] == "all"
    entries: list[tuple[str, str]] = []
    for one in people.all:
        plain = without_initials(one.name)
        parts = [part for part in plain.split() if len(part) > 1] or [one.name]
        if len(parts) > 1:
            entries.extend(((one.name, one.name), (plain, one.name)))
        foreign = one.country not in (None, language.home)
        if len(parts) == 1 and (everyone or foreign):
            entries.append((one.name, one.name))
        if everyone or (foreign and one.name.isascii()):
            entries.extend(
                (part, one.name) for part in (parts[0], parts[-1]) if language.who.at([key(part)], 0) is None
            )
    return Phrases(entries)


def namesakes(people: People, language: Language) -> frozenset[str]:
    """Return the last names of people that elsewhere are states: *Secretary-General Montenegro*."""
    lasts = {key(one.name.split()[-1]) for one in people.all if " " in one.name}
    known = ((last, language.who.at([last], 0)) for last in lasts)
    return frozenset(last for last, hit in known if hit is not None and hit[1].role == "countries")


def states_of(marked: Iterable[Marked]) -> tuple[str, ...]:
    """Return the codes of all states that the sentences name, in the order of their first mention."""
    return tuple(dict.fromkeys(code for each in marked for one in single(each.mentions) for code in one.countries))
