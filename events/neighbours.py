"""What comes before and after an event: among all, and among those between the same two sides."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from events.models import Event
from events.sides import Sides


class Neighbours(NamedTuple):
    """The events before and after, among those that `label` tells; either may be missing."""

    label: str
    earlier: Event | None
    later: Event | None
    are_same_sides: bool = False  # whether they are between the same two sides, also where those are all there is


def neighbours_of(event: Event, sides: Sides) -> list[Neighbours]:
    """Return the neighbours of an event, those between the same sides only where they are others; at most 4 queries."""
    among_all = Neighbours(_("In the archive"), *_around(event))
    found = [among_all]
    if len(sides.actors) == 2:
        earlier, later = _around(event, sides)
        if (earlier, later) == (among_all.earlier, among_all.later):
            found = [among_all._replace(are_same_sides=True)]
        else:
            found.insert(0, Neighbours(_("Between the same sides"), earlier, later, are_same_sides=True))
    return [neighbours for neighbours in found if neighbours.earlier or neighbours.later]


def _around(event: Event, sides: Sides | None = None) -> tuple[Event | None, Event | None]:
    events = Event.objects.published().between(sides.actors if sides else ())
    return events.before(event), events.after(event)
