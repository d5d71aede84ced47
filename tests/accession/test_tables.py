"""Tables of articles: CSV and JSON lines, one article a row. Everything in them is invented."""

import io
import json

import pytest

from events.accession import Refused, lines, tables, take
from events.accession.columns import known, meaning_of, published_at
from events.reading.facts import Flag, Unreadable
from events.reading.source import MAX_BYTES


def rows(data, kind=tables):
    data = data.encode() if isinstance(data, str) else data
    return list(kind.rows(io.BytesIO(data), "bang.csv"))


def taken(candidate):
    text, told = take(candidate)
    return text.text, told.title


def outcome(candidate):
    try:
        return take(candidate)[0].text
    except Unreadable as error:
        return error.code


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_row_is_an_article_with_what_its_columns_tell(delimiter, mark, end):
    header, row = (
        delimiter.join(["Tiêu đề", "Nội dung"]),
        delimiter.join(["Điện đàm", '"Hai bên, nhất trí; ""mở"" đường."']),
    )
    found = rows(f"{mark}{header}{end}{row}{end}")
    assert [(one.name, one.data.decode()) for one in found] == [("bang.csv, row 2", row)]
    assert taken(found[0]) == ('Hai bên, nhất trí; "mở" đường.', "Điện đàm")


def test_a_quoted_field_may_hold_lines_and_the_rows_are_numbered_as_in_a_spreadsheet():
    found = rows('text,title\n"Một.\n\nHai.",A\n\nBa.,B\n')
    assert [(one.name, *taken(one)) for one in found] == [
        ("bang.csv, row 2", "Một.\n\nHai.", "A"),
        ("bang.csv, row 4", "Ba.", "B"),
    ]


def test_excel_may_say_which_delimiter_it_wrote():
    assert [taken(one) for one in rows("sep=|\ntext|title\nMột, hai.|A\n")] == [("Một, hai.", "A")]


def test_a_mark_within_a_field_that_is_not_quoted_opens_nothing():
    found = rows('text,title\nCao 5" và 3",A\nHai.,B\n')
    assert [taken(one) for one in found] == [('Cao 5" và 3"', "A"), ("Hai.", "B")]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (b"ch\xff,A", "encoding"),
        (b"a,b,c", "not-a-row"),
        (b"a", "not-a-row"),
        (b" ,A", "empty"),
        (b"a\x00b,A", "not-text"),
        (b"x" * (MAX_BYTES + 1) + b",A", "too-large"),
        (b'"' + b"x\n" * MAX_BYTES + b'",A', "too-large"),
    ],
    ids=["no UTF-8", "a field too many", "a field too few", "no text", "NUL", "long", "long and quoted"],
)
def test_a_row_that_cannot_be_read_is_refused_alone(row, reason):
    found = rows(b"text,title\nTruoc.,A\n" + row + b"\nSau.,B\n")
    assert [outcome(one) for one in found] == ["Truoc.", reason, "Sau."]
    assert found[1].name == "bang.csv, row 3"


def test_a_quotation_that_is_never_closed_is_refused_with_its_row():
    found = rows('text,title\nTrước.,A\n"Hở,B\nSau.,C\n')
    assert [(one.name, outcome(one)) for one in found] == [
        ("bang.csv, row 2", "Trước."),
        ("bang.csv, row 3", "not-a-row"),
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"text,title\n", "empty"),
        (b"name,title\na,b\n", "no-text-column"),
        ("text,title\na,b\n".encode("utf-16"), "encoding"),
        (b"n\xf4i dung,text\na,b\n", "encoding"),
        (b"x" * 1_000_000, "no-text-column"),
    ],
)
def test_a_table_without_a_header_that_can_be_read_is_refused(data, reason):
    with pytest.raises(Refused) as caught:
        rows(data)
    assert caught.value.code == reason


def test_a_table_is_read_row_by_row():
    class Endless(io.RawIOBase):
        """A table without an end, of which it notes how much was taken."""

        taken = 0

        def readable(self):
            return True

        def readinto(self, buffer):
            row = b"text\n" if not self.taken else b"Hai ben nhat tri.\n"
            type(self).taken += len(row)
            buffer[: len(row)] = row
            return len(row)

    found = tables.rows(io.BufferedReader(Endless()), "bang.csv")
    assert [next(found).name for _ in range(3)] == [f"bang.csv, row {n}" for n in (2, 3, 4)]
    assert Endless.taken < 100_000


