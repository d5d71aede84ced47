"""Which rows hold the words searched for.

A run is one folded word, or several that must follow one another, as `events.reading.folding.tokens` gives them. Every
run must be found: in the row's text, or in a name of a leader who takes part, so that *xi jinping* finds what
Vietnamese texts print as Tập Cận Bình.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q
from pyroaring import BitMap64

from events.models import Commitment, Event, Leader, Participation
from events.querysets import CommitmentQuerySet, EventQuerySet, stands
from events.reading.folding import tokens


@dataclass(frozen=True)
class Hits:
    """The rows found, by their primary keys."""

    all: BitMap64

    def tiers(self, within: BitMap64) -> Sequence[BitMap64]:
        """Return the rows found that are among `within`, in groups, the better match first: here all match alike."""
        return [self.all & within]


def find(runs: Sequence[str], record: str) -> Hits:
    """Return the rows of "events" or of "commitments" in which every run is found, drafts among them."""
    found = events(Event.objects.all(), runs) if record == "events" else commitments(Commitment.objects.all(), runs)
    return Hits(BitMap64(found.order_by().values_list("pk", flat=True)))


def events(rows: EventQuerySet, runs: Sequence[str]) -> EventQuerySet:
    """Return the events among `rows` in which every run is found."""
    for run, leaders in _leaders_called(runs).items():
        taking_part = Participation.objects.filter(leader__in=leaders).values("event")
        rows = rows.filter(stands(run) | Q(pk__in=taking_part) if leaders else stands(run))
    return rows


def commitments(rows: CommitmentQuerySet, runs: Sequence[str]) -> CommitmentQuerySet:
    """Return the commitments among `rows` in which every run is found."""
    for run, leaders in _leaders_called(runs).items():
        said = Commitment.leaders.through.objects.filter(leader__in=leaders).values("commitment")
        rows = rows.filter(stands(run) | Q(pk__in=said) if leaders else stands(run))
    return rows


def _leaders_called(runs: Sequence[str]) -> dict[str, list[int]]:
    """Return, for each run, the leaders in one of whose names it stands; one query."""
    rows = Leader.objects.values_list("pk", "name", "name_latin", "aliases__name")
    names = {(leader, name) for leader, *names in rows for name in names if name}
    folded = [(leader, " ".join(["", *tokens(name), ""])) for leader, name in names]
    return {run: sorted({leader for leader, name in folded if f" {run} " in name}) for run in runs}
