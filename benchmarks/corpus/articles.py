"""Invented articles, each by its number alone: that of number 7 is the same in a corpus of ten and of a million."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.corpus.chance import Coined, Ranked, words
from benchmarks.corpus.people import HOME, LAST_DAY, Cast, Person, Seat

QUOTES = (8, 12)
CHARACTERS = (2500, 4000)  # of a text: with its accents 3 to 6 KB in UTF-8
TOPICS = (3, 6)  # that an article is about
JOINT = 0.35  # of the passages are said by both sides
TWO_TOPICS = 0.25
WITH_TAIL = 0.7
COINED_THING = 0.3  # of the things named are projects with a name of their own
TOGETHER = ("agree", "announce", "affirm", "pledge", "welcome")


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Someone who takes part, in an office that is the `turn`th term of its seat."""

    person: Person
    seat: Seat
    turn: int

    def named(self, country: str) -> str:
        """Return how the article names them: office, country where there is one, name."""
        return " ".join(filter(None, (self.seat.title_vi, country, self.person.name)))


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of the text: `body[start:end]`, who says it, by which cue, as which act, about what."""

    start: int
    end: int
    speaker: str
    cue: str
    act: str
    parts: tuple[Part, ...]
    topics: tuple[str, ...]
    joint: bool


@dataclass(frozen=True, slots=True)
class Article:
    """One article with all that a faultless reader would take out of it."""

    number: int
    kind: str
    day: date
    days: int
    title: str
    place: str
    outlet: str
    body: str
    parts: tuple[Part, ...]
    passages: tuple[Passage, ...]


class _Filling(Mapping[str, str]):
    """What a template's fields stand for; one that occurs twice is drawn twice."""

    def __init__(self, writer: Writer, rng: Random, named: dict[str, str]) -> None:
        self._writer, self._rng, self.named = writer, rng, named

    def __getitem__(self, name: str) -> str:
        if name in self.named:
            return self.named[name]
        return self._writer.drawn(name, self._rng)

    def __iter__(self) -> Iterator[str]:
        return iter(self.named)

    def __len__(self) -> int:
        return len(self.named)


