"""An event's commitments: made once, found again at every later reading so that their numbers last."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import models

from events.anchoring import place, unique_place
from events.history import one_change
from events.models import Commitment, Event, Leader, Participation
from events.reading.facts import Person, Quote, Reading, Span
from events.register import Register
from events.store.changes import Changes

LINKS = ("leaders", "actors", "topics")
SAME_PASSAGE = 0.5  # share of two passages' joint length that must overlap for one to be the other, read anew

# A quote and the character of the event's text where it stands: None where staff edited the text and it does not
# stand there, or stands there more than once.
Placed = tuple[int | None, Quote]


Speakers = Mapping[str, Leader]


def create(event: Event, reading: Reading, parts: Iterable[Participation], register: Register) -> None:
    """Make the commitments of a new event, in which these took part."""
    placed = [(quote.span.start, quote) for quote in reading.commitments]
    _create(event, placed, register, _speakers(parts, reading, register))


def update(event: Event, reading: Reading, register: Register) -> Changes:
    """Bring the commitments to what the file reads now, but for what staff own, keeping each one's number.

    What is read no longer is retired, unless staff have had a hand in it: that is left and reported.
    """
    changes = Changes()
    speakers = _speakers(event.participations.select_related("leader__actor"), reading, register)
    placed = _place(event, reading)
    present = list(event.commitments.select_related("act").prefetch_related(*LINKS))
    for commitment in present:
        commitment.event = event
    pairs = _pair(present, placed)
    found = {id(commitment) for commitment, _ in pairs}
    for commitment in present:
        if id(commitment) not in found:
            _retire(commitment, changes)
    for commitment, read in pairs:
        if commitment.review != Commitment.Review.REJECTED:
            changes += _update(commitment, read, _links(read[1], register, speakers), register)
    taken = {id(read) for _, read in pairs}
    unknown = [read for read in placed if id(read) not in taken]
    new = [(start, quote) for start, quote in unknown if start is not None]
    for start, quote in unknown:
        if start is None:
            changes.leave("commitments", "", quote.quote)
        else:
            changes.written.append(f"new commitment: {quote.quote}")
    _create(event, new, register, speakers)
    return changes


def _place(event: Event, reading: Reading) -> list[Placed]:
    if event.body == reading.body:
        return [(quote.span.start, quote) for quote in reading.commitments]
    return [(unique_place(event.body, quote.quote), quote) for quote in reading.commitments]


def _pair(present: Sequence[Commitment], placed: Sequence[Placed]) -> list[tuple[Commitment, Placed]]:
    """Pair what is kept with what is read: the same words at the same place, the same words, then by overlap."""
    pairs: list[tuple[Commitment, Placed]] = []
    left, read = list(present), list(placed)
    for key_kept, key_read in (
        (lambda c: (c.quote, c.start), lambda p: (p[1].quote, p[0])),
        (lambda c: c.quote, lambda p: p[1].quote),
    ):
        waiting: defaultdict[Any, deque[Commitment]] = defaultdict(deque)
        for commitment in left:
            waiting[key_kept(commitment)].append(commitment)
        unread = []
        for placed_quote in read:
            if same := waiting.get(key_read(placed_quote)):
                pairs.append((same.popleft(), placed_quote))
            else:
                unread.append(placed_quote)
        left, read = [commitment for rest in waiting.values() for commitment in rest], unread
    return pairs + _pair_overlapping(left, read)


def _pair_overlapping(present: Sequence[Commitment], placed: Sequence[Placed]) -> list[tuple[Commitment, Placed]]:
    """Walk along the text once, pairing passages of which more than SAME_PASSAGE is shared."""
    kept = [(Span(c.start, c.end), c) for c in present if c.start is not None and c.end is not None]
    read = [(Span(one[0], one[0] + len(one[1].quote)), one) for one in placed if one[0] is not None]
    kept.sort(key=lambda passage: passage[0].start)
    read.sort(key=lambda passage: passage[0].start)
    pairs, i, j = [], 0, 0
    while i < len(kept) and j < len(read):
        (first, commitment), (second, one) = kept[i], read[j]
        overlap = min(first.end, second.end) - max(first.start, second.start)
        joint = max(first.end, second.end) - min(first.start, second.start)
        if overlap > SAME_PASSAGE * joint:
            pairs.append((commitment, one))
            i, j = i + 1, j + 1
        elif first.end <= second.end:
            i += 1
        else:
            j += 1
    return pairs


def _update(commitment: Commitment, read: Placed, links: Mapping[str, list[Any]], register: Register) -> Changes:
    start, quote = read
    where = f"commitment {commitment.pk}: "
    changes = Changes()
    values = _fields(quote, register) | {"quote": quote.quote}
    if start is not None and not {"quote", "start"} & set(commitment.staff_fields):
        values["start"] = start
    if commitment.review == Commitment.Review.RETIRED:
        values["review"] = Commitment.Review.MACHINE
    changes.apply(commitment, values, where)
    moved = [name for name in LINKS if set(getattr(commitment, name).all()) != set(links[name])]
    mine = [name for name in moved if name not in commitment.staff_fields]
    for name in moved:
        if name not in mine:
            changes.leave(where + name, list(getattr(commitment, name).all()), links[name])
    changes.written += [where + name for name in mine]
    if changes.written:
        with one_change(commitment):
            if start is not None and commitment.start == start and commitment.quote == quote.quote:
                place(commitment, start)
            commitment.save()
            for name in mine:
                getattr(commitment, name).set(links[name])
    return changes


def _retire(commitment: Commitment, changes: Changes) -> None:
    if commitment.review in {Commitment.Review.RETIRED, Commitment.Review.REJECTED}:
        return
    where = f"commitment {commitment.pk}"
    if commitment.staff_fields or commitment.review == Commitment.Review.CONFIRMED:
        if commitment.rule:
            changes.leave(where, commitment.quote, "")
        return
    with one_change(commitment):
        commitment.review = Commitment.Review.RETIRED
        commitment.save(update_fields=["review"])
    changes.written.append(f"{where}: review")


def _fields(quote: Quote, register: Register) -> dict[str, Any]:
    return {
        "speaker": (quote.speaker or "")[:300],
        "cue": (quote.cue or "")[:100],
        "act": register.acts[quote.act],
        "manner": quote.manner,
        "rule": quote.rule[:50],
        "confidence": quote.confidence,
    }


def _speakers(parts: Iterable[Participation], reading: Reading, register: Register) -> Speakers:
    """Return the leader behind each name that a quote gives: who took part, or is quoted through a messenger."""
    speakers = {part.name_printed: part.leader for part in parts}
    for quote in reading.commitments:
        for name in quote.leaders:
            if name not in speakers:
                country = quote.sides[0] if len(quote.sides) == 1 else None
                speakers[name] = register.find_or_propose(Person(name, "", country))
    return speakers


def _links(quote: Quote, register: Register, speakers: Speakers) -> dict[str, list[Any]]:
    return {
        "leaders": list(dict.fromkeys(speakers[name] for name in quote.leaders)),
        "actors": [register.actors[code] for code in quote.sides if code in register.actors],
        "topics": [register.topics[slug] for slug in quote.topics if slug in register.topics],
    }


def _create(event: Event, placed: Sequence[tuple[int, Quote]], register: Register, speakers: Speakers) -> None:
    commitments = []
    for start, quote in placed:
        commitment = Commitment(event=event, quote=quote.quote, **_fields(quote, register))
        commitment.anchor(event.body, event.body_sha256, start)
        commitments.append(commitment)
    Commitment.objects.bulk_create(commitments)
    links = [_links(quote, register, speakers) for _, quote in placed]
    for name in LINKS:
        _link(commitments, name, [linked[name] for linked in links])


def _link(commitments: Sequence[Commitment], name: str, targets: Sequence[list[models.Model]]) -> None:
    """Write one many-to-many relation of many commitments in one statement."""
    relation = getattr(Commitment, name).field
    target_id = f"{relation.m2m_reverse_field_name()}_id"
    through = relation.remote_field.through
    through._default_manager.bulk_create(
        through(commitment_id=commitment.pk, **{target_id: target.pk})
        for commitment, linked in zip(commitments, targets, strict=True)
        for target in linked
    )
