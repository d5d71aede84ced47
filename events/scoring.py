"""What the reader finds, held against what people found in the same articles.

A folder holds STEM.txt and STEM.json, annotated by the guidelines that `docs/reading.md` sums up. A quote counts as
found where it covers four fifths of the annotated one (intersection over union); who says it, its act and its topics
are compared for the found ones. What an annotation calls optional is neither asked for nor held against the reader.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from events.reading import Unreadable, read
from events.reading.lexicon import Vocabulary
from events.reading.record import as_record
from events.reading.source import decode

MIN_OVERLAP = 0.8
Record = Mapping[str, Any]
Place = tuple[int, int] | None


class BadAnnotation(ValueError):
    """An annotated article that cannot be used; the message names the file and what is wrong with it."""


@dataclass
class Counts:
    """True positives, false positives, false negatives."""

    found: int = 0
    extra: int = 0
    missed: int = 0

    def compare(self, expected: Iterable[Any], got: Iterable[Any]) -> None:
        """Add what two sets have in common, and what only one of them has."""
        wanted, had = set(expected), set(got)
        self.found += len(wanted & had)
        self.extra += len(had - wanted)
        self.missed += len(wanted - had)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 1.0 where nothing was asked for and nothing found."""
        total = 2 * self.found + self.extra + self.missed
        return 2 * self.found / total if total else 1.0


@dataclass
class Score:
    """The figures of a folder; `wrong` says what was wrong, article by article."""

    counts: dict[str, Counts] = field(
        default_factory=lambda: {name: Counts() for name in ("quotes", "leaders", "topics", "quote_topics")}
    )
    checks: dict[str, list[bool]] = field(
        default_factory=lambda: {
            name: [] for name in ("fields", "noise", "kept", "verbatim", "sides", "speakers", "act")
        }
    )
    wrong: dict[str, list[str]] = field(default_factory=dict)
    commitments: int = 0

    def figures(self) -> dict[str, float]:
        """Return each figure from 0 to 1: F1 for what is counted, the share of right ones for what is checked."""
        f1 = {name: round(counts.f1, 4) for name, counts in self.counts.items()}
        return f1 | {name: round(sum(each) / len(each), 4) if each else 1.0 for name, each in self.checks.items()}

    def add(self, stem: str, gold: Record, got: Record, text: str) -> None:
        """Take in one article; raises BadAnnotation where an annotated quote does not stand in its text."""
        wrong = self.wrong.setdefault(stem, [])
        for key in ("title", "published"):
            self._check("fields", squash(gold[key] or ""), squash(got[key] or ""), wrong, key)
        for key in ("kind", "starts_on", "ends_on"):
            self._check("fields", gold["event"][key], got["event"][key], wrong, key)
        optional = _people(gold.get("leaders_optional", [])) - _people(gold["leaders"])
        self._compare("leaders", _people(gold["leaders"]), _people(got["leaders"]) - optional, wrong)
        spare = set(gold.get("topics_optional", []))
        self._compare("topics", set(gold["topics"]) - spare, set(got["topics"]) - spare, wrong)
        body = squash(got["body"])
        for noise in gold.get("noise", []):
            self._check("noise", False, squash(noise) in body, wrong, f"noise {noise!r} in the text")
        for kept in gold.get("kept", []):
            self._check("kept", True, squash(kept) in body, wrong, f"{kept!r} kept in the text")
        self._add_quotes(stem, gold["commitments"], got["commitments"], text)

    def _add_quotes(self, stem: str, gold: list[Record], got: list[Record], text: str) -> None:
        wrong = self.wrong[stem]
        expected, found = locate([one["quote"] for one in gold], text), locate([one["quote"] for one in got], text)
        if None in expected:
            raise BadAnnotation(f"{stem}: this quote is not in the text: {gold[expected.index(None)]['quote']!r}")
        for quote, place in zip(got, found, strict=True):
            self._check("verbatim", True, place is not None, wrong, f"verbatim {quote['quote']!r}")
        pairs = _matched(expected, found)
        quotes = self.counts["quotes"]
        for number, quote in enumerate(gold):
            if quote.get("optional"):
                continue
            self.commitments += 1
            if number not in pairs:
                quotes.missed += 1
                wrong.append(f"missed: {quote['quote']!r}")
                continue
            quotes.found += 1
            self._add_pair(quote, got[pairs[number]], wrong)
        for number in sorted(set(range(len(got))) - set(pairs.values())):
            quotes.extra += 1
            wrong.append(f"no commitment: {got[number]['quote']!r}")

    def _add_pair(self, gold: Record, got: Record, wrong: list[str]) -> None:
        of = f"of {gold['quote'][:50]!r}"
        self._check("sides", set(gold["sides"]), set(got["sides"]), wrong, f"sides {of}")
        self._check("speakers", _names(gold["leaders"]), _names(got["leaders"]), wrong, f"leaders {of}")
        self._check("act", gold["act"], got["act"], wrong, f"act {of}")
        topics = set(got["topics"]) - set(gold.get("topics_optional", []))
        self._compare("quote_topics", set(gold["topics"]), topics, wrong, f"topics {of}")

    def _check(self, name: str, expected: object, got: object, wrong: list[str], what: str) -> None:
        self.checks[name].append(expected == got)
        if expected != got:
            wrong.append(f"{what}: expected {expected!r}, got {got!r}")

    def _compare(self, name: str, expected: set[Any], got: set[Any], wrong: list[str], what: str = "") -> None:
        self.counts[name].compare(expected, got)
        if expected != got:
            missed, extra = (sorted(map(str, one)) for one in (expected - got, got - expected))
            wrong.append(f"{what or name}: missed {missed}, extra {extra}")


