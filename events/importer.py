"""The way of an article: file → source text → reading → rows. One transaction an article."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db import IntegrityError, transaction
from django.utils import timezone

from events import vocabulary
from events.models import ImportItem, ImportRun, SourceFile
from events.reading import VERSION, read
from events.reading.facts import Unreadable
from events.reading.lexicon import Vocabulary, load
from events.reading.source import MAX_BYTES, decode
from events.register import Register
from events.store import Filed, file_reading, keep_source

Outcome = ImportItem.Outcome
Reason = ImportItem.Reason

MEDIA_TYPES = {".txt": "text/plain"}  # what is read, by the end of the file's name


class Refused(Exception):
    """A file that is not even opened, or cannot be; `reason` is one of `ImportItem.Reason`."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to import: where it lies, the name that the archive keeps, and why it is refused unseen, if it is."""

    path: Path
    name: str
    refused: Reason | None = None

    @property
    def media_type(self) -> str:
        """The type that the end of the name tells, "" where it is not one that is read."""
        return MEDIA_TYPES.get(self.path.suffix.lower(), "")


class Import:
    """One run of the importer, noted in the database as it goes.

    `file` takes one candidate after another; what has been filed stays filed whatever comes after.
    """

    def __init__(self) -> None:
        if not vocabulary.is_loaded():
            vocabulary.load()
        self.run = ImportRun.objects.create(reader_version=VERSION)
        self._reader: Vocabulary = load().with_topics(vocabulary.reader_topics())
        self._register = Register()

    def file(self, candidate: Candidate) -> ImportItem:
        """Import one file and return the note of what became of it; a file that cannot be read is noted as rejected."""
        try:
            return self._file(candidate)
        except (Refused, Unreadable) as error:
            reason = error.reason if isinstance(error, Refused) else Reason(error.code)
            return self._note(candidate, Outcome.REJECTED, reason=reason, detail=error.detail[:300])

    def finish(self) -> None:
        """Note that the run came to its end."""
        self.run.finished_at = timezone.now()
        self.run.save(update_fields=["finished_at"])

    def _file(self, candidate: Candidate) -> ImportItem:
        data = read_bytes(candidate)
        source_text = decode(data)
        reading = read(source_text, self._reader)
        for last_try in (False, True):
            try:
                with transaction.atomic():
                    source = keep_source(data, candidate.name, candidate.media_type, source_text)
                    filed = file_reading(reading, source, 1, self._register)
                    return self._note_filed(candidate, source, filed)
            except IntegrityError:
                # Another import may have filed the same bytes meanwhile: then a second look finds them.
                self._register = Register()
                if last_try:
                    raise
        raise AssertionError("the last try returns or raises")

    def _note_filed(self, candidate: Candidate, source: SourceFile, filed: Filed) -> ImportItem:
        return self._note(
            candidate, filed.outcome, source=source, event=filed.event, differences=list(filed.differences)
        )

    def _note(self, candidate: Candidate, outcome: Outcome, **fields: object) -> ImportItem:
        return ImportItem.objects.create(run=self.run, name=candidate.name[-1000:], outcome=outcome, **fields)


def candidates(paths: Iterable[Path]) -> Iterator[Candidate]:
    """Yield the files that the paths name, folders searched to the bottom in the order of names.

    In a folder, hidden files and files of other types are passed over; what is named itself never is.
    """
    for path in paths:
        if not path.is_dir():
            yield Candidate(path, printable(path.name))
            continue
        empty = True
        for file in _files_below(path):
            empty = False
            yield Candidate(file, printable(os.path.join(path.resolve().name, file.relative_to(path))))
        if empty:
            yield Candidate(path, printable(path.resolve().name), Reason.NOTHING_HERE)


def read_bytes(candidate: Candidate) -> bytes:
    """Return the file's bytes, never more than one beyond the largest size that is read.

    Raises Refused where it is missing, not an ordinary file (a link, a pipe, a device), or cannot be opened.
    """
    if candidate.refused:
        raise Refused(candidate.refused)
    try:
        status = candidate.path.lstat()
        if not stat.S_ISREG(status.st_mode):
            raise Refused(Reason.NOT_A_FILE)
        if not candidate.media_type:
            raise Refused(Reason.MEDIA_TYPE, printable(candidate.path.suffix)[:20])
        with candidate.path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise Refused(Reason.MISSING) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise Refused(Reason.UNREADABLE, getattr(error, "strerror", None) or str(error)) from error


def printable(name: str) -> str:
    """Return a file name that can be stored and shown: bytes that are no UTF-8, and controls, as escapes."""
    text = name.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def _files_below(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in MEDIA_TYPES:
                yield Path(place, name)
