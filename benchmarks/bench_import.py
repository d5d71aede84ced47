"""How fast and in how much memory articles are imported: `python -m benchmarks.bench_import [COUNT…]`.

Makes invented articles from a seed, one line of JSON each, and imports them into an empty database: the one that
DATABASE_URL names, whose tables are emptied before (it must be called `benchmark`), else SQLite in a folder of its own.
Prints articles a second and the memory of the process that writes, along the way too; those that read are not counted.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEED = 20310502
STEPS = 10  # samples of memory in one import

FAMILIES = ("Trần", "Lê", "Phạm", "Vũ", "Đỗ", "Bùi", "Hồ", "Ngô")
MIDDLES = ("Thử", "Giả", "Mẫu", "Tạm")
GIVEN = ("Khánh", "Nghiệm", "Bình", "An", "Phúc", "Lộc", "Thọ", "Sơn", "Hải", "Hà")
ELSEWHERE = ("Mori Tameshi", "Sato Kasetsu", "Kim Ga Sang", "Ivan Probnov", "John Sample", "Khamphay Thotlong")
COUNTRIES = ("Nhật Bản", "Hàn Quốc", "Nga", "Hoa Kỳ", "Lào", "Pháp", "Ấn Độ", "Úc", "Campuchia", "Singapore")
VERBS = ("nhất trí", "khẳng định sẽ", "cam kết", "đề nghị hai bên")
MATTERS = (
    "mở thêm đường bay thẳng giữa hai nước",
    "đẩy mạnh hợp tác về giáo dục và đào tạo nghề",
    "tạo thuận lợi cho hàng nông sản vào thị trường của nhau",
    "tăng cường trao đổi đoàn các cấp",
    "hỗ trợ chuyển đổi năng lượng công bằng",
    "phối hợp bảo vệ nguồn nước sông",
)


def articles(count: int, seed: int = SEED) -> Iterator[dict[str, str]]:
    """Yield invented articles, no two alike: rows with `title`, `url`, `date` and `text`."""
    chance = random.Random(seed)  # noqa: S311 (nothing secret hangs on it)
    for number in range(count):
        day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(2026, 2035)
        ours = f"Thủ tướng {chance.choice(FAMILIES)} {chance.choice(MIDDLES)} {chance.choice(GIVEN)}"
        country = chance.choice(COUNTRIES)
        theirs = f"Thủ tướng {country} {chance.choice(ELSEWHERE)}"
        said = [
            f"{chance.choice((ours, theirs, 'Hai Thủ tướng'))} {chance.choice(VERBS)} {matter}."
            for matter in chance.sample(MATTERS, 4)
        ]
        yield {
            "title": f"{ours} điện đàm với {theirs}",
            "url": f"https://bao.example/{seed}/{number}",
            "date": f"{year}-{month:02}-{day:02}",
            "text": f"Ngày {day}/{month}, {ours} điện đàm với {theirs} về hồ sơ số {number}.\n\n" + "\n\n".join(said),
        }


def import_all(path: Path, count: int, jobs: int | None) -> None:
    """Import the file and print what it took."""
    from events.accession import candidates  # noqa: PLC0415 (Django is set up first)
    from events.importer import Import, cores  # noqa: PLC0415

    began = last = time.monotonic()
    work = Import(jobs)
    step = max(1, count // STEPS)
    for number, item in enumerate(work.file(candidates([path])), 1):
        if item.outcome != "created":
            sys.exit(f"{item.name}: {item.outcome} {item.reason} {item.detail}")
        if number % step == 0:
            now = time.monotonic()
            print(f"  {number:>9,}  {step / (now - last):8.1f} articles/s  {resident():6.0f} MB", flush=True)
            last = now
    work.finish()
    seconds = time.monotonic() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{count:,} articles, {jobs or cores()} readers: {count / seconds:.1f} articles/s, peak {peak:.0f} MB",
        flush=True,
    )


def resident() -> float:
    """Return the megabytes that this process holds now, 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024


def empty_database() -> None:
    """Make the tables, and leave nothing in them."""
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    name = str(connection.settings_dict["NAME"])
    if connection.vendor != "sqlite" and name != "benchmark":
        sys.exit(f"The database is called {name}: this would empty it. Make one that is called benchmark.")
    call_command("migrate", verbosity=0)
    call_command("flush", interactive=False, verbosity=0)
    call_command("load_vocabulary", verbosity=0, stdout=open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
    print(f"{connection.vendor}:")


def main() -> None:
    """Measure each count in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[1_000, 10_000, 100_000])
    parser.add_argument("--jobs", type=int, help="processes that read; as many as there are cores")
    given = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as folder:
        os.environ["VAR_DIR"] = folder
        os.environ.setdefault("DATABASE_URL", "")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "diplomacy.settings")
        import django  # noqa: PLC0415

        django.setup()
        for count in given.counts:
            path = Path(folder, "articles.jsonl")
            with path.open("w", encoding="utf-8") as file:
                file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in articles(count))
            empty_database()
            import_all(path, count, given.jobs)


if __name__ == "__main__":
    main()
