"""What the archive knows by name: its vocabulary, its actors and its leaders, and the proposal of new leaders."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from django.db.models import prefetch_related_objects

from events.addresses import free_slug
from events.models import Act, Actor, EventKind, Leader, LeaderAddress, LeaderAlias, Office, Topic
from events.reading.facts import Person


class Register:
    """Names of leaders in memory for the length of one import.

    A name finds a leader where it is the same word for word (case aside) and nothing speaks against the country;
    accents count, since *Lê Hoa* and *Lê Hòa* are two people. Where several fit, none is taken. After a transaction
    that was rolled back, make a new register: this one may know people who are not in the database.
    """

    def __init__(self) -> None:
        self.actors = {actor.code: actor for actor in Actor.objects.all()}
        self.kinds = {kind.slug: kind for kind in EventKind.objects.all()}
        self.acts = {act.slug: act for act in Act.objects.all()}
        self.topics = {topic.slug: topic for topic in Topic.objects.all()}
        self._by_name: dict[str, list[Leader]] = defaultdict(list)
        leaders = {leader.pk: leader for leader in Leader.objects.select_related("actor").prefetch_related("offices")}
        for leader in leaders.values():
            self._note(leader, leader.name, leader.name_latin)
        for leader_id, name in LeaderAlias.objects.values_list("leader_id", "name"):
            self._note(leaders[leader_id], name)

    def find(self, person: Person) -> Leader | None:
        """Return the one leader who bears the person's name and may be of the country, else None."""
        named = self._by_name.get(person.name.casefold(), ())
        exact = [leader for leader in named if leader.actor is not None and leader.actor.code == person.country]
        fitting = exact or [leader for leader in named if person.country is None or leader.actor is None]
        return fitting[0] if len(fitting) == 1 else None

    def find_or_propose(self, person: Person) -> Leader:
        """Return the known leader, or a new one that staff are asked to confirm."""
        return self.find(person) or self._propose(person)

    def office_of(self, leader: Leader, day: date | None) -> Office | None:
        """Return the office that the leader held on the day, where the archive knows it."""
        return leader.office_on(day) if day else None

    def _propose(self, person: Person) -> Leader:
        actor = self.actors.get(person.country or "")
        slug = free_slug(LeaderAddress, person.name)
        leader = Leader(slug=slug, name=person.name[:200], actor=actor)
        Leader.objects.bulk_create([leader])  # not `save`: history begins with the first change
        LeaderAddress.objects.create(slug=slug, leader=leader)
        prefetch_related_objects([leader], "offices")
        self._note(leader, leader.name)
        return leader

    def _note(self, leader: Leader, *names: str) -> None:
        for name in {name.casefold() for name in names if name}:
            self._by_name[name].append(leader)
