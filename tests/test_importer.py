"""Files become events; what cannot be read is named with its reason, and the rest is kept."""

import io
import json
import os
import shutil
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from events import vocabulary
from events.accession import Refused, candidates
from events.intake import reader
from events.models import Commitment, Event, ImportItem, ImportRun, SourceFile
from events.reading.facts import Unreadable
from events.reading.source import MAX_BYTES, printable
from tests.intakes import dies_on_b, reads_two

SEEDS = Path(__file__).parent.parent / "seeds"
ARTICLE = """Thủ tướng Trần Thử Khánh điện đàm với Thủ tướng Nhật Bản Mori Tameshi

02/05/2031 10:00 GMT+7

Ngày 2/5, Thủ tướng Trần Thử Khánh điện đàm với Thủ tướng Nhật Bản Mori Tameshi.

Hai Thủ tướng nhất trí mở thêm đường bay thẳng giữa hai nước.
"""


@pytest.fixture
def folder(tmp_path):
    """A folder with one invented article in it."""
    (tmp_path / "cuoc-goi.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def outcomes():
    return [(item.name, item.outcome, item.reason) for item in ImportItem.objects.all()]


@pytest.mark.django_db
def test_the_two_seeds_become_two_events_with_their_commitments(capsys):
    call_command("import_events", str(SEEDS))
    assert sorted(
        (str(event.starts_on), event.kind.slug, event.commitments.filter(review="machine").count())
        for event in Event.objects.all()
    ) in ([("2025-01-15", "phone-call", 13), ("2026-01-26", "phone-call", extra)] for extra in (21, 22, 23))
    assert capsys.readouterr().out.strip().endswith("created 2, updated 0, unchanged 0, duplicate 0, rejected 0")


@pytest.mark.django_db
def test_the_seeds_again_are_unchanged(capsys):
    call_command("import_events", str(SEEDS))
    before = list(Commitment.objects.values())
    call_command("import_events", str(SEEDS))
    assert capsys.readouterr().out.strip().endswith("created 0, updated 0, unchanged 2, duplicate 0, rejected 0")
    assert list(Commitment.objects.values()) == before


@pytest.mark.django_db
def test_a_source_is_kept_byte_for_byte(folder):
    call_command("import_events", str(folder))
    assert bytes(SourceFile.objects.get().content) == (folder / "cuoc-goi.txt").read_bytes()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "other_layout",
    [
        lambda text: text.replace("\n\n", "\n\n\n ") + "\n\nChia sẻ\n",
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace(" ", "\xa0"),
        lambda text: "\ufeff" + text,
        lambda text: unicodedata.normalize("NFD", text),
    ],
    ids=["share box", "carriage returns", "hard blanks", "byte order mark", "decomposed letters"],
)
@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_another_layout_of_an_article_is_attached_to_its_event(tmp_path, seed, other_layout):
    text = seed.read_text(encoding="utf-8")
    (tmp_path / "khac.txt").write_text(other_layout(text), encoding="utf-8", newline="")
    call_command("import_events", str(seed), str(tmp_path / "khac.txt"))
    assert [outcome for _, outcome, _ in outcomes()] == ["created", "duplicate"]
    assert Event.objects.get().provenances.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("trong.txt", b"", "empty"),
        ("khoang-trang.txt", b" \n\t\n", "empty"),
        ("anh.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not-text"),
        ("latin.txt", "Tổng Bí thư".encode()[:-1] + b"\xff", "encoding"),
        ("khong-cau.txt", b"15/01/2025\n", "no-sentence"),
        ("dai.txt", b"a" * (MAX_BYTES + 1), "too-large"),
        ("dau.txt", ("a" + "\u0301" * 100).encode(), "too-many-marks"),
        ("trang.pdf", b"%PDF-1.7", "media-type"),
    ],
)
def test_a_file_that_cannot_be_read_is_rejected_with_its_reason_and_the_rest_imported(folder, name, content, reason):
    (folder / name).write_bytes(content)
    with pytest.raises(CommandError, match="1 of 2 rejected"):
        call_command("import_events", str(folder / name), str(folder / "cuoc-goi.txt"))
    assert outcomes() == [(name, "rejected", reason), ("cuoc-goi.txt", "created", "")]
    assert SourceFile.objects.count() == 1


@pytest.mark.django_db
def test_a_missing_path_an_empty_folder_and_a_link_are_named(folder, capsys):
    (folder / "trong").mkdir()
    (folder / "lien-ket.txt").symlink_to(folder / "cuoc-goi.txt")
    with pytest.raises(CommandError):
        call_command("import_events", str(folder / "khong-co.txt"), str(folder / "trong"), str(folder / "lien-ket.txt"))
    assert capsys.readouterr().err.splitlines() == [
        "rejected: khong-co.txt: There is no such file or folder.",
        "rejected: trong: The folder or archive holds no file that can be read.",
        "rejected: lien-ket.txt: This is not an ordinary file.",
    ]


