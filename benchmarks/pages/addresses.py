"""The pages that are asked for, by what the archive holds: each with what the site and what Datasette are asked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from random import Random
from typing import Any
from urllib.parse import urlencode, urlsplit

from benchmarks.pages.load import Asked
from benchmarks.pages.rival import NAME

MOST_FREQUENT = 8  # values of each facet, of which those are combined that have the most events together
VARIED = 24  # addresses of a page, so that no cache of a page has the next one
COLUMNS_ONLY = [("_facet", "year"), ("_facet", "kind"), ("_facet", "outlet")]
LISTS = [("_facet", "year"), ("_facet_array", "topics"), ("_facet_array", "leaders")]
SHOWN = [("_nocol", "body"), ("_nocol", "slug"), ("_sort_desc", "listed_on"), ("_size", "25")]
# Words of the corpus: each of the first in one or two of a hundred events, each of the others in nearly every one.
MEDIUM = ["vanadi", "niken", "titan", "bauxite", "vonfram", "lithium", "uranium", "apatit", "graphit", "kali"]
COMMON = ["hợp tác", "quan hệ", "hai nước", "chuyến thăm", "tăng cường", "thời gian", "thương mại"]
Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class Page:
    """A page: its addresses on the site and, where there is the like, on Datasette; the ratio of cost aimed at."""

    name: str
    ours: list[str]
    theirs: Sequence[Asked] = ()
    against: str = ""  # what Datasette is asked for, where there is a choice
    aim: float | None = None
    warm: bool = False  # one address, asked again and again
    unchanged: bool = False  # asked whether it has changed since


@dataclass(frozen=True)
class Sample:
    """Values to ask for, the most frequent first; `words` are of rare, medium and common use."""

    facets: dict[str, list[str]]
    leaders: dict[str, str]  # names by slugs: Datasette is asked by name
    events: list[tuple[int, str]]
    words: dict[str, list[str]]
    counts: dict[str, int]


def sample() -> Sample:
    """Return values from the archive that Django is set up with."""
    from django.db.models import Count  # noqa: PLC0415 - Django is set up by the caller

    from benchmarks.corpus.chance import Coined, words  # noqa: PLC0415
    from events.models import Event, Participation  # noqa: PLC0415

    events = Event.objects.published().order_by()

    def top(path: str) -> list[str]:
        counted = events.filter(**{f"{path}__isnull": False}).values_list(path).annotate(n=Count("pk"))
        return [str(value) for value, _ in sorted(counted, key=lambda pair: (-pair[1], str(pair[0])))[:VARIED]]

    counts = sizes()
    total = counts["events"]
    numbers = sorted(Random(total).sample(range(1, total + 1), min(total, 400)))  # noqa: S311 - a sample, no secret
    coined = Coined(words()["coined"])
    parts = Participation.objects.filter(event__status="published")
    leaders = dict(parts.order_by().values_list("leader__slug", "leader__name").distinct())
    found = list(events.filter(pk__in=numbers).values_list("pk", "slug"))
    return Sample(
        facets={
            "year": top("starts_on__year"),
            "kind": top("kind__slug"),
            "country": top("participations__actor__code"),
            "leader": top("participations__leader__slug"),
            "topic": top("commitments__topics__slug"),
        },
        leaders=leaders,
        events=found,
        words={
            "rare": [coined.rare(number) for number, _ in found[:VARIED]],
            "medium": MEDIUM,
            "common": COMMON,
        },
        counts=counts,
    )


def sizes() -> dict[str, int]:
    """Return how many events there are, and how many of them and of their commitments readers see."""
    from events.models import Commitment, Event  # noqa: PLC0415 - Django is set up by the caller

    return {
        "events": Event.objects.count(),
        "published": Event.objects.published().count(),
        "commitments": Commitment.objects.published().count(),
    }


def pages(found: Sample) -> list[Page]:
    """Return every page that is measured, the site's own ones last."""
    pairs = [
        Page("list", ["/events/"], [_events([])], "no facets", 0.7),
        Page("list", ["/events/"], [_events(COLUMNS_ONLY)], "three facets over plain columns"),
        Page("list", ["/events/"], [_events(LISTS)], "three facets over lists of values", 0.01),
    ]
    for name, values in found.facets.items():
        ours = [_ours([(name, value)]) for value in values]
        theirs = [_chosen(found, [(name, value)]) for value in values]
        counted = [_events([*chosen, *LISTS]) for chosen in theirs]
        pairs.append(Page(f"list of a {name}", ours, list(map(_events, theirs)), "no facets", 0.7))
        pairs.append(Page(f"list of a {name}", ours, counted, "three facets over lists of values", 0.01))
    three = [list(zip(("year", "country", "topic"), values, strict=True)) for values in _combined(found)]
    pairs.append(
        Page(
            "list of a year, a country and a topic",
            list(map(_ours, three)),
            [_events(_chosen(found, c)) for c in three],
        )
    )
    for use, texts in found.words.items():
        searched = [_events([("_search", text)]) for text in texts]
        pairs.append(Page(f"search for a {use} word", [_ours([("q", text)]) for text in texts], searched, aim=0.7))
    events = [f"/events/{slug}/" for _, slug in found.events]
    rows = [(f"/{NAME}/events/{key}", f"/{NAME}/commitments?event_id={key}") for key, _ in found.events]
    queries = [f"/{NAME}/event?{urlencode({'id': key})}" for key, _ in found.events]
    pairs.append(Page("event with its commitments", events, rows, "its row, and the table of its commitments", 0.6))
    pairs.append(Page("event with its commitments", events, queries, "a query of ours for both"))
    pairs.append(
        Page("commitments, 50 a page", ["/commitments/"], [f"/{NAME}/commitments?_sort_desc=listed_on&_size=50"])
    )
    middle = found.facets["leader"][VARIED // 3]
    for name, path, theirs in (
        ("list", "/events/", _events([])),
        ("list of a leader", _ours([("leader", middle)]), _events(_chosen(found, [("leader", middle)]))),
        ("search", _ours([("q", "hợp tác")]), _events([("_search", "hợp tác")])),
        ("event", events[0], rows[0]),
    ):
        pairs.append(Page(f"{name}, once more", [path], [theirs], aim=0.06, warm=True))
    pairs.append(Page("list, not changed since (304)", ["/events/"], [_events([])], aim=0.05, unchanged=True))
    deep = min(2000, max(1, found.counts["published"] // 25))
    own = {
        "home": ["/"],
        f"page {deep:,} of the list": [f"/events/?page={deep - back}" for back in range(min(VARIED, deep))],
        "page of a leader": [f"/leaders/{slug}/" for slug in found.facets["leader"]],
    }
    return pairs + [Page(name, paths) for name, paths in own.items()]


def different(measured: Sequence[Page]) -> list[Page]:
    """Return each page of the site once, without those that come from a cache."""
    return list({page.name: page for page in measured if not page.warm and not page.unchanged}.values())


def rows_found(path: str) -> int:
    """Return how many events the site lists at one of its addresses."""
    from django.http import QueryDict  # noqa: PLC0415 - Django is set up by the caller

    from events.selection import EventSelection  # noqa: PLC0415

    return EventSelection(QueryDict(urlsplit(path).query)).total


def mixed(found: Sample, requests: int) -> list[str]:
    """Return so many addresses of the site in a fixed disorder: what a day's readers and crawlers ask for."""
    rng = Random(requests)  # noqa: S311 - a sample, no secret
    kinds = [page.ours for page in different(pages(found))]
    return [rng.choice(rng.choice(kinds)) for _ in range(requests)]


def _combined(found: Sample) -> list[Sequence[str]]:
    """Return those of the most frequent years, countries and topics that have the most events together."""
    names = ("year", "country", "topic")
    firsts = product(*(found.facets[name][:MOST_FREQUENT] for name in names))
    together = [(rows_found(_ours(list(zip(names, values, strict=True)))), values) for values in firsts]
    return [values for _count, values in sorted(together, key=lambda pair: -pair[0])[:VARIED]]


def _ours(chosen: Pairs) -> str:
    return f"/events/?{urlencode(chosen)}"


def _chosen(found: Sample, chosen: Pairs) -> Pairs:
    """Return how Datasette is asked for the same rows: by a column, or through an indexed table of links.

    It mixes up the value of `_through` with those of other filters: what is combined is looked up in lists of values.
    """
    asked: Pairs = []
    linked = {"leader": "leaders", "country": "countries", "topic": "topics"}
    for name, value in chosen:
        named = found.leaders[value] if name == "leader" else value
        if name not in linked:
            asked.append((name, value))
        elif len(chosen) > 1:
            asked.append((f"{linked[name]}__arraycontains", named))
        else:
            link = {"table": f"event_{linked[name]}", "column": name, "value": named}
            asked.append(("_through", json.dumps(link)))
    return asked


def _events(chosen: Sequence[tuple[str, Any]]) -> str:
    return f"/{NAME}/events?{urlencode([*chosen, *SHOWN])}"
