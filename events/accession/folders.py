"""Files by their paths, folders searched to the bottom, and standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from events.accession import archives, lines, tables
from events.accession.candidates import ARCHIVE, KINDS, Candidate, Kind, Refused, refusal
from events.reading.facts import Unreadable
from events.reading.source import MAX_BYTES, MAX_PAGE_BYTES, load, open_file, printable


def found_at(path: Path) -> Iterator[Candidate]:
    """Yield what a path names; a folder's files in the order of their names."""
    if not os.path.isdir(path):  # unlike `Path.is_dir`, false where that cannot be told
        if _is_read(path) or not os.path.lexists(path):
            yield from _in_file(path, printable(path.name))
        else:
            yield refusal(printable(path.name), Refused("media-type"))
        return
    folder = Path(os.path.abspath(path)).name
    empty = True
    for found, error in _below(path):
        empty = False
        name = printable(os.path.join(folder, found.relative_to(path)))
        if error is None:
            yield from _in_file(found, name)
        else:
            yield refusal(name, error)
    if empty:
        yield refusal(printable(folder), Refused("nothing-here"))


def standard_input(kind: Kind) -> Iterator[Candidate]:
    """Yield what standard input holds, of the given kind."""
    yield from parts_of(sys.stdin.buffer, kind, f"standard-input.{kind}")


def parts_of(stream: BinaryIO, kind: Kind, name: str) -> Iterator[Candidate]:
    """Yield the articles of one open file: its rows where it is a table, else itself."""
    if kind == "csv":
        yield from tables.rows(stream, name)
    elif kind == "jsonl":
        yield from lines.rows(stream, name)
    else:
        yield Candidate(name, kind, stream.read(_limit(kind) + 1))


def _is_read(path: Path) -> bool:
    return path.suffix.lower() in KINDS or path.suffix.lower() == ARCHIVE


def _limit(kind: Kind) -> int:
    return MAX_PAGE_BYTES if kind == "html" else MAX_BYTES


def _in_file(path: Path, name: str) -> Iterator[Candidate]:
    try:
        if path.suffix.lower() == ARCHIVE:
            with open_file(path) as stream:
                yield from archives.members(stream, name, parts_of)
            return
        kind = KINDS.get(path.suffix.lower(), "txt")
        if kind in ("txt", "html"):
            yield Candidate(name, kind, load(path, _limit(kind)))
            return
        with open_file(path) as stream:
            yield from parts_of(stream, kind, name)
    except Unreadable as error:
        yield refusal(name, error)
    except OSError as error:  # the disk fails while a table is read
        yield refusal(name, Refused("unreadable", error.strerror or str(error)))


def _below(folder: Path) -> Iterator[tuple[Path, Refused | None]]:
    closed: list[Path] = []
    for place, inner, files in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and _is_read(Path(name)):
                yield Path(place, name), None
    yield from ((path, Refused("unreadable")) for path in closed)
