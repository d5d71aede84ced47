"""Threads: the same undertaking through the events of the same sides, as the machine proposes it.

A passage goes on with an earlier one where both are on a topic, in events between exactly the same sides, and their
words are alike. Each goes on with one at most, the most alike first. What staff have parted is never proposed again,
and what stands in a thread stays there: a later run only adds.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db import transaction

from events.catalogue import DAY, THREADED, current
from events.following.differences import Part, differences
from events.following.likeness import likeness, shared_words
from events.indexing import reindex
from events.models import Commitment, Event, Participation, Thread, ThreadPassage, Topic
from events.selection.order import commitments, stretches

ALIKE = 0.45  # docs/following.md: chosen on the gold set, for few wrong links
WINDOW = 6  # earlier events of the same sides in which a passage's forerunner is looked for
MOST_WORDS_SHOWN = 5  # runs of shared words that are kept as a link's reason


@dataclass(frozen=True)
class Link:
    """A passage that goes on with an earlier one."""

    older: Commitment
    newer: Commitment
    score: float


@dataclass
class Proposed:
    """How many threads were begun, and how many passages were added to threads."""

    threads: int = 0
    passages: int = 0


@dataclass
class _Known:
    """What stands already: the thread of each commitment, which another goes on with, and what staff have parted."""

    thread_of: dict[int, int] = field(default_factory=dict)
    continued: set[int] = field(default_factory=set)
    rows: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))  # by thread, rejected ones too
    rejected: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def are_parted(self, one: int, other: int) -> bool:
        """Return whether staff rejected one of the two in a thread that has, or had, both."""
        return any(other in self.rows[thread] for thread in self.rejected[one]) or any(
            one in self.rows[thread] for thread in self.rejected[other]
        )

    def may_join(self, older: int, newer: int) -> bool:
        """Return whether the newer may be proposed to go on with the older."""
        thread = self.thread_of.get(older)
        return not self.are_parted(older, newer) and (thread is None or newer not in self.rows[thread])


def links(older: Iterable[Commitment], newer: Iterable[Commitment], known: _Known | None = None) -> list[Link]:
    """Return which of the newer passages go on with which of the older, each of them once, the most alike first.

    Only passages that share a topic are compared. Takes time by the product of the numbers.
    """
    on_topic: dict[int, list[Commitment]] = defaultdict(list)
    for commitment in older:
        for topic in commitment.about:
            on_topic[topic.pk].append(commitment)
    found: dict[tuple[int, int], Link] = {}
    for new in newer:
        for topic in new.about:
            for old in on_topic[topic.pk]:
                pair = old.pk, new.pk
                if pair not in found and (known is None or known.may_join(*pair)):
                    found[pair] = Link(old, new, likeness(old.quote, new.quote))
    return list(_best(found.values()))


def _best(found: Iterable[Link]) -> Iterator[Link]:
    taken: set[int] = set()
    for link in sorted(found, key=lambda link: (-link.score, link.older.pk, link.newer.pk)):
        if link.score >= ALIKE and link.older.pk not in taken and link.newer.pk not in taken:
            taken |= {link.older.pk, link.newer.pk}
            yield link


def propose() -> Proposed:
    """Propose threads over all published events; running it again adds only what is new."""
    known, proposed = _known(), Proposed()
    for events in _events_by_sides():
        recent: deque[list[Commitment]] = deque(maxlen=WINDOW)
        for event in events:
            said = list(Commitment.objects.standing().filter(event=event).prefetch_related("topics"))
            open_ones = [c for earlier in recent for c in earlier if c.pk not in known.continued]
            waiting = [c for c in said if c.pk not in known.thread_of]
            with transaction.atomic():
                found = list(links(open_ones, waiting, known))
                for link in found:
                    _add(link, known, proposed)
                if found:
                    reindex({commitment.event_id for link in found for commitment in (link.older, link.newer)})
            recent.append(said)
    return proposed


def _events_by_sides() -> Iterator[list[int]]:
    """Yield the published events between exactly the same sides, the oldest first, where there are several."""
    actors: dict[int, set[int]] = defaultdict(set)
    parts = Participation.objects.filter(event__status=Event.Status.PUBLISHED, actor__isnull=False)
    for event, actor in parts.order_by("event__listed_on", "event").values_list("event", "actor"):
        actors[event].add(actor)
    groups: dict[frozenset[int], list[int]] = defaultdict(list)
    for event, sides in actors.items():
        if len(sides) > 1:
            groups[frozenset(sides)].append(event)
    yield from (events for events in groups.values() if len(events) > 1)


def _known() -> _Known:
    known = _Known()
    rows = ThreadPassage.objects.values_list("thread", "commitment", "review", "like")
    for thread, commitment, review, like in rows:
        known.rows[thread].add(commitment)
        if review == Thread.Review.REJECTED:
            known.rejected[commitment].add(thread)
        else:
            known.thread_of[commitment] = thread
            known.continued |= {like} - {None}
    return known


def _add(link: Link, known: _Known, proposed: Proposed) -> None:
    older = link.older.pk
    if older not in known.thread_of:
        thread = Thread.objects.create()
        _place(thread.pk, link.older, None, known)
        proposed.threads += 1
    _place(known.thread_of[older], link.newer, link, known)
    proposed.passages += 1


def _place(thread: int, commitment: Commitment, link: Link | None, known: _Known) -> None:
    ThreadPassage.objects.create(
        thread_id=thread,
        commitment=commitment,
        like=link.older if link else None,
        score=round(link.score, 2) if link else None,
        reason=_reason(link) if link else {},
    )
    known.rows[thread].add(commitment.pk)
    known.thread_of[commitment.pk] = thread
    known.continued |= {link.older.pk} if link else set()


def _reason(link: Link) -> dict[str, list[str]]:
    topics = {topic.slug for topic in link.older.about} & {topic.slug for topic in link.newer.about}
    return {
        "topics": sorted(topics),
        "words": shared_words(link.older.quote, link.newer.quote)[:MOST_WORDS_SHOWN],
    }


@dataclass(frozen=True)
class Stage:
    """A passage of a thread as its page tells it, and what changed in the words since the stage before."""

    passage: ThreadPassage
    parts: list[Part]
    earlier: Commitment | None

    @property
    def topics(self) -> list[Topic]:
        """The topics for which it was linked to an earlier passage."""
        slugs = self.passage.reason.get("topics", [])
        return [topic for topic in self.passage.commitment.about if topic.slug in slugs]

    @property
    def has_other_act(self) -> bool:
        """Whether the stage before said it by another act."""
        return self.earlier is not None and self.earlier.act_id != self.passage.commitment.act_id


def stages(thread: Thread) -> list[Stage]:
    """Return what readers may see of a thread, the oldest first; six queries."""
    facts = Commitment.objects.published().with_facts().select_related("event__kind")
    light = facts.filter(thread_passages__thread=thread).defer("event__body")
    shown = {commitment.pk: commitment for commitment in light}
    told: list[Stage] = []
    for passage in thread.passages.exclude(review=Thread.Review.REJECTED).filter(commitment__in=shown):
        passage.commitment = shown[passage.commitment_id]
        earlier = told[-1].passage.commitment if told else None
        told.append(Stage(passage, differences(earlier.quote, passage.commitment.quote) if earlier else [], earlier))
    return told


@dataclass(frozen=True)
class Running:
    """A thread as lists name it: its newest passage, and how many there are."""

    thread: Thread
    newest: Commitment
    count: int


def running(pair: tuple[int, int], most: int = 10) -> list[Running]:
    """Return the threads of what is said between two sides, those with the newest passage first; four queries.

    The sides are told as the catalogue tells them, by their primary keys, the lower first.
    """
    catalogue = current()
    holdings, on_days = catalogue.commitments, catalogue.events.shelf(DAY)
    among = holdings.under("pair", [pair]) & holdings.under(THREADED, [""])
    newest = commitments(on_days, stretches(holdings.days, [among], 0, most * 10, newest=True), newest=True)
    thread_of = dict(ThreadPassage.objects.live().filter(commitment__in=newest).values_list("commitment", "thread"))
    numbers = list(dict.fromkeys(thread_of[key] for key in newest if key in thread_of))[:most]
    passages: dict[int, list[int]] = defaultdict(list)
    for thread, commitment in (
        ThreadPassage.objects.live().filter(thread__in=numbers).values_list("thread", "commitment")
    ):
        if commitment in holdings.keys:
            passages[thread].append(commitment)
    last = {number: passages[number][-1] for number in numbers if passages[number]}
    shown = ThreadPassage.objects.filter(thread__in=last, commitment__in=last.values())
    facts = shown.order_by().select_related("thread", "commitment__event").defer("commitment__event__body")
    found = {passage.thread_id: passage for passage in facts if last[passage.thread_id] == passage.commitment_id}
    return [
        Running(found[number].thread, found[number].commitment, len(passages[number]))
        for number in last
        if number in found
    ]
