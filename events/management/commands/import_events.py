"""`manage.py import_events PATH…`: files, folders, tables and archives of articles become events."""

from argparse import ArgumentParser, ArgumentTypeError
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, no_translations
from tqdm import tqdm

from events import vocabulary
from events.accession import candidates
from events.importer import Import, Outcome
from events.management.prepared import PreparedCommand
from events.models import ImportItem

SOME_REJECTED = 3  # the exit code that tells "some files were rejected" from a crash (1) and a wrong call (2)
INTERRUPTED = 130  # what a shell makes of Ctrl-C


class Command(PreparedCommand):
    help = (
        "Import articles: text files, saved web pages, tables (CSV, JSON lines), ZIP archives and folders of them. "
        "Good articles are kept whatever becomes of the others."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder; - is standard input"
        )
        parser.add_argument(
            "--type", choices=["txt", "html", "jsonl", "csv"], default="txt", help="what standard input holds"
        )
        parser.add_argument("--jobs", type=_number, metavar="N", help="processes that read; as many as there are cores")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, and write nothing")

    @no_translations
    def handle(self, *args: Any, **options: Any) -> None:
        if options["dry_run"] and not vocabulary.is_loaded():
            raise CommandError("The vocabulary is not loaded yet; `manage.py load_vocabulary` does it.")
        work = Import(options["jobs"], rehearse=options["dry_run"])
        counts: Counter[str] = Counter()
        found = candidates(options["paths"], options["type"])
        try:
            with tqdm(unit="article", disable=None, leave=False) as progress:
                for item in work.file(found):
                    counts[item.outcome] += 1
                    progress.update()
                    with tqdm.external_write_mode():
                        self._report(item)
        except KeyboardInterrupt:
            self.stdout.write(self._told(counts, options))
            raise CommandError("Interrupted; what was imported until then is kept.", returncode=INTERRUPTED) from None
        work.finish()
        self.stdout.write(self._told(counts, options))
        if counts[Outcome.REJECTED]:
            rest = "nothing was written" if options["dry_run"] else "the rest is in the archive"
            raise CommandError(
                f"{counts[Outcome.REJECTED]} of {counts.total()} rejected; {rest}.", returncode=SOME_REJECTED
            )

    def _told(self, counts: Counter[str], options: dict[str, Any]) -> str:
        told = ", ".join(f"{outcome.value} {counts[outcome]}" for outcome in Outcome)
        return f"would be: {told}" if options["dry_run"] else told

    def _report(self, item: ImportItem) -> None:
        if item.outcome == Outcome.REJECTED:
            detail = f" ({item.detail})" if item.detail else ""
            self.stderr.write(f"rejected: {item.name}: {item.get_reason_display()}{detail}")
        for difference in item.differences:
            self.stdout.write(
                f"{item.name}: {difference['field']} is kept as staff left it: "
                f"{difference['archive']!r}; the file reads {difference['file']!r}"
            )


def _number(value: str) -> int:
    if not value.isascii() or not value.isdigit() or not 1 <= int(value[:5]) <= 256:
        raise ArgumentTypeError(f"{value} is no number of processes: give one from 1 to 256")
    return int(value)
