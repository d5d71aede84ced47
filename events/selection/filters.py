"""The parameters that a selection understands: one class for each kind of row."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import Filter, FilterSet

from events import search
from events.models import Act, Actor, EventKind, Leader, Topic
from events.querysets import STANDING, CommitmentQuerySet, EventQuerySet
from events.search.engine import Record
from events.selection.facets import FacetFilter, RecordFacet, YearFacet, by_count, by_position
from events.selection.fields import SelectionForm, SortField, WordsField
from events.selection.words import Words

Order = tuple[Any, Callable[..., Any]]  # its label, and the rows' own way to stand in it

NO_YEAR = _("“%(value)s” is not a year; it was left out.")
NO_TOPIC = _("There is no topic “%(value)s”; it was left out.")
NO_LEADER = _("There is no leader “%(value)s”; it was left out.")
NO_COUNTRY = _("There is no country or organisation “%(value)s”; it was left out.")
NO_KIND = _("There is no kind of event “%(value)s”; it was left out.")
NO_ACT = _("There is no act “%(value)s”; it was left out.")


class WordsFilter(Filter):
    """Rows in which the words are found, and that have what its fields ask for by one of the `questions`."""

    field_class = WordsField

    def __init__(self, record: Record, questions: dict[str, Callable[..., Any]], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.record = record
        self.questions = questions

    def filter(self, rows: QuerySet[Any], words: Words) -> QuerySet[Any]:
        if words.query:
            rows = rows.filter(pk__in=search.find(words.query, self.record).all.to_array().tolist())
        everything = rows.model._default_manager.all()
        for parameter, question in self.questions.items():
            if values := words.values(parameter):
                rows = question(rows, list(values.values()))
            if values := words.values(parameter, excluded=True):
                rows = rows.exclude(pk__in=question(everything, list(values.values())).values("pk"))
        return rows


class SortFilter(Filter):
    """Rows in one of the `orders`."""

    field_class = SortField

    def __init__(self, orders: dict[str, Order], **kwargs: Any) -> None:
        super().__init__(orders=orders, **kwargs)
        self.orders = orders

    def filter(self, rows: QuerySet[Any], sort: str) -> QuerySet[Any]:
        _label, put_in_order = self.orders[sort]
        ordered: QuerySet[Any] = put_in_order(rows)
        return ordered


class SelectionFilters(FilterSet):
    """A filter set that narrows rows by what it understands and tells what it does not."""

    class Meta:
        form = SelectionForm

    @cached_property
    def chosen(self) -> dict[str, Any]:
        """What is understood of each parameter."""
        form: SelectionForm = self.form
        form.is_valid()  # cleans it, once; an error is a sentence, not a refusal
        return form.cleaned_data

    @property
    def problems(self) -> list[str]:
        """Sentences about what was left out."""
        return [str(problem) for problems in self.errors.values() for problem in problems]

    @property
    def facets(self) -> dict[str, FacetFilter]:
        """The parameters whose values are counted."""
        return {name: filter_ for name, filter_ in self.filters.items() if isinstance(filter_, FacetFilter)}

    @property
    def orders(self) -> dict[str, Order]:
        """The orders that rows can be put in, the usual one first."""
        orders: dict[str, Order] = self.filters["sort"].orders
        return orders

    @cached_property
    def found(self) -> QuerySet[Any]:
        """The rows in which the words are found; kept, since a search asks for leaders' names first."""
        found: QuerySet[Any] = self.filters["q"].filter(self.queryset, self.chosen["q"])
        return found

    def rows(self, leaving_out: str = "") -> QuerySet[Any]:
        """Return the rows that fit all that is chosen, except in the parameter to be left out; in no order."""
        rows = self.found
        for name, facet in self.facets.items():
            if name != leaving_out:
                rows = facet.filter(rows, self.chosen[name])
        return rows

    def rows_in_order(self) -> EventQuerySet | CommitmentQuerySet:
        """Return the rows that fit all that is chosen, in the chosen order."""
        rows: EventQuerySet | CommitmentQuerySet = self.filters["sort"].filter(self.rows(), self.chosen["sort"])
        return rows


class EventFilters(SelectionFilters):
    """What events can be selected by."""

    q = WordsFilter(
        "events",
        {
            "year": EventQuerySet.in_years,
            "topic": EventQuerySet.on_topics,
            "leader": EventQuerySet.with_leaders,
            "country": EventQuerySet.with_actors,
            "kind": EventQuerySet.of_kinds,
            "act": EventQuerySet.with_acts,
        },
        label=_("Words"),
    )
    year = YearFacet(EventQuerySet.in_years, day="starts_on", label=_("Year"), problem=NO_YEAR)
    topic = RecordFacet(
        EventQuerySet.on_topics,
        Topic,
        path="commitments__event",
        where=Q(commitments__review__in=STANDING),
        order=by_position,
        label=_("Topic"),
        problem=NO_TOPIC,
    )
    leader = RecordFacet(
        EventQuerySet.with_leaders,
        Leader,
        path="participations__event",
        once="addresses__slug",
        order=by_count,
        label=_("Leader"),
        problem=NO_LEADER,
    )
    country = RecordFacet(
        EventQuerySet.with_actors,
        Actor,
        path="participations__event",
        key="code",
        order=by_count,
        label=_("Country or organisation"),
        problem=NO_COUNTRY,
    )
    kind = RecordFacet(
        EventQuerySet.of_kinds, EventKind, path="events", order=by_position, label=_("Kind"), problem=NO_KIND
    )
    sort = SortFilter(
        {
            "newest": (_("Newest first"), EventQuerySet.newest_first),
            "oldest": (_("Oldest first"), EventQuerySet.oldest_first),
        },
        label=_("Order"),
    )


class CommitmentFilters(SelectionFilters):
    """What commitments can be selected by."""

    q = WordsFilter(
        "commitments",
        {
            "year": CommitmentQuerySet.in_years,
            "topic": CommitmentQuerySet.on_topics,
            "leader": CommitmentQuerySet.by_leaders,
            "country": CommitmentQuerySet.by_actors,
            "kind": CommitmentQuerySet.of_kinds,
            "act": CommitmentQuerySet.with_acts,
        },
        label=_("Words"),
    )
    leader = RecordFacet(
        CommitmentQuerySet.by_leaders,
        Leader,
        path="commitments",
        once="addresses__slug",
        order=by_count,
        label=_("Leader"),
        problem=NO_LEADER,
    )
    country = RecordFacet(
        CommitmentQuerySet.by_actors,
        Actor,
        path="commitments",
        key="code",
        order=by_count,
        label=_("Country or organisation"),
        problem=NO_COUNTRY,
    )
    act = RecordFacet(
        CommitmentQuerySet.with_acts, Act, path="commitments", order=by_position, label=_("Act"), problem=NO_ACT
    )
    topic = RecordFacet(
        CommitmentQuerySet.on_topics,
        Topic,
        path="commitments",
        order=by_position,
        label=_("Topic"),
        problem=NO_TOPIC,
    )
    year = YearFacet(CommitmentQuerySet.in_years, day="event__starts_on", label=_("Year"), problem=NO_YEAR)
    sort = SortFilter(
        {
            "newest": (_("Newest first"), CommitmentQuerySet.newest_first),
            "oldest": (_("Oldest first"), CommitmentQuerySet.oldest_first),
        },
        label=_("Order"),
    )
