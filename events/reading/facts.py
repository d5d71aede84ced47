"""What an article yields: plain data, with no Django and no database in it.

The recognisers hand these to one another, and `store` alone turns them into rows. The words
are those of the annotation guidelines: a commitment has a source (speaker), a cue and a content (quote).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple

Precision = Literal["time", "day", "month"]
Origin = Literal["printed", "prefix", "metadata"]
Manner = Literal["direct", "indirect", "joint"]


class Unreadable(ValueError):
    """A file out of which no event can be made.

    `code` is one of `REASONS`; `detail` is a short piece of evidence (an encoding, a position), never the file's text.
    """

    REASONS: tuple[str, ...] = (
        "missing",
        "not-a-file",
        "unreadable",
        "empty",
        "not-text",
        "encoding",
        "too-large",
        "too-many-marks",
        "no-sentence",
    )

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


class Span(NamedTuple):
    """Characters `start` up to, not including, `end` of a text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of `text` that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file's text: NFC, line feeds, no byte order mark; all else as it came."""

    text: str
    encoding: str


class Segment(NamedTuple):
    """A run of `length` characters that stands at `body` in the body and at `source` in the source text."""

    body: int
    source: int
    length: int


@dataclass(frozen=True, slots=True)
class Published:
    """When the article came out; a month's value is its first day, and `precision` says so."""

    value: date | datetime
    precision: Precision
    origin: Origin


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who took part: `office` as printed at its fullest, `country` an actor's code where the text tells it."""

    name: str
    office: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Quote:
    """A commitment: the passage, who said it, by which act, about what.

    `span` lies in the body and covers exactly `quote`. `sides` are actors' codes, `leaders` names of
    `Reading.people` (or of a person who is quoted through a messenger). `speaker` and `cue` are as printed, None in
    an elliptical sentence. `rule` names what opened the commitment, `confidence` (0 to 1) how far to trust it.
    """

    span: Span
    quote: str
    act: str
    sides: tuple[str, ...]
    leaders: tuple[str, ...]
    topics: tuple[str, ...]
    speaker: str | None
    cue: str | None
    manner: Manner
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that staff should look at: a `code` that the interface words, and the evidence for it."""

    code: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article beside its text: from its page's metadata, or from the columns of its row.

    `address` is where the article stands or stood, as given; `language` a code such as "vi"; "" where nothing is known.
    `flags` tell staff what was given and could not be used.
    """

    title: str = ""
    published: Published | None = None
    outlet: str = ""
    address: str = ""
    language: str = ""
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article says of one event.

    `body` holds the article's own paragraphs, one blank line between them; `segments` lead from it back to
    the source text. `starts_on` and `ends_on` are None where neither the text nor its date tells a day.
    """

    title: str
    title_inferred: bool
    language: str
    published: Published | None
    outlet: str
    kind: str
    starts_on: date | None
    ends_on: date | None
    place: str | None
    people: tuple[Person, ...]
    body: str
    segments: tuple[Segment, ...]
    commitments: tuple[Quote, ...]
    flags: tuple[Flag, ...] = field(default=())

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics of all commitments, sorted."""
        return tuple(sorted({topic for quote in self.commitments for topic in quote.topics}))
