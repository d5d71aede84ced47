"""How well the reader does, as a page of help tells it: the figures kept are those of today's reader."""

import re
import tomllib
from pathlib import Path

import pytest
from django.core.management import call_command

from events import accuracy
from events.scoring import score_annotations, score_reader

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden"
SETS = {sample.name: sample for sample in accuracy.samples()}
NAMES = {"quotes": "quotes", "sides": "sides", "speakers": "speakers", "act": "act", "quote topics": "quote_topics",
         "leaders": "leaders", "fields": "fields", "noise": "noise"}  # fmt: skip


def test_every_set_is_kept():
    assert sorted(SETS) == sorted(path.name for path in GOLDEN.glob("gold_?"))


@pytest.mark.parametrize("name", SETS)
def test_the_figures_kept_are_those_of_the_reader(name):
    """Where this fails the reader has changed: `score_reading tests/golden/NAME --write` keeps the new ones."""
    score = score_reader(GOLDEN / name)
    assert SETS[name].now == score.figures()
    assert (SETS[name].articles, SETS[name].commitments) == (len(score.wrong), score.commitments)


@pytest.mark.parametrize("name", [name for name in SETS if (GOLDEN / f"{name}_second").exists()])
def test_how_far_two_people_agree_is_what_is_kept(name):
    assert SETS[name].second == score_annotations(GOLDEN / name, GOLDEN / f"{name}_second").figures()


def test_the_first_figures_are_those_that_the_page_on_reading_tells():
    text = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    heads, *rows = re.findall(r"^\| (first reading of|`gold_.`) \| ((?:[^|]+\| ){7}[^|]+)\|$", text, re.MULTILINE)
    heads = [NAMES[head.strip()] for head in heads[1].split("|")]
    told = {name.strip("`"): dict(zip(heads, map(float, cells.split("|")), strict=True)) for name, cells in rows}
    assert told == {name: {head: round(sample.unseen[head], 3) for head in heads} for name, sample in SETS.items()}


def test_writing_keeps_the_first_figures_of_a_set_for_ever(tmp_path):
    file = tmp_path / "accuracy.toml"
    size = {"articles": 2, "commitments": 3}
    accuracy.keep("a", size, {"quotes": 0.5}, "now", file)
    accuracy.keep("a", size, {"quotes": 0.75}, "now", file)
    accuracy.keep("a", size, {"quotes": 0.9}, "second", file)
    kept = size | {"unseen": {"quotes": 0.5}, "now": {"quotes": 0.75}, "second": {"quotes": 0.9}}
    assert tomllib.loads(file.read_text(encoding="utf-8")) == {"a": kept}


def test_the_command_keeps_what_it_found(monkeypatch, tmp_path, capsys):
    kept = []
    monkeypatch.setattr("events.management.commands.score_reading.keep", lambda *what: kept.append(what))
    call_command("score_reading", str(GOLDEN / "gold_e"), "--json", "--write")
    [(name, size, figures, table)] = kept
    assert (name, size, table) == ("gold_e", {"articles": 8, "commitments": 116}, "now")
    assert figures == SETS["gold_e"].now
