"""Invented leaders: for every state some offices, and in each office one person after another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from benchmarks.corpus.chance import Ranked
from events.reading.folding import fold

HOME = "VN"
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2026, 10, 31)
TERM_YEARS = (4, 10)
OFFICES = [(4, 4), (8, 2)]  # so many of the most frequent partners have so many offices; the others have one


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who does not exist."""

    number: int
    name: str
    latin: str
    code: str


@dataclass(slots=True, eq=False)
class Seat:
    """An office and those who held it, one after another, from FIRST_DAY on."""

    code: str
    title_vi: str
    title_en: str
    begins: list[date] = field(default_factory=list)
    holders: list[Person] = field(default_factory=list)

    def holder(self, day: date) -> tuple[int, Person]:
        """Return who held it on the day, and as which one in turn."""
        turn = bisect_right(self.begins, day) - 1
        return turn, self.holders[turn]

    def terms(self) -> list[tuple[Person, date, date | None]]:
        """Return each holder with the first and the last day; the last one still holds it."""
        ends = [begin - timedelta(days=1) for begin in self.begins[1:]]
        return list(zip(self.holders, self.begins, [*ends, None], strict=True))


class Cast:
    """All leaders, by the seats that they hold."""

    def __init__(self, seed: int, words: Mapping[str, Any]) -> None:
        self._rng = Random(f"{seed}/people")  # noqa: S311 - a corpus, no secret
        self._words = words
        self._families = Ranked(words["families"])
        self._names: set[str] = set()
        self.people: list[Person] = []
        self.seats = {HOME: self._seats(HOME, len(words["offices"]))}
        for rank, code in enumerate(words["partners"]):
            self.seats[code] = self._seats(code, _offices(rank))
        self.choice = {
            code: Ranked(range(len(seats)), [office["weight"] for office in words["offices"][: len(seats)]])
            for code, seats in self.seats.items()
        }

    def _seats(self, code: str, number: int) -> list[Seat]:
        return [self._filled(Seat(code, one["vi"], one["en"])) for one in self._words["offices"][:number]]

    def _filled(self, seat: Seat) -> Seat:
        day = FIRST_DAY
        while day <= LAST_DAY:
            seat.begins.append(day)
            seat.holders.append(self._person(seat.code))
            day += timedelta(days=self._rng.randint(TERM_YEARS[0] * 365, TERM_YEARS[1] * 365))
        return seat

    def _person(self, code: str) -> Person:
        name = self._name(code)
        while name in self._names:
            name = self._name(code)
        self._names.add(name)
        latin = " ".join(part.replace("-", "").capitalize() for part in fold(name).split())
        person = Person(len(self.people), name, latin, code)
        self.people.append(person)
        return person

    def _name(self, code: str) -> str:
        rng, words = self._rng, self._words
        if code == HOME:
            return f"{self._families.draw(rng)} {rng.choice(words['middles'])} {rng.choice(words['givens'])}"
        first = f"{rng.choice(words['foreign'])}-{rng.choice(words['foreign_ends'])}"
        middle = rng.choice(words["foreign"]).lower()
        return f"{first} {rng.choice(words['foreign'])}-{middle}-{rng.choice(words['foreign_ends'])}"


def _offices(rank: int) -> int:
    for places, offices in OFFICES:
        if rank < places:
            return offices
        rank -= places
    return 1
