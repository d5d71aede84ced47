"""A Reading as the JSON object of the annotation guidelines, and files of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from events.reading import read_all
from events.reading.facts import Quote, Reading, Unreadable
from events.reading.source import MAX_BYTES, MAX_MARKS, decode, load, printable

REASONS = {
    "missing": "there is no such file",
    "not-a-file": "this is not an ordinary file",
    "unreadable": "the file cannot be opened",
    "empty": "the file is empty or holds only white space",
    "not-text": "the file is not text but binary data",
    "encoding": "the encoding of the text is not known; save it as UTF-8",
    "too-large": f"the file is larger than {MAX_BYTES // 1024 // 1024} MB",
    "too-many-marks": f"more than {MAX_MARKS} accents are heaped on one letter; the file seems damaged",
    "no-sentence": "no sentence was found in the file",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article: a line for the screen, and the path that was written where one was."""

    source: Path
    line: str
    written: Path | None = None


def extract(files: Sequence[Path], folder: Path) -> Iterator[Outcome]:
    """Read each file and write its record to `folder` as STEM.json; yield what became of it, in order.

    A file of several articles becomes STEM.1.json, STEM.2.json and so on. A file that cannot be read, or that would
    overwrite what another file of this call has written, is reported, and the next one is read. Raises OSError where
    the folder cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    taken: dict[str, str] = {}
    for source in files:
        name = printable(str(source))
        try:
            readings = read_all(decode(load(source)))
        except Unreadable as error:
            evidence = f" ({error.detail})" if error.detail else ""
            yield Outcome(source, f"{name}: not read: {REASONS[error.code]}{evidence}")
            continue
        for number, reading in enumerate(readings, 1):
            target = folder / (f"{source.stem}.json" if len(readings) == 1 else f"{source.stem}.{number}.json")
            if target.name in taken:
                yield Outcome(source, f"{name}: not written: {target.name} was just written from {taken[target.name]}")
                continue
            outcome = _written(reading, source, target)
            if outcome.written:
                taken[target.name] = name
            yield outcome


def _written(reading: Reading, source: Path, target: Path) -> Outcome:
    name = printable(str(source))
    try:
        target.write_text(as_json(as_record(reading)), encoding="utf-8", newline="\n")
    except OSError as error:
        return Outcome(source, f"{name}: not written: {error.strerror or error}")
    count = len(reading.commitments)
    shown = printable(str(target))
    return Outcome(source, f"{name}: {shown} ({count} commitment{'' if count == 1 else 's'})", target)


def as_record(reading: Reading) -> dict[str, Any]:
    """Return one article's JSON object; a publication known to the month only is null, for a month is no date."""
    published = reading.published
    return {
        "title": reading.title,
        "published": published.value.isoformat() if published and published.precision != "month" else None,
        "event": {
            "kind": reading.kind,
            "starts_on": reading.starts_on.isoformat() if reading.starts_on else None,
            "ends_on": reading.ends_on.isoformat() if reading.ends_on else None,
            "place": reading.place,
        },
        "leaders": [{"name": one.name, "office": one.office, "country": one.country} for one in reading.people],
        "topics": list(reading.topics),
        "body": reading.body,
        "commitments": [_commitment(quote) for quote in reading.commitments],
    }


def as_json(record: dict[str, Any]) -> str:
    """Return a record as the text of a file: letters as they are, one blank of indent, a newline at the end."""
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _commitment(quote: Quote) -> dict[str, Any]:
    return {
        "quote": quote.quote,
        "act": quote.act,
        "sides": list(quote.sides),
        "leaders": list(quote.leaders),
        "topics": list(quote.topics),
        "speaker": quote.speaker,
        "cue": quote.cue,
    }
