"""The words of the languages: `languages/xx.toml` as dictionaries ready to look things up in.

A language is a file; nothing of it stands in code. The tables of a file are explained in its own comments.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import chain, product
from pathlib import Path
from typing import Any

from events.reading.folding import key
from events.reading.glosses import Gloss
from events.reading.marks import Cue, Term, Theme
from events.reading.phrases import Phrases, Tables
from events.reading.sentences import Sentence

LANGUAGES = Path(__file__).parent / "languages"

_SLOT = re.compile(r"\{(\w+)\}")
_NAMES = (
    "home_names",
    "name_particles",
    "initials",
    "ranks",
    "not_names",
    "bodies",
    "posted",
    "envoys",
    "about",
    "office_adjectives",
)

Table = Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Language:
    """One language's tables, and the dictionaries that are made of them on first use."""

    code: str
    name: str
    countries: Mapping[str, tuple[str, ...]]
    topics: Mapping[str, tuple[str, ...]]
    table: Table = field(repr=False)

    @cached_property
    def grammar(self) -> dict[str, frozenset[str]]:
        """The small word classes of the language (`adverbs`, `connectives`, …), in comparable form."""
        tables = self.table["grammar"].items()
        return {
            name: frozenset(map(key, words))
            for name, words in tables
            if isinstance(words, list) and name != "adverb_endings"
        }

    @cached_property
    def position_acts(self) -> Phrases[str]:
        """Nouns after a verb of reporting that carry an act of their own (khẳng định *cam kết* của …)."""
        return Phrases(_listed(self.table["grammar"]["position_acts"]))

    @cached_property
    def cues(self) -> Phrases[Cue]:
        """Every cue of the language; the first table that has a phrase wins."""
        return Phrases(_cues(self.table["cues"]))

    @cached_property
    def small_words(self) -> Phrases[frozenset[str]]:
        """Adverbs, connectives, particles and the like: a phrase's word classes."""
        classes: dict[str, set[str]] = {}
        for name, words in self.grammar.items():
            for word in words:
                classes.setdefault(word, set()).add(name)
        return Phrases((word, frozenset(names)) for word, names in classes.items())

    @cached_property
    def who(self) -> Phrases[Term]:
        """Offices, countries, groups, pronouns: the words of which a mention is made."""
        return Phrases(_who(self.table, self.countries))

    @cached_property
    def _glossary(self) -> Tables:
        return Tables((self.who, self.cues, self.small_words))

    def gloss(self, sentence: Sentence) -> Gloss:
        """Return a sentence with what the tables `who`, `cues` and `small_words` know of its words."""
        return Gloss(sentence, self._glossary)

    @cached_property
    def joints(self) -> dict[str, frozenset[str]]:
        """The words that join offices and names: `of`, `joiners`, and `and` without the marks."""
        who = self.table["who"]
        marks = {",", "-", "–"}
        return {"of": frozenset(who["of"]), "joiners": frozenset(who["joiners"]), "and": frozenset(who["and"]) - marks}

    @cached_property
    def common(self) -> frozenset[str]:
        """Frequent words, by which the language of a text is told."""
        return frozenset(self.table["common"])

    @cached_property
    def home(self) -> str:
        """The code of the country whose office an office without a country is."""
        return str(self.table["who"]["home"])

    @cached_property
    def pairs(self) -> tuple[str, ...]:
        """The words with which a group of two begins (*hai* Thủ tướng)."""
        return tuple(self.table["who"]["pairs"])

    @cached_property
    def bare_states(self) -> bool:
        """Whether a state stands right after an office that is its own (*Thủ tướng Lào*)."""
        return bool(self.table["who"]["bare_states"])

    @cached_property
    def joint_offices(self) -> bool:
        """Whether two offices joined by a conjunction before one name are one person's."""
        return bool(self.table["who"]["joint_offices"])

    @cached_property
    def according_to(self) -> tuple[str, ...]:
        """The words before a source that is named in front (*theo …*)."""
        return tuple(self.table["who"]["according_to"])

    @cached_property
    def ought_proposes(self) -> bool:
        """Whether a need that is only reported (she said both sides should …) counts as asked for."""
        return bool(self.table["grammar"]["ought_proposes"])

    @cached_property
    def adverb_endings(self) -> tuple[str, ...]:
        """The endings by which an adverb is known (staunch*ly*); none where a language has no such."""
        return tuple(self.table["grammar"]["adverb_endings"])

    @cached_property
    def names(self) -> dict[str, frozenset[str]]:
        """What is known of names (`home_names` are surnames at home), and the words by which an office is bounded."""
        who = self.table["who"]
        return {name: frozenset(map(key, who[name])) for name in _NAMES}

    @cached_property
    def home_syllable(self) -> re.Pattern[str]:
        """What a folded syllable of a name from home may be made of."""
        return re.compile(self.table["who"]["home_syllable"])

    @cached_property
    def own_offices(self) -> dict[str, str]:
        """Offices that one state alone has, with its code."""
        return {key(office): code for office, code in _listed(self.table["who"]["own_offices"])}

    @cached_property
    def alike(self) -> dict[str, frozenset[str]]:
        """Words that stand for an office, with the offices that they may stand for (PM: Prime Minister)."""
        return {key(word): frozenset(map(key, offices)) for word, offices in self.table["who"]["alike"].items()}

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """Words with a full stop that end no sentence, initials of several letters (Ph.) among them."""
        return frozenset(self.table["abbreviations"]) | {f"{initial}." for initial in self.names["initials"]}

    @cached_property
    def themes(self) -> Phrases[Theme]:
        """Every topic cue, strong, weak and paired, and the masks."""
        return Phrases(_themes(self.topics, self.table["topics"]))

    @cached_property
    def beside(self) -> frozenset[str]:
        """The topics beside which a weak cue still counts."""
        return frozenset(self.table["topics"]["beside"])

    @cached_property
    def companions(self) -> dict[str, frozenset[str]]:
        """For each topic with paired cues, the topics with which these count."""
        named = {slug: topic for slug, topic in self.table["topics"].items() if isinstance(topic, dict)}
        return {slug: frozenset(topic["with"]) for slug, topic in named.items() if "with" in topic}

    @cached_property
    def light(self) -> Phrases[bool]:
        """Heads that add nothing to what they stand before (*hợp tác* công nghiệp quốc phòng)."""
        return Phrases((head, True) for head in self.table["topics"]["light"])

    @cached_property
    def cities(self) -> Phrases[str]:
        """City names, with the code of their country."""
        return Phrases(_listed(self.table["cities"]))

    @cached_property
    def places(self) -> dict[str, frozenset[tuple[str, ...]]]:
        """The words before a city (`at`, `leaving`), those that stand for it (`here`); `buildings`, which are none."""
        tables = self.table["places"].items()
        return {name: frozenset(tuple(key(phrase).split()) for phrase in phrases) for name, phrases in tables}

    @cached_property
    def kinds(self) -> Phrases[str]:
        """The verbs and nouns that tell an event's kind; `frame` marks words that do not."""
        return Phrases(_listed(self.table["kinds"]))