class Writer:
    """Writes the articles of one seed."""

    def __init__(self, seed: int, names: Mapping[str, str]) -> None:
        """Take the states' names by their codes."""
        self.seed = seed
        self.names = names
        lists = words()
        self.cast = Cast(seed, lists)
        self.coined = Coined(lists["coined"])
        self._lists = {name: Ranked(lists[name]) for name in ("goods", "cities", "outlets", "verbs", "tails")}
        self._grounds = Ranked(lists["grounds"], exponent=0.5)
        self._before = lists["things_before"]
        self._partners = Ranked(lists["partners"], exponent=1.1)
        self._years = Ranked(range(1990, 1990 + len(lists["years"])), lists["years"])
        self._months = Ranked(range(1, 13), lists["months"])
        self._kinds = Ranked(lists["kinds"].items(), exponent=0.8)
        self._acts = Ranked((act, Ranked(cues)) for act, cues in lists["acts"].items())
        together = {act: Ranked(lists["acts"][act]) for act in TOGETHER}
        self._joint_acts = Ranked(together.items())
        self._topics = Ranked(((slug, Ranked(objects)) for slug, objects in lists["topics"].items()), exponent=0.8)

    def article(self, number: int) -> Article:
        """Return the article with this number, from 1 on."""
        rng = Random(f"{self.seed}/{number}")  # noqa: S311 - a corpus, no secret
        day = self._day(rng)
        parts = self._parts(rng, day)
        host, guest = parts[0], parts[1]
        named = {part: part.named("" if part.person.code == HOME else self.names[part.person.code]) for part in parts}
        kind, told = self._kinds.draw(rng)
        title = f"{named[host]} {told.format(guest=named[guest])}"
        place = self._lists["cities"].draw(rng) if rng.random() < 0.8 else ""
        filling = _Filling(
            self,
            rng,
            {
                "home": self.names[HOME],
                "partner": self.names[next(part.person.code for part in parts if part.person.code != HOME)],
                "host": named[host],
                "guest": named[guest],
            },
        )
        opening = f"Ngày {day.day}/{day.month}/{day.year}, {f'tại {place}, ' if place else ''}{title}."
        project = f"{rng.choice(self._before)} {self.coined.rare(number)}"
        rare = f"Hai bên cũng trao đổi về {project} do hai nước cùng khởi xướng."
        body, passages = self._body(rng, [opening, rare], parts, named, filling)
        return Article(
            number=number,
            kind=kind,
            day=day,
            days=rng.choice((0, 0, 0, 0, 1, 2, 3)),
            title=title,
            place=place,
            outlet=self._lists["outlets"].draw(rng),
            body=body,
            parts=parts,
            passages=passages,
        )

    def drawn(self, name: str, rng: Random) -> str:
        """Return a word for a field of a template."""
        if name == "thing":
            if rng.random() < COINED_THING:
                return f"{rng.choice(self._before)} {self.coined.recurring(rng)}"
            return self._lists["goods"].draw(rng)
        if name == "city":
            return self._lists["cities"].draw(rng)
        most = {"number": 9999, "percent": 40, "days": 5, "small": 30}[name]
        return str(rng.randint(2, most))

    def _day(self, rng: Random) -> date:
        while True:
            year, month = self._years.draw(rng), self._months.draw(rng)
            day = date(year, month, 1) + timedelta(days=rng.randrange(28 if month == 2 else 30))
            if day <= LAST_DAY and (day.weekday() < 5 or rng.random() < 0.3):
                return day

    def _parts(self, rng: Random, day: date) -> tuple[Part, ...]:
        codes = [HOME, self._partners.draw(rng)]
        if rng.random() < 0.12:
            codes.append(self._partners.draw(rng))
        if rng.random() < 0.08:
            codes.append(HOME)
        if rng.random() < 0.15:
            codes[:2] = codes[1::-1]
        parts: dict[int, Part] = {}
        for code in codes:
            seat = self.cast.seats[code][self.cast.choice[code].draw(rng)]
            turn, person = seat.holder(day)
            parts.setdefault(person.number, Part(person, seat, turn))
        return tuple(parts.values())

    def _body(
        self,
        rng: Random,
        sentences: list[str],
        parts: tuple[Part, ...],
        named: dict[Part, str],
        filling: _Filling,
    ) -> tuple[str, tuple[Passage, ...]]:
        """Return the text and its passages, in order: sentences with a passage among some that have none."""
        told: list[tuple[str, Passage | None]] = [(sentence, None) for sentence in sentences]
        topics = self._topics.some(rng, rng.randint(*TOPICS))
        for _ in range(rng.randint(*QUOTES)):
            told.append(self._passage(rng, parts, named, topics, filling))
        characters, wanted = sum(len(sentence) for sentence, _ in told), rng.randint(*CHARACTERS)
        while characters < wanted:
            ground = self._grounds.draw(rng).format_map(filling)
            told.insert(rng.randint(1, len(told)), (ground, None))
            characters += len(ground)
        pieces, passages, place = [], [], 0
        for sentence, passage in told:
            piece = f"{sentence}{' ' if rng.random() < 0.4 else chr(10) * 2}"
            if passage is not None:
                passages.append(_moved(passage, place))
            pieces.append(piece)
            place += len(piece)
        return "".join(pieces).rstrip(), tuple(passages)

    def _passage(
        self,
        rng: Random,
        parts: tuple[Part, ...],
        named: dict[Part, str],
        topics: list[tuple[str, Ranked[str]]],
        filling: _Filling,
    ) -> tuple[str, Passage]:
        joint = rng.random() < JOINT
        act, cues = (self._joint_acts if joint else self._acts).draw(rng)
        speakers = parts[:2] if joint else (rng.choice(parts),)
        speaker = rng.choice(("Hai bên", "Hai nhà lãnh đạo")) if joint else named[speakers[0]]
        topic, objects = rng.choice(topics)
        filling.named["object"] = objects.draw(rng)
        quote = self._lists["verbs"].draw(rng).format_map(filling)
        about = [topic]
        if len(topics) > 1 and rng.random() < TWO_TOPICS:
            other, objects = rng.choice(topics)
            if other != topic:
                quote += f", gắn với {objects.draw(rng)}"
                about.append(other)
        if rng.random() < WITH_TAIL:
            quote += f", {self._lists['tails'].draw(rng).format_map(filling)}"
        cue = cues.draw(rng)
        begin = f"{speaker} {cue} "
        passage = Passage(len(begin), len(begin) + len(quote), speaker, cue, act, tuple(speakers), tuple(about), joint)
        return f"{begin}{quote}.", passage


def _moved(passage: Passage, by: int) -> Passage:
    return Passage(
        passage.start + by,
        passage.end + by,
        passage.speaker,
        passage.cue,
        passage.act,
        passage.parts,
        passage.topics,
        passage.joint,
    )
