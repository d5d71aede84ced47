"""An event's text cut where commitments begin and end, so that a page can mark each in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from events.models import Commitment

_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that the same commitments cover.

    `opens` are those of `commitments` that the text shows here for the first time, the longest first.
    """

    text: str
    commitments: tuple[Commitment, ...] = ()
    opens: tuple[Commitment, ...] = ()


def annotate(body: str, commitments: Iterable[Commitment]) -> list[list[Run]]:
    """Return the paragraphs of `body`, each as the runs that it is made of, in order and without a gap.

    Commitments may overlap, nest, and reach over several paragraphs; one that is not anchored is in no run.
    """
    passages = [(c.start, c.end, c) for c in commitments if c.start is not None and c.end is not None]
    passages.sort(key=lambda passage: (passage[0], -passage[1]))
    opened: set[int] = set()
    annotated = []
    for start, end in _paragraphs(body):
        here = [passage for passage in passages if passage[0] < end and passage[1] > start]
        cuts = {cut for first, last, _ in here for cut in (first, last) if start < cut < end}
        runs = []
        for begin, finish in pairwise(sorted({start, end, *cuts})):
            covering = tuple(c for first, last, c in here if first <= begin and finish <= last)
            opens = tuple(c for c in covering if id(c) not in opened)
            opened.update(map(id, opens))
            runs.append(Run(body[begin:finish], covering, opens))
        annotated.append(runs)
    return annotated


def _paragraphs(body: str) -> list[tuple[int, int]]:
    """Return where each paragraph that holds something starts and ends."""
    breaks = [(0, 0), *(found.span() for found in _BLANK_LINES.finditer(body)), (len(body), len(body))]
    spans = ((after, before) for (_, after), (before, _) in pairwise(breaks))
    return [(start, end) for start, end in spans if body[start:end].strip()]
