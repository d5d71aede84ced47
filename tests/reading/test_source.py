from __future__ import annotations

import pytest

from events.reading.facts import SourceText, Unreadable
from events.reading.source import MAX_BYTES, decode, sha256


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Hai bên".encode(), SourceText("Hai bên", "utf-8")),
        ("\ufeffHai bên".encode(), SourceText("Hai bên", "utf-8-sig")),
        ("Hai bên".encode("utf-16"), SourceText("Hai bên", "utf-16")),
        (b"a\r\nb\rc", SourceText("a\nb\nc", "utf-8")),
        ("e\u0302\u0301".encode(), SourceText("ế", "utf-8")),
        ("Ðảng".encode(), SourceText("Ðảng", "utf-8")),
    ],
)
def test_bytes_become_composed_text_with_line_feeds(data: bytes, expected: SourceText) -> None:
    assert decode(data) == expected


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"a\x00b", "not-text"),
        (b"\x89PNG\r\n\x1a\n\x00\xff", "not-text"),
        (b"\x01\x02\x03\x04abc", "not-text"),
        ("Hội đàm".encode("cp1258", errors="ignore") + b"\xff\xc3", "encoding"),
        (b"a" * (MAX_BYTES + 1), "too-large"),
        (("a" + "\u0301" * 21).encode(), "too-many-marks"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(data)
    assert caught.value.code == code


def test_sha256_is_that_of_the_bytes() -> None:
    assert sha256(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