def test_a_line_of_json_is_an_article_with_what_its_fields_tell():
    line = json.dumps({"Title": "Điện đàm", "body": "Hai bên nhất trí.", "n": 3}, ensure_ascii=False)
    found = rows(f"\ufeff{line}\n\n{line}", lines)
    assert [(one.name, *taken(one)) for one in found] == [
        ("bang.csv, line 1", "Hai bên nhất trí.", "Điện đàm"),
        ("bang.csv, line 3", "Hai bên nhất trí.", "Điện đàm"),
    ]
    assert found[0].data == line.encode()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "not-a-row"),
        (b"[1]", "not-a-row"),
        (b'{"text": ' + b"[" * 100_000, "not-a-row"),
        (b'{"text": ' + b"1" * 10_000 + b"}", "not-a-row"),
        (b'{"title": "a"}', "no-text-column"),
        (b'{"text": 5}', "empty"),
        (b'{"text": "a\\u0000b"}', "not-text"),
        (b'{"text": "a\\ud800b"}', "not-text"),
        (b'{"\\ud800": "a"}', "no-text-column"),
        (b'{"text": "\xff"}', "encoding"),
        (b"x" * (MAX_BYTES + 5), "too-large"),
        (b"x" * (3 * MAX_BYTES), "too-large"),
    ],
)
def test_a_line_that_cannot_be_read_is_refused_alone(line, reason):
    found = rows(b'{"text": "Truoc."}\n' + line + b'\n{"text": "Sau."}\n', lines)
    assert [outcome(one) for one in found] == ["Truoc.", reason, "Sau."]
    assert found[1].name == "bang.csv, line 2"


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("text", "text"), ("Nội dung", "text"), ("NOI_DUNG", "text"), ("Toàn văn", "text"), ("Tiêu đề", "title"),
        ("URL", "address"), ("đường dẫn", "address"), ("Nguồn", "outlet"), ("ngày đăng", "published"),
        ("published_at", "published"), ("Ngôn ngữ", "language"), ("id", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_column_is_known_by_its_name_in_either_language(name, meaning):
    assert meaning_of(name) == meaning


@pytest.mark.parametrize(
    ("given", "read", "precision"),
    [
        ("2031-05-02", "2031-05-02", "day"),
        ("20310502", "2031-05-02", "day"),
        ("2031-05", "2031-05-01", "month"),
        ("02/05/2031", "2031-05-02", "day"),
        ("2-5-2031", "2031-05-02", "day"),
        ("Thứ sáu, 2/5/2031, 10:00 (GMT+7)", "2031-05-02T10:00:00+07:00", "time"),
        ("2031-05-02T10:00:00+09:00", "2031-05-02T10:00:00+09:00", "time"),
        ("2031-05-02 10:00", "2031-05-02T10:00:00+07:00", "time"),
        ("2031-05-01T20:30:00Z", "2031-05-02T03:30:00+07:00", "time"),
        ("Fri, 02 May 2031 10:00:00 +0700", "2031-05-02T10:00:00+07:00", "time"),
        ("May 2, 2031", "2031-05-02", "day"),
    ],
)
def test_a_date_is_read_as_it_is_written_in_tables_pages_and_mail(given, read, precision):
    published = published_at(given)
    assert (published.value.isoformat(), published.precision, published.origin) == (read, precision, "metadata")


@pytest.mark.parametrize("given", ["hôm qua", "31/31/2031", "05/13/2031", "0001-01-01T00:00:00Z", "9" * 5000, "2031"])
def test_a_date_that_is_none_is_told(given):
    assert known(published=given).flags == (Flag("date-not-understood", given[:100]),)


def test_controls_and_marks_of_direction_are_left_out_of_names():
    assert known(title="A\u202eB\x00\n C\x1b[31m\ud800", outlet="\u2066Báo").title == "AB C[31m"


@pytest.mark.parametrize("address", ["https://bao.example/" + "a" * 3000, "https://bao.example/ a b"])
def test_an_address_that_is_none_is_told_and_not_kept(address):
    told = known(address=address)
    assert (told.address, [flag.code for flag in told.flags]) == ("", ["address-not-understood"])
