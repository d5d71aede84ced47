"""The names under which rows are found: kinds, acts, topics, leaders and actors, all of them, in both languages."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from events import edition
from events.links import link_to
from events.models import Act, Actor, EventKind, Leader, Topic
from events.reading.folding import fold


@dataclass(frozen=True, slots=True)
class Heading:
    """One term, leader or actor: its primary key, the word that addresses name it by, and its names."""

    key: int
    word: str
    name_vi: str
    name_en: str
    position: int = 0

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the language of the page."""
        return self.name_en if edition.is_english() else self.name_vi


class Shown:
    """The headings of one sort, by key and by the word in addresses, with what pages need of them worked out once.

    `page` is the name of the page that each has to itself, "" where there is none.
    """

    def __init__(self, page: str, headings: Iterable[Heading]) -> None:
        self.page = page
        self.by_key = {heading.key: heading for heading in headings}
        self.by_word = {heading.word: heading for heading in self.by_key.values()}
        self._folded: dict[tuple[str | None, int], str] = {}

    def __getitem__(self, key: int) -> Heading:
        return self.by_key[key]

    def folded(self, key: int) -> str:
        """Return the name in the language of the page, without accents, to sort and to search by."""
        place = (edition.current().language, key)
        if place not in self._folded:
            self._folded[place] = fold(self.by_key[key].name)
        return self._folded[place]

    def address(self, key: int) -> str:
        """Return the address of the heading's own page in the language of this one."""
        return link_to(self.page, self.by_key[key].word)


FACETS = {"kind": "kinds", "act": "acts", "topic": "topics", "leader": "leaders", "country": "actors"}


@dataclass(frozen=True)
class Headings:
    """All headings; asked for again when a name may have changed."""

    kinds: Shown
    acts: Shown
    topics: Shown
    leaders: Shown
    actors: Shown

    def lack(self, facet: str, keys: Iterable[Hashable]) -> bool:
        """Return whether one of the keys that rows are under in the facet is not among the headings."""
        return not getattr(self, FACETS[facet]).by_key.keys() >= set(keys)


def load() -> Headings:
    """Return the headings in the database; five queries."""
    leaders = Leader.objects.order_by().values_list("pk", "slug", "name", "name_latin")
    return Headings(
        Shown("", _terms(EventKind.objects.all())),
        Shown("", _terms(Act.objects.all())),
        Shown("topic", _terms(Topic.objects.all())),
        Shown("leader", (Heading(key, slug, name, latin or name) for key, slug, name, latin in leaders)),
        Shown("country", (Heading(*row) for row in Actor.objects.order_by().values_list(*NAMED_BY_CODE))),
    )


NAMED_BY_CODE = ("pk", "code", "name_vi", "name_en")


def _terms(rows: QuerySet[Any]) -> Iterable[Heading]:
    return (Heading(*row) for row in rows.order_by().values_list("pk", "slug", "name_vi", "name_en", "position"))
