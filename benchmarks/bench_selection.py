"""What pages ask of the archive, without the templates: CPU milliseconds a page, and the ratio to a loop in Python.

First, with nothing kept that was counted of the same rows; and again.

    python benchmarks/bench_selection.py --database sqlite:////tmp/corpus/100k.sqlite3
    python benchmarks/bench_selection.py --database … --phrases     # what it takes to read all rows for a phrase

Each database holds a corpus of make_corpus.py. The time is that of this process: PostgreSQL's own is not in it.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pyroaring import BitMap64

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.pages.report import table  # noqa: E402

ASKED = [
    ("events", ""),
    ("events", "topic=defence"),
    ("events", "country=CN"),
    ("events", "year=2020&country=CN&topic=trade"),
    ("events", "page=300"),
    ("events", "q=hợp+tác"),
    ("events", "q=vanadi"),
    ("events", 'q="hợp+tác"'),
    ("events", 'q="toàn+diện"+năng+lượng'),
    ("events", "q=vanadu"),
    ("commitments", ""),
    ("commitments", "topic=trade"),
    ("commitments", "q=hợp+tác"),
]
PHRASES = [["nang", "luong"], ["hop", "tac"]]
LOOP = 1_000_000


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", required=True, metavar="URL")
    parser.add_argument("--phrases", action="store_true", help="read all rows that hold the words of a phrase")
    parser.add_argument("--times", type=int, default=10, metavar="N", help="for a page in a round; the best of three")
    arguments = parser.parse_args()
    os.environ |= {"DATABASE_URL": arguments.database, "DJANGO_SETTINGS_MODULE": "diplomacy.settings"}
    import django  # noqa: PLC0415 - the settings read the environment once

    django.setup()
    if arguments.phrases:
        print(table(["record", "phrase", "rows with its words", "with the phrase", "ms"], _phrases()))
    else:
        loop = f"of a loop of {LOOP:,}"
        columns = ["asked for", "rows", "queries", "first, CPU ms", loop, "again, CPU ms", loop]
        print(table(columns, [_row(record, query, arguments.times) for record, query in ASKED]))


def _row(record: str, query: str, times: int) -> list[str]:
    from django.db import connection  # noqa: PLC0415 - Django is set up by the caller
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    _made(record, query)
    with CaptureQueriesContext(connection) as queries:
        rows = _made(record, query)
    first = min(_cpu_ms(lambda: _made(record, query), 1, before=_forget) for _ in range(3 * times))
    again = min(_cpu_ms(lambda: _made(record, query), times) for _ in range(3))
    loop = min(_cpu_ms(_loop, 1) for _ in range(3))
    costs = [f"{first:.1f}", f"{first / loop:.3f}", f"{again:.1f}", f"{again / loop:.3f}"]
    return [f"{record}, {query or 'all'}", f"{rows:,}", str(len(queries)), *costs]


def _forget() -> None:
    """Let go of what was counted of rows, and of what was read for phrases, as each change of the archive does."""
    from events.catalogue import keeping  # noqa: PLC0415 - Django is set up by the caller
    from events.search import lookup  # noqa: PLC0415

    lookup._followed = lookup._Followed()
    for name, kept in list(keeping._kept.items()):
        events, commitments = (holdings.replaced(BitMap64(), {}, []) for holdings in (kept.events, kept.commitments))
        keeping._kept[name] = replace(kept, events=events, commitments=commitments)


def _made(record: str, query: str) -> int:
    """Ask for all that a list shows; return the number of rows found."""
    from django.http import QueryDict  # noqa: PLC0415 - Django is set up by the caller

    from events import generation  # noqa: PLC0415
    from events.selection import CommitmentSelection, EventSelection  # noqa: PLC0415

    with generation.kept(generation.ask()):
        asked = (EventSelection if record == "events" else CommitmentSelection)(QueryDict(query))
        shown = [*asked.page, *asked.facets, *asked.sorts, *asked.chips, *asked.problems, *asked.hidden]
        shown += [asked.passages, asked.suggestion, asked.words, asked.query, asked.query_with_page]
    return asked.total


def _phrases() -> list[list[str]]:
    from events.search.engine import RECORDS  # noqa: PLC0415 - Django is set up by the caller
    from events.search.lookup import Lookup  # noqa: PLC0415

    rows = []
    for record in RECORDS:
        for phrase in PHRASES:
            lookup = Lookup(record)
            holders = lookup.with_words([phrase])
            begun = time.perf_counter()
            found = lookup.engine.with_run(record, [phrase], holders, holders)
            taken = f"{1000 * (time.perf_counter() - begun):.0f}"
            rows.append([record, " ".join(phrase), f"{len(holders):,}", f"{len(found):,}", taken])
    return rows


def _loop() -> None:
    number = 0
    for each in range(LOOP):
        number += each


def _cpu_ms(work: Callable[[], object], times: int, before: Callable[[], object] = bool) -> float:
    before()
    begun = time.process_time()
    for _ in range(times):
        work()
    return 1000 * (time.process_time() - begun) / times


if __name__ == "__main__":
    main()
