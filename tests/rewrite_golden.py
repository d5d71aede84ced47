"""Write `tests/golden/readings/` anew: `python -m tests.rewrite_golden`, from the project's folder. Read the diff."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from events.reading import read
from events.reading.record import as_json, as_record
from events.reading.source import decode

GOLDEN = Path(__file__).parent / "golden"
TEXTS = sorted([*(GOLDEN / "annotated").glob("*.txt"), *(GOLDEN / "invented").glob("*.txt")])


def whole_record(text: Path) -> dict[str, Any]:
    """Return all that the reader finds in a text: the record, and what only staff see."""
    reading = read(decode(text.read_bytes()))
    record = as_record(reading)
    for shown, quote in zip(record["commitments"], reading.commitments, strict=True):
        shown |= {"manner": quote.manner, "rule": quote.rule, "confidence": quote.confidence}
    return record | {
        "language": reading.language,
        "outlet": reading.outlet,
        "flags": [asdict(f) for f in reading.flags],
    }


def golden_of(text: Path) -> Path:
    """Return where the golden reading of a text is kept."""
    return GOLDEN / "readings" / f"{text.stem}.json"


if __name__ == "__main__":
    for each in TEXTS:
        golden_of(each).write_text(as_json(whole_record(each)), encoding="utf-8", newline="\n")
