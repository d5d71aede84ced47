"""How long the pages of `events.following`, and of one event, take.

    DATABASE_URL=… python -m benchmarks.bench_following

Prints for each page the CPU milliseconds of this process, the median and the least of five answers after two that warm
up, and its queries. No page is kept: each is made anew. On PostgreSQL what its own process does is not counted.
The relation is the one with the most events, the leader the one who took part in the most; the compared events are the
two latest of that relation. The pages of a thread and of an occasion are asked for where there are any.
"""

import os
import resource
import statistics
import time
from collections.abc import Iterator

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.cache import cache  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from events.catalogue import THREADED, current  # noqa: E402
from events.following.relations import relations  # noqa: E402
from events.models import Event, Leader, Occasion, ThreadPassage  # noqa: E402

WARMING, TIMES = 2, 5


def measured(client: Client, address: str) -> tuple[float, float, int]:
    """Return the median and the least of the CPU milliseconds, and the number of queries."""

    def answer() -> None:
        cache.clear()
        response = client.get(address, headers={"host": "localhost"})
        assert response.status_code == 200, (address, response.status_code)  # noqa: S101

    for _ in range(WARMING):
        answer()
    spent = []
    for _ in range(TIMES):
        start = time.process_time()
        answer()
        spent.append(1000 * (time.process_time() - start))
    with CaptureQueriesContext(connection) as queries:
        answer()
    return statistics.median(spent), min(spent), len(queries)


def addresses() -> Iterator[str]:
    """Yield the addresses of the pages, those that cost most."""
    catalogue = current()
    busiest = relations()[0].relation
    code = busiest.code
    yield from ("/relations/", f"/relations/{code}/", f"/relations/{code}/events/", f"/relations/{code}/passages/")
    yield from (f"/relations/{code}/rhythm.csv", f"/relations/{code}/topics.csv")
    yield f"/leaders/{Leader.objects.get(pk=catalogue.events.by_size('leader')[0][1]).slug}/"
    yield f"/topics/{catalogue.headings.topics[catalogue.events.by_size('topic')[0][1]].word}/"
    yield from (f"/countries/{side.code}/" for side in busiest.sides)
    keys = catalogue.events.newest(catalogue.events.under("pair", [busiest.pair]), 2)
    newer, older = (Event.objects.get(pk=key).slug for key in keys)
    yield from ("/compare/", f"/compare/?event={newer}", f"/compare/?event={older}&event={newer}", f"/events/{newer}/")
    if threaded := catalogue.commitments.under(THREADED, [""]):
        yield f"/threads/{ThreadPassage.objects.live().get(commitment=threaded.max()).thread_id}/"
    if occasion := Occasion.objects.exclude(review="rejected").order_by("pk").first():
        yield f"/occasions/{occasion.pk}/"


def main() -> None:
    """Print what the catalogue costs, and a line for each page."""
    settings.DEBUG = False
    Event.objects.first()
    before, start = _megabytes(), time.process_time()
    catalogue = current()
    spent = time.process_time() - start
    print(f"{len(catalogue.events.keys)} events, {len(catalogue.commitments.keys)} commitments, {connection.vendor}")
    print(f"catalogue read in {spent:.2f} s, {_megabytes() - before:.0f} MB")
    for address in addresses():
        median, least, queries = measured(Client(), address)
        print(f"{median:7.1f} ms, least {least:6.1f}, {queries:2} queries  {address}", flush=True)


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
