"""Small invented records for tests: nobody here exists, and no such call was ever made.

What these functions make, readers can see. A test that changes rows after it asked for a page calls `reindex`.
"""

import hashlib
from datetime import date

from django.db import transaction
from django.utils.text import slugify

from events.indexing import reindex
from events.models import (
    Act,
    Actor,
    Commitment,
    Event,
    EventAddress,
    EventKind,
    Leader,
    LeaderAddress,
    Participation,
    Topic,
)
from events.reading.folding import fingerprint, fold

BODY = "Hai bên nhất trí mở thêm một tuyến đường sắt.\n\nÔng Thử Nghiệm đề nghị mở rộng thương mại."


@transaction.atomic
def _a_term(model, **fields):
    """The row with the first of the fields, made where it is missing."""
    key = next(iter(fields))
    row, is_new = model.objects.get_or_create(**{key: fields.pop(key)}, defaults=fields)
    if is_new:
        reindex()
    return row


def a_kind(slug="phone-call", vi="Điện đàm", en="Phone call"):
    return _a_term(EventKind, slug=slug, name_vi=vi, name_en=en)


def an_act(slug="agree", vi="nhất trí", en="agree"):
    return _a_term(Act, slug=slug, name_vi=vi, name_en=en)


def a_topic(slug="transport", vi="Giao thông", en="Transport"):
    return _a_term(Topic, slug=slug, name_vi=vi, name_en=en)


def an_actor(code="VN", vi="Việt Nam", en="Viet Nam"):
    return _a_term(Actor, code=code, name_vi=vi, name_en=en)


@transaction.atomic
def a_leader(name="Lê Thử Nghiệm", actor=None, **fields):
    slug = slugify(fold(name))
    leader = Leader.objects.filter(slug=slug).first()
    if leader is None:
        leader = Leader.objects.create(slug=slug, name=name, actor=actor or an_actor(), **fields)
        LeaderAddress.objects.create(slug=slug, leader=leader)
        reindex()
    return leader


@transaction.atomic
def an_event(slug="2031-01-02-thu", day=date(2031, 1, 2), leaders=(), title="Cuộc điện đàm thử", body=BODY, **fields):
    """An event of one day; `leaders` take part, each with the office "Thủ tướng"."""
    event = Event.objects.create(
        **{
            "slug": slug,
            "title": title,
            "kind": fields.pop("kind", None) or a_kind(),
            "starts_on": day,
            "ends_on": day,
            "language": "vi",
            "body": body,
            "body_sha256": hashlib.sha256(body.encode()).hexdigest(),
            "fingerprint": fingerprint(body + slug),
        }
        | fields
    )
    EventAddress.objects.create(slug=slug, event=event)
    for position, leader in enumerate(leaders):
        Participation.objects.create(
            event=event,
            leader=leader,
            actor=leader.actor,
            name_printed=leader.name,
            office_printed="Thủ tướng",
            position=position,
        )
    reindex([event.pk])
    return event


@transaction.atomic
def a_commitment(event, quote, act=None, leaders=(), actors=(), topics=(), **fields):
    """A commitment anchored where `quote` first stands in the event's text."""
    commitment = Commitment(event=event, quote=quote, act=act or an_act(), **fields)
    commitment.anchor(event.body, event.body_sha256, event.body.index(quote))
    commitment.save()
    commitment.leaders.set(leaders)
    commitment.actors.set(actors)
    commitment.topics.set(topics)
    reindex([event.pk])
    return commitment


def an_archive(number):
    """`number` events of different days, kinds and people, each but the third, sixth … with two commitments."""
    kinds = [a_kind(), a_kind("talks", "Hội đàm", "Talks")]
    leaders = [a_leader("Lê Minh"), a_leader("Trần Hoa"), a_leader("Anna Thử", actor=an_actor("XA", "Nước A", "A"))]
    topics = [a_topic(), a_topic("trade", "Thương mại", "Trade"), a_topic("culture", "Văn hóa", "Culture")]
    acts = [an_act(), an_act("propose", "đề nghị", "propose")]
    events = []
    for i in range(number):
        event = an_event(
            f"event-{i}",
            day=None if i % 7 == 6 else date(2030 + i % 3, 1 + i % 12, 1),
            leaders=leaders[i % 3 :] if i % 2 else leaders[: 1 + i % 3],
            kind=kinds[i % 2],
        )
        if i % 3 != 2:
            said = {"leaders": leaders[i % 2 : 2], "actors": [leaders[i % 3].actor]}
            a_commitment(event, "mở thêm một tuyến đường sắt", act=acts[0], topics=topics[: i % 4], **said)
            a_commitment(event, "mở rộng thương mại", act=acts[1], topics=topics[i % 3 :], **said)
        events.append(event)
    return events
