"""`manage.py propose_threads`: passages that go on with one another through the events of the same sides."""

from typing import Any

from events.following.threads import propose
from events.management.prepared import PreparedCommand


class Command(PreparedCommand):
    help = "Propose which passages are one undertaking followed through events; staff confirm, split, join or reject."

    def handle(self, *args: Any, **options: Any) -> None:
        proposed = propose()
        self.stdout.write(f"{proposed.threads} threads begun, {proposed.passages} passages added.")
