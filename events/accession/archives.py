"""Archives in ZIP: their members one after another, unpacked in memory by small pieces and never to a disk."""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import PurePosixPath
from typing import IO, BinaryIO, cast

from events.accession.candidates import ARCHIVE, KINDS, Candidate, Kind, Refused, refusal
from events.reading.source import printable

MAX_MEMBERS = 50_000
MAX_DIRECTORY = 16 * 1024 * 1024  # bytes of the list of members, which is held while the archive is read
MAX_UNPACKED = 20 * 1024**3  # bytes that one archive may unpack to
MAX_RATIO = 200  # unpacked to packed; text has 3 to 10, and a table that repeats itself 50
FREE = 16 * 1024 * 1024  # bytes that may unpack whatever the ratio: a small file of blanks is no bomb

_END = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_COMMENT = 65_535
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_OUTSIDE = re.compile(r"^/|^[A-Za-z]:|(?:^|/)\.\.(?:/|$)")

Parts = Callable[[BinaryIO, Kind, str], Iterator[Candidate]]


def members(stream: BinaryIO, name: str, parts_of: Parts) -> Iterator[Candidate]:
    """Yield the articles in an archive, each named `archive/member`; what cannot be taken is yielded with its reason.

    `parts_of` makes candidates of one open member. Hidden members and those of other types are passed over.
    Raises Refused: "not-an-archive", "too-many-members", "nothing-here".
    """
    size = stream.seek(0, io.SEEK_END)
    _check_directory(stream, size)
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, struct.error) as error:
        raise Refused("not-an-archive", str(error)[:100]) from error
    budget = _Budget(size)
    empty = True
    with archive:
        for info in archive.infolist():
            path = PurePosixPath(_name(info))
            if info.is_dir() or not _is_meant(path):
                continue
            empty = False
            shown = f"{name}/{printable(str(path))}"
            try:
                _check_member(info)
                with archive.open(info) as member:
                    bounded = io.BufferedReader(_Bounded(member, info.compress_size, budget))
                    yield from parts_of(cast(BinaryIO, bounded), KINDS[path.suffix.lower()], shown)
            except Refused as error:
                yield refusal(shown, error)
            except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
                yield refusal(shown, Refused("not-an-archive", str(error)[:100]))
            if budget.is_spent:
                return
    if empty:
        raise Refused("nothing-here")


def _check_directory(stream: BinaryIO, size: int) -> None:
    """Refuse an archive whose list of members would itself fill the memory, before it is read."""
    stream.seek(max(0, size - _END_SIZE - _LONGEST_COMMENT))
    tail = stream.read()
    end = tail[-_END_SIZE:]
    if not (end.startswith(_END) and end.endswith(b"\0\0")):
        end = tail[max(0, tail.rfind(_END)) :][:_END_SIZE]
    if len(end) < _END_SIZE or not end.startswith(_END):
        raise Refused("not-an-archive")
    count, directory = struct.unpack("<10xHL6x", end)
    if count > MAX_MEMBERS or directory > MAX_DIRECTORY:
        raise Refused("too-many-members", f"more than {MAX_MEMBERS}")
    stream.seek(0)


def _name(info: zipfile.ZipInfo) -> str:
    """Return a member's name; one in UTF-8 that does not say so comes out as DOS would have read it."""
    name = info.filename
    if not info.flag_bits & _UTF8_NAME:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def _is_meant(path: PurePosixPath) -> bool:
    hidden = any(part.startswith((".", "__MACOSX")) and part != ".." for part in path.parts)
    return not hidden and path.suffix.lower() in (*KINDS, ARCHIVE)


def _check_member(info: zipfile.ZipInfo) -> None:
    path = _name(info)
    if _OUTSIDE.search(path):
        raise Refused("unsafe-name")
    if path.lower().endswith(ARCHIVE):
        raise Refused("nested")
    if info.flag_bits & _ENCRYPTED:
        raise Refused("encrypted")
    mode = info.external_attr >> 16
    if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        raise Refused("not-a-file")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Refused("not-an-archive", f"compression {info.compress_type}")


class _Budget:
    """What an archive may still unpack to, all its members together: members may share the same packed bytes."""

    def __init__(self, size: int) -> None:
        self.left = min(MAX_UNPACKED, max(FREE, size * MAX_RATIO))

    @property
    def is_spent(self) -> bool:
        return self.left < 0


class _Bounded(io.RawIOBase):
    """An open member that raises Refused where more comes out of it than its packed bytes can honestly hold."""

    def __init__(self, member: IO[bytes], packed: int, budget: _Budget) -> None:
        self._member, self._budget = member, budget
        self._left = max(FREE, packed * MAX_RATIO)

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer with the next bytes; return how many."""
        data = self._member.read(len(buffer))
        self._left -= len(data)
        self._budget.left -= len(data)
        if self._left < 0 or self._budget.is_spent:
            raise Refused("unpacks-too-large")
        buffer[: len(data)] = data
        return len(data)
