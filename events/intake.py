"""One candidate read, from its bytes to what it says: the part of an import that needs no database.

It is done in processes of its own: see `workers`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from events.accession import Candidate, take
from events.reading import lexicon, read_all
from events.reading.facts import Known, Reading, SourceText, Unreadable

Topics = Mapping[str, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Intake:
    """What one candidate holds: its text, what was known of it, its articles; or the reason why there are none."""

    text: SourceText | None = None
    known: Known | None = None
    readings: tuple[Reading, ...] = ()
    refused: str = ""
    detail: str = ""


def reader(topics: Topics) -> Callable[[Candidate], Intake]:
    """Return a function that reads a candidate, with these cues of topics (language, slug, phrases)."""
    vocabulary = lexicon.load().with_topics(topics)

    def read(candidate: Candidate) -> Intake:
        try:
            text, known = take(candidate)
            return Intake(text, known, read_all(text, vocabulary, known))
        except Unreadable as error:
            return Intake(refused=error.code, detail=error.detail)

    return read
