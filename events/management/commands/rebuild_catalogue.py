"""`manage.py rebuild_catalogue`: the index of holdings anew from all records."""

from typing import Any

from events import catalogue
from events.management.prepared import PreparedCommand


class Command(PreparedCommand):
    help = "Make the index of holdings anew from all records, as after writing to the tables by other means."

    def handle(self, *args: Any, **options: Any) -> None:
        made = catalogue.rebuild()
        self.stdout.write(f"{len(made.events.keys)} events and {len(made.commitments.keys)} commitments are in it.")
