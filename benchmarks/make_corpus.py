"""Write an invented archive of any size straight into an empty database.

    python benchmarks/make_corpus.py --events 100000 --seed 1 --database sqlite:////tmp/corpus.sqlite3

The same seed gives the same rows on SQLite and on PostgreSQL, and a smaller corpus is the beginning of a larger one.
"""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

BATCH = 500  # events in memory at a time
SQLITE = "sqlite:///"


def main() -> None:
    """Make the corpus; a SQLite file appears under its name only when it is whole."""
    arguments = _arguments()
    url, file = arguments.database, None
    if url.startswith(SQLITE):
        file = Path(url.removeprefix(SQLITE)).absolute()
        if file.exists():
            sys.exit(f"{file} is there already; a corpus is made in a new file.")
        file.parent.mkdir(parents=True, exist_ok=True)
        building = file.with_name(f"{file.name}.building")
        _remove(building)
        url = f"{SQLITE}{building}"
    os.environ |= {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "diplomacy.settings"}
    import django  # noqa: PLC0415 - the settings read the environment once

    django.setup()
    make(arguments.events, arguments.seed)
    if file is not None:
        from django.db import connection  # noqa: PLC0415

        connection.close()
        building.rename(file)
        _remove(building)


def make(events: int, seed: int) -> None:
    """Migrate the database that Django is set up with, fill it, and build what is kept beside the rows.

    Ends the program where there are events in it.
    """
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    from events.models import Event  # noqa: PLC0415

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            # Only while the file is made: a crash leaves a broken file, which does not have its name yet.
            cursor.execute("PRAGMA journal_mode = OFF")
            cursor.execute("PRAGMA synchronous = OFF")
            cursor.execute("PRAGMA foreign_keys = OFF")
            cursor.execute("PRAGMA cache_size = -400000")
            cursor.execute("PRAGMA temp_store = FILE")
    call_command("migrate", verbosity=0)
    if Event.objects.exists():
        sys.exit("There are events in the database; a corpus is written into an empty one.")
    fill(events, seed, progress=True)
    connection.check_constraints()
    build()


def fill(events: int, seed: int, *, progress: bool = False) -> None:
    """Write the articles 1 to `events` in one transaction; memory does not grow with their number."""
    from django.db import transaction  # noqa: PLC0415
    from tqdm import tqdm  # noqa: PLC0415

    from benchmarks.corpus.bulk import batches, bulk  # noqa: PLC0415
    from benchmarks.corpus.tables import Clerk, tables  # noqa: PLC0415
    from events.indexing import reindex  # noqa: PLC0415

    with transaction.atomic():
        clerk, written = Clerk(seed), tables()
        with bulk(written) as writer, tqdm(total=events, unit=" events", disable=None if progress else True) as bar:
            for numbers in batches(events, BATCH):
                rows = clerk.batch(numbers)
                for table in written:
                    writer.write(table, table.rows(rows[table.model]))
                bar.update(len(numbers))
            bar.set_description("indexes")
        reindex()  # names no events: what is kept beside them is built anew


def build() -> None:
    """Build what the archive keeps beside its rows, and let PostgreSQL know what it holds."""
    from django.db import connection  # noqa: PLC0415

    from events import catalogue  # noqa: PLC0415
    from events.search.rebuilding import rebuild  # noqa: PLC0415

    catalogue.rebuild()
    rebuild()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")  # autovacuum would get to it in time


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=10_000, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--database", required=True, metavar="URL", help="sqlite:////file or postgres://…, empty")
    return parser.parse_args()


def _remove(file: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            file.with_name(file.name + suffix).unlink()


if __name__ == "__main__":
    main()
