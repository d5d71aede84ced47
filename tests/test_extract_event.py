"""`manage.py extract_event`: articles to JSON, without a database."""

import json
import os
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

SEED = Path(__file__).parent.parent / "seeds" / "000_15890a9b6e1f6ceb.txt"


def test_an_article_becomes_one_json_file_named_by_its_stem(tmp_path):
    call_command("extract_event", str(SEED), output_dir=tmp_path / "out")
    record = json.loads((tmp_path / "out" / f"{SEED.stem}.json").read_text(encoding="utf-8"))
    assert (record["event"]["kind"], record["published"], len(record["commitments"])) == (
        "phone-call",
        "2025-01-15T19:16:00+07:00",
        13,
    )


def test_a_pipe_and_a_missing_file_are_named_and_the_rest_is_written(tmp_path, capsys):
    os.mkfifo(tmp_path / "ong.txt")
    with pytest.raises(CommandError, match="2 of 3 files could not be read"):
        call_command(
            "extract_event", str(tmp_path / "ong.txt"), str(tmp_path / "mat.txt"), str(SEED), output_dir=tmp_path
        )
    assert capsys.readouterr().err.splitlines() == [
        f"{tmp_path}/ong.txt: not read: this is not an ordinary file",
        f"{tmp_path}/mat.txt: not read: there is no such file",
    ]
    assert (tmp_path / f"{SEED.stem}.json").exists()


def test_a_folder_that_cannot_be_made_is_told_in_a_line(tmp_path):
    (tmp_path / "tep").touch()
    with pytest.raises(CommandError, match="tep is no folder to write to"):
        call_command("extract_event", str(SEED), output_dir=tmp_path / "tep")
