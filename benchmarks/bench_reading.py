"""How fast articles are read, stage by stage, and how much time hostile files take.

    python -m benchmarks.bench_reading              the articles of seeds/ and tests/golden/, then the hostile files
    python -m benchmarks.bench_reading articles     the articles only
    python -m benchmarks.bench_reading hostile 0.25 hostile files of a quarter and of half the largest size

All times are CPU time, the least of several rounds. The calibration is a fixed loop in Python, timed in the same run:
figures of two machines, or of a busy and of a quiet hour, are compared by their ratio to it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from time import process_time
from typing import Any
from unittest.mock import patch

from events import reading
from events.reading import lexicon
from events.reading.facts import SourceText, Unreadable
from events.reading.source import MAX_BYTES, decode

ROOT = Path(__file__).parent.parent
ARTICLE = 3_700  # characters: about the length of the two seeds
ROUNDS = 15
STAGES = (
    ("the language", lexicon.Vocabulary, "language_of"),
    ("article out of its page", reading, "find_article"),
    ("sentences and words", reading, "sentences"),
    ("mentions and people", reading, "who"),
    ("days of the event", reading, "_days"),
    ("clauses", reading.speech, "voices"),
    ("whose leader", reading.allegiances, "settle"),
    ("commitments", reading, "commitments"),
)
LEDE = "Ngày 5/3/2024, Thủ tướng Lê Văn Tám đã hội đàm với Thủ tướng Lào Xổm-chay Phôm-ma.\n\n"
HOSTILE = {
    "cues": "nhất trí ",
    "clauses without an end": "hai bên nhất trí tăng cường hợp tác, ",
    "semicolons": "; ",
    "clauses and semicolons": "hai bên nhất trí; ",
    "quotations": '"hai bên nhất trí" ',
    "opening quotation marks": "“",
    "straight quotation marks": '"',
    "combining marks": "a\u0301\u0302 ",
    "initials": "A. ",
    "initials without a blank": "V.",
    "one long word": "a",
    "full stops": ".",
    "newlines": "\n",
    "lines of one letter": "a\n",
    "digits": "1",
    "numbers": "a 1. ",
    "days": "ngày 5/3/2024 ",
    "years": "năm 2019 ",
    "pronouns with a name": "ông Tập ",
    "states in a row": "Lào và ",
    "offices in a row": "Thủ tướng, ",
    "verbs with a speaker": "said he ",
    "reports": "theo ông Tập, ",
    "syllables with hyphens": "Kẹo-vi-",
    "short sentences": "Hai bên nhất trí hợp tác. ",
    "short paragraphs": "Hai bên nhất trí hợp tác.\n\n",
    "headlines": "Hội đàm Việt Nam Lào hôm nay\n",
    "blanks": "a          ",
}


def calibration() -> float:
    """Return the CPU seconds of a fixed loop in Python."""
    start = process_time()
    total = 0
    for number in range(300_000):
        total += number * number % 7
    return process_time() - start


def articles(sources: Sequence[SourceText]) -> None:
    """Print articles a second, CPU time per article of ARTICLE characters, and the share of each stage."""
    vocabulary = lexicon.load()
    share = ARTICLE / sum(len(source.text) for source in sources)

    def once() -> float:
        start = process_time()
        for source in sources:
            reading.read(source, vocabulary)
        return process_time() - start

    once()
    whole, loop = min((once(), calibration()) for _ in range(ROUNDS))
    print(f"{len(sources)} articles, {sum(len(source.text) for source in sources):,} characters")
    print(f"  one of {ARTICLE:,} characters: {whole * share * 1000:.2f} ms, {1 / (whole * share):,.0f} a second")
    print(f"  calibration: {loop * 1000:.1f} ms; an article takes {whole * share / loop:.4f} of it")
    with ExitStack() as stack:
        spent = [stack.enter_context(_timed(owner, name)) for _, owner, name in STAGES]
        for _ in range(ROUNDS):
            once()
    for (stage, _, _), seconds in zip(STAGES, spent, strict=True):
        print(f"  {stage:28}{sum(seconds) / ROUNDS * share * 1000:7.3f} ms")


@contextmanager
def _timed(owner: Any, name: str) -> Iterator[list[float]]:
    """Put the CPU seconds of each call of `owner.name` into a list."""
    spent: list[float] = []
    inner: Callable[..., Any] = getattr(owner, name)

    def timed(*given: Any, **named: Any) -> Any:
        start = process_time()
        found = inner(*given, **named)
        spent.append(process_time() - start)
        return found

    with patch.object(owner, name, timed):
        yield spent


def hostile(share: float) -> None:
    """Print the CPU time of hostile files of a share of the largest size and of twice that: linear is a ratio of 2."""
    size = int(MAX_BYTES * share)
    print(f"hostile files of {size:,} and {2 * size:,} bytes; calibration {calibration() * 1000:.1f} ms")
    for name, unit in HOSTILE.items():
        short, long = (_seconds(text) for text in _files(unit, size))
        print(f"  {name:28}{short:8.2f} s{long:8.2f} s   × {long / max(short, 0.01):.1f}")


def _files(unit: str, size: int) -> Iterator[bytes]:
    for bytes_ in (size, 2 * size):
        times = (bytes_ - len(LEDE.encode())) // len(unit.encode())
        yield (LEDE + unit * times).encode()


def _seconds(data: bytes) -> float:
    start = process_time()
    with suppress(Unreadable):
        reading.read(decode(data))
    return process_time() - start


def main(arguments: list[str]) -> None:
    """Run what the command line asks for."""
    if arguments[:1] != ["hostile"]:
        for folder in ("seeds", "tests/golden"):
            print(folder)
            articles([decode(path.read_bytes()) for path in sorted((ROOT / folder).rglob("*.txt"))])
    if arguments[:1] != ["articles"]:
        hostile(float(arguments[1]) if arguments[1:] else 0.5)


if __name__ == "__main__":
    main(sys.argv[1:])
