"""Rows, and what one row can answer. Questions about many rows are in `events.querysets`."""

from events.models.addresses import EventAddress, LeaderAddress
from events.models.commitments import Commitment
from events.models.following import Judgement, Thread, ThreadPassage
from events.models.journal import Generation, JournalEntry
from events.models.people import Actor, ActorName, Leader, LeaderAlias, Office
from events.models.records import Event, Occasion, Participation
from events.models.sources import ImportItem, ImportRun, Provenance, SourceFile
from events.models.vocabulary import Act, EventKind, Topic, TopicCue

__all__ = [
    "Act",
    "Actor",
    "ActorName",
    "Commitment",
    "Event",
    "EventAddress",
    "EventKind",
    "Generation",
    "ImportItem",
    "ImportRun",
    "JournalEntry",
    "Judgement",
    "Leader",
    "LeaderAddress",
    "LeaderAlias",
    "Occasion",
    "Office",
    "Participation",
    "Provenance",
    "SourceFile",
    "Thread",
    "ThreadPassage",
    "Topic",
    "TopicCue",
]
