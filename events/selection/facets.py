"""Facets: parameters whose values can be counted in advance, so that a reader sees what each would leave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Model, Q, QuerySet
from django_filters import Filter

from events.reading.folding import fold
from events.selection.address import Address
from events.selection.fields import RecordsField, YearsField


@dataclass(frozen=True)
class Choice:
    """A value that can be chosen; `query` is the address after choosing it, or after giving it up."""

    value: str
    label: str
    count: int | None
    is_chosen: bool
    query: str


@dataclass(frozen=True)
class Facet:
    """A parameter with the values worth choosing."""

    parameter: str
    label: str
    choices: list[Choice] = field(default_factory=list)


@dataclass(frozen=True)
class Tally:
    """How many rows have a value: a year, or a row of the vocabulary, a leader, an actor."""

    value: str
    meaning: Any
    count: int


def by_position(tally: Tally) -> tuple[Any, ...]:
    """Sort as the vocabulary lists its terms."""
    return tally.meaning.position, tally.value


def by_count(tally: Tally) -> tuple[Any, ...]:
    """Sort the most frequent first, then by name; not left to databases, which sort accents each in its own way."""
    return -tally.count, fold(str(tally.meaning)), tally.value


def newest_first(tally: Tally) -> tuple[Any, ...]:
    """Sort years from the latest."""
    return (-tally.meaning,)


class FacetFilter(Filter):
    """A filter that narrows rows by one of their own questions, and counts what each value would leave."""

    order: Callable[[Tally], tuple[Any, ...]]

    def __init__(self, question: Callable[..., Any], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.question = question

    def filter(self, rows: QuerySet[Any], chosen: dict[str, Any]) -> QuerySet[Any]:
        """Return the rows that have one of the chosen values; all where none is chosen."""
        narrowed: QuerySet[Any] = self.question(rows, list(chosen.values())) if chosen else rows
        return narrowed

    def tallies(self, rows: QuerySet[Any]) -> list[Tally]:
        """Return the values that `rows` have; one query."""
        raise NotImplementedError

    def facet(self, name: str, rows: QuerySet[Any], chosen: dict[str, Any], address: Address) -> Facet:
        """Return the facet over `rows`, which leave this parameter's own choice out."""
        tallies = self.tallies(rows)
        found = {tally.value for tally in tallies}
        tallies += [Tally(value, meaning, 0) for value, meaning in chosen.items() if value not in found]
        return Facet(
            parameter=name,
            label=str(self.label),
            choices=[
                Choice(
                    value=tally.value,
                    label=str(tally.meaning),
                    count=tally.count,
                    is_chosen=tally.value in chosen,
                    query=str(address.toggled(name, tally.value)),
                )
                for tally in sorted(tallies, key=self.order)
            ],
        )


class YearFacet(FacetFilter):
    """The year of the day in `day`, a path from the rows."""

    field_class = YearsField
    order = staticmethod(newest_first)

    def __init__(self, question: Callable[..., Any], *, day: str, **kwargs: Any) -> None:
        super().__init__(question, **kwargs)
        self.day = day

    def tallies(self, rows: QuerySet[Any]) -> list[Tally]:
        dated = rows.order_by().filter(**{f"{self.day}__isnull": False})
        years = dated.values_list(f"{self.day}__year").annotate(Count("pk"))
        return [Tally(str(year), year, count) for year, count in years]


class RecordFacet(FacetFilter):
    """Rows of another model, from which `path` leads to those counted, so far as `where` holds on the way."""

    field_class = RecordsField

    def __init__(
        self,
        question: Callable[..., Any],
        model: type[Model],
        *,
        path: str,
        order: Callable[[Tally], tuple[Any, ...]],
        key: str = "slug",
        once: str = "",
        where: Q | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(question, records=model, key=key, once=once, **kwargs)
        self.records = model
        self.path = path
        self.order = order
        self.key = key
        self.where = where or Q()

    def tallies(self, rows: QuerySet[Any]) -> list[Tally]:
        counted = (
            self.records._default_manager.order_by()
            .filter(self.where, **{f"{self.path}__in": rows})
            .annotate(count=Count(self.path, distinct=True))
        )
        return [Tally(getattr(record, self.key), record, record.count) for record in counted]
