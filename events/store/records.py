"""An event's own fields and who took part."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from events.addresses import free_slug
from events.anchoring import reanchor, refresh_text, text_sha256
from events.editing import PARTICIPATIONS
from events.history import keep_baseline, one_change
from events.models import Event, EventAddress, Participation, Provenance
from events.reading.facts import Reading
from events.reading.folding import fingerprint
from events.register import Register
from events.store.changes import Changes, first_difference

SAME_TEXT = "same-text-as-another"  # flags that the store sets, not the reader
PART_VANISHED = "part-vanished"


def create(reading: Reading, register: Register, known_by: str) -> tuple[Event, list[Participation]]:
    """Return the new event, with its participants and its address; `known_by` is the fingerprint of its text."""
    fields = _fields(reading, register)
    event = Event(
        **fields,
        slug=free_slug(EventAddress, _address_words(reading, register)),
        body=reading.body,
        body_sha256=text_sha256(reading.body),
        fingerprint=known_by,
    )
    Event.objects.bulk_create([event])  # not `save`: history begins with the first change, see `events.history`
    EventAddress.objects.create(slug=event.slug, event=event)
    parts = Participation.objects.bulk_create(_participations(event, reading, register, {}))
    return event, parts


def update(event: Event, reading: Reading, register: Register) -> Changes:
    """Bring the event to what the file reads now, but for what staff own."""
    changes = Changes()
    fields = _fields(reading, register)
    fields["flags"] += [flag for flag in event.flags if flag["code"] == SAME_TEXT]
    changes.apply(event, fields)
    body_moves = event.body != reading.body
    if body_moves and "body" in event.staff_fields:
        changes.leave("body", *first_difference(event.body, reading.body))
        body_moves = False
    if body_moves:
        changes.written.append("body")
    if changes.written:
        with one_change(event):
            if body_moves:
                reanchor(event, reading.body)
                _renew_fingerprint(event)
            refresh_text(event)
            event.save()
    _update_participations(event, reading, register, changes)
    return changes


def flag_vanished(provenance: Provenance) -> bool:
    """Flag the event of a part that its file is no longer read to have; return whether it was not flagged before.

    Another file that holds the same article still gives the event its text.
    """
    event = provenance.event
    if not provenance.is_primary or any(flag["code"] == PART_VANISHED for flag in event.flags):
        return False
    event.flags = [
        *event.flags,
        {"code": PART_VANISHED, "evidence": f"{provenance.source.own_name}, {provenance.part}"},
    ]
    with one_change(event):
        event.save(update_fields=["flags", "updated_at"])
    return True


def _fields(reading: Reading, register: Register) -> dict[str, Any]:
    published = reading.published
    moment = published.value if published and isinstance(published.value, datetime) else None
    return {
        "title": reading.title,
        "title_inferred": reading.title_inferred,
        "kind": register.kinds[reading.kind],
        "starts_on": reading.starts_on,
        "ends_on": reading.ends_on,
        "place": (reading.place or "")[:200],
        "published_on": moment.date() if moment else published.value if published else None,
        "published_at": moment,
        "published_precision": published.precision if published else "",
        "published_origin": published.origin if published else "",
        "outlet": reading.outlet[:200],
        "language": reading.language,
        "flags": [{"code": flag.code, "evidence": flag.evidence} for flag in reading.flags],
    }


def _address_words(reading: Reading, register: Register) -> str:
    day = reading.starts_on or (reading.published.value if reading.published else "")
    people = " ".join(person.name for person in reading.people[:2])
    return f"{str(day)[:10]} {register.kinds[reading.kind].name_vi} {people}"


def _renew_fingerprint(event: Event) -> None:
    """Take the fingerprint of the new text, unless another event has it: staff then see two of one article."""
    new = fingerprint(event.body)
    if Event.objects.filter(fingerprint=new).exclude(pk=event.pk).exists():
        event.flags = [*event.flags, {"code": SAME_TEXT, "evidence": ""}]
    else:
        event.fingerprint = new


def _participations(
    event: Event, reading: Reading, register: Register, known: dict[str, Participation]
) -> list[Participation]:
    """Return the parts that the reading tells of; a name in `known` keeps the leader it was given there."""
    parts: dict[int, Participation] = {}
    for person in reading.people:
        before = known.get(person.name.casefold())
        leader = before.leader if before else register.find_or_propose(person)
        parts.setdefault(
            leader.pk,
            Participation(
                event=event,
                leader=leader,
                actor=register.actors.get(person.country or ""),
                office=register.office_of(leader, reading.starts_on),
                name_printed=person.name[:200],
                office_printed=person.office[:300],
                position=len(parts),
            ),
        )
    return list(parts.values())


def _update_participations(event: Event, reading: Reading, register: Register, changes: Changes) -> None:
    present = {part.leader_id: part for part in event.participations.select_related("leader")}
    known = {part.name_printed.casefold(): part for part in present.values()}
    wanted = {part.leader_id: part for part in _participations(event, reading, register, known)}
    if [_told(part) for part in present.values()] == [_told(part) for part in wanted.values()]:
        return
    if PARTICIPATIONS in event.staff_fields:
        changes.leave(PARTICIPATIONS, list(map(_told, present.values())), list(map(_told, wanted.values())))
        return
    changes.written.append(PARTICIPATIONS)
    keep_baseline(*present.values())
    for leader_id, part in present.items():
        if leader_id not in wanted:
            part.delete()
    for leader_id, part in wanted.items():
        part.pk = present[leader_id].pk if leader_id in present else None
        part.save(force_insert=part.pk is None, force_update=part.pk is not None)


def _told(part: Participation) -> tuple[str, str, str]:
    return (part.name_printed, part.office_printed, part.actor.code if part.actor else "")
