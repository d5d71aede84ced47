"""Every number that a page shows beside a facet's value, against a plain GROUP BY."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

Chosen = list[tuple[str, str]]
Counts = dict[tuple[str, str], int]

_PARTS = "JOIN events_participation p ON p.event_id = {e}.id"
_SAID = "JOIN events_commitment c ON c.event_id = {e}.id AND c.review IN ('machine', 'confirmed')"

# How the rows of `e` (published events) are told apart by each facet, and which values they have; both in plain SQL.
VALUES = {
    "year": ("", "CAST(SUBSTR(CAST({e}.starts_on AS TEXT), 1, 4) AS INTEGER)"),
    "kind": ("JOIN events_eventkind v ON v.id = {e}.kind_id", "v.slug"),
    "country": (f"{_PARTS} JOIN events_actor v ON v.id = p.actor_id", "v.code"),
    "leader": (f"{_PARTS} JOIN events_leader v ON v.id = p.leader_id", "v.slug"),
    "pair": (
        f"{_PARTS} JOIN events_actor v ON v.id = p.actor_id"
        " JOIN events_participation q ON q.event_id = {e}.id"
        " JOIN events_actor w ON w.id = q.actor_id AND v.code < w.code",
        "v.code || '-' || w.code",
    ),
    "topic": (
        f"{_SAID} JOIN events_commitment_topics l ON l.commitment_id = c.id JOIN events_topic v ON v.id = l.topic_id",
        "v.slug",
    ),
    "act": (f"{_SAID} JOIN events_act v ON v.id = c.act_id", "v.slug"),
    "outlet": ("", "NULLIF({e}.outlet, '')"),
    "language": ("", "{e}.language"),
    "review": ("", "{e}.review"),
}


class _Shown(HTMLParser):
    """The facets of a page: links with a number in them, by what each would choose."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self._href = ""
        self._counting = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a":
            self._href = given.get("href") or ""
        elif tag == "span" and "count" in (given.get("class") or "").split():
            self._counting = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._href = ""
        elif tag == "span":
            self._counting = False

    def handle_data(self, data: str) -> None:
        if self._counting and self._href:
            self.links.append((self._href, data))


def shown(page: str, chosen: Chosen) -> Counts:
    """Return the number beside each value of each facet on the page on which `chosen` is chosen."""
    parser = _Shown()
    parser.feed(page)
    found: Counts = {}
    for href, number in parser.links:
        pairs = parse_qsl(urlsplit(href).query)
        told = [pair for pair in {*pairs} ^ {*chosen} if pair[0] in VALUES]
        if len(told) == 1:
            found[told[0]] = int("".join(filter(str.isdigit, number)))
    return found


def counted(facet: str, chosen: Chosen) -> dict[str, int]:
    """Return, for each value of the facet, the events that it leaves under what is chosen in the other facets."""
    return _counted(facet, _others(facet, chosen))


def _others(facet: str, chosen: Chosen) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in chosen if pair[0] in VALUES and pair[0] != facet)


def _counted(facet: str, chosen: tuple[tuple[str, str], ...]) -> dict[str, int]:
    from django.db import connection  # noqa: PLC0415 - Django is set up by the caller

    joins, value = (part.format(e="e") for part in VALUES[facet])
    conditions, values = ["e.status = 'published'", f"{value} IS NOT NULL"], []
    for name in dict.fromkeys(name for name, _ in chosen):
        wanted = [int(text) if name == "year" else text for other, text in chosen if other == name]
        inner_joins, inner = (part.format(e="i") for part in VALUES[name])
        marks = ", ".join(["%s"] * len(wanted))
        conditions.append(
            f"e.id IN (SELECT i.id FROM events_event i {inner_joins} WHERE {inner} IN ({marks}))"  # noqa: S608
        )
        values += wanted
    sql = (
        f"SELECT {value}, COUNT(DISTINCT e.id) FROM events_event e {joins}"  # noqa: S608
        f" WHERE {' AND '.join(conditions)} GROUP BY 1"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return {str(name): number for name, number in cursor.fetchall()}


def samples() -> list[Chosen]:
    """Return what is chosen on the pages that are looked at, from what the archive holds.

    Nothing; in each facet its most frequent value, and one in the middle; two, three, five and all of these at once;
    two values of one facet; and each facet with all its values shown, alone and under the most frequent topic.
    """
    ranked = {facet: sorted(found, key=lambda v: (-found[v], v)) for facet in VALUES if (found := counted(facet, []))}
    first = [(facet, values[0]) for facet, values in ranked.items()]
    middle = [(facet, values[len(values) // 2]) for facet, values in ranked.items()]
    opened = [("facet", facet) for facet in ranked]
    topic = [pair for pair in first if pair[0] == "topic"]
    return [
        [],
        *([pair] for pair in [*first, *middle]),
        *(some[:number] for some in (first, middle) for number in (2, 3, 5, len(VALUES))),
        [(facet, value) for facet, values in ranked.items() if facet == "year" for value in values[:2]],
        *([pair] for pair in opened),
        *([pair, *topic] for pair in opened),
    ]


def differences(page_at: Callable[[str], str], looked_at: Iterable[Chosen]) -> Iterator[tuple[Chosen, int, list[Any]]]:
    """Yield, for each sample, what is chosen, how many numbers its page shows, and those that are wrong.

    `page_at` returns the page at an address of the site.
    """
    counted_once = cache(_counted)  # many pages differ only in the facet itself
    for chosen in looked_at:
        on_page = shown(page_at(f"/en/events/?{urlencode(chosen)}"), chosen)
        truth = {facet: counted_once(facet, _others(facet, chosen)) for facet in {facet for facet, _ in on_page}}
        wrong = [
            (facet, value, number, truth[facet].get(value, 0))
            for (facet, value), number in on_page.items()
            if number != truth[facet].get(value, 0)
        ]
        yield chosen, len(on_page), wrong
