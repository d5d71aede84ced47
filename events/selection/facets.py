"""Facets: parameters whose values can be counted in advance, so that a reader sees what each would leave."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from operator import neg
from typing import Any, NamedTuple, Self
from weakref import WeakKeyDictionary

from django.conf import locale
from django.utils.functional import Promise
from django.utils.translation import gettext
from django_filters import Filter
from pyroaring import BitMap64

from events.catalogue import Catalogue, Headings, Holdings, Shown, Value
from events.models import LeaderAddress
from events.reading.folding import fold, tokens
from events.selection.address import Address
from events.selection.fields import ChoicesField, key_like

_YEAR = re.compile(r"[1-9][0-9]{0,3}", re.ASCII)

FOUR_DIGITS = 1000  # the first year written so

TOP = 10  # values of a facet that are shown before a reader asks for more
MOST = 200  # that are shown then; beyond it a name is searched for


class Choice(NamedTuple):
    """A value that can be chosen; `query` is the address after choosing it, or after giving it up."""

    value: str
    label: str
    count: int | None  # type: ignore[assignment]  # in place of a method of tuples that nobody asks for
    is_chosen: bool
    query: str


class Label(NamedTuple):
    """What values of a facet go by: the name without accents, which sorts them, the word of addresses, and the name."""

    folded: str
    word: str
    name: str


class Labels(dict[Value, Label]):
    """The labels of one facet in one language, each made when it is first asked for."""

    def __init__(self, make: Callable[[Any], Label]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, value: Value) -> Label:
        label = self[value] = self.make(value)
        return label


# Kept as long as the names of the archive are the same. The second key is the language with the number of the filter.
_kept: WeakKeyDictionary[Headings, dict[tuple[str | None, int], Labels]] = WeakKeyDictionary()


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


class ParameterFilter(Filter):
    """A parameter. A page has its own copy of each filter, which shares with the others what no page changes."""

    def __deepcopy__(self, _memo: dict[int, Any]) -> Self:
        other = object.__new__(type(self))  # `copy` does the same by way of a dozen calls, for each of a page's filters
        other.__dict__.update(self.__dict__, extra=dict(self.extra))
        return other

    def nothing(self) -> Any:
        """Return what is understood where the parameter is not given."""
        raise NotImplementedError


class FacetFilter(ParameterFilter):
    """A filter by what rows fall under in one facet of the catalogue. Its values are those of the catalogue.

    It `is_offered` beside lists where its values are few enough to be counted for every page.
    """

    field_class = ChoicesField
    is_offered = True

    def __init__(self, facet: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.facet = facet

    def nothing(self) -> dict[str, Value]:
        return {}

    def use(self, catalogue: Catalogue, holdings: Holdings, language: str | None) -> None:
        """Take values and names from the catalogue, and counts from these holdings of it."""
        self.catalogue, self.holdings = catalogue, holdings
        self.extra["facet"] = self
        kept = _kept.setdefault(catalogue.headings, {})
        place = language, self.creation_counter
        if place not in kept:
            kept[place] = Labels(self.maker(catalogue.headings))
        self.labels = kept[place]

    # -- What values mean

    def meanings(self, words: list[str]) -> dict[str, Value]:
        """Return, for each word of an address that means something, the value that it means."""
        raise NotImplementedError

    def maker(self, headings: Headings) -> Callable[[Any], Label]:  # noqa: ARG002 - what other facets need
        """Return a function from a value to its label in the language of the page.

        It is kept for other pages, so it must hold on to nothing of this one, nor to the headings as a whole.
        """
        return lambda value: Label(fold(str(value)), str(value), str(value))

    def rank(self, counts: Mapping[Value, int]) -> Callable[[Value], Any]:
        """Return what tells which values come first: the most frequent, those as frequent by name.

        Not left to databases, which sort accents each in its own way.
        """
        labels = self.labels
        return lambda value: (-counts[value], labels[value])

    def place(self, counts: Mapping[Value, int]) -> Callable[[Value], Any]:
        """Return what the values shown are sorted by."""
        return self.rank(counts)

    # -- Rows and counts

    def rows(self, chosen: Mapping[str, Value]) -> BitMap64:
        """Return the keys of the rows that have one of the chosen values."""
        return self.holdings.under(self.facet, chosen.values())

    def shown(self, name: str, among: BitMap64, chosen: Mapping[str, Value], address: Address) -> Facet:
        """Return the facet over `among`, which leaves its own choice out: the first values, and those chosen."""
        counts = self.counts(among, TOP + 1)
        ranked = sorted(counts, key=self.rank(counts))
        values = list(dict.fromkeys([*ranked[:TOP], *chosen.values()]))
        counts |= self._counted((value for value in values if value not in counts), among)
        placed = sorted(values, key=self.place(counts))
        more = address.opening(name) if len(ranked) > TOP else ""
        return Facet(name, str(self.label), self._choices(name, placed, counts, chosen, address), more)

    def opened(self, name: str, among: BitMap64, chosen: Mapping[str, Value], address: Address, within: str) -> Facet:
        """Return the facet with all its values, so far as their names have words that begin like those of `within`."""
        counts = self.holdings.counts(self.facet, among)
        counts |= dict.fromkeys([value for value in chosen.values() if value not in counts], 0)
        wanted = tokens(within)
        fitting = (value for value in counts if not wanted or _has(self.labels[value].folded, wanted))
        ranked = sorted(fitting, key=self.rank(counts))
        values = sorted(ranked[:MOST], key=self.place(counts))
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
            Choice(word, label, counts[value], word in chosen, toggle(word))
            for value in values
            for _folded, word, label in [self.labels[value]]
        ]


class YearFacet(FacetFilter):
    """The year in which the event began, the latest first."""

    def meanings(self, words: list[str]) -> dict[str, Value]:
        """A shorter number is a slip rather than a year, but where the archive holds something of it."""
        known = self.holdings.shelf(self.facet)
        years = {word: int(word) for word in words if _YEAR.fullmatch(word)}
        return {word: year for word, year in years.items() if year >= FOUR_DIGITS or year in known}

    def rank(self, _counts: Mapping[Value, int]) -> Callable[[Value], Any]:
        return neg  # type: ignore[return-value]

    def counts(self, among: BitMap64, _number: int) -> dict[Value, int]:
        return self.holdings.counts(self.facet, among)


class HeadingFacet(FacetFilter):
    """Terms, leaders or actors; `headings` names which."""

    def __init__(self, facet: str, *, headings: str, **kwargs: Any) -> None:
        super().__init__(facet, **kwargs)
        self.headings = headings

    @property
    def known(self) -> Shown:
        """The headings that rows can be under."""
        known: Shown = getattr(self.catalogue.headings, self.headings)
        return known

    def meanings(self, words: list[str]) -> dict[str, Value]:
        known = self.known.by_word
        return {word: known[word].key for word in words if word in known}

    def maker(self, headings: Headings) -> Callable[[Any], Label]:
        known: Shown = getattr(headings, self.headings)
        return lambda key: Label(known.folded(key), known[key].word, known[key].name)


class TermFacet(HeadingFacet):
    """Terms, those shown in the order of the vocabulary."""

    def place(self, _counts: Mapping[Value, int]) -> Callable[[Value], Any]:
        known = self.known.by_key
        return lambda value: (known[value].position, known[value].word)  # type: ignore[index]


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

    def maker(self, headings: Headings) -> Callable[[Any], Label]:
        known = headings.actors

        def label(pair: tuple[int, int]) -> Label:
            actors = sorted((known[key] for key in pair), key=lambda actor: actor.word)
            name = " – ".join(actor.name for actor in actors)
            return Label(fold(name), "-".join(actor.word for actor in actors), name)

        return label


class PlainFacet(FacetFilter):
    """Values that the catalogue names as they are: an outlet."""

    def meanings(self, words: list[str]) -> dict[str, Value]:
        shelf = self.holdings.shelf(self.facet)
        return {word: word for word in words if word in shelf}


class LanguageFacet(PlainFacet):
    """Languages of the texts, by their names in the language of the page."""

    def maker(self, _headings: Headings) -> Callable[[Any], Label]:
        def label(code: str) -> Label:
            known = locale.LANG_INFO.get(code, {})
            name = gettext(known["name"]) if "name" in known else code
            return Label(fold(name), code, name)

        return label


class ReviewFacet(FacetFilter):
    """States of review; `names` tells what each is called."""

    def __init__(self, facet: str, *, names: Mapping[str, str | Promise], **kwargs: Any) -> None:
        super().__init__(facet, **kwargs)
        self.names = names

    def meanings(self, words: list[str]) -> dict[str, Value]:
        return {word: word for word in words if word in self.names}

    def maker(self, _headings: Headings) -> Callable[[Any], Label]:
        names = self.names
        return lambda state: Label(fold(str(names[state])), state, str(names[state]))


def _has(folded: str, wanted: list[str]) -> bool:
    """Return whether each wanted word is the beginning of a word of the name."""
    words = tokens(folded)
    return all(any(word.startswith(beginning) for word in words) for beginning in wanted)
