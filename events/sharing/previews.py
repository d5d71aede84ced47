"""What is shown of a page where someone shares a link to it: title, a sentence, a picture."""

from typing import NamedTuple

from django.conf import settings
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from events.links import link_to
from events.models import Commitment, Event
from events.rendering.days import happened
from events.sharing.card import Card
from events.sharing.citations import who_says

TITLE = 110  # characters; sites that show previews cut longer ones


class Preview(NamedTuple):
    """The words of a preview and the path of its picture; `alternative` says what is to be seen in it."""

    title: str
    description: str
    picture: str
    alternative: str


def preview_of(event: Event, commitment: Commitment | None = None) -> Preview:
    """Return the preview of an event, or of one of its commitments."""
    day = happened(event)
    if commitment is None:
        facts = " · ".join(filter(None, [day, event.kind.name, event.place, event.outlet]))
        return Preview(event.title, facts, link_to("event-card", event.slug), event.title)
    said = _said(commitment)
    return Preview(
        f"“{Truncator(commitment.quote).chars(TITLE)}”",
        f"{said} · {day} · {event.title}",
        link_to("commitment-card", commitment.pk),
        f"{said}: “{commitment.quote}”",
    )


def card_of_event(event: Event) -> Card:
    """Return what is written on the card of an event: its title."""
    by = " · ".join(filter(None, [event.kind.name, event.place, event.outlet]))
    return Card(event.title, by, happened(event), str(settings.SITE_NAME), is_quote=False)


def card_of_commitment(event: Event, commitment: Commitment) -> Card:
    """Return what is written on the card of a commitment: its quote."""
    day = f"{event.kind.name} · {happened(event)}"
    return Card(commitment.quote, _said(commitment), day, str(settings.SITE_NAME))


def _said(commitment: Commitment) -> str:
    return _("%(who)s (%(act)s)") % {"who": who_says(commitment), "act": commitment.act.name}
