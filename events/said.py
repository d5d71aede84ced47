"""What is said in an event: its commitments with who says each, about what, and what became of it.

An event has some ten of them, and what Django would prefetch for them took most of the time of its page. States and
topics are few: the catalogue tells which of them these are under. Who takes part in the event is not read again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Model, prefetch_related_objects
from pyroaring import BitMap64

from events.catalogue import THREADED, Catalogue, current
from events.models import Actor, Commitment, Event, Judgement, Leader, Participation, ThreadPassage, Topic
from events.prepared import Prepared

_standing = Prepared(lambda keys: Commitment.objects.standing().filter(event__in=keys).select_related("act"))
_speaking = Prepared(
    lambda keys: Commitment.leaders.through.objects.filter(commitment__in=keys).values_list("commitment", "leader")
)
_judged = Prepared(lambda keys: Judgement.objects.filter(commitment__in=keys))
_named: dict[type[Model], Prepared] = {
    model: Prepared(lambda keys, model=model: model.objects.filter(pk__in=keys).order_by())  # type: ignore[misc]
    for model in (Actor, Leader, Topic)
}

Linked = Mapping[int, Sequence[Any]]  # what each commitment is linked to, in order, by its primary key


def said_in(event: Event, parts: Sequence[Participation]) -> list[Commitment]:
    """Return the standing commitments of a published event, whose `parts` bring along leaders and actors.

    Each has its act, by whom and for whom it is said and what about, the threads that it is in as `in_threads`, and its
    judgements with their authors. Four queries, and one for each of these where there are any: threads, authors of
    judgements, and leaders or states who take no part in the event.
    """
    commitments: list[Commitment] = _standing.records([event.pk])
    if not commitments:
        return []
    catalogue, keys = current(), [commitment.pk for commitment in commitments]
    leaders, actors = _leaders(keys, parts), _actors(catalogue, keys, parts)
    topics, judgements, threads = _topics(catalogue, keys), _judgements(keys), _threads(catalogue, keys)
    for commitment in commitments:
        key = commitment.pk
        commitment.event = event
        commitment.said_by, commitment.said_for = [*leaders.get(key, ())], [*actors.get(key, ())]
        commitment.about = [*topics.get(key, ())]
        # Where Django keeps what was prefetched: `commitment.judgements.all()` then asks no database.
        commitment.__dict__["_prefetched_objects_cache"] = {"judgements": judgements.get(key, [])}
        commitment.in_threads = threads.get(key, [])  # type: ignore[attr-defined]
    return commitments


def _leaders(keys: Sequence[int], parts: Iterable[Participation]) -> Linked:
    links = _speaking(keys)
    leaders = {part.leader_id: part.leader for part in parts}
    leaders |= _records(Leader, {leader for _, leader in links} - leaders.keys())
    found = defaultdict(list)
    for commitment, leader in links:
        found[commitment].append(leaders[leader])
    return {key: sorted(those, key=lambda leader: (leader.name, leader.pk)) for key, those in found.items()}


def _actors(catalogue: Catalogue, keys: Sequence[int], parts: Iterable[Participation]) -> Linked:
    found = _under(catalogue, "country", keys)
    actors = {part.actor.pk: part.actor for part in parts if part.actor}
    actors |= _records(Actor, {actor for those in found.values() for actor in those} - actors.keys())
    return {key: sorted((actors[a] for a in those if a in actors), key=_code) for key, those in found.items()}


def _topics(catalogue: Catalogue, keys: Sequence[int]) -> Linked:
    found = _under(catalogue, "topic", keys)
    topics = _records(Topic, {topic for those in found.values() for topic in those})
    return {key: sorted((topics[t] for t in those if t in topics), key=_place) for key, those in found.items()}


def _under(catalogue: Catalogue, facet: str, keys: Sequence[int]) -> dict[int, list[int]]:
    """Return by commitment the values of the facet that it is under."""
    found: dict[int, list[Any]] = defaultdict(list)
    for value, rows in catalogue.commitments.parted(facet, BitMap64(keys)).items():
        for key in rows:
            found[key].append(value)
    return found


def _threads(catalogue: Catalogue, keys: Sequence[int]) -> Linked:
    threaded = catalogue.commitments.under(THREADED, [""]) & BitMap64(keys)
    if not threaded:
        return {}
    live = ThreadPassage.objects.live().filter(commitment__in=list(threaded)).select_related("thread").order_by()
    return {passage.commitment_id: [passage] for passage in live}  # it stands in one at most


def _judgements(keys: Sequence[int]) -> Linked:
    found = defaultdict(list)
    judgements: list[Judgement] = _judged.records(keys)
    prefetch_related_objects(judgements, "author")
    for judgement in judgements:
        found[judgement.commitment_id].append(judgement)
    return found  # type: ignore[return-value]  # each of these is of a commitment


def _records(model: type[Model], keys: Iterable[int]) -> dict[int, Any]:
    return {record.pk: record for record in _named[model].records(keys)}


def _code(actor: Actor) -> str:
    return actor.code


def _place(topic: Topic) -> tuple[int, str]:
    return topic.position, topic.slug