def score_reader(folder: Path, vocabulary: Vocabulary | None = None) -> Score:
    """Return how the reader does on the annotated articles of a folder; raises BadAnnotation."""

    def read_anew(path: Path) -> Record:
        try:
            return as_record(read(decode(path.with_suffix(".txt").read_bytes()), vocabulary))
        except Unreadable as error:
            raise BadAnnotation(f"{path.stem}.txt: cannot be read: {error}") from error

    return _score(folder, read_anew)


def score_annotations(folder: Path, other: Path) -> Score:
    """Return how far a second folder of annotations agrees with the first; raises BadAnnotation."""
    return _score(folder, lambda path: _record(other / path.name))


def _score(folder: Path, found_in: Callable[[Path], Record]) -> Score:
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise BadAnnotation(f"{folder}: no annotated article (STEM.json beside STEM.txt) is here")
    result = Score()
    for path in paths:
        try:
            text = squash(path.with_suffix(".txt").read_bytes().decode("utf-8-sig", errors="replace"))
            result.add(path.stem, _record(path), found_in(path), text)
        except FileNotFoundError as error:
            raise BadAnnotation(f"{error.filename}: there is no such file") from error
        except (KeyError, TypeError, AttributeError) as error:
            raise BadAnnotation(f"{path.name}: not annotated as the guidelines say ({error!r})") from error
    return result


def _record(path: Path) -> Record:
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise BadAnnotation(f"{path.name}: not JSON: {error}") from error
    if not isinstance(record, dict):
        raise BadAnnotation(f"{path.name}: not one JSON object")
    return record


def squash(text: str) -> str:
    """Return NFC text with single blanks and Đ for its look-alike."""
    return " ".join(unicodedata.normalize("NFC", text).translate({0xD0: "Đ", 0xF0: "đ"}).split())


def _names(names: Iterable[str]) -> set[str]:
    return {squash(name).casefold() for name in names}


def _people(people: Iterable[Record]) -> set[tuple[str, str | None]]:
    return {(squash(one["name"]).casefold(), one["country"]) for one in people}


def locate(quotes: list[str], text: str) -> list[Place]:
    """Return where each quote stands in a squashed text, None where it does not; repeats at successive places."""
    after: dict[str, int] = {}
    places: list[Place] = []
    for quote in map(squash, quotes):
        start = text.find(quote, after.get(quote, 0)) if quote else -1
        places.append((start, start + len(quote)) if start >= 0 else None)
        if start >= 0:
            after[quote] = start + 1
    return places


def _matched(expected: list[Place], found: list[Place]) -> dict[int, int]:
    """Return which found quote stands for which expected one, best overlaps first."""
    overlaps = sorted(
        ((_overlap(one, other), i, j) for i, one in enumerate(expected) for j, other in enumerate(found)), reverse=True
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for share, i, j in overlaps:
        if share >= MIN_OVERLAP and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _overlap(one: Place, other: Place) -> float:
    if one is None or other is None:
        return 0.0
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(common, 0) / (max(one[1], other[1]) - min(one[0], other[0]))
