"""How an event or a commitment is cited: one line of plain text in each language, with a permanent address."""

from collections.abc import Sequence
from typing import NamedTuple

from django.conf import settings
from django.utils.translation import gettext as _

from events import edition
from events.models import Commitment, Event
from events.rendering.days import day, happened, published


class Citation(NamedTuple):
    """A line to be copied, and the language of the words around what is quoted."""

    language: str
    text: str


def who_says(commitment: Commitment) -> str:
    """Return the names of the leaders who say it, else of the sides, else what the article prints.

    Makes no query where leaders and actors are fetched already.
    """
    names = [leader.display_name for leader in commitment.said_by]
    names = names or [actor.name for actor in commitment.said_for]
    return ", ".join(names) or commitment.speaker or _("Speaker not known")


def cite_event(event: Event, origin: str) -> list[Citation]:
    """Return the event's citation in each language, that of the archive first; `origin` is "https://host"."""
    cited = []
    for language, _name in settings.LANGUAGES:
        with edition.made_in(language):
            line = _("“%(title)s”, %(source)s. %(archive)s, %(address)s") % {
                **_place(event),
                "address": origin + event.get_absolute_url(),
            }
            cited.append(Citation(language, line))
    return cited


def cite_commitments(event: Event, commitments: Sequence[Commitment], origin: str) -> dict[int, list[Citation]]:
    """Return, by number, the citations of the event's commitments; what the machine read says so."""
    cited: dict[int, list[Citation]] = {commitment.pk: [] for commitment in commitments}
    for language, _name in settings.LANGUAGES:
        with edition.made_in(language):
            line, machine_read, place = _line(), _("machine-read"), _place(event)
            for commitment in commitments:
                is_confirmed = commitment.review == Commitment.Review.CONFIRMED
                told = place | {
                    "who": who_says(commitment),
                    "act": commitment.act.name,
                    "quote": commitment.quote,
                    "number": f"{commitment.pk}" if is_confirmed else f"{commitment.pk} ({machine_read})",
                    "address": origin + commitment.get_absolute_url(),
                }
                cited[commitment.pk].append(Citation(language, line % told))
    return cited


def _line() -> str:
    return _(
        "%(who)s (%(act)s): “%(quote)s”, in “%(title)s”, %(source)s. "
        "%(archive)s, commitment No. %(number)s, %(address)s"
    )


def _place(event: Event) -> dict[str, str]:
    """Return what the citations of an event and of its commitments have in common."""
    return {"title": event.title, "source": _source(event), "archive": str(settings.SITE_NAME)}


def _source(event: Event) -> str:
    """Return where and on which day the article came out; the day of the event where no other is known."""
    if event.published_at or event.published_on:
        is_month = event.published_precision == Event.Precision.MONTH
        when = published(event) if is_month else day(event.published_at or event.published_on)
    else:
        when = happened(event)
    return f"{event.outlet}, {when}" if event.outlet else when
