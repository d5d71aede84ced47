"""Whole texts: what the reader makes of them, and how that compares with what people found.

`python -m tests.rewrite_golden` writes the expected readings anew; `manage.py score_reading tests/golden/annotated`
prints the figures.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from events.scoring import score_reader
from tests.rewrite_golden import GOLDEN, TEXTS, golden_of, whole_record

# The floors are the present figures: a rule that helps elsewhere must not cost here.
FLOORS = {
    "quotes": 1.0, "leaders": 1.0, "topics": 1.0, "quote_topics": 1.0, "fields": 1.0, "noise": 1.0, "kept": 1.0,
    "verbatim": 1.0, "sides": 1.0, "speakers": 1.0, "act": 1.0,
}  # fmt: skip

# Of sets that the reader once met unseen (docs/reading.md): every other figure is 1.0.
LOWER = {
    "gold_a": {},
    "gold_b": {"quotes": 0.99, "quote_topics": 0.997},
    "gold_c": {"quotes": 0.997, "quote_topics": 0.997},
    "gold_d": {"topics": 0.992, "quote_topics": 0.976},
    "gold_e": {"quotes": 0.991, "topics": 0.959, "quote_topics": 0.943},
    "gold_f": {"quotes": 0.992, "topics": 0.989, "quote_topics": 0.949},
    "gold_g": {"quotes": 0.974, "topics": 0.982, "quote_topics": 0.987, "speakers": 0.994},
    "gold_h": {
        "quotes": 0.964,
        "leaders": 0.966,
        "topics": 0.959,
        "quote_topics": 0.923,
        "fields": 0.983,
        "act": 0.992,
    },
    "gold_i": {"quotes": 0.991, "topics": 0.983, "quote_topics": 0.968},
    "gold_j": {"quotes": 0.987, "topics": 0.978, "quote_topics": 0.935, "act": 0.987},
    "gold_k": {"topics": 0.996, "quote_topics": 0.984},
    "gold_l": {"quotes": 0.99, "topics": 0.992, "quote_topics": 0.992},
    "gold_m": {"quotes": 0.986, "topics": 0.976, "quote_topics": 0.946},
    "gold_n": {"quotes": 0.987, "topics": 0.968, "quote_topics": 0.931},
    "gold_o": {"quotes": 0.981, "topics": 0.96, "quote_topics": 0.942},
    "gold_p": {"quotes": 0.974, "topics": 0.96, "quote_topics": 0.954},
    "gold_q": {"quotes": 0.974, "topics": 0.969, "quote_topics": 0.944},
    "gold_r": {
        "quotes": 0.942,
        "topics": 0.969,
        "quote_topics": 0.932,
        "fields": 0.98,
        "sides": 0.992,
        "speakers": 0.985,
    },
}


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)
def test_a_text_is_read_as_before(text: Path) -> None:
    assert whole_record(text) == json.loads(golden_of(text).read_text(encoding="utf-8"))


def test_no_figure_falls_below_its_floor() -> None:
    result = score_reader(GOLDEN / "annotated")
    assert ([line for lines in result.wrong.values() for line in lines], result.figures()) == ([], FLOORS)


@pytest.mark.parametrize("name", LOWER)
def test_no_figure_of_a_set_falls_below_its_floor(name: str) -> None:
    figures = score_reader(GOLDEN / name).figures()
    assert {figure: value for figure, value in figures.items() if value < (FLOORS | LOWER[name])[figure]} == {}