@pytest.mark.django_db
def test_a_pipe_does_not_hold_up_the_import(folder):
    os.mkfifo(folder / "ong.txt")
    with pytest.raises(CommandError):
        call_command("import_events", str(folder / "ong.txt"))
    assert outcomes() == [("ong.txt", "rejected", "not-a-file")]


@pytest.mark.django_db
def test_a_run_notes_when_it_ended_and_with_which_reader(folder):
    call_command("import_events", str(folder))
    run = ImportRun.objects.get()
    assert (run.finished_at is not None, run.reader_version != "") == (True, True)


@pytest.mark.django_db
def test_what_staff_changed_is_left_and_the_import_says_so(folder, capsys):
    call_command("import_events", str(folder))
    event = Event.objects.get()
    event.place = "Hà Nội"
    event.take_over(["place"])
    event.save()
    call_command("import_events", str(folder))
    event.refresh_from_db()
    assert event.place == "Hà Nội"
    assert "place is kept as staff left it: 'Hà Nội'; the file reads ''" in capsys.readouterr().out


def test_a_folder_is_searched_in_order_without_hidden_and_foreign_files(folder):
    shutil.copytree(folder, folder / "sau" / "nam-2031")
    (folder / ".an.txt").write_text("x")
    (folder / "anh.jpg").write_bytes(b"x")
    assert [candidate.name for candidate in candidates([folder])] == [
        f"{folder.name}/cuoc-goi.txt",
        f"{folder.name}/sau/nam-2031/cuoc-goi.txt",
    ]


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Điện đàm.txt", "Điện đàm.txt"), ("a\udcff.txt", "a\\udcff.txt"), ("a\nb\x1b[31m.txt", "a\\nb\\x1b[31m.txt")],
)
def test_a_name_is_kept_as_it_can_be_shown(name, shown):
    assert printable(name) == shown


@pytest.mark.django_db
def test_a_path_that_nobody_can_look_at_is_named_and_the_rest_imported(folder, capsys):
    with pytest.raises(CommandError):
        call_command("import_events", str(folder / ("a" * 300 + ".txt")), str(folder / "cuoc-goi.txt"))
    assert [outcome for _, outcome, _ in outcomes()] == ["rejected", "created"]
    assert capsys.readouterr().err.endswith(".txt: The file cannot be opened. (File name too long)\n")


def test_a_folder_that_is_closed_is_named(tmp_path, monkeypatch):
    def walk(folder, onerror):
        onerror(PermissionError(13, "Permission denied", str(folder / "dong")))
        return iter(())

    monkeypatch.setattr("events.accession.folders.os.walk", walk)
    assert [(found.name, found.refused) for found in candidates([tmp_path])] == [
        (f"{tmp_path.name}/dong", "unreadable")
    ]


ROW = json.dumps(
    {"title": "Điện đàm Việt – Nhật", "url": "https://bao.example/1", "date": "2031-05-03", "text": ARTICLE},
    ensure_ascii=False,
)


@pytest.mark.django_db
def test_a_row_of_a_table_is_a_source_of_its_own_with_what_was_known_of_it(tmp_path):
    (tmp_path / "bang.jsonl").write_text(ROW + "\n" + "{}\n", encoding="utf-8")
    with pytest.raises(CommandError, match="1 of 2 rejected"):
        call_command("import_events", str(tmp_path / "bang.jsonl"))
    assert outcomes() == [("bang.jsonl, line 1", "created", ""), ("bang.jsonl, line 2", "rejected", "no-text-column")]
    source, event = SourceFile.objects.get(), Event.objects.get()
    assert (source.name, source.media_type, source.address, bytes(source.content).decode(), source.text) == (
        "bang.jsonl, line 1",
        "application/json",
        "https://bao.example/1",
        ROW,
        ARTICLE,
    )
    assert (event.title, str(event.published_on), event.published_origin) == (
        "Điện đàm Việt – Nhật",
        "2031-05-03",
        "metadata",
    )
    assert {"code": "date-contradiction", "evidence": "2031-05-02 / 2031-05-03"} in event.flags


@pytest.mark.django_db
def test_the_same_article_as_a_row_and_as_a_file_is_one_event(folder):
    with zipfile.ZipFile(folder / "kho.zip", "w") as archive:
        archive.writestr("bang.csv", f'text\n"{ARTICLE}"\n')
        archive.write(folder / "cuoc-goi.txt", "cuoc-goi.txt")
    call_command("import_events", str(folder / "kho.zip"), str(folder / "cuoc-goi.txt"))
    assert outcomes() == [
        ("kho.zip/bang.csv, row 2", "created", ""),
        ("kho.zip/cuoc-goi.txt", "duplicate", ""),
        ("cuoc-goi.txt", "unchanged", ""),
    ]


@pytest.mark.django_db
def test_standard_input_is_imported(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ROW.encode())))
    call_command("import_events", "-", "--type", "jsonl")
    assert outcomes() == [("standard-input.jsonl, line 1", "created", "")]


