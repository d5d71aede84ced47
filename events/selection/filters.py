"""The parameters that a selection understands: one class for each kind of row."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django_filters import FilterSet
from pyroaring import BitMap64

from events import edition
from events.catalogue import DAY, MONTH, Catalogue, Holdings
from events.models import Commitment, Event
from events.selection.days import DayFacet, MonthFacet
from events.selection.facets import (
    FacetFilter,
    HeadingFacet,
    LanguageFacet,
    LeaderFacet,
    PairFacet,
    ParameterFilter,
    PlainFacet,
    ReviewFacet,
    TermFacet,
    YearFacet,
)
from events.selection.fields import SortField, WordsField
from events.selection.problems import PartlyUnderstood
from events.selection.words import Words

NO_YEAR = _("“%(value)s” is not a year; it was left out.")
NO_MONTH = _("“%(value)s” is not a month, as 2026-01 is one; it was left out.")
NO_DAY = _("“%(value)s” is not a day, as 2026-01-26 is one; it was left out.")
NO_TOPIC = _("There is no topic “%(value)s”; it was left out.")
NO_LEADER = _("There is no leader “%(value)s”; it was left out.")
NO_COUNTRY = _("There is no country or organisation “%(value)s”; it was left out.")
NO_PAIR = _("“%(value)s” are not two countries or organisations; it was left out.")
NO_KIND = _("There is no kind of event “%(value)s”; it was left out.")
NO_ACT = _("There is no act “%(value)s”; it was left out.")
NO_OUTLET = _("There is no outlet “%(value)s”; it was left out.")
NO_LANGUAGE = _("Nothing is in the language “%(value)s”; it was left out.")
NO_REVIEW = _("“%(value)s” is not a state of review; it was left out.")

NEWEST, OLDEST, RELEVANCE, MOST = "newest", "oldest", "relevance", "most"


class WordsFilter(ParameterFilter):
    """The words searched for."""

    field_class = WordsField

    def nothing(self) -> Words:
        return Words()


class SortFilter(ParameterFilter):
    """One of the `orders`: name → label."""

    field_class = SortField

    def nothing(self) -> str:
        return ""

    def __init__(self, orders: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(orders=orders, **kwargs)
        self.orders = orders


class SelectionFilters(FilterSet):
    """Parameters of which some are facets of the catalogue; tells what it does not understand."""

    def __init__(self, params: QueryDict, catalogue: Catalogue, holdings: Holdings) -> None:
        super().__init__(params, queryset=Event.objects.none())  # rows come from the catalogue, not from a queryset
        self._params = params
        self.holdings = holdings
        language = edition.current().language
        for facet in self.facets.values():
            facet.use(catalogue, holdings, language)

    @property
    def chosen(self) -> dict[str, Any]:
        """What is understood of each parameter; of a facet, each word with the value it means."""
        return self._understood[0]

    @property
    def problems(self) -> list[str]:
        """Sentences about what was left out."""
        return self._understood[1]

    @cached_property
    def _understood(self) -> tuple[dict[str, Any], list[str]]:
        """Each parameter read by itself: not through a form, which would be built of a dozen fields for every page."""
        chosen, problems = {}, []
        for name, filter_ in self.filters.items():
            given = self._params.getlist(name)
            try:
                chosen[name] = filter_.field.clean(given) if given else filter_.nothing()
            except PartlyUnderstood as partly:
                chosen[name] = partly.understood
                problems += partly.messages
        return chosen, problems

    @cached_property
    def facets(self) -> dict[str, FacetFilter]:
        """The parameters whose values are counted."""
        return {name: filter_ for name, filter_ in self.filters.items() if isinstance(filter_, FacetFilter)}

    @property
    def orders(self) -> dict[str, Any]:
        """The orders that rows can be put in: name → label."""
        orders: dict[str, Any] = self.filters["sort"].orders
        return orders

    def rows(self, found: BitMap64 | None, *leaving_out: str) -> BitMap64:
        """Return the keys of `found`, of all where it is None, that fit all that is chosen but in some parameters."""
        sets = [
            facet.rows(self.chosen[name])
            for name, facet in self.facets.items()
            if name not in leaving_out and self.chosen[name]
        ]
        if found is not None:
            sets.append(found)
        if len(sets) == 1 and found is None and not self.holdings.is_part:
            return sets[0]  # the very set that the holdings keep counts of
        return self.holdings.same(BitMap64.intersection(self.holdings.keys, *sets)) if sets else self.holdings.keys


class EventFilters(SelectionFilters):
    """What events can be selected by."""

    q = WordsFilter(label=_("Words"))
    year = YearFacet("year", label=_("Year"), problem=NO_YEAR)
    month = MonthFacet(MONTH, label=_("Month"), problem=NO_MONTH)
    day = DayFacet(DAY, label=_("Day"), problem=NO_DAY)
    topic = TermFacet("topic", headings="topics", label=_("Topic"), problem=NO_TOPIC)
    leader = LeaderFacet("leader", headings="leaders", label=_("Leader"), problem=NO_LEADER)
    country = HeadingFacet("country", headings="actors", label=_("Country or organisation"), problem=NO_COUNTRY)
    pair = PairFacet("pair", label=_("Between"), problem=NO_PAIR)
    kind = TermFacet("kind", headings="kinds", label=_("Kind"), problem=NO_KIND)
    act = TermFacet("act", headings="acts", label=_("Act"), problem=NO_ACT)
    outlet = PlainFacet("outlet", label=_("Outlet"), problem=NO_OUTLET)
    language = LanguageFacet("language", label=_("Language"), problem=NO_LANGUAGE)
    review = ReviewFacet("review", names=dict(Event.Review.choices), label=_("Review"), problem=NO_REVIEW)
    sort = SortFilter(
        {
            RELEVANCE: _("Best match first"),
            NEWEST: _("Newest first"),
            OLDEST: _("Oldest first"),
            MOST: _("Most commitments first"),
        },
        label=_("Order"),
    )


class CommitmentFilters(SelectionFilters):
    """What commitments can be selected by."""

    q = WordsFilter(label=_("Words"))
    leader = LeaderFacet("leader", headings="leaders", label=_("Leader"), problem=NO_LEADER)
    country = HeadingFacet("country", headings="actors", label=_("Country or organisation"), problem=NO_COUNTRY)
    pair = PairFacet("pair", label=_("Between"), problem=NO_PAIR)
    act = TermFacet("act", headings="acts", label=_("Act"), problem=NO_ACT)
    topic = TermFacet("topic", headings="topics", label=_("Topic"), problem=NO_TOPIC)
    year = YearFacet("year", label=_("Year"), problem=NO_YEAR)
    month = MonthFacet(MONTH, label=_("Month"), problem=NO_MONTH)
    day = DayFacet(DAY, label=_("Day"), problem=NO_DAY)
    kind = TermFacet("kind", headings="kinds", label=_("Kind"), problem=NO_KIND)
    outlet = PlainFacet("outlet", label=_("Outlet"), problem=NO_OUTLET)
    language = LanguageFacet("language", label=_("Language"), problem=NO_LANGUAGE)
    review = ReviewFacet(
        "review",
        names={each.value: each.label for each in (Commitment.Review.MACHINE, Commitment.Review.CONFIRMED)},
        label=_("Review"),
        problem=NO_REVIEW,
    )
    sort = SortFilter(
        {RELEVANCE: _("Best match first"), NEWEST: _("Newest first"), OLDEST: _("Oldest first")}, label=_("Order")
    )
