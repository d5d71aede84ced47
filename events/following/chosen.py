"""Which events an address asks to lay side by side, what of it cannot be done, and what can be done instead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from pyroaring import BitMap64

from events.catalogue import current
from events.models import Actor, Commitment, Event, EventAddress
from events.selection import EventRow, listed
from events.selection.problems import shown

LEAST, MOST = 2, 4  # events that a page can lay side by side and a reader can hold
MOST_ASKED = 50  # slugs of an address that are looked up
MOST_NAMED = 3  # slugs that are told one by one as unknown
MOST_OFFERED = 20  # events that are offered to choose from

_SLUG = re.compile(r"[-\w]{1,200}", re.ASCII)


class Offer(NamedTuple):
    """An event that may be chosen, and whether it is chosen already."""

    event: EventRow
    is_chosen: bool


class ChosenEvents:
    """The published events that stand, or once stood, at the slugs; at most four queries, whatever is asked."""

    def __init__(self, asked: Sequence[str]) -> None:
        self._asked = [slug.strip() for slug in asked if slug.strip()]

    @cached_property
    def _found(self) -> dict[str, Event]:
        """The events that readers may know of, by the slug asked for."""
        slugs = [slug for slug in dict.fromkeys(self._asked[:MOST_ASKED]) if _SLUG.fullmatch(slug)]
        if not slugs:
            return {}
        known = Event.objects.exclude(status=Event.Status.DRAFT).select_related("kind").defer("body")
        at = dict(EventAddress.objects.filter(slug__in=slugs).values_list("slug", "event"))
        events = known.prefetch_related("participations__actor").in_bulk(set(at.values()))
        return {slug: events[at[slug]] for slug in slugs if at.get(slug) in events}

    @cached_property
    def all(self) -> list[Event]:
        """Every published event that was asked for, once, the oldest first."""
        events = {event.pk: event for event in self._found.values() if event.status == Event.Status.PUBLISHED}
        return sorted(events.values(), key=lambda event: (event.listed_on, event.pk))

    @property
    def is_comparable(self) -> bool:
        """Whether there are as many as can be laid side by side."""
        return LEAST <= len(self.all) <= MOST

    @property
    def query_with_page(self) -> str:
        """The address of this choice, the same for the same events."""
        return address_of(self.all) if self.all else ""

    @property
    def problems(self) -> list[str]:
        """Sentences about what was left out, and about what keeps the events from being compared."""
        return [*self._left_out(), *self._number()]

    def _left_out(self) -> list[str]:
        asked = self._asked[:MOST_ASKED]
        unknown = [slug for slug in dict.fromkeys(asked) if slug not in self._found]
        problems = [_("There is no event at “%(slug)s”.") % {"slug": shown(slug)} for slug in unknown[:MOST_NAMED]]
        if more := len(unknown[MOST_NAMED:]) + len(self._asked[MOST_ASKED:]):
            problems.append(
                ngettext("%(count)s more was left out.", "%(count)s more were left out.", more) % {"count": more}
            )
        withdrawn = {event for event in self._found.values() if event.status == Event.Status.WITHDRAWN}
        if withdrawn:
            problems.append(
                ngettext(
                    "%(count)s event was withdrawn from the archive and is not compared.",
                    "%(count)s events were withdrawn from the archive and are not compared.",
                    len(withdrawn),
                )
                % {"count": len(withdrawn)}
            )
        if len([slug for slug in asked if slug in self._found]) > len(set(self._found.values())):
            problems.append(_("An event that was chosen twice counts once."))
        return problems

    def _number(self) -> list[str]:
        if len(self.all) == 1:
            return [_("A comparison needs a second event: choose one below.")]
        if len(self.all) > MOST:
            return [
                _("%(count)s events were chosen; up to %(most)s fit side by side. Choose among them below.")
                % {"count": len(self.all), "most": MOST}
            ]
        return []

    def said(self) -> list[tuple[Event, list[Commitment]]]:
        """Return the events with their standing commitments in the order of the text; four queries."""
        by_event: dict[int, list[Commitment]] = {event.pk: [] for event in self.all}
        for commitment in Commitment.objects.standing().filter(event__in=self.all).oldest_first().with_facts():
            by_event[commitment.event_id].append(commitment)
        return [(event, by_event[event.pk]) for event in self.all]

    @property
    def sides_in_common(self) -> list[Actor]:
        """The actors that take part in every one of the events."""
        actors = [{part.actor: None for part in event.participations.all() if part.actor} for event in self.all]
        return [actor for actor in actors[0] if all(actor in others for others in actors)] if actors else []

    def offers(self) -> list[Offer]:
        """Return events to choose from: those chosen, where they are too many, else others between the same sides."""
        chosen = [event.pk for event in self.all]
        if len(chosen) > MOST:
            return [Offer(event, place < MOST) for place, event in enumerate(reversed(listed(chosen)))]
        holdings = current().events
        others = holdings.keys - BitMap64(chosen)
        for actor in self.sides_in_common:
            others = others & holdings.under("country", [actor.pk])
        newest = holdings.newest(others, MOST_OFFERED)
        return [Offer(event, event.pk in chosen) for event in listed([*chosen, *newest])]


def address_of(events: Sequence[Event]) -> str:
    """Return the query string that asks for these events."""
    return f"?{urlencode([('event', event.slug) for event in events])}"
