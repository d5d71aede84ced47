"""How well the reader did on annotated articles: figures that `score_reading --write` keeps and a page of help shows.

`data/accuracy.toml` has a table for each set of articles. Each figure is from 0 to 1: F1 for `quotes`, `leaders`,
`topics` and `quote_topics`, for the others the share of what was right.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("data") / "accuracy.toml"
HEADING = """\
# How well the reader did on annotated articles. Written by `manage.py score_reading tests/golden/gold_a --write`;
# with `--against tests/golden/gold_a_second` it writes how far a second person agrees with the first.
# `unseen` is how the reader did when it first met the set, and is never written again; `now` is how it does today.
"""
TABLES = ("unseen", "now", "second")


@dataclass(frozen=True)
class Sample:
    """A set of annotated articles: its name, its size, and its figures by name; `second` is empty where one read it."""

    name: str
    articles: int
    commitments: int
    unseen: Mapping[str, float]
    now: Mapping[str, float]
    second: Mapping[str, float]


@cache
def samples() -> tuple[Sample, ...]:
    """Return the sets in the order in which the reader met them."""
    return tuple(
        Sample(name, kept["articles"], kept["commitments"], *(kept.get(table, {}) for table in TABLES))
        for name, kept in _kept(FILE).items()
    )


def keep(name: str, size: Mapping[str, int], figures: Mapping[str, float], table: str, file: Path = FILE) -> None:
    """Write the figures of a set into the file: as `unseen` too where the set is new, else that stays as it is."""
    kept = _kept(file) if file.exists() else {}
    one = kept.setdefault(name, {})
    one |= {"articles": size["articles"], "commitments": size["commitments"], table: dict(figures)}
    if table == "now":
        one.setdefault("unseen", dict(figures))
    file.write_text(HEADING + "".join(_section(name, one) for name, one in kept.items()), encoding="utf-8")
    samples.cache_clear()


def _kept(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _section(name: str, one: Mapping[str, Any]) -> str:
    lines = ["", f"[{name}]", f"articles = {one['articles']}", f"commitments = {one['commitments']}"]
    for table in TABLES:
        if table in one:
            lines += ["", f"[{name}.{table}]", *(f"{figure} = {value!r}" for figure, value in one[table].items())]
    return "\n".join([*lines, ""])
