"""Measure what the site's pages cost, beside Datasette on the same rows; benchmarks/README.md says how to read it.

    python benchmarks/bench_pages.py --database sqlite:////tmp/corpus.sqlite3
    python benchmarks/bench_pages.py --database sqlite:////… --database postgres://…
    python benchmarks/bench_pages.py --growth --database sqlite:////10k… --database sqlite:////100k…
    python benchmarks/bench_pages.py --memory --database sqlite:////…
    python benchmarks/bench_pages.py --check-counts --database sqlite:////…

Each database holds a corpus of make_corpus.py. The CPU time is that of the servers alone, PostgreSQL's included.
"""

from __future__ import annotations

import argparse
import os
import platform
import signal
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tqdm import tqdm  # noqa: E402

from benchmarks.pages import addresses, counts, rival  # noqa: E402
from benchmarks.pages.addresses import Page, Sample  # noqa: E402
from benchmarks.pages.load import Asked, Cost, Refused, fetch, measure  # noqa: E402
from benchmarks.pages.processes import Server  # noqa: E402
from benchmarks.pages.report import Costs, comparison, engines, growth, line, table  # noqa: E402
from benchmarks.pages.site import WORKERS, engine, site  # noqa: E402

WARM_UP = 16  # requests that are not counted: connections are made, and each worker has a page once before it is kept
CHEAP = 5  # times as many requests for a page that comes from a cache
MIXED = 10_000
CONNECTIONS_EACH = 4  # so many connections for each worker: with fewer, one worker may take them all


def main() -> None:
    """Do what the arguments ask for and print a table."""
    arguments = _arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the servers are ended as well
    arguments.folder.mkdir(parents=True, exist_ok=True)
    os.environ |= {
        "DATABASE_URL": arguments.database[0],
        "DJANGO_SETTINGS_MODULE": "diplomacy.settings",
        "VAR_DIR": str(arguments.folder),
    }
    import django  # noqa: PLC0415 - the settings read the environment once

    django.setup()
    if arguments.check_counts:
        print(_heading(arguments, addresses.sizes()), flush=True)
        sys.exit(check_counts(arguments))
    found = addresses.sample()
    print(_heading(arguments, found.counts), flush=True)
    if arguments.growth:
        compare_sizes(arguments, found)
    elif arguments.memory:
        watch_memory(arguments, found)
    else:
        compare(arguments, found)


def compare(arguments: argparse.Namespace, found: Sample) -> None:
    """Measure each page on the site, on each database, and on Datasette, in turn, round after round."""
    pages = _wanted(addresses.pages(found), arguments.pages)
    costs: Costs = {}
    with ExitStack() as stack:
        cold, warm = {}, {}
        for url in arguments.database:
            name = f"site, {engine(url)}"
            cold[name] = stack.enter_context(site(url, arguments.folder, name=name, cached=False))
            warm[name] = stack.enter_context(site(url, arguments.folder, name=name, cached=True))
        rivals = []
        if not arguments.no_datasette:
            file = arguments.folder / "datasette-{events}-{published}-{commitments}.db".format_map(found.counts)
            if not file.exists():
                rival.copy(file)
            rivals = [stack.enter_context(rival.datasette(arguments.folder, file))]
            print(_disagreements(rivals[0], pages), flush=True)
        for _ in range(arguments.rounds):
            for page in tqdm(pages, unit=" pages", disable=None):
                asked = len(page.ours)
                for server in rivals if page.theirs else []:
                    cost = _measured(server, page, arguments, page.theirs, connections=2)
                    asked = min(asked, len(cost.times))  # those that there was time for: ours are to be the same
                    _add(costs, page, server, cost)
                for server in (warm if page.warm or page.unchanged else cold).values():
                    _add(costs, page, server, _measured(server, page, arguments, page.ours[:asked], connections=2))
    print(comparison(pages, costs, [*cold, rival.TITLE], rival.TITLE))
    if len(cold) > 1:
        print("", engines(pages, costs, list(cold)), sep="\n")


def _disagreements(server: Server, pages: Sequence[Page]) -> str:
    """Return in words whether the site and Datasette find the same number of rows for what is compared."""
    lists = [page for page in pages if page.theirs and page.ours[0].startswith("/events/?")]
    pairs = [(page.name, page.ours[place], page.theirs[place]) for page in lists for place in (0, -1)]
    found = [(name, ours, addresses.rows_found(ours), rival.rows_found(server, theirs)) for name, ours, theirs in pairs]
    wrong = [
        f"- {name}, {path}: {ours} rows, Datasette {theirs}" for name, path, ours, theirs in found if ours != theirs
    ]
    return "\n".join([f"Of {len(found)} lists compared, {len(wrong)} differ in the rows found.", *wrong, ""])


