"""What is taken in: one article's bytes with the name that the archive keeps, or the reason why there are none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from events.reading.facts import Unreadable

Kind = Literal["txt", "html", "jsonl", "csv"]

KINDS: dict[str, Kind] = {
    ".txt": "txt", ".html": "html", ".htm": "html", ".jsonl": "jsonl", ".csv": "csv", ".tsv": "csv",
}  # fmt: skip
ARCHIVE = ".zip"
MEDIA_TYPES: dict[Kind, str] = {
    "txt": "text/plain", "html": "text/html", "jsonl": "application/json", "csv": "text/csv",
}  # fmt: skip
STANDARD_INPUT = "-"


class Refused(Unreadable):
    """Something out of which no candidate can be made: `code` is one of `REASONS`."""

    REASONS: tuple[str, ...] = (
        "missing",
        "nothing-here",
        "unreadable",
        "not-a-file",
        "media-type",
        "too-large",
        "encoding",
        "empty",
        "no-article",
        "too-complex",
        "no-text-column",
        "not-a-row",
        "not-an-archive",
        "encrypted",
        "nested",
        "unsafe-name",
        "too-many-members",
        "unpacks-too-large",
    )


@dataclass(frozen=True, slots=True)
class Candidate:
    """One article as it came: a file, a page, a row of a table, each by itself or out of an archive.

    `columns` and `delimiter` are those of the table that a row stands in. Where `refused` is a code of `Refused`, there
    are no bytes, and `detail` is a short piece of evidence.
    """

    name: str
    kind: Kind = "txt"
    data: bytes = b""
    columns: tuple[str, ...] = ()
    delimiter: str = ","
    refused: str = ""
    detail: str = ""

    @property
    def media_type(self) -> str:
        """The type of the bytes."""
        return MEDIA_TYPES[self.kind]


def refusal(name: str, error: Unreadable) -> Candidate:
    """Return the candidate that says why there is none."""
    return Candidate(name, refused=error.code, detail=error.detail)
