"""From the bytes of a file to its text, or to the reason why there is none.

UTF-8 and UTF-16 with or without a byte order mark are read, and Vietnamese in windows-1258, TCVN3 and VNI where its
syllables tell the encoding (see `encodings`). Other encodings are refused: guessing between them would turn letters
into others without anyone noticing.
"""

from __future__ import annotations

import codecs
import hashlib
import re
import stat
import unicodedata
from pathlib import Path
from typing import BinaryIO

from events.reading.encodings import decode_vietnamese
from events.reading.facts import SourceText, Unreadable

# Two hundred times a long article. The slowest text that was found (a line feed after every letter) takes about ten
# seconds at this size, and reading takes time that grows with the size and not faster: `benchmarks/bench_reading.py`.
MAX_BYTES = 1024 * 1024
MAX_PAGE_BYTES = 5 * MAX_BYTES  # of a saved web page, most of which is not its text
MAX_MARKS = 20  # combining marks on one letter; natural text has three at most, and normalising is quadratic in them

_ENCODINGS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UTF16_SHARE = 0.3  # of the characters without a mark that are Latin; Vietnamese has two thirds, blanks among them
# Control characters that no text file has; a form feed or an escape may stray into one.
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BINARY_SHARE = 0.01
_COMBINING_RUN = re.compile(
    r"[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u06d6-\u06dc"
    r"\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ufe20-\ufe2f]+"
)


def sha256(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def open_file(path: Path) -> BinaryIO:
    """Return a file, opened to read its bytes.

    Raises Unreadable: "missing", "not-a-file" (a link, a pipe, a device, a folder), "unreadable" (it cannot be opened).
    """
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise Unreadable("not-a-file")
        return path.open("rb")
    except FileNotFoundError as error:
        raise Unreadable("missing") from error
    except (OSError, ValueError) as error:  # ValueError, that Unreadable is too: a NUL in the name
        if isinstance(error, Unreadable):
            raise
        raise Unreadable("unreadable", getattr(error, "strerror", None) or str(error)) from error


def load(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Return a file's bytes, never more than one beyond the `limit` that is read; raises as `open_file` does."""
    with open_file(path) as file:
        try:
            return file.read(limit + 1)
        except OSError as error:
            raise Unreadable("unreadable", error.strerror or str(error)) from error


def printable(name: str) -> str:
    """Return a file's name as it can be stored and shown: bytes that are no UTF-8, and controls, as escapes."""
    text = name.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def decode(data: bytes, limit: int = MAX_BYTES) -> SourceText:
    """Return the text of a file: NFC, line feeds, no byte order mark.

    Raises Unreadable: "too-large" (over `limit` bytes), "not-text" (NUL or binary), "encoding" (none of those that
    are read), "too-many-marks" (over 20 combining marks in a row), "empty" (nothing but white space).
    """
    if len(data) > limit:
        raise Unreadable("too-large", f"more than {limit} bytes")
    text, encoding = _decoded(data)
    return SourceText(text=_normal(text), encoding=encoding)


def text_of(text: str, encoding: str) -> SourceText:
    """Return as a source what was decoded already: a field of a row, the words of a page.

    Raises Unreadable as `decode` does, "not-text" also for half a letter, which JSON can write.
    """
    try:
        size = len(text.encode("utf-8"))
    except UnicodeEncodeError as error:
        raise Unreadable("not-text", f"half a letter at character {error.start}") from error
    if size > MAX_BYTES:
        raise Unreadable("too-large", f"{size} bytes")
    return SourceText(text=_normal(text), encoding=encoding)


def _decoded(data: bytes) -> tuple[str, str]:
    encoding = next((name for mark, name in _ENCODINGS if data.startswith(mark)), _utf16(data) or "utf-8")
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        if b"\x00" in data:
            raise Unreadable("not-text", f"NUL at byte {data.index(0)}") from error
        legacy = decode_vietnamese(data)
        if legacy is None:
            raise Unreadable("encoding", f"byte {error.start} is not {encoding}") from error
        return legacy.text, legacy.encoding


def _utf16(data: bytes) -> str | None:
    """Return which UTF-16 a file without a mark is in: every other byte of its Latin letters is null, on one side."""
    units = len(data) // 2
    if len(data) % 2 or units < 8:
        return None
    first, second = data[0::2].count(0), data[1::2].count(0)
    if second >= units * _UTF16_SHARE and first * 100 < second:
        return "utf-16-le"
    if first >= units * _UTF16_SHARE and second * 100 < first:
        return "utf-16-be"
    return None


def _normal(text: str) -> str:
    if "\x00" in text:
        raise Unreadable("not-text", f"NUL at character {text.index(chr(0))}")
    if len(_BINARY.findall(text)) > len(text) * _BINARY_SHARE:
        raise Unreadable("not-text", "control characters")
    for run in _COMBINING_RUN.finditer(text):
        if run.end() - run.start() > MAX_MARKS:
            raise Unreadable("too-many-marks", f"at character {run.start()}")
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    if not text.strip():
        raise Unreadable("empty")
    return unicodedata.normalize("NFC", text)
