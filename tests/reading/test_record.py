from __future__ import annotations

import json
from pathlib import Path

from events.reading.facts import Unreadable
from events.reading.record import REASONS, as_record, extract
from tests.reading.conftest import LEDE, reading_of

TEXT = LEDE + "Hai bên nhất trí mở cửa khẩu."


def test_a_record_has_the_keys_of_the_guidelines() -> None:
    record = as_record(reading_of(TEXT))
    assert list(record) == ["title", "published", "event", "leaders", "topics", "body", "commitments"]
    assert record["commitments"] == [
        {
            "quote": "mở cửa khẩu",
            "act": "agree",
            "sides": ["VN", "LA"],
            "leaders": [],
            "topics": ["borders"],
            "speaker": "Hai bên",
            "cue": "nhất trí",
        }
    ]


def test_a_month_is_no_publication_date() -> None:
    assert as_record(reading_of(" date 2024-03 " + TEXT))["published"] is None


def test_every_reason_has_words() -> None:
    assert set(REASONS) == set(Unreadable.REASONS)


def test_files_are_read_one_by_one_and_failures_are_named(tmp_path: Path) -> None:
    good, empty, twin = tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "x" / "a.txt"
    twin.parent.mkdir()
    for path, text in ((good, TEXT), (empty, " \n"), (twin, TEXT)):
        path.write_text(text, encoding="utf-8")
    out = tmp_path / "out"
    outcomes = list(extract([good, empty, twin, tmp_path / "gone.txt"], out))
    assert [one.written for one in outcomes] == [out / "a.json", None, None, None]
    assert [one.line for one in outcomes] == [
        f"{good}: {out / 'a.json'} (1 commitment)",
        f"{empty}: not read: the file is empty or holds only white space",
        f"{twin}: not written: a.json was just written from {good}",
        f"{tmp_path / 'gone.txt'}: not read: there is no such file",
    ]
    assert json.loads((out / "a.json").read_text(encoding="utf-8"))["event"]["kind"] == "talks"
    assert (out / "a.json").read_bytes().endswith(b"}\n")
