"""Compare what the reader finds with what people found: `python -m tests.scoring [FOLDER]`.

A folder holds STEM.txt and STEM.json, annotated by the guidelines that `docs/reading.md` sums up. A quote counts as
found where it covers four fifths of the annotated one (intersection over union); who says it, its act and its topics
are compared for the found ones. What an annotation calls optional is neither asked for nor held against the reader.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from events.reading import read
from events.reading.record import as_record
from events.reading.source import decode

ANNOTATED = Path(__file__).parent / "golden" / "annotated"
MIN_OVERLAP = 0.8
Place = tuple[int, int] | None


class Counts:
    """True positives, false positives, false negatives."""

    def __init__(self) -> None:
        self.found = self.extra = self.missed = 0

    def compare(self, expected: Iterable[Any], got: Iterable[Any]) -> None:
        wanted, had = set(expected), set(got)
        self.found += len(wanted & had)
        self.extra += len(had - wanted)
        self.missed += len(wanted - had)

    @property
    def f1(self) -> float:
        total = 2 * self.found + self.extra + self.missed
        return 2 * self.found / total if total else 1.0


class Score:
    """The figures of a folder, and what was wrong, article by article."""

    def __init__(self) -> None:
        self.counts = {name: Counts() for name in ("quotes", "leaders", "topics", "quote_topics")}
        self.checks: dict[str, list[bool]] = {
            name: [] for name in ("fields", "noise", "kept", "verbatim", "sides", "speakers", "act")
        }
        self.wrong: list[str] = []

    def figures(self) -> dict[str, float]:
        """Return each figure: F1 for what is counted, the share of right ones for what is checked."""
        f1 = {name: round(counts.f1, 4) for name, counts in self.counts.items()}
        return f1 | {name: round(sum(each) / len(each), 4) if each else 1.0 for name, each in self.checks.items()}

    def check(self, name: str, expected: object, got: object, what: str) -> None:
        self.checks[name].append(expected == got)
        if expected != got:
            self.wrong.append(f"{what}: expected {expected!r}, got {got!r}")

    def add(self, stem: str, gold: dict[str, Any], got: dict[str, Any], text: str) -> None:
        """Take in one article."""
        for key in ("title", "published"):
            self.check("fields", squash(gold[key] or ""), squash(got[key] or ""), f"{stem} {key}")
        for key in ("kind", "starts_on", "ends_on"):
            self.check("fields", gold["event"][key], got["event"][key], f"{stem} {key}")
        optional = named(gold.get("leaders_optional", [])) - named(gold["leaders"])
        self.counts["leaders"].compare(named(gold["leaders"]), named(got["leaders"]) - optional)
        spare = set(gold.get("topics_optional", []))
        self.counts["topics"].compare(set(gold["topics"]) - spare, set(got["topics"]) - spare)
        body = squash(got["body"])
        for noise in gold["noise"]:
            self.check("noise", False, squash(noise) in body, f"{stem} noise {noise!r}")
        for kept in gold["kept"]:
            self.check("kept", True, squash(kept) in body, f"{stem} kept {kept!r}")
        self.add_quotes(stem, gold["commitments"], got["commitments"], text)

    def add_quotes(self, stem: str, gold: list[dict[str, Any]], got: list[dict[str, Any]], text: str) -> None:
        expected, found = locate([one["quote"] for one in gold], text), locate([one["quote"] for one in got], text)
        for quote, place in zip(got, found, strict=True):
            self.check("verbatim", True, place is not None, f"{stem} verbatim {quote['quote']!r}")
        pairs = matched(expected, found)
        quotes = self.counts["quotes"]
        for number, quote in enumerate(gold):
            if quote.get("optional"):
                continue
            if number not in pairs:
                quotes.missed += 1
                self.wrong.append(f"{stem} missed {quote['quote']!r}")
                continue
            quotes.found += 1
            self.add_pair(stem, quote, got[pairs[number]])
        for number in set(range(len(got))) - set(pairs.values()):
            quotes.extra += 1
            self.wrong.append(f"{stem} no commitment {got[number]['quote']!r}")

    def add_pair(self, stem: str, gold: dict[str, Any], got: dict[str, Any]) -> None:
        what = f"{stem} {gold['quote'][:50]!r}"
        self.check("sides", set(gold["sides"]), set(got["sides"]), f"{what} sides")
        self.check("speakers", set(map(folded, gold["leaders"])), set(map(folded, got["leaders"])), f"{what} leaders")
        self.check("act", gold["act"], got["act"], f"{what} act")
        topics = set(got["topics"]) - set(gold.get("topics_optional", []))
        self.counts["quote_topics"].compare(gold["topics"], topics)
        if topics != set(gold["topics"]):
            self.wrong.append(f"{what} topics: expected {sorted(gold['topics'])}, got {sorted(topics)}")


def squash(text: str) -> str:
    """Return NFC text with single blanks and Đ for its look-alike."""
    return " ".join(unicodedata.normalize("NFC", text).translate({0xD0: "Đ", 0xF0: "đ"}).split())


def folded(name: str) -> str:
    return squash(name).casefold()


def named(people: list[dict[str, Any]]) -> set[tuple[str, str | None]]:
    return {(folded(one["name"]), one["country"]) for one in people}


def locate(quotes: list[str], text: str) -> list[Place]:
    """Return where each quote stands in the text; repeated quotes take successive places."""
    after: dict[str, int] = {}
    places: list[Place] = []
    for quote in map(squash, quotes):
        start = text.find(quote, after.get(quote, 0)) if quote else -1
        places.append((start, start + len(quote)) if start >= 0 else None)
        after[quote] = start + 1
    return places


def matched(expected: list[Place], found: list[Place]) -> dict[int, int]:
    """Return which found quote stands for which expected one, best overlaps first."""
    overlaps = sorted(
        ((overlap(one, other), i, j) for i, one in enumerate(expected) for j, other in enumerate(found)), reverse=True
    )
    pairs: dict[int, int] = {}
    for share, i, j in overlaps:
        if share >= MIN_OVERLAP and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def overlap(one: Place, other: Place) -> float:
    if one is None or other is None:
        return 0.0
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(common, 0) / (max(one[1], other[1]) - min(one[0], other[0]))


def score(folder: Path) -> Score:
    """Read every text of a folder and compare it with its annotation."""
    result = Score()
    for path in sorted(folder.glob("*.json")):
        data = path.with_suffix(".txt").read_bytes()
        text = re.sub(r"\s+", " ", squash(data.decode("utf-8-sig")))
        gold = json.loads(path.read_text(encoding="utf-8"))
        result.add(path.stem, gold, as_record(read(decode(data))), text)
    return result


def main() -> int:
    result = score(Path(sys.argv[1]) if len(sys.argv) > 1 else ANNOTATED)
    for line in [*result.wrong, json.dumps(result.figures())]:
        print(line)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
