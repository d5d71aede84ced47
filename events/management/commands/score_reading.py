"""`manage.py score_reading GOLD_DIR`: how well the reader does on annotated articles, and what was wrong."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from events.accuracy import FILE, keep
from events.scoring import BadAnnotation, score_annotations, score_reader


class Command(BaseCommand):
    help = "Compare the reader with annotated articles (STEM.txt and STEM.json in a folder). Needs no database."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("gold", type=Path, metavar="GOLD_DIR", help="a folder of annotated articles")
        parser.add_argument(
            "--against", type=Path, metavar="DIR", help="compare a second person's annotations instead of the reader"
        )
        parser.add_argument("--json", action="store_true", help="print the figures as one line of JSON and no more")
        parser.add_argument(
            "--write", action="store_true", help=f"keep the figures in {FILE.name}, which the page of help shows"
        )

    def handle(self, *_args: Any, gold: Path, against: Path | None, **options: Any) -> None:
        try:
            score = score_annotations(gold, against) if against else score_reader(gold)
        except BadAnnotation as error:
            raise CommandError(str(error), returncode=2) from error
        size = {"articles": len(score.wrong), "commitments": score.commitments}
        if options["write"]:
            keep(gold.name, size, score.figures(), "second" if against else "now")
        if options["json"]:
            self.stdout.write(json.dumps(size | score.figures()))
            return
        for stem, lines in score.wrong.items():
            self.stdout.write(f"{stem}: {'all right' if not lines else ''}")
            for line in lines:
                self.stdout.write(f"    {line}")
        self.stdout.write(f"{size['articles']} articles, {size['commitments']} commitments")
        for name, figure in score.figures().items():
            self.stdout.write(f"{name:>13} {figure:.4f}")