@dataclass(frozen=True)
class Vocabulary:
    """All languages, by code."""

    languages: Mapping[str, Language]

    def language_of(self, text: str) -> Language:
        """Return the language whose frequent words make up most of `text`; the first one where none does."""
        words = text[:20_000].lower().split()
        shares = {code: sum(map(one.common.__contains__, words)) for code, one in self.languages.items()}
        return self.languages[max(shares, key=lambda code: shares[code])]

    def with_topics(self, cues: Mapping[str, Mapping[str, Iterable[str]]]) -> Vocabulary:
        """Return a vocabulary in which `cues[language][slug]` take the place of the file's topic cues.

        A slug that is not given keeps its cues; masks and weak cues stay the file's.
        """
        languages = dict(self.languages)
        for code, topics in cues.items():
            if code in languages:
                given = {slug: tuple(words) for slug, words in topics.items()}
                languages[code] = replace(languages[code], topics={**languages[code].topics, **given})
        return Vocabulary(languages)


@lru_cache(maxsize=1)
def load() -> Vocabulary:
    """Return the vocabulary of all files in `languages/`; read once a process."""
    tables = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(LANGUAGES.glob("*.toml"))]
    return Vocabulary({table["code"]: language(table) for table in tables})


def language(table: Table) -> Language:
    """Return the language that a file's table describes."""
    return Language(
        code=table["code"],
        name=table["name"],
        countries={code: tuple(names) for code, names in table["countries"].items()},
        topics={slug: tuple(topic["cues"]) for slug, topic in table["topics"].items() if isinstance(topic, dict)},
        table=table,
    )