@pytest.mark.django_db
def test_text_in_an_article_that_is_markup_formula_or_control_is_kept_and_shown_as_text(tmp_path, client):
    odd = '=HYPERLINK("x") <script>alert(1)</script> \u202e\x07 hai bên nhất trí mở đường bay thẳng giữa hai nước.'
    (tmp_path / "la.txt").write_text(ARTICLE + "\n" + odd, encoding="utf-8")
    call_command("import_events", str(tmp_path))
    event = Event.objects.get()
    assert "<script>alert(1)</script>" in event.body
    assert "<script>alert" not in client.get(event.get_absolute_url()).content.decode()


ALREADY = "would be: created 0, updated 0, unchanged 1, duplicate 0, rejected 0"


@pytest.mark.django_db
def test_a_dry_run_says_what_would_happen_and_writes_nothing(folder, capsys):
    vocabulary.load()
    (folder / "khac.txt").write_text("\ufeff" + ARTICLE, encoding="utf-8")
    (folder / "trong.txt").touch()
    with pytest.raises(CommandError, match="1 of 3 rejected; nothing was written"):
        call_command("import_events", str(folder), "--dry-run")
    assert "would be: created 1, updated 0, unchanged 0, duplicate 1, rejected 1" in capsys.readouterr().out
    assert [each.objects.count() for each in (Event, SourceFile, ImportRun, ImportItem)] == [0, 0, 0, 0]


@pytest.mark.django_db
def test_a_dry_run_over_what_is_in_says_what_a_new_reading_would_change(folder, capsys):
    call_command("import_events", str(folder))
    call_command("import_events", str(folder), "--dry-run")
    assert ALREADY in capsys.readouterr().out
    Event.objects.update(place="Huế")
    call_command("import_events", str(folder), "--dry-run")
    assert "updated 1" in capsys.readouterr().out
    assert Event.objects.get().place == "Huế"


@pytest.mark.django_db
def test_a_dry_run_before_the_vocabulary_is_in_says_how_to_load_it(folder):
    with pytest.raises(CommandError, match="load_vocabulary"):
        call_command("import_events", str(folder), "--dry-run")


@pytest.mark.django_db
def test_ctrl_c_keeps_what_was_imported_and_says_so(folder, monkeypatch, capsys):
    def interrupted(self, item):
        raise KeyboardInterrupt

    monkeypatch.setattr("events.management.commands.import_events.Command._report", interrupted)
    with pytest.raises(CommandError, match="Interrupted") as caught:
        call_command("import_events", str(folder))
    assert (caught.value.returncode, Event.objects.count(), ImportRun.objects.get().finished_at) == (130, 1, None)
    assert capsys.readouterr().out.startswith("created 1")


@pytest.mark.django_db
def test_an_article_on_which_the_reader_fails_is_rejected_and_the_rest_imported(folder, monkeypatch):
    (folder / "b.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.setattr("events.importer.reader", dies_on_b)
    with pytest.raises(CommandError, match="1 of 2 rejected"):
        call_command("import_events", str(folder / "b.txt"), str(folder / "cuoc-goi.txt"))
    assert [(item.outcome, item.reason, item.detail) for item in ImportItem.objects.all()] == [
        ("rejected", "reader-failed", "exit code 9"),
        ("created", "", ""),
    ]


@pytest.mark.django_db
def test_several_articles_of_one_file_are_told_one_by_one(folder, monkeypatch):
    monkeypatch.setattr("events.importer.reader", reads_two)
    call_command("import_events", str(folder))
    name = f"{folder.name}/cuoc-goi.txt"
    assert outcomes() == [(name, "created", ""), (name, "created", "")]
    assert sorted(SourceFile.objects.get().provenances.values_list("part", flat=True)) == [1, 2]
    monkeypatch.setattr("events.importer.reader", reader)
    call_command("import_events", str(folder))
    assert outcomes()[2:] == [(name, "unchanged", ""), (name, "updated", "")]


@pytest.mark.django_db
@pytest.mark.parametrize("jobs", ["0", "-1", "x", "1000000", "²"])
def test_a_number_of_processes_that_is_none_is_told(folder, jobs):
    with pytest.raises(CommandError, match="is no number of processes"):
        call_command("import_events", str(folder), "--jobs", jobs)


@pytest.mark.django_db
def test_a_run_counts_what_became_of_its_articles(folder):
    (folder / "trong.txt").touch()
    with pytest.raises(CommandError):
        call_command("import_events", str(folder))
    run = ImportRun.objects.get()
    assert (run.created, run.updated, run.unchanged, run.duplicate, run.rejected) == (1, 0, 0, 0, 1)


def test_every_reason_to_reject_has_words():
    codes = {*Unreadable.REASONS, *Refused.REASONS, "reader-failed"}
    assert codes == set(ImportItem.Reason.values)


def test_a_database_that_is_not_prepared_is_told_in_a_line(tmp_path):
    done = subprocess.run(
        [sys.executable, "manage.py", "import_events", "seeds"],
        cwd=SEEDS.parent,
        env=os.environ | {"VAR_DIR": str(tmp_path), "DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "diplomacy.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (
        1,
        "CommandError: The database is not prepared yet; `manage.py migrate` does it.\n",
    )
