"""`manage.py check_catalogue`: whether the index of holdings counts what the records say."""

from typing import Any

from django.core.management.base import CommandError

from events import catalogue
from events.management.prepared import PreparedCommand


class Command(PreparedCommand):
    help = "Compare the counts of the index of holdings with the records; exit with 1 where they differ."

    def handle(self, *args: Any, **options: Any) -> None:
        faults = catalogue.faults()
        for fault in faults:
            self.stderr.write(fault)
        if faults:
            raise CommandError("`manage.py rebuild_catalogue` makes it anew.", returncode=1)
        self.stdout.write("Every count is that of the records.")