def _listed(table: Table) -> Iterator[tuple[str, str]]:
    for meaning, phrases in table.items():
        for phrase in phrases:
            yield phrase, meaning


def _cues(table: Table) -> Iterator[tuple[str, Cue]]:
    slots = table.get("slots", {})
    for manner in ("outer", "task", "report", "stance", "say", "neutral", "neutral_main", "ought", "noun"):
        for act, phrases in table[manner].items():
            for phrase in chain.from_iterable(_filled(pattern, slots) for pattern in phrases):
                yield phrase, Cue(manner, act if manner in ("outer", "report", "stance") else "")


def _filled(pattern: str, slots: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Yield the phrases that a pattern stands for: each slot (`{his}`) takes each of its words in turn."""
    parts = _SLOT.split(pattern)  # text and names of slots in turn
    for words in product(*(slots[part] if number % 2 else (part,) for number, part in enumerate(parts))):
        yield " ".join("".join(words).split())


def _who(table: Table, countries: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, Term]]:
    who = table["who"]
    yield from ((phrase, Term("first_person")) for phrase in table["grammar"]["first_person"])
    for role in (
        "state_nouns",
        "state_plurals",
        "leaders_groups",
        "outsiders_groups",
        "sides_groups",
        "they",
        "relatives",
        "hosts",
        "guests",
        "counterparts",
        "chambers",
        "person_nouns",
        "not_states",
    ):
        yield from ((phrase, Term(role)) for phrase in who[role])
    articles = [article for article in table["grammar"]["articles"] if len(article) > 2]
    yield from ((f"{one} {noun}", Term("person_nouns")) for one in articles for noun in who["person_nouns"])
    offices = [office + who["plural"] for office in (*who["offices"], *who["person_nouns"])]
    yield from ((f"{number} {office}", Term("leaders_groups")) for number in who["number_words"] for office in offices)
    yield from ((phrase, Term("countries", code)) for phrase, code in _listed(countries))
    for form in who["state_forms"]:
        yield from ((f"{form} {phrase}", Term("countries", code)) for phrase, code in _listed(countries))
    yield from ((phrase, Term("demonyms", code)) for phrase, code in _listed(table["demonyms"]))
    yield from ((phrase, Term("home", who["home"])) for phrase in who["home_words"])
    yield from ((phrase, Term("cities", code)) for phrase, code in _listed(table["cities"]))
    yield from ((phrase, Term("offices")) for phrase in who["offices"])
    pronouns = dict(_listed(who["pronouns"]))
    for gender, phrases in who["honorifics"].items():
        yield from ((phrase, Term("honorifics", gender)) for phrase in phrases if phrase not in pronouns)
    for phrase, gender in pronouns.items():
        yield phrase, Term("pronouns", gender)
    for role in ("institutions", "portfolios"):
        yield from ((phrase, Term(role)) for phrase in who[role])


def _themes(topics: Mapping[str, tuple[str, ...]], table: Table) -> Iterator[tuple[str, Theme]]:
    tables = {slug: topic for slug, topic in table.items() if isinstance(topic, dict)}
    strong = _topics_by_cue(topics)
    weak, paired = (
        _topics_by_cue({slug: topic.get(kind, ()) for slug, topic in tables.items()}) for kind in ("weak", "paired")
    )
    for cue in {**strong, **weak, **paired}:
        yield cue, Theme(*(frozenset(named.get(cue, ())) for named in (strong, weak, paired)))
    yield from ((mask, Theme(frozenset(), frozenset())) for mask in table["mask"])


def _topics_by_cue(cues: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for slug, phrases in cues.items():
        for phrase in phrases:
            found.setdefault(key(phrase), set()).add(slug)
    return found
