"""Facets: parameters whose values can be counted in advance, so that a reader sees what each would leave."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import locale
from django.utils.functional import Promise
from django.utils.translation import gettext
from django_filters import Filter
from pyroaring import BitMap64

from events.catalogue import Catalogue, Holdings, Shown, Value
from events.models import LeaderAddress
from events.reading.folding import fold, tokens
from events.selection.address import Address
from events.selection.fields import ChoicesField, key_like

_YEAR = re.compile(r"[1-9][0-9]{0,3}", re.ASCII)

FOUR_DIGITS = 1000  # the first year written so

TOP = 10  # values of a facet that are shown before a reader asks for more
MOST = 200  # that are shown then; beyond it a name is searched for


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that can be chosen; `query` is the address after choosing it, or after giving it up."""

    value: str
    label: str
    count: int | None
    is_chosen: bool
    query: str


@dataclass(frozen=True, slots=True)
class Facet:
    """A parameter with the values worth choosing; `more` is the address that shows more of them, "" where all are.

    `is_open` where more are shown than usual: those with the words `within` in their names, the first of them where the
    facet `is_cut`.
    """

    parameter: str
    label: str
    choices: list[Choice] = field(default_factory=list)
    more: str = ""
    is_open: bool = False
    within: str = ""
    is_cut: bool = False


