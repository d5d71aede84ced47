"""How long the pages of `events.following` take: `DATABASE_URL=… python -m benchmarks.bench_following`.

Prints for each page the CPU milliseconds of this process, the median of three answers after one that warms up.
The relation is the one with the most events; the compared events are its two latest.
"""

import os
import statistics
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from django.test import Client  # noqa: E402

from events.following.relations import relations  # noqa: E402
from events.models import Event  # noqa: E402

TIMES = 3


def measured(client: Client, address: str) -> float:
    """Return the median of the CPU milliseconds."""
    response = client.get(address, headers={"host": "localhost"})
    assert response.status_code == 200, (address, response.status_code)  # noqa: S101
    spent = []
    for _ in range(TIMES):
        start = time.process_time()
        client.get(address, headers={"host": "localhost"})
        spent.append(1000 * (time.process_time() - start))
    return statistics.median(spent)


def main() -> None:
    """Print a line for each page."""
    client = Client()
    busiest = relations()[0]
    print(f"{Event.objects.count()} events, {busiest.count} of them in {busiest.relation.code}")
    older, newer = busiest.relation.events.newest_first()[:2]
    base = f"/relations/{busiest.relation.code}/"
    for address in (
        "/relations/",
        base,
        f"{base}events/",
        f"{base}passages/",
        f"{base}topics.csv",
        f"/compare/?event={older.slug}&event={newer.slug}",
        "/topics/trade/",
    ):
        print(f"{measured(client, address):8.0f} ms  {address}", flush=True)


if __name__ == "__main__":
    main()
