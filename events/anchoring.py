"""Where a quote stands in a text, and what becomes of anchors when the text changes. Exact or not at all."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable

from events.history import keep_baseline, one_change
from events.models import Commitment, Event
from events.querysets import STANDING
from events.reading.facts import Span


def text_sha256(text: str) -> str:
    """Return the SHA-256, in hex, of the text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def places(body: str, quote: str) -> list[int]:
    """Return the first character of each place where the quote stands, overlapping ones too; none for no quote."""
    if not quote:
        return []
    return [match.start() for match in re.finditer(f"(?={re.escape(quote)})", body)]


def unique_place(body: str, quote: str) -> int | None:
    """Return where the quote stands if it stands once, else None."""
    found = places(body, quote)
    return found[0] if len(found) == 1 else None


def place_but_for_spaces(body: str, quote: str) -> Span | None:
    """Return the one passage that has the words of the quote between other white space, else None."""
    words = quote.split()
    if not words:
        return None
    found = list(re.finditer(r"\s+".join(map(re.escape, words)), body))
    return Span(*found[0].span()) if len(found) == 1 else None


def new_places(commitments: Iterable[Commitment], body: str) -> dict[int, int | None]:
    """Return, by commitment's key, where each stands in the text, None where that cannot be told for certain.

    A quote that stands several times is told by the text kept on both sides of it, word for word. Of standing
    commitments that come to lie on one passage only the first keeps it.
    """
    found: dict[int, int | None] = {}
    taken: set[tuple[int, str]] = set()
    for commitment in commitments:
        start = unique_place(body, commitment.quote)
        if start is None:
            start = _place_in_context(body, commitment)
        if start is not None and commitment.review in STANDING:
            if (start, commitment.quote) in taken:
                start = None
            else:
                taken.add((start, commitment.quote))
        found[commitment.pk] = start
    return found


def refresh_text(event: Event) -> None:
    """Bring the checksum up to the text; the caller saves."""
    event.body_sha256 = text_sha256(event.body)


def place(commitment: Commitment, start: int) -> None:
    """Anchor the quote at a character of its event's text; the caller saves."""
    event = commitment.event
    commitment.anchor(event.body, event.body_sha256, start)


def reanchor(event: Event, new_body: str, leave: Collection[int] = ()) -> list[Commitment]:
    """Give the event a new text and move its commitments with it; return those that lost their place.

    The event is changed in memory, for the caller to save; its commitments are saved here, with their history.
    Those whose keys are in `leave` only let go of their place: the caller anchors and saves them.
    """
    event.body = new_body
    refresh_text(event)
    commitments = list(event.commitments.all())
    keep_baseline(*commitments)
    staying = [commitment for commitment in commitments if commitment.pk not in leave]
    had_place = {commitment.pk: commitment.start for commitment in commitments}
    # One after another, a commitment may come to lie where the next one still is: first all let go.
    event.commitments.update(start=None, end=None)
    for commitment in staying:
        commitment.event = event
    found = new_places(staying, new_body)
    for commitment in staying:
        start = found[commitment.pk]
        if start is None:
            commitment.start = commitment.end = None
        else:
            place(commitment, start)
    moved = [commitment for commitment in staying if commitment.start != had_place[commitment.pk]]
    with one_change(*moved):
        Commitment.objects.bulk_update(staying, ["start", "end", "before", "after", "body_sha256"])
    return [commitment for commitment in moved if commitment.start is None and commitment.review in STANDING]


def _place_in_context(body: str, commitment: Commitment) -> int | None:
    start = unique_place(body, f"{commitment.before}{commitment.quote}{commitment.after}")
    return None if start is None else start + len(commitment.before)
