"""`manage.py check_search`: whether the search index holds what the records say."""

from itertools import islice
from typing import Any

from django.core.management.base import CommandError
from tqdm import tqdm

from events.management.prepared import PreparedCommand
from events.models import Event
from events.search.checking import differences

NAMED = 20  # differences that are told one by one


class Command(PreparedCommand):
    help = "Compare the search index with the records, word by word. Fails where they differ; changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        with tqdm(total=Event.objects.count(), unit="event", disable=None, leave=False) as bar:
            found = differences(bar.update)
            named = list(islice(found, NAMED))
            more = sum(1 for _ in found)
        for difference in named:
            self.stderr.write(difference)
        if named:
            raise CommandError(f"{len(named) + more} differences; `manage.py rebuild_search` makes the index anew.")
        self.stdout.write("The search index holds what the records say.")
