"""`manage.py rebuild_search`: the search index made anew."""

from typing import Any

from django.db import transaction
from tqdm import tqdm

from events.indexing import reindex
from events.management.prepared import PreparedCommand
from events.models import Event
from events.search.rebuilding import rebuild


class Command(PreparedCommand):
    help = "Make the search index anew from the records. The one in use answers until the new one takes its place."

    def handle(self, *args: Any, **options: Any) -> None:
        with tqdm(total=Event.objects.count(), unit="event", disable=None, leave=False) as bar:
            done = rebuild(bar.update)
        with transaction.atomic():
            reindex()  # pages that were kept may show what the old index found
        self.stdout.write(f"{done} events and their commitments are in the search index.")
