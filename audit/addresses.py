"""Which pages are looked at: one of each kind, shown with records of the audit's own archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

LANGUAGES = {"vi": "", "en": "/en"}


@dataclass(frozen=True)
class Page:
    """A page: what it is called in the table, its address in one language, and what it is expected to answer."""

    name: str
    language: str
    path: str
    kind: str = "any"  # whose marks for bytes and requests hold
    status: int = 200

    @property
    def title(self) -> str:
        """Return what the table calls it."""
        return f"{self.name} ({self.language})"


def pages() -> list[Page]:
    """Return every page in both languages; Django must be set up on the archive."""
    found = []
    for name, path, kind, status in _addresses():
        found += [Page(name, code, prefix + path, kind, status) for code, prefix in LANGUAGES.items()]
    return found


def _addresses() -> Iterator[tuple[str, str, str, int]]:
    from django.db.models import Count, Max  # noqa: PLC0415 - Django is set up by the caller
    from django.urls import NoReverseMatch, reverse  # noqa: PLC0415

    from events.models import Actor, Event, Leader, Occasion, Thread, Topic  # noqa: PLC0415

    def busiest(queryset: Any, counted: str) -> Any:
        return queryset.annotate(counted=Count(counted, distinct=True)).order_by("-counted", "pk").first()

    events = Event.objects.published().annotate(said=Count("commitments")).order_by("-said", "pk")
    longest, usual = events.first(), events[events.count() // 2]
    leader = busiest(Leader.objects.exclude(actor__code="VN"), "participations")
    country = busiest(Actor.objects.exclude(code="VN"), "participations")
    topic = busiest(Topic.objects.all(), "commitments")
    thread = Thread.objects.annotate(newest=Max("passages__commitment")).exclude(newest=None).order_by("pk").first()
    occasion = Occasion.objects.order_by("pk").first()
    pair = [event.slug for event in events.filter(participations__actor=country).distinct()[:2]]
    chosen = [("country", country.code), ("kind", usual.kind.slug if usual and usual.kind else "")]

    def at(name: str, *words: str | int) -> str | None:
        try:
            return reverse(name, args=words).removeprefix("/en")
        except NoReverseMatch:
            return None  # a page that this release does not have yet

    wanted: list[tuple[str, str | None, str]] = [
        ("home", at("home"), "any"),
        ("events", at("events"), "list"),
        ("events, filtered", f"{at('events')}?{urlencode(chosen)}", "list"),
        ("events, searched", f"{at('events')}?{urlencode({'q': 'hop tac'})}", "list"),
        ("event", at("event", usual.slug), "event"),
        ("event, the longest", at("event", longest.slug), "event"),
        ("commitments", at("commitments"), "list"),
        ("commitment", at("commitment", longest.commitments.first().pk), "any"),
        ("leaders", at("leaders"), "list"),
        ("leader", at("leader", leader.slug), "any"),
        ("countries", at("countries"), "list"),
        ("country", at("country", country.code), "any"),
        ("topics", at("topics"), "list"),
        ("topic", at("topic", topic.slug), "any"),
        ("relations", at("relations"), "list"),
        ("relation", at("relation", "-".join(sorted(["VN", country.code], key=lambda code: code != "VN"))), "any"),
        ("compare", f"{at('compare')}?{urlencode([('event', slug) for slug in pair])}", "any"),
        ("thread", at("thread", thread.pk) if thread else None, "any"),
        ("occasion", at("occasion", occasion.pk) if occasion else None, "any"),
        ("timeline", at("timeline"), "any"),
        ("timeline, a year", at("timeline-year", usual.listed_on.year), "any"),
        ("timeline, a month", at("timeline-month", usual.listed_on.year, usual.listed_on.month), "any"),
        ("about", at("about"), "any"),
        ("how to read", at("event-help"), "any"),
        ("how to search", at("search-help"), "any"),
        ("how well it is read", at("commitment-help"), "any"),
        ("how to cite", at("citing-help"), "any"),
        ("privacy", at("privacy"), "any"),
        ("coverage", at("coverage"), "any"),
    ]
    yield from ((name, path, kind, 200) for name, path, kind in wanted if path)
    yield "not there", f"/{leader.slug}/", "any", 404
