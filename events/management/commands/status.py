"""Say what the archive holds, and what its operator may want to do next."""

import os
import sys
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.db import connection

from events.management.prepared import PreparedCommand
from events.models import Commitment, Event, ImportRun, SourceFile


class Command(PreparedCommand):
    help = "Say how many events and commitments are in, what waits for staff, and when files were last imported."

    def handle(self, *args: Any, **options: Any) -> None:
        for label, value in self.lines():
            self.stdout.write(f"{label + ':':<22}{value}")
        if not get_user_model().objects.filter(is_staff=True, is_active=True).exists():
            self.stdout.write(f"\nThere is no staff account yet. To make one:\n    {self.how_to_make_an_account()}")

    def lines(self) -> list[tuple[str, str]]:
        """Return what is told of the archive: a label and a value a line."""
        events, commitments = Event.objects.all(), Commitment.objects.all()
        last = ImportRun.objects.filter(finished_at__isnull=False).first()
        return [
            ("Database", f"{connection.vendor}, {connection.settings_dict['NAME']}"),
            ("Events", f"{events.published().count()} published, {events.count()} in all"),
            ("Commitments", f"{commitments.published().count()} published, {commitments.count()} in all"),
            ("Waiting for staff", f"{commitments.unanchored().count()} commitments whose passage is not found"),
            ("Source files", str(SourceFile.objects.count())),
            ("Last import", f"{last.finished_at:%Y-%m-%d %H:%M} UTC" if last else "none"),
        ]

    @staticmethod
    def how_to_make_an_account() -> str:
        """Return the command, as it can be typed in this folder, with the settings it must share with this one."""
        python = Path(sys.executable)
        if python.is_relative_to(Path.cwd()):
            python = python.relative_to(Path.cwd())
        shared = [f"{name}=…" for name in ("DATABASE_URL", "VAR_DIR") if os.environ.get(name)]
        return " ".join([*shared, str(python), "manage.py createsuperuser"])
