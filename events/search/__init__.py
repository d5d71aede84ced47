"""Which rows hold the words searched for: one function for each kind of row.

A run is one folded word, or several that must follow one another, as `events.reading.folding.tokens` gives them. Every
run must be found: in the row's text, or in a name of a leader who takes part, so that *xi jinping* finds what
Vietnamese texts print as Tập Cận Bình.
"""

from collections.abc import Sequence

from django.db.models import Q

from events.models import Commitment, Event, Leader
from events.querysets import CommitmentQuerySet, EventQuerySet, stands
from events.reading.folding import tokens


def events(rows: EventQuerySet, runs: Sequence[str]) -> EventQuerySet:
    """Return the events among `rows` in which every run is found."""
    return rows.filter(
        *(
            stands(run) | Q(pk__in=Event.objects.with_leaders(leaders).values("pk")) if leaders else stands(run)
            for run, leaders in zip(runs, _leaders_called(runs), strict=True)
        )
    )


def commitments(rows: CommitmentQuerySet, runs: Sequence[str]) -> CommitmentQuerySet:
    """Return the commitments among `rows` in which every run is found."""
    return rows.filter(
        *(
            stands(run) | Q(pk__in=Commitment.objects.by_leaders(leaders).values("pk")) if leaders else stands(run)
            for run, leaders in zip(runs, _leaders_called(runs), strict=True)
        )
    )


def _leaders_called(runs: Sequence[str]) -> list[list[int]]:
    """Return, for each run, the leaders in one of whose names it stands; one query."""
    names = Leader.objects.values_list("pk", "name", "name_latin", "aliases__name")
    folded = {(pk, " ".join(["", *tokens(name), ""])) for pk, *all_names in names for name in all_names if name}
    return [sorted({pk for pk, name in folded if f" {run} " in name}) for run in runs]
