"""ZIP archives: members one by one, and no way in for bombs, locks and names that lead elsewhere."""

import io
import struct
import sys
import zipfile

import pytest

from events.accession import candidates, folders
from events.accession.archives import FREE
from events.reading.source import MAX_BYTES


@pytest.fixture
def found(tmp_path):
    """A function that returns what is found in an archive with these members: name and content, or a ZipInfo."""

    def find(members, method=zipfile.ZIP_DEFLATED, change=bytes):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", method) as archive:
            for name, content in members:
                archive.writestr(name, content)
        path = tmp_path / "kho.zip"
        path.write_bytes(change(buffer.getvalue()))
        return [(one.name, one.refused or one.data) for one in candidates([path])]

    return find


def test_members_are_named_by_the_archive_and_their_own_way(found):
    members = [("a.txt", "Một."), ("2031/b.html", "<p>Hai."), ("c.csv", "text\nBa.\n"), ("d.jsonl", '{"text": "Bốn."}')]
    assert found(members) == [
        ("kho.zip/a.txt", "Một.".encode()),
        ("kho.zip/2031/b.html", b"<p>Hai."),
        ("kho.zip/c.csv, row 2", b"Ba."),
        ("kho.zip/d.jsonl, line 1", '{"text": "Bốn."}'.encode()),
    ]


def test_hidden_and_foreign_members_are_passed_over(found):
    members = [(".an.txt", "x"), ("__MACOSX/._a.txt", "x"), ("anh.jpg", "x"), ("a.txt", "Một.")]
    assert found(members) == [("kho.zip/a.txt", "Một.".encode())]


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "a/../../b.txt", "C:\\a.txt", "..\\a.txt"])
def test_a_name_that_leads_out_of_the_archive_is_refused(found, name):
    refused = found([(name, "x"), ("b.txt", "y")])
    assert [what for _, what in refused] == ["unsafe-name", b"y"]


def test_an_archive_within_an_archive_is_refused(found):
    assert found([("trong.zip", b"PK"), ("a.txt", "x")]) == [("kho.zip/trong.zip", "nested"), ("kho.zip/a.txt", b"x")]


def test_a_locked_member_is_named(found):
    def lock(data):
        place = data.index(b"PK\x01\x02")
        return data[: place + 8] + struct.pack("<H", 1) + data[place + 10 :]

    assert found([("a.txt", "x"), ("b.txt", "y")], change=lock) == [
        ("kho.zip/a.txt", "encrypted"),
        ("kho.zip/b.txt", b"y"),
    ]


def test_a_link_in_an_archive_is_refused(found):
    link = zipfile.ZipInfo("a.txt")
    link.external_attr = 0o120777 << 16
    assert found([(link, "/etc/passwd")]) == [("kho.zip/a.txt", "not-a-file")]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_way_of_packing_whose_pieces_have_no_bound_is_refused(found, method):
    assert found([("a.txt", "x" * 100)], method) == [("kho.zip/a.txt", "not-an-archive")]


def test_a_table_that_unpacks_without_end_is_stopped(found):
    rows = found([("a.csv", "text\n" + "\n" * (FREE + 1_000_000)), ("b.txt", "y")])
    assert rows == [("kho.zip/a.csv", "unpacks-too-large")]


def test_a_long_text_is_cut_where_it_is_refused_and_the_next_is_read(found):
    rows = found([("a.txt", "x" * 20_000_000), ("b.txt", "y")])
    assert [len(data) for _, data in rows] == [MAX_BYTES + 1, 1]


def test_members_that_share_their_bytes_count_together(found):
    content = "x" * 5_000_000
    rows = found([(f"{n}.txt", content) for n in range(20)])
    assert rows[-1][1] == "unpacks-too-large"
    assert len(rows) < 20


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda data: b"khong phai", "not-an-archive"),
        (lambda data: data[:-10], "not-an-archive"),
        (lambda data: data[:-12] + b"\xff\xff" + data[-10:], "too-many-members"),
        (lambda data: data[:-10] + b"\xff\xff\xff\x7f" + data[-6:], "too-many-members"),
        (lambda data: b"", "not-an-archive"),
    ],
)
def test_a_damaged_archive_is_refused_with_its_reason(found, change, reason):
    assert found([("a.txt", "x")], change=change) == [("kho.zip", reason)]


def test_a_damaged_member_is_refused_alone(found):
    def damage(data):
        place = data.index(b"a.txt") + len("a.txt")
        return data[:place] + b"\xff\xff\xff" + data[place + 3 :]

    rows = found([("a.txt", "abc" * 100), ("b.txt", "y")], change=damage)
    assert rows == [("kho.zip/a.txt", "not-an-archive"), ("kho.zip/b.txt", b"y")]


def test_an_archive_of_nothing_that_is_read_says_so(found):
    assert found([("anh.jpg", "x")]) == [("kho.zip", "nothing-here")]


def test_a_name_in_utf_8_is_read_though_the_archive_does_not_say_so(found):
    def unsay(data):
        for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            place = data.index(sign) + flags
            data = data[:place] + b"\0\0" + data[place + 2 :]
        return data

    assert found([("Điện đàm.txt", "x")], change=unsay) == [("kho.zip/Điện đàm.txt", b"x")]


@pytest.mark.parametrize(("kind", "name"), [("txt", "standard-input.txt"), ("csv", "standard-input.csv, row 2")])
def test_standard_input_is_of_the_kind_that_is_said(monkeypatch, kind, name):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"text\nMot.\n")))
    assert [one.name for one in candidates([folders.Path("-")], kind)] == [name]
