"""Two to four events laid side by side: who named which topic, and how the words about it changed.

The newest event is the one asked about; topics are told by whether it names them and whether an earlier one did.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from operator import attrgetter

from events.following.differences import Part, differences
from events.following.likeness import likeness
from events.models import Commitment, Event, Topic

MOST_PAIRED = 60  # passages on one topic of one event that are compared with another's; the others stand by themselves
ALIKE = 0.3  # likeness below which two passages on a topic are not laid side by side; docs/following.md


class Group(StrEnum):
    """Whether the newest text names a topic, and whether an earlier one does."""

    AGAIN = "again"
    NEW = "new"
    ABSENT = "absent"


@dataclass(frozen=True)
class Pair:
    """A passage and its later wording; one of them is missing where nothing alike was found."""

    older: Commitment | None
    newer: Commitment | None
    likeness: float = 0.0

    @cached_property
    def parts(self) -> list[Part]:
        """What was kept, removed and added; nothing where there is only one passage."""
        return differences(self.older.quote, self.newer.quote) if self.older and self.newer else []

    @property
    def is_unchanged(self) -> bool:
        """Whether the words are the same."""
        return len(self.parts) == 1 and self.parts[0].change == "kept"

    @property
    def has_other_act(self) -> bool:
        """Whether the same was said by another act: asked for, then agreed."""
        return bool(self.older and self.newer and self.older.act_id != self.newer.act_id)


@dataclass(frozen=True)
class Step:
    """What two events say on a topic, the one after the other."""

    older: Event
    newer: Event
    pairs: list[Pair]


@dataclass(frozen=True)
class Row:
    """A topic, and what each event says on it; `topic` is None for what is about none."""

    topic: Topic | None
    group: Group | None
    cells: list[list[Commitment]]
    steps: list[Step] = field(default_factory=list)
    alone: list[tuple[Event, Commitment]] = field(
        default_factory=list
    )  # the passages, where there is nothing beside them

    @property
    def anchor(self) -> str:
        """The id of the row's section in a page."""
        return f"topic-{self.topic.slug}" if self.topic else "no-topic"


@dataclass(frozen=True)
class Comparison:
    """Events, oldest first, and the topics that at least one of them names, in the vocabulary's order."""

    events: list[Event]
    rows: list[Row]

    def _in(self, group: Group) -> list[Row]:
        return [row for row in self.rows if row.group == group]

    @property
    def again(self) -> list[Row]:
        """Topics in the newest text and in an earlier one."""
        return self._in(Group.AGAIN)

    @property
    def new(self) -> list[Row]:
        """Topics in the newest text alone."""
        return self._in(Group.NEW)

    @property
    def absent(self) -> list[Row]:
        """Topics of an earlier text that the newest does not name."""
        return self._in(Group.ABSENT)

    @property
    def newest(self) -> Event:
        """The event that is asked about."""
        return self.events[-1]

    @property
    def earlier(self) -> list[Event]:
        """Those it is compared with."""
        return self.events[:-1]


def compare(said: Iterable[tuple[Event, Sequence[Commitment]]]) -> Comparison:
    """Return the comparison of events, each with its commitments, oldest first; makes no query but for their topics."""
    texts = list(said)
    events = [event for event, _ in texts]
    by_topic: dict[Topic | None, list[list[Commitment]]] = defaultdict(lambda: [[] for _ in texts])
    for place, (_event, commitments) in enumerate(texts):
        for commitment in commitments:
            about: list[Topic | None] = [*commitment.about]
            for topic in about or [None]:
                by_topic[topic][place].append(commitment)
    known = sorted(filter(None, by_topic), key=attrgetter("position", "slug"))
    order: list[Topic | None] = [*known, *([None] if None in by_topic else [])]
    return Comparison(events, [_row(topic, events, by_topic[topic]) for topic in order])


def _row(topic: Topic | None, events: list[Event], cells: list[list[Commitment]]) -> Row:
    spoken = [(event, cell) for event, cell in zip(events, cells, strict=True) if cell]
    steps = [
        Step(older, newer, paired(old_cell, new_cell))
        for (older, old_cell), (newer, new_cell) in pairwise(spoken)
        if topic
    ]
    alone = [] if steps else [(event, commitment) for event, cell in spoken for commitment in cell]
    return Row(topic, _group(cells) if topic else None, cells, steps, alone)


def _group(cells: list[list[Commitment]]) -> Group:
    if not cells[-1]:
        return Group.ABSENT
    return Group.AGAIN if any(cells[:-1]) else Group.NEW


def paired(older: Sequence[Commitment], newer: Sequence[Commitment], least: float = ALIKE) -> list[Pair]:
    """Return the passages in pairs, the most alike first, then those of the newer, then those of the older left alone.

    Each passage is in one pair. Takes time by the product of the two numbers, which `MOST_PAIRED` bounds.
    """
    scores = [
        (likeness(old.quote, new.quote), -place, -new_place, old, new)
        for place, old in enumerate(older[:MOST_PAIRED])
        for new_place, new in enumerate(newer[:MOST_PAIRED])
    ]
    pairs: list[Pair] = []
    taken: set[int] = set()
    for score, _, _, old, new in sorted(scores, key=lambda found: found[:3], reverse=True):
        if score >= least and old.pk not in taken and new.pk not in taken:
            taken |= {old.pk, new.pk}
            pairs.append(Pair(old, new, score))
    pairs += [Pair(None, new) for new in newer if new.pk not in taken]
    return pairs + [Pair(old, None) for old in older if old.pk not in taken]
