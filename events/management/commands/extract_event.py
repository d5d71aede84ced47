"""`manage.py extract_event FILE… --output-dir DIR`: what the reader makes of files, one JSON file an article."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from events.reading.record import extract


class Command(BaseCommand):
    help = (
        "Read articles and write what they say as JSON: one STEM.json a file, or STEM.1.json, STEM.2.json … "
        "where it holds several. Needs no database."
    )
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a text file with one article")
        parser.add_argument(
            "--output-dir", type=Path, required=True, metavar="DIR", help="made where it does not exist"
        )

    def handle(self, *_args: Any, files: list[Path], output_dir: Path, **_options: Any) -> None:
        failed: set[Path] = set()
        try:
            output_dir.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CommandError(f"{output_dir} is no folder to write to: {error.strerror}.", returncode=2) from error
        for outcome in extract(files, output_dir):
            if not outcome.written:
                failed.add(outcome.source)
            stream = self.stdout if outcome.written else self.stderr
            stream.write(outcome.line)
        if failed:
            raise CommandError(f"{len(failed)} of {len(files)} files could not be read.", returncode=1)