def compare_sizes(arguments: argparse.Namespace, found: Sample) -> None:
    """Measure the median of each page on databases of different sizes, in turn.

    A smaller corpus of a seed is the beginning of a larger one: what the first database has, each of them has.
    """
    pages = addresses.different(_wanted(addresses.pages(found), arguments.pages))
    costs: Costs = {}
    with ExitStack() as stack:
        servers = [
            stack.enter_context(site(url, arguments.folder, name=url.rpartition("/")[2], cached=False))
            for url in arguments.database
        ]
        for _ in range(arguments.rounds):
            for page in tqdm(pages, unit=" pages", disable=None):
                for server in servers:
                    _add(costs, page, server, _measured(server, page, arguments, page.ours, connections=1))
    print(growth(pages, costs, [server.name for server in servers]))


def watch_memory(arguments: argparse.Namespace, found: Sample) -> None:
    """Print what each worker has in memory at the start, after a thousand requests and after ten thousand more."""
    paths = addresses.mixed(found, MIXED)
    url = arguments.database[0]
    with site(url, arguments.folder, name="site", cached=True) as server:
        seen = [server.resident()]
        for part in (paths[: MIXED // 10], paths):
            measure(server, part, len(part), float("inf"), connections=CONNECTIONS_EACH * WORKERS)
            seen.append(server.resident())
    rows = [
        [f"worker {place}", *(f"{memory[pid]:.1f}" for memory in seen), f"{seen[2][pid] - seen[1][pid]:+.1f}"]
        for place, pid in enumerate(seen[0], start=1)
    ]
    print(table(["MB", "at the start", f"after {MIXED // 10:,}", f"after {MIXED:,} more", "growth by these"], rows))


def check_counts(arguments: argparse.Namespace) -> int:
    """Compare the numbers beside the facets of a sample of pages with plain SQL; return 1 where one is wrong."""
    failed = 0
    print(table(["chosen", "numbers on the page", "wrong", "the first of these: shown, true"], []), flush=True)
    with site(arguments.database[0], arguments.folder, name="site", cached=False) as server:
        for chosen, numbers, wrong in counts.differences(partial(_page_at, server), counts.samples()):
            failed += len(wrong) or not numbers
            told = " · ".join(f"{name}: {value}" for name, value in chosen) or "all"
            cells = [told, str(numbers), str(len(wrong)), "; ".join(map(str, wrong[:3]))]
            print(line(cells), flush=True)  # each as it comes: a large archive takes long
    return 1 if failed else 0


def _page_at(server: Server, path: str) -> str:
    status, _, page = fetch(server, path)
    if status != 200:
        raise Refused(f"{server.name}: {path} answered {status}")
    return page


def _measured(
    server: Server, page: Page, arguments: argparse.Namespace, paths: Sequence[Asked], *, connections: int
) -> Cost:
    theirs = paths is page.theirs
    requests, headers, expected = arguments.requests, {}, 200
    if not theirs and (page.warm or page.unchanged):
        requests *= CHEAP
    if not theirs and page.unchanged:
        _, answered, _ = fetch(server, paths[0])
        if "etag" not in answered:
            raise Refused(f"{server.name}: {paths[0]} has no ETag")
        headers, expected = {"If-None-Match": answered["etag"]}, 304
    options = {"headers": headers, "expected": expected}
    reaching = connections if theirs else CONNECTIONS_EACH * WORKERS  # each process of Datasette has a port of its own
    measure(server, paths[-WARM_UP:], WARM_UP, arguments.seconds, connections=reaching, **options)
    return measure(server, paths, requests, arguments.seconds, connections=connections, **options)


def _add(costs: Costs, page: Page, server: Server, cost: Cost) -> None:
    costs.setdefault((page.name, page.against, server.name), Cost()).add(cost)


def _wanted(pages: Sequence[Page], words: Sequence[str]) -> list[Page]:
    return [page for page in pages if any(word in f"{page.name}, {page.against}" for word in words)]


def _heading(arguments: argparse.Namespace, sizes: dict[str, int]) -> str:
    kept = f"{sizes['events']:,} events, {sizes['commitments']:,} commitments that readers see"
    engines = ", ".join(map(engine, arguments.database))
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, {engines}, Datasette {rival.VERSION}"
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC: {kept}; {machine}\n"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", action="append", required=True, metavar="URL", help="can be given several times")
    parser.add_argument("--growth", action="store_true", help="compare the databases, the smallest first")
    parser.add_argument("--memory", action="store_true", help="watch the workers' memory over 10,000 requests")
    parser.add_argument("--check-counts", action="store_true", help="compare the facets' numbers with plain SQL")
    parser.add_argument("--no-datasette", action="store_true")
    parser.add_argument("--pages", nargs="+", default=[""], metavar="WORDS", help="only those whose names have one")
    parser.add_argument("--requests", type=int, default=100, metavar="N", help="for a page in a round, at most")
    parser.add_argument("--seconds", type=float, default=5.0, metavar="S", help="for a page in a round, at most")
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    folder = Path(tempfile.gettempdir()) / "archive-benchmark"
    parser.add_argument("--folder", type=Path, default=folder, help=f"Datasette and its copy of the rows: {folder}")
    return parser.parse_args()


if __name__ == "__main__":
    try:
        main()
    except Refused as refusal:
        sys.exit(str(refusal))
