"""Tables in CSV: one article a row, split without reading more than a row at once."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import BinaryIO

from events.accession.candidates import Candidate, Refused, refusal
from events.accession.columns import known_from, meaning_of
from events.reading.facts import Known, SourceText
from events.reading.source import MAX_BYTES, printable, text_of

LONGEST_HEADER = 64 * 1024  # bytes
_BOM = b"\xef\xbb\xbf"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_DELIMITERS: tuple[bytes, ...] = (b",", b";", b"\t")
_SEP = re.compile(rb"sep=(.)\r?\n?", re.IGNORECASE)  # what Excel writes above a header
_QUOTED = re.compile(rb'"(?:[^"]|"")*+("?)')
_REST = re.compile(rb'(?:[^"]|"")*+("?)')  # of a field that was opened on a line before


def rows(stream: BinaryIO, name: str) -> Iterator[Candidate]:
    """Yield the rows below the header, each as its own bytes without the line's end, named by its number.

    Rows are numbered as a spreadsheet shows them: the header is row 1. A row longer than 1 MiB is refused by itself.
    Raises Refused where the header cannot be read or names no column of text.
    """
    columns, delimiter, above = _header(stream)
    number = above
    for number, record in enumerate(_records(stream, delimiter), above + 1):
        where = f"{name}, row {number}"
        if record is None:
            yield refusal(where, Refused("too-large"))
        elif record.strip():
            yield Candidate(where, "csv", record, columns, delimiter.decode())
    if number == above:
        raise Refused("empty")


def read_row(data: bytes, columns: tuple[str, ...], delimiter: str) -> tuple[SourceText, Known]:
    """Return a row's text and what its other columns tell.

    Raises Unreadable: "encoding" (no UTF-8), "not-a-row" (another number of fields than the header has), and what
    `text_of` raises.
    """
    try:
        fields = _split(data.decode("utf-8"), delimiter)
    except UnicodeDecodeError as error:
        raise Refused("encoding", f"byte {error.start} is not utf-8") from error
    except csv.Error as error:
        raise Refused("not-a-row", str(error)) from error
    if len(fields) != len(columns):
        raise Refused("not-a-row", f"{len(fields)} fields, {len(columns)} columns")
    text, known = known_from(zip(columns, fields, strict=True))
    return text_of(text, "utf-8"), known


def _split(text: str, delimiter: str) -> list[str]:
    limit = csv.field_size_limit(MAX_BYTES)
    try:
        return next(csv.reader([text], delimiter=delimiter), [])
    finally:
        csv.field_size_limit(limit)


def _header(stream: BinaryIO) -> tuple[tuple[str, ...], bytes, int]:
    """Return the columns' names, the delimiter and the number of the header's row."""
    line = stream.readline(LONGEST_HEADER)
    if line.startswith(_WIDE):
        raise Refused("encoding", "UTF-16")
    line = line.removeprefix(_BOM)
    number = 1
    delimiters = _DELIMITERS
    if named := _SEP.fullmatch(line):
        line, number = stream.readline(LONGEST_HEADER), 2
        delimiters = (named[1],)
    try:
        text = line.decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise Refused("encoding", f"row {number}, byte {error.start} is not utf-8") from error
    if not text.strip():
        raise Refused("empty")
    for delimiter in delimiters:
        try:
            columns = tuple(_split(text, delimiter.decode("latin-1")))
        except csv.Error as error:
            raise Refused("not-a-row", f"row {number}: {error}") from error
        if any(meaning_of(column) == "text" for column in columns):
            return columns, delimiter, number
    raise Refused("no-text-column", printable(text[:100]))


def _records(stream: BinaryIO, delimiter: bytes) -> Iterator[bytes | None]:
    """Yield the records, None for one that is too long; a quoted field may hold line ends."""
    while line := stream.readline(MAX_BYTES):
        parts, length, opened = [line], len(line), _is_open(line, delimiter, opened=False)
        while (opened or not line.endswith(b"\n")) and (line := stream.readline(MAX_BYTES)):
            opened = _is_open(line, delimiter, opened=opened)
            length += len(line)
            if length <= MAX_BYTES:
                parts.append(line)
            else:
                parts.clear()
        yield b"".join(parts).rstrip(b"\r\n") if parts else None


def _is_open(line: bytes, delimiter: bytes, *, opened: bool) -> bool:
    """Tell whether a quotation is open after the line; a mark within an unquoted field opens none."""
    if b'"' not in line:
        return opened
    place = 0
    if opened:
        rest = _REST.match(line)
        if rest is None or not rest[1]:
            return True
        place = rest.end()
    while True:
        if line[place : place + 1] == b'"' and (quoted := _QUOTED.match(line, place)):
            if not quoted[1]:
                return True
            place = quoted.end()
        place = line.find(delimiter, place) + 1
        if not place:
            return False
