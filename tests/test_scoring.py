"""`manage.py score_reading`: figures, and what was wrong, article by article. The people are invented."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

TEXT = (
    "Thủ tướng Việt Nam Trần Văn Mẫu điện đàm với Thủ tướng Lào Khăm-phong Mẫu\n\n"
    "(BAO) - Ngày 3/3/2025, Thủ tướng Trần Văn Mẫu điện đàm với Thủ tướng Lào Khăm-phong Mẫu.\n\n"
    "Thủ tướng Trần Văn Mẫu đề nghị hai bên sớm nối lại đường bay thẳng; thúc đẩy xuất khẩu nông sản.\n"
)
GOLD: dict[str, Any] = {
    "title": "Thủ tướng Việt Nam Trần Văn Mẫu điện đàm với Thủ tướng Lào Khăm-phong Mẫu",
    "published": None,
    "event": {"kind": "phone-call", "starts_on": "2025-03-03", "ends_on": "2025-03-03", "place": None},
    "leaders": [
        {"name": "Trần Văn Mẫu", "office": "Thủ tướng", "country": "VN"},
        {"name": "Khăm-phong Mẫu", "office": "Thủ tướng", "country": "LA"},
    ],
    "topics": ["agriculture", "tourism", "trade"],
    "body": "",
    "noise": [],
    "kept": ["Ngày 3/3/2025"],
    "commitments": [
        {
            "quote": "hai bên sớm nối lại đường bay thẳng", "act": "propose", "sides": ["VN"],
            "leaders": ["Trần Văn Mẫu"], "topics": ["tourism"],
        },
        {
            "quote": "thúc đẩy xuất khẩu nông sản", "act": "propose", "sides": ["VN"],
            "leaders": ["Trần Văn Mẫu"], "topics": ["agriculture", "trade"],
        },
    ],
}  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "one.txt").write_text(TEXT, encoding="utf-8")
    return annotate(tmp_path / "gold", GOLD)


def annotate(folder: Path, record: object) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "one.json").write_text(json.dumps(record), encoding="utf-8")
    return folder


def figures(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, float]:
    call_command("score_reading", *arguments, "--json")
    return json.loads(capsys.readouterr().out)  # type: ignore[no-any-return]


def test_a_right_reading_scores_one_everywhere(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = figures(capsys, str(gold))
    assert (found.pop("articles"), found.pop("commitments")) == (1, 2)
    assert set(found.values()) == {1.0}


def test_what_is_wrong_is_named_with_its_article(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = copy.deepcopy(GOLD)
    other["commitments"][0]["act"] = "agree"
    other["commitments"][1]["topics"] = ["trade"]
    annotate(gold, other)
    call_command("score_reading", str(gold))
    shown = capsys.readouterr().out
    assert "one: \n" in shown
    assert "act of 'hai bên sớm nối lại đường bay thẳng': expected 'agree', got 'propose'" in shown
    assert "topics of 'thúc đẩy xuất khẩu nông sản': missed [], extra ['agriculture']" in shown
    assert "act 0.5000" in shown


def test_two_annotators_are_compared(gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    second = copy.deepcopy(GOLD)
    second["commitments"].pop()
    found = figures(capsys, str(gold), "--against", str(annotate(tmp_path / "second", second)))
    assert found["quotes"] == 0.6667  # one of two found: F1 = 2·1 / (2·1 + 1)


def test_an_optional_commitment_is_neither_asked_for_nor_held_against(
    gold: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    optional = copy.deepcopy(GOLD)
    optional["commitments"][1]["optional"] = True
    optional["topics_optional"] = ["agriculture", "trade"]
    annotate(gold, optional)
    found = figures(capsys, str(gold))
    assert (found["quotes"], found["topics"], found["commitments"]) == (1.0, 1.0, 1)


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ([], "one.json: not one JSON object"),
        ({"title": "x"}, "one.json: not annotated as the guidelines say"),
        (GOLD | {"commitments": [GOLD["commitments"][0] | {"quote": "không có"}]}, "this quote is not in the text"),
    ],
)
def test_a_bad_annotation_is_named(gold: Path, record: object, message: str) -> None:
    annotate(gold, record)
    with pytest.raises(CommandError, match=message) as raised:
        call_command("score_reading", str(gold))
    assert raised.value.returncode == 2


def test_a_folder_without_annotations_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no annotated article"):
        call_command("score_reading", str(tmp_path))


def test_an_annotation_without_its_text_is_named(gold: Path) -> None:
    (gold / "one.txt").unlink()
    with pytest.raises(CommandError, match=r"one\.txt: there is no such file"):
        call_command("score_reading", str(gold))
