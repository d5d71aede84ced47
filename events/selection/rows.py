"""Rows of a page: what a list shows of an event or a commitment, and no more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar, overload

from pyroaring import BitMap64

from events import edition
from events.catalogue import SIZE, Catalogue, Heading, Shown, current
from events.edition import Edition
from events.links import link_to
from events.models import Commitment, Event, Participation
from events.prepared import Prepared

AT_A_TIME = 500  # rows that are fetched when all of them are asked for

Row = TypeVar("Row")


class Link(NamedTuple):
    """A name and the address of its page."""

    name: str
    address: str


class EventRow(NamedTuple):
    """An event in a list; `commitment_count` is the number of its standing commitments."""

    pk: int
    slug: str
    address: str
    title: str
    language: str
    kind: str
    starts_on: date | None
    ends_on: date | None
    leaders: tuple[str, ...]
    commitment_count: int


class CommitmentRow(NamedTuple):
    """A commitment in a list, with who says it, leaders before states, and what it tells of its event."""

    pk: int
    address: str
    quote: str
    act: str
    is_confirmed: bool
    speaker: str
    sayers: tuple[Link, ...]
    topics: tuple[Link, ...]
    event: Link
    language: str
    starts_on: date | None
    ends_on: date | None


class Rows(Sequence[Row]):
    """All rows of a selection, of which only those are fetched that are asked for."""

    def __init__(self, total: int, fetch: Callable[[int, int], list[Row]]) -> None:
        self._total, self._fetch = total, fetch

    def __len__(self) -> int:
        return self._total

    @overload
    def __getitem__(self, place: int) -> Row: ...

    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...

    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        if isinstance(place, slice):
            start, stop, step = place.indices(self._total)
            return self._fetch(start, stop)[::step] if start < stop else []
        return self[range(self._total)[place] :][0]

    def __iter__(self) -> Iterator[Row]:
        for start in range(0, self._total, AT_A_TIME):
            yield from self[start : start + AT_A_TIME]


_events = Prepared(
    lambda keys: Event.objects.filter(pk__in=keys).order_by().values_list(
        "pk", "slug", "title", "language", "kind_id", "starts_on", "ends_on"
    )
)  # fmt: skip
_parts = Prepared(
    lambda keys: (
        Participation.objects.filter(event__in=keys).order_by("position", "pk").values_list("event_id", "leader_id")
    )
)
_commitments = Prepared(
    lambda keys: Commitment.objects.filter(pk__in=keys).order_by().values_list(
        "pk", "quote", "act_id", "review", "speaker",
        "event__slug", "event__title", "event__language", "event__starts_on", "event__ends_on",
    )
)  # fmt: skip


def events(catalogue: Catalogue, keys: Sequence[int]) -> list[EventRow]:
    """Return the rows with these keys, in their order; two queries."""
    leaders: defaultdict[int, list[str]] = defaultdict(list)
    named, known = _named(), catalogue.headings
    for event, leader in _parts(keys):
        leaders[event].append(named(known.leaders[leader]))
    sizes = _sizes(catalogue, keys)
    address = address_of("event")
    found = {
        key: EventRow(
            key, slug, address(slug), title, language, named(known.kinds[kind]), first, last,
            tuple(leaders[key]), sizes.get(key, 0),
        )
        for key, slug, title, language, kind, first, last in _events(keys)
    }  # fmt: skip
    return [found[key] for key in keys if key in found]


def commitments(catalogue: Catalogue, keys: Sequence[int]) -> list[CommitmentRow]:
    """Return the rows with these keys, in their order; four queries."""
    known = catalogue.headings
    leaders = _linked(_leaders, keys, known.leaders, lambda key: (known.leaders.folded(key), key))
    actors = _linked(_actors, keys, known.actors, lambda key: known.actors[key].word)
    topics = _linked(_topics, keys, known.topics, lambda key: (known.topics[key].position, key))
    named = _named()
    address, of_event = address_of("commitment"), address_of("event")
    found = {
        key: CommitmentRow(
            key, address(key), quote, named(known.acts[act]), review == Commitment.Review.CONFIRMED, speaker,
            leaders.get(key) or actors.get(key, ()), topics.get(key, ()), Link(title, of_event(slug)), language,
            first, last,
        )
        for key, quote, act, review, speaker, slug, title, language, first, last in _commitments(keys)
    }  # fmt: skip
    return [found[key] for key in keys if key in found]


def _named() -> Callable[[Heading], str]:
    """Return a function from a heading to its name in the language of the page, which is asked for once."""
    return attrgetter("name_en" if edition.is_english() else "name_vi")


def _sizes(catalogue: Catalogue, keys: Sequence[int]) -> dict[int, int]:
    """Return how many standing commitments each event has."""
    wanted = BitMap64(keys)
    shelf = catalogue.events.shelf(SIZE)
    return {key: size for size, rows in shelf.items() for key in rows & wanted}  # type: ignore[misc]


def _links(relation: Any) -> Prepared:
    target = f"{relation.field.m2m_reverse_field_name()}_id"
    links = relation.through.objects.order_by()
    return Prepared(lambda keys: links.filter(commitment__in=keys).values_list("commitment_id", target))


_leaders, _actors, _topics = map(_links, (Commitment.leaders, Commitment.actors, Commitment.topics))


def _linked(
    links: Prepared, keys: Sequence[int], known: Shown, order: Callable[[int], Any]
) -> dict[int, tuple[Link, ...]]:
    """Return what the commitments are linked to, in order; one query."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for key, linked in links(keys):
        found[key].append(linked)
    named = _named()
    ones = {one for linked in found.values() for one in linked}
    shown = {one: Link(named(known[one]), known.address(one)) for one in ones}
    return {key: tuple(shown[one] for one in sorted(linked, key=order)) for key, linked in found.items()}


def address_of(page: str) -> Callable[[str | int], str]:
    """Return a function from a slug or number to the address of the page, in the language of this one."""
    before, after = _around(page, edition.current())
    return lambda word: f"{before}{word}{after}"


@lru_cache(maxsize=100)
def _around(page: str, _edition: Edition) -> tuple[str, str]:
    """Return what stands before and after the word in such addresses: resolving each anew takes longer than its row."""
    before, _, after = link_to(page, PLACEHOLDER).partition(str(PLACEHOLDER))
    return before, after


PLACEHOLDER = 1234567890


def listed(keys: Sequence[int]) -> list[EventRow]:
    """Return what lists show of these events, in the order of the keys; two queries."""
    return events(current(), keys)
