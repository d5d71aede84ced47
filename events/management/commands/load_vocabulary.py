"""`manage.py load_vocabulary`: kinds, acts, topics, actors and leaders from the data files."""

from typing import Any

from events import vocabulary
from events.management.prepared import PreparedCommand


class Command(PreparedCommand):
    help = "Add kinds of event, acts, topics, actors and leaders from the data files; rows that exist stay as they are."

    def handle(self, *args: Any, **options: Any) -> None:
        added = vocabulary.load()
        self.stdout.write("Added: " + ", ".join(f"{count} {name}" for name, count in added.items()) + ".")
