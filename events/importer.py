"""The way of an article: candidate → reading → rows. Many processes read, one writes: one transaction an article."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from events import catalogue, vocabulary
from events.accession import Candidate
from events.indexing import reindex
from events.intake import Intake, reader
from events.models import ImportItem, ImportRun, SourceFile
from events.reading import VERSION
from events.register import Register
from events.store import Filed, file_readings, foresee, keep_source
from events.workers import Failure, Workers

Outcome = ImportItem.Outcome
Reason = ImportItem.Reason


@dataclass
class Rehearsal:
    """What an import that writes nothing must remember: the fingerprints of the articles it would have filed."""

    seen: set[bytes] = field(default_factory=set)


class Import:
    """One run of the importer, noted in the database as it goes; `jobs` processes read, as many as there are cores.

    What has been filed stays filed whatever comes after. A rehearsal reads all, says what would happen, and writes
    nothing: not even that it took place.
    """

    def __init__(self, jobs: int | None = None, *, rehearse: bool = False) -> None:
        self._rehearsal = Rehearsal() if rehearse else None
        if not rehearse and not vocabulary.is_loaded():
            vocabulary.load()
        self.run = ImportRun(reader_version=VERSION)
        if not rehearse:
            self.run.save()
        self._register = Register()
        self._workers: Workers[Candidate, Intake] = Workers(
            reader, (vocabulary.reader_topics(),), jobs or cores(), weight=lambda candidate: len(candidate.data)
        )

    def file(self, candidates: Iterable[Candidate]) -> Iterator[ImportItem]:
        """File one candidate after another; yield a note of what became of each article, or of why it was rejected.

        Of a candidate that cannot be read there is one note, of a file with several articles one for each.
        """
        with on_disk_together():
            for candidate, intake in self._workers.results(candidates):
                if isinstance(intake, Failure):
                    yield self._reject(candidate, Reason.READER_FAILED, intake.reason)
                elif intake.refused:
                    yield self._reject(candidate, Reason(intake.refused), intake.detail)
                elif self._rehearsal is not None:
                    yield from self._rehearse(candidate, intake, self._rehearsal)
                else:
                    yield from self._file(candidate, intake)

    def finish(self) -> None:
        """Note that the run came to its end."""
        if self._rehearsal is None:
            self.run.finished_at = timezone.now()
            with transaction.atomic():
                self.run.save(update_fields=["finished_at"])
                reindex()
            catalogue.keep_copy_if_long()

    def _file(self, candidate: Candidate, intake: Intake) -> list[ImportItem]:
        for last_try in (False, True):
            try:
                with transaction.atomic():
                    source, is_new = self._keep(candidate, intake)
                    filed = file_readings(intake.readings, source, self._register, is_new=is_new)
                    return self._note([_noted(candidate, one, source) for one in filed])
            except IntegrityError:
                # Another import may have filed the same bytes meanwhile: then a second look finds them.
                self._register = Register()
                if last_try:
                    raise
        raise AssertionError("the last try returns or raises")

    def _rehearse(self, candidate: Candidate, intake: Intake, rehearsal: Rehearsal) -> list[ImportItem]:
        foreseen = foresee(intake.readings, candidate.data, rehearsal.seen)
        if foreseen is not None:
            return [_item(candidate, outcome) for outcome in foreseen]
        with transaction.atomic():  # what a new reading changes is known best by making the change, and taking it back
            filed = file_readings(intake.readings, self._keep(candidate, intake)[0], self._register)
            transaction.set_rollback(True)
        self._register = Register()  # this one may know people who were taken back
        return [_noted(candidate, one) for one in filed]

    def _keep(self, candidate: Candidate, intake: Intake) -> tuple[SourceFile, bool]:
        assert intake.text is not None  # noqa: S101 (what is not refused has a text)
        address = intake.known.address if intake.known else ""
        return keep_source(candidate.data, candidate.name, candidate.media_type, intake.text, address)

    def _reject(self, candidate: Candidate, reason: Reason, detail: str) -> ImportItem:
        item = _item(candidate, Outcome.REJECTED, reason=reason, detail=detail[:300])
        if self._rehearsal is None:
            with transaction.atomic():
                self._note([item])
                reindex()  # readers see it; what was filed has been told of already
        return item

    def _note(self, items: list[ImportItem]) -> list[ImportItem]:
        for item in items:
            item.run = self.run
        ImportItem.objects.bulk_create(items)
        self.run.count(item.outcome for item in items)
        return items


@contextmanager
def on_disk_together() -> Iterator[None]:
    """Let this connection's transactions reach the disk a few at a time, and all of them when the block ends.

    Each is still whole or not at all, whatever happens. Where the power fails, the last seconds of an import may be
    missing, and importing again brings them: to wait for the disk after each article takes longer than to file it.
    """
    if connection.in_atomic_block:
        yield
        return
    is_sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=NORMAL" if is_sqlite else "SET synchronous_commit TO off")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            if is_sqlite:
                cursor.execute("PRAGMA synchronous=FULL")
                cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")  # which writes to the disk what is not there yet
            else:  # PostgreSQL's own writer follows within a second
                cursor.execute("RESET synchronous_commit")


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _noted(candidate: Candidate, filed: Filed, source: SourceFile | None = None) -> ImportItem:
    return _item(candidate, filed.outcome, source=source, event=filed.event, differences=list(filed.differences))


def _item(candidate: Candidate, outcome: Outcome, **fields: Any) -> ImportItem:
    return ImportItem(name=candidate.name[-1000:], outcome=outcome, **fields)
