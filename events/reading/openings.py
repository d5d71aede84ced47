"""Openings: what a cue opens."""

from __future__ import annotations

from dataclasses import dataclass

from events.reading.marks import Mention


@dataclass(slots=True)
class Opening:
    """A content that a cue opened: the words `first` up to, not including, `end`.

    `act` is empty as long as only a verb of reporting has been read (`report` is its manner then, `default` the act it
    stands for by itself). `subject` is None where the source is that of the clause or the sentence before; `owner` is
    the mention with which the content begins (said | Vietnam supports …). `behind` is where it begins after the cue,
    given where `first` takes in a state because a source is named in front (Theo bà Test, Việt Nam đề nghị …).
    """

    first: int
    end: int
    act: str
    subject: Mention | None
    cue: str | None
    rule: str
    report: str = ""
    default: str = ""
    ought: bool = False
    attributed: bool = True
    owner: Mention | None = None
    behind: int = 0
