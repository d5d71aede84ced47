"""The pictures that links to an event or a commitment are shown with elsewhere."""

from django.http import HttpRequest, HttpResponse

from events.models import Commitment, Event
from events.sharing.card import MEDIA_TYPE, Card, picture_of
from events.sharing.previews import card_of_commitment, card_of_event
from events.views.addresses import at_event_address
from events.views.commitments import at_commitment_number
from events.views.public import public


@public
@at_event_address
def event_card(request: HttpRequest, event: Event) -> HttpResponse:
    """The card of an event."""
    return drawn(card_of_event(event))


@public
@at_commitment_number
def commitment_card(request: HttpRequest, commitment: Commitment) -> HttpResponse:
    """The card of a commitment that stands."""
    return drawn(card_of_commitment(commitment.event, commitment))


def drawn(card: Card) -> HttpResponse:
    """Return the picture; unlike the pages it is there for other sites to show."""
    return HttpResponse(
        picture_of(card),
        content_type=MEDIA_TYPE,
        headers={"Cross-Origin-Resource-Policy": "cross-origin"},
    )