class FacetFilter(Filter):
    """A filter by what rows fall under in one facet of the catalogue. Its values are those of the catalogue.

    It `is_offered` beside lists where its values are few enough to be counted for every page.
    """

    field_class = ChoicesField
    is_offered = True

    def __init__(self, facet: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.facet = facet

    def use(self, catalogue: Catalogue, holdings: Holdings) -> None:
        """Take values and names from the catalogue, and counts from these holdings of it."""
        self.catalogue, self.holdings = catalogue, holdings
        self.extra["facet"] = self

    # -- What values mean

    def meanings(self, words: list[str]) -> dict[str, Value]:
        """Return, for each word of an address that means something, the value that it means."""
        raise NotImplementedError

    def word(self, value: Value) -> str:
        """Return how addresses write the value."""
        return str(value)

    def name(self, value: Value) -> str:
        """Return the value's name in the language of the page."""
        return str(value)

    def folded(self, value: Value) -> str:
        """Return the name without accents, to sort and to search by."""
        return fold(self.name(value))

    def rank(self, value: Value, count: int) -> tuple[Any, ...]:
        """Return what tells which values come first: the most frequent, those as frequent by name.

        Not left to databases, which sort accents each in its own way.
        """
        return -count, self.folded(value), self.word(value)

    def place(self, value: Value, count: int) -> tuple[Any, ...]:
        """Return what the values shown are sorted by."""
        return self.rank(value, count)

    # -- Rows and counts

    def rows(self, chosen: Mapping[str, Value]) -> BitMap64:
        """Return the keys of the rows that have one of the chosen values."""
        return self.holdings.under(self.facet, chosen.values())

    def shown(self, name: str, among: BitMap64, chosen: Mapping[str, Value], address: Address) -> Facet:
        """Return the facet over `among`, which leaves its own choice out: the first values, and those chosen."""
        counts = self.counts(among, TOP + 1)
        ranked = sorted(counts, key=lambda value: self.rank(value, counts[value]))
        values = dict.fromkeys([*ranked[:TOP], *chosen.values()])
        counts |= self._counted((value for value in values if value not in counts), among)
        placed = sorted(values, key=lambda value: self.place(value, counts[value]))
        more = address.opening(name) if len(ranked) > TOP else ""
        return Facet(name, str(self.label), self._choices(name, placed, counts, chosen, address), more)

    def opened(self, name: str, among: BitMap64, chosen: Mapping[str, Value], address: Address, within: str) -> Facet:
        """Return the facet with all its values, so far as their names have words that begin like those of `within`."""
        counts = self.holdings.counts(self.facet, among)
        counts |= dict.fromkeys([value for value in chosen.values() if value not in counts], 0)
        wanted = tokens(within)
        fitting = (value for value in counts if not wanted or _has(self.folded(value), wanted))
        ranked = sorted(fitting, key=lambda value: self.rank(value, counts[value]))
        values = sorted(ranked[:MOST], key=lambda value: self.place(value, counts[value]))
        choices = self._choices(name, values, counts, chosen, address)
        return Facet(name, str(self.label), choices, is_open=True, within=within, is_cut=len(ranked) > MOST)

    def counts(self, among: BitMap64, number: int) -> dict[Value, int]:
        """Return at least the first `number` values with their counts, all where there are not as many."""
        return self.holdings.most(self.facet, among, number)

    def _counted(self, values: Iterable[Value], among: BitMap64) -> dict[Value, int]:
        shelf = self.holdings.shelf(self.facet)
        return {value: shelf[value].intersection_cardinality(among) if value in shelf else 0 for value in values}

    def _choices(
        self, name: str, values: list[Value], counts: Mapping[Value, int], chosen: Mapping[str, Value], address: Address
    ) -> list[Choice]:
        toggle = address.toggle(name)
        return [
            Choice(word, self.name(value), counts[value], word in chosen, toggle(word))
            for value in values
            for word in [self.word(value)]
        ]


class YearFacet(FacetFilter):
    """The year in which the event began, the latest first."""

    def meanings(self, words: list[str]) -> dict[str, Value]:
        """A shorter number is a slip rather than a year, but where the archive holds something of it."""
        known = self.holdings.shelf(self.facet)
        years = {word: int(word) for word in words if _YEAR.fullmatch(word)}
        return {word: year for word, year in years.items() if year >= FOUR_DIGITS or year in known}

    def rank(self, value: Value, _count: int) -> tuple[Any, ...]:
        return (-value,)  # type: ignore[operator]

    def counts(self, among: BitMap64, _number: int) -> dict[Value, int]:
        return self.holdings.counts(self.facet, among)


class HeadingFacet(FacetFilter):
    """Terms, leaders or actors; `headings` names which."""

    def __init__(self, facet: str, *, headings: str, **kwargs: Any) -> None:
        super().__init__(facet, **kwargs)
        self.headings = headings

    def use(self, catalogue: Catalogue, holdings: Holdings) -> None:
        super().use(catalogue, holdings)
        self.known: Shown = getattr(catalogue.headings, self.headings)

    def meanings(self, words: list[str]) -> dict[str, Value]:
        return {word: self.known.by_word[word].key for word in words if word in self.known.by_word}

    def word(self, value: Value) -> str:
        return self.known[value].word  # type: ignore[index]

    def name(self, value: Value) -> str:
        return self.known[value].name  # type: ignore[index]

    def folded(self, value: Value) -> str:
        return self.known.folded(value)  # type: ignore[arg-type]


class TermFacet(HeadingFacet):
    """Terms, those shown in the order of the vocabulary."""

    def place(self, value: Value, _count: int) -> tuple[Any, ...]:
        heading = self.known[value]  # type: ignore[index]
        return heading.position, heading.word


class LeaderFacet(HeadingFacet):
    """Leaders, also by a slug that they once had."""

    def meanings(self, words: list[str]) -> dict[str, Value]:
        found = super().meanings(words)
        once = [word for word in words if word not in found and key_like(word)]
        addresses = LeaderAddress.objects.filter(slug__in=once).values_list("slug", "leader_id") if once else ()
        return found | {slug: leader for slug, leader in addresses if leader in self.known.by_key}


class PairFacet(FacetFilter):
    """Two states or organisations that took part in the same event, as CN-VN."""

    def meanings(self, words: list[str]) -> dict[str, Value]:
        known = self.catalogue.headings.actors.by_word
        found: dict[str, Value] = {}
        for word in words:
            first, _, second = word.partition("-")
            if first in known and second in known and first != second:
                found[word] = tuple(sorted((known[first].key, known[second].key)))
        return found

    def word(self, value: Value) -> str:
        return "-".join(sorted(actor.word for actor in self._actors(value)))

    def name(self, value: Value) -> str:
        return " – ".join(actor.name for actor in sorted(self._actors(value), key=lambda actor: actor.word))

    def _actors(self, value: Value) -> list[Any]:
        return [self.catalogue.headings.actors[key] for key in value]  # type: ignore[attr-defined]


class PlainFacet(FacetFilter):
    """Values that the catalogue names as they are: an outlet."""

    def meanings(self, words: list[str]) -> dict[str, Value]:
        shelf = self.holdings.shelf(self.facet)
        return {word: word for word in words if word in shelf}


class LanguageFacet(PlainFacet):
    """Languages of the texts, by their names in the language of the page."""

    def name(self, value: Value) -> str:
        known = locale.LANG_INFO.get(str(value), {})
        return gettext(known["name"]) if "name" in known else str(value)


class ReviewFacet(FacetFilter):
    """States of review; `names` tells what each is called."""

    def __init__(self, facet: str, *, names: Mapping[str, str | Promise], **kwargs: Any) -> None:
        super().__init__(facet, **kwargs)
        self.names = names

    def meanings(self, words: list[str]) -> dict[str, Value]:
        return {word: word for word in words if word in self.names}

    def name(self, value: Value) -> str:
        return str(self.names[str(value)])


def _has(folded: str, wanted: list[str]) -> bool:
    """Return whether each wanted word is the beginning of a word of the name."""
    words = tokens(folded)
    return all(any(word.startswith(beginning) for word in words) for beginning in wanted)
