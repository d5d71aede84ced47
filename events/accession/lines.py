"""Lines of JSON: one article a line, its fields named as the columns of a table."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from events.accession.candidates import Candidate, Refused, refusal
from events.accession.columns import known_from, meaning_of
from events.reading.facts import Known, SourceText
from events.reading.source import MAX_BYTES, printable, text_of

_BOM = b"\xef\xbb\xbf"
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def rows(stream: BinaryIO, name: str) -> Iterator[Candidate]:
    """Yield the lines that are not blank, named by their numbers; a line longer than 1 MiB is refused by itself.

    Raises Refused: "encoding" (UTF-16), "empty" (no line at all).
    """
    number, found = 0, False
    while line := stream.readline(MAX_BYTES + 2):
        number += 1
        if number == 1:
            if line.startswith(_WIDE):
                raise Refused("encoding", "UTF-16")
            line = line.removeprefix(_BOM)
        where = f"{name}, line {number}"
        whole = line.rstrip(b"\r\n")
        while not line.endswith(b"\n") and (line := stream.readline(MAX_BYTES)):
            whole = b"x" * (MAX_BYTES + 1)  # the rest is passed over, to where the next line begins
        if len(whole) > MAX_BYTES:
            found = True
            yield refusal(where, Refused("too-large"))
        elif whole.strip():
            found = True
            yield Candidate(where, "jsonl", whole)
    if not found:
        raise Refused("empty")


def read_line(data: bytes) -> tuple[SourceText, Known]:
    """Return a line's text and what its other fields tell.

    Raises Unreadable: "encoding" (no UTF-8), "not-a-row" (no JSON object), "no-text-column", and what `text_of` raises.
    """
    try:
        row = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise Refused("encoding", f"byte {error.start} is not utf-8") from error
    except json.JSONDecodeError as error:
        raise Refused("not-a-row", f"{error.msg} at character {error.pos}") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, brackets within brackets
        raise Refused("not-a-row") from error
    if not isinstance(row, dict):
        raise Refused("not-a-row", f"{type(row).__name__} instead of an object")
    if not any(meaning_of(name) == "text" for name in row):
        raise Refused("no-text-column", printable(", ".join(row)[:100].encode("utf-8", "replace").decode()))
    text, known = known_from((name, value) for name, value in row.items() if isinstance(value, str))
    return text_of(text, "utf-8"), known
