"""`manage.py propose_occasions`: events that seem to report the same happening."""

from typing import Any

from events.following.occasions import propose
from events.management.prepared import PreparedCommand


class Command(PreparedCommand):
    help = "Propose which events of the same kind, sides and days report one occasion; staff confirm or reject."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{propose()} occasions proposed.")
