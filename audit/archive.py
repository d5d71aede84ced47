"""An archive made for the audit: seeds/ and tests/golden, with the threads and occasions proposed for them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ("seeds", "tests/golden")
SOME_REJECTED = 3  # the importer's exit code where it left out files, which it has named


def make(url: str, folder: Path) -> None:
    """Make the database at `url`, fill it and let the machine propose; raises CalledProcessError with what it said."""
    articles = sorted(str(path) for name in ARTICLES for path in (ROOT / name).rglob("*.txt"))
    for command in (
        ["migrate", "--no-input", "--verbosity", "0"],
        ["load_vocabulary"],
        ["import_events", *articles],
        ["propose_threads"],
        ["propose_occasions"],
    ):
        manage(command, url, folder)


def manage(command: list[str], url: str, folder: Path) -> None:
    """Run one command of manage.py on the database."""
    environment = os.environ | {"DATABASE_URL": url, "VAR_DIR": str(folder), "DEBUG": "0", "LOG_LEVEL": "ERROR"}
    done = subprocess.run(  # noqa: S603 - our own commands
        [sys.executable, str(ROOT / "manage.py"), *command], env=environment, check=False, stdout=subprocess.DEVNULL
    )
    if done.returncode not in (0, SOME_REJECTED):
        raise subprocess.CalledProcessError(done.returncode, command[0])
