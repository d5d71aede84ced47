"""The way of an article: file → source text → reading → rows. One transaction an article."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from django.db import IntegrityError, transaction
from django.utils import timezone

from events import catalogue, vocabulary
from events.indexing import reindex
from events.models import ImportItem, ImportRun, SourceFile
from events.reading import VERSION, lexicon, read
from events.reading.facts import Unreadable
from events.reading.lexicon import Vocabulary
from events.reading.source import decode, load, printable
from events.register import Register
from events.store import Filed, file_reading, keep_source

Outcome = ImportItem.Outcome
Reason = ImportItem.Reason

MEDIA_TYPES = {".txt": "text/plain"}  # what is read, by the end of the file's name


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
        self._reader: Vocabulary = lexicon.load().with_topics(vocabulary.reader_topics())
        self._register = Register()

    def file(self, candidate: Candidate) -> ImportItem:
        """Import one file and return the note of what became of it; a file that cannot be read is noted as rejected."""
        if candidate.refused:
            return self._note(candidate, Outcome.REJECTED, reason=candidate.refused)
        try:
            return self._file(candidate)
        except Unreadable as error:
            return self._note(candidate, Outcome.REJECTED, reason=Reason(error.code), detail=error.detail[:300])

    def finish(self) -> None:
        """Note that the run came to its end."""
        self.run.finished_at = timezone.now()
        with transaction.atomic():
            self.run.save(update_fields=["finished_at"])
            reindex()
        catalogue.keep_copy_if_long()

    def _file(self, candidate: Candidate) -> ImportItem:
        data = load(candidate.path)
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
        with transaction.atomic():
            item = ImportItem.objects.create(run=self.run, name=candidate.name[-1000:], outcome=outcome, **fields)
            if outcome == Outcome.REJECTED:
                reindex()  # readers see it; what was filed has been told of already
        return item


def candidates(paths: Iterable[Path]) -> Iterator[Candidate]:
    """Yield the files that the paths name, folders searched to the bottom in the order of names.

    In a folder, hidden files and files of other types are passed over; what is named itself never is.
    """
    for path in paths:
        if not os.path.isdir(path):  # unlike `Path.is_dir`, false where that cannot be told
            is_read = path.suffix.lower() in MEDIA_TYPES or not os.path.lexists(path)
            yield Candidate(path, printable(path.name), None if is_read else Reason.MEDIA_TYPE)
            continue
        folder = Path(os.path.abspath(path)).name
        empty = True
        for found in _found_below(path):
            empty = False
            yield replace(found, name=printable(os.path.join(folder, found.path.relative_to(path))))
        if empty:
            yield Candidate(path, printable(folder), Reason.NOTHING_HERE)


def _found_below(folder: Path) -> Iterator[Candidate]:
    closed: list[Path] = []
    for place, folders, files in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in MEDIA_TYPES:
                yield Candidate(Path(place, name), name)
    yield from (Candidate(path, path.name, Reason.UNREADABLE) for path in closed)
