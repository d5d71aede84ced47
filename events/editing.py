"""What staff do to records, wherever they do it: owning fields, handing them back, reviewing, publishing.

A field that staff changed is theirs (`staff_fields`): a re-read reports what it would have written and leaves it.
Whoever confirms a record vouches for all that was read, so all of it becomes theirs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.core.exceptions import FieldDoesNotExist
from django.db import transaction
from django.utils import timezone
from django.utils.text import capfirst

from events.history import one_change
from events.indexing import reindex
from events.models import Commitment, Event
from events.querysets import STANDING

PARTICIPATIONS = "participations"  # the list of those who took part is owned as a whole
DAYS = ("starts_on", "ends_on")
PUBLICATION = ("published_on", "published_at", "published_precision", "published_origin")
READ_OF_EVENT = (
    "title",
    "title_inferred",
    "kind",
    *DAYS,
    "place",
    *PUBLICATION,
    "outlet",
    "language",
    "body",
    PARTICIPATIONS,
)
ANCHOR = ("quote", "start")  # the passage and where it stands are one statement
READ_OF_COMMITMENT = (*ANCHOR, "speaker", "cue", "act", "leaders", "actors", "topics", "manner")


def fields_read(record: Event | Commitment) -> tuple[str, ...]:
    """Return the names of the fields that a reading writes and staff may own."""
    return READ_OF_EVENT if isinstance(record, Event) else READ_OF_COMMITMENT


def own(record: Event | Commitment, changed: Collection[str]) -> None:
    """Note as staff's the fields that they changed, all of them in a record that they confirmed; the caller saves."""
    fields = {field for field in fields_read(record) if field in changed or record.review == record.Review.CONFIRMED}
    for whole in (ANCHOR, DAYS, PUBLICATION):
        if fields.intersection(whole):
            fields.update(name for name in whole if name in fields_read(record))
    record.take_over(fields)


def hand_back(record: Event | Commitment, fields: Collection[str]) -> None:
    """Let the next reading write these fields again; the caller saves. Nobody vouches for the record any more."""
    if not fields:
        return
    record.staff_fields = [name for name in record.staff_fields if name not in fields]
    if record.review == record.Review.CONFIRMED:
        record.review = record.Review.MACHINE


def field_label(record: Event | Commitment | type[Event | Commitment], name: str) -> str:
    """Return the name of a field, or of `participations`, in the language of the page."""
    try:
        field = record._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    if field.is_relation and field.auto_created:
        return capfirst(str(field.related_model._meta.verbose_name_plural))  # type: ignore[union-attr]
    return capfirst(str(field.verbose_name))  # type: ignore[union-attr]


@transaction.atomic
def review_commitments(commitments: Iterable[Commitment], review: Commitment.Review) -> list[Commitment]:
    """Confirm or reject; return those left as they were because there is nothing to stand by.

    That is a commitment to be confirmed whose passage is not in the text, or belongs to another one.
    """
    refused, changed = [], set()
    for commitment in commitments:
        if review in STANDING and not _may_stand(commitment):
            refused.append(commitment)
        elif commitment.review != review:
            commitment.review = review
            own(commitment, ())
            with one_change(commitment):
                commitment.save(update_fields=["review", "staff_fields"])
            changed.add(commitment.event_id)
    touch(*changed)
    return refused


def confirm_events(events: Iterable[Event]) -> int:
    """Vouch for what was read of these events, not for their commitments; return how many were not yet confirmed."""
    changed = [event for event in events if event.review != Event.Review.CONFIRMED]
    for event in changed:
        event.review = Event.Review.CONFIRMED
        own(event, ())
    return _save_events(changed, ["review", "staff_fields"])


def set_status(events: Iterable[Event], status: Event.Status) -> int:
    """Publish, withdraw or put back to draft; return how many events had another status."""
    changed = [event for event in events if event.status != status]
    for event in changed:
        event.status = status
    return _save_events(changed, ["status"])


def touch(*events: int) -> None:
    """Note that something that belongs to the events, given by their keys, has changed now; last in the transaction."""
    if events:
        Event.objects.filter(pk__in=events).update(updated_at=timezone.now())
        reindex(events)


def _may_stand(commitment: Commitment) -> bool:
    if commitment.start is None:
        return False
    same = Commitment.objects.standing().filter(event=commitment.event_id, start=commitment.start, end=commitment.end)
    return not same.exclude(pk=commitment.pk).exists()


@transaction.atomic
def _save_events(events: list[Event], fields: list[str]) -> int:
    with one_change(*events):
        for event in events:
            event.save(update_fields=[*fields, "updated_at"])
    if events:
        reindex(event.pk for event in events)
    return len(events)
