"""`manage.py import_events PATH…`: files and folders of articles become events."""

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, no_translations
from tqdm import tqdm

from events.importer import Import, Outcome, candidates
from events.management.prepared import PreparedCommand
from events.models import ImportItem

SOME_REJECTED = 3  # the exit code that tells "some files were rejected" from a crash (1) and a wrong call (2)


class Command(PreparedCommand):
    help = "Import articles: text files, and folders of them. Good files are kept whatever becomes of the others."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a .txt file, or a folder of them")

    @no_translations
    def handle(self, *args: Any, **options: Any) -> None:
        work = Import()
        counts: Counter[str] = Counter()
        for candidate in tqdm(list(candidates(options["paths"])), unit="file", disable=None, leave=False):
            for item in work.file(candidate):
                counts[item.outcome] += 1
                with tqdm.external_write_mode():
                    self._report(item)
        work.finish()
        self.stdout.write(", ".join(f"{outcome.value} {counts[outcome]}" for outcome in Outcome))
        if counts[Outcome.REJECTED]:
            raise CommandError(
                f"{counts[Outcome.REJECTED]} of {counts.total()} rejected; the rest is in the archive.",
                returncode=SOME_REJECTED,
            )

    def _report(self, item: ImportItem) -> None:
        if item.outcome == Outcome.REJECTED:
            detail = f" ({item.detail})" if item.detail else ""
            self.stderr.write(f"rejected: {item.name}: {item.get_reason_display()}{detail}")
        for difference in item.differences:
            self.stdout.write(
                f"{item.name}: {difference['field']} is kept as staff left it: "
                f"{difference['archive']!r}; the file reads {difference['file']!r}"
            )
