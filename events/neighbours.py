"""What comes before and after an event: among all, and among those between the same two sides."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from events.catalogue import current
from events.models import Event
from events.prepared import Prepared
from events.sides import Sides

_brief = Prepared(lambda keys: Event.objects.in_brief().filter(pk__in=keys).order_by())


class Neighbours(NamedTuple):
    """The events before and after, among those that `label` tells; either may be missing."""

    label: str
    earlier: Event | None
    later: Event | None
    are_same_sides: bool = False  # whether they are between the same two sides, also where those are all there is


def neighbours_of(event: Event, sides: Sides) -> list[Neighbours]:
    """Return the neighbours of an event, those between the same sides only where they are others; one query."""
    holdings, day = current().events, event.listed_on.toordinal()
    around = [holdings.beside(event.pk, day, holdings.keys)]
    pair = sorted(actor.pk for actor in sides.actors)
    if len(pair) == 2:
        around.insert(0, holdings.beside(event.pk, day, holdings.under("pair", [tuple(pair)])))
    shown = {event.pk: event for event in _brief.records({key for keys in around for key in keys if key})}
    labels = [_("Between the same sides"), _("In the archive")][-len(around) :]
    found = [
        Neighbours(label, shown.get(earlier or 0), shown.get(later or 0))
        for label, (earlier, later) in zip(labels, around, strict=True)
    ]
    if len(pair) == 2:
        same, among_all = found
        are_all = around[0] == around[1]
        found = [(among_all if are_all else same)._replace(are_same_sides=True), *([] if are_all else [among_all])]
    return [neighbours for neighbours in found if neighbours.earlier or neighbours.later]
