"""Saved web pages in the shapes of Vietnamese news sites; every page, person and outlet is invented."""

import subprocess
import sys
from datetime import datetime, timedelta, timezone

import pytest

from events.accession.pages import read_page
from events.reading import read
from events.reading.facts import Known, Published, Unreadable

HEADLINE = "Thủ tướng Trần Thử Khánh điện đàm với Thủ tướng Nhật Bản Mori Tameshi"
LEDE = "Ngày 2/5, Thủ tướng Trần Thử Khánh điện đàm với Thủ tướng Nhật Bản Mori Tameshi."
AGREED = "Tại cuộc điện đàm, hai Thủ tướng nhất trí mở thêm đường bay thẳng giữa hai nước."
ASKED = "Ông Mori đề nghị Việt Nam sớm cấp phép cho các trường dạy nghề của Nhật Bản."
MOMENT = Published(datetime(2031, 5, 2, 10, 0, tzinfo=timezone(timedelta(hours=7))), "time", "metadata")

META = f"""<meta property="og:title" content="{HEADLINE} | Báo Thử"><meta property="og:site_name" content="Báo Thử">
<meta property="article:published_time" content="2031-05-02T10:00:00+07:00">
<link rel="canonical" href="https://bao.example/dien-dam-1.html">"""
LINKED = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite"},
{"@type": ["NewsArticle"], "headline": "HEADLINE", "datePublished": "2031-05-02T03:00:00Z",
"publisher": {"@type": "Organization", "name": "Báo Thử"}, "url": "https://bao.example/dien-dam-1.html"}]}</script>"""
MENU = "<nav><ul>" + "".join(f'<li><a href="/{n}">Chuyên mục số {n}</a></li>' for n in range(20)) + "</ul></nav>"
RELATED = (
    '<div class="related"><h3>Tin liên quan</h3><ul>'
    + "".join(f'<li><a href="/r{n}">Đại sứ nước số {n} chào từ biệt nhân kết thúc nhiệm kỳ</a></li>' for n in range(6))
    + "</ul></div>"
)
FOOT = "<footer><p>Giấy phép số 12/GP. Ghi rõ nguồn khi đăng lại.</p></footer>"
CAPTION = "Thủ tướng tại cuộc điện đàm. Ảnh: TTXTN"
PICTURE = f'<figure><img src="a.jpg" alt="Ảnh minh họa"><figcaption>{CAPTION}</figcaption></figure>'


def a_page(text, head=META, above=""):
    return (
        f'<!DOCTYPE html><html lang="vi-VN"><head><meta charset="utf-8"><title>Trang</title>{head}</head><body>{MENU}'
        f'<div class="main">{above}<h1>{HEADLINE}</h1><p class="sapo">{LEDE}</p>'
        f'<article class="content">{PICTURE}{text}</article>{RELATED}</div>{FOOT}</body></html>'
    )


SHAPES = {
    "paragraphs": f"<p>{AGREED}</p><p>{ASKED}</p>",
    "divisions": f"<div>{AGREED}</div><div>{ASKED}</div>",
    "breaks": f"{AGREED}<br><br>{ASKED}",
    "entities": f"<p>{AGREED}</p><p>{ASKED}</p>".replace("ộ", "&#7897;").replace("à", "&agrave;"),
    "left open": f"<p>{AGREED}<p>{ASKED}",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_article_is_found_with_its_lede_and_without_menus_and_links(shape):
    text, _ = read_page(a_page(SHAPES[shape], above="<span>Thứ sáu, 2/5/2031, 10:00 (GMT+7)</span>").encode())
    lines = [line for line in text.text.split("\n") if line]
    assert lines[0] == HEADLINE
    assert [line for line in lines if line in (LEDE, AGREED, ASKED)] == [LEDE, AGREED, ASKED]
    assert not [line for line in lines if "Chuyên mục" in line or "chào từ biệt" in line or "Giấy phép" in line]


def test_an_article_in_tables_as_old_portals_have_it_is_found():
    page = (
        f"<html><head><title>Cổng</title></head><body><table><tr><td>{MENU}</td><td><table><tr><td><b>{HEADLINE}</b>"
        f'</td></tr><tr><td><div align="justify">{LEDE}</div><div align="justify">{AGREED}</div></td></tr></table>'
        "</td></tr></table>"
    )
    lines = read_page(page.encode())[0].text.split("\n")
    assert [line for line in lines if line in (HEADLINE, LEDE, AGREED)] == [HEADLINE, LEDE, AGREED]


@pytest.mark.parametrize("head", [META, LINKED.replace("HEADLINE", HEADLINE)], ids=["meta", "linked data"])
def test_what_a_page_says_of_itself_is_known(head):
    known = read_page(a_page(SHAPES["paragraphs"], head).encode())[1]
    assert known == Known(HEADLINE, MOMENT, "Báo Thử", "https://bao.example/dien-dam-1.html", "vi")


def test_a_browser_s_note_of_where_a_page_was_saved_from_is_its_address():
    page = "<!-- saved from url=(0031)https://bao.example/1.html -->" + a_page(SHAPES["paragraphs"], head="")
    assert read_page(page.encode())[1].address == "https://bao.example/1.html"


def test_a_page_is_read_into_an_event():
    text, known = read_page(a_page(SHAPES["paragraphs"]).encode())
    reading = read(text, known=known)
    assert (reading.title, reading.outlet, str(reading.starts_on), reading.kind) == (
        HEADLINE, "Báo Thử", "2031-05-02", "phone-call",
    )  # fmt: skip
    assert reading.body.split("\n\n") == [LEDE, AGREED, ASKED]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encoding_is_told_by_the_bytes(encoding):
    text, _ = read_page(a_page(SHAPES["paragraphs"]).encode(encoding))
    assert (AGREED in text.text, text.encoding) == (True, encoding)


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<html><body><div>" + "<div>" * 200_000 + AGREED, "too-complex"),
        ("<b>" * 200_000 + AGREED, "too-complex"),
        ("<a><p>" * 50_000 + AGREED, "too-complex"),
        ("<svg>" + "<path>" * 100_000, "too-complex"),
        ("<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">" + AGREED, "too-complex"),
        ("<p>a\x00b", "not-text"),
        ("<p>" + AGREED + "x" * 10_000_000, "too-large"),
        ("<html><body><script>alert(1)</script></body></html>", "no-article"),
        ("<!--" * 100_000, "no-article"),
        ("", "empty"),
    ],
)
def test_a_hostile_page_is_refused_with_its_reason(page, reason):
    with pytest.raises(Unreadable) as caught:
        read_page(page.encode())
    assert caught.value.code == reason


@pytest.mark.parametrize(
    "page",
    [
        '<!DOCTYPE h [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><p>&b;</p><p>' + AGREED,
        "<p>" + AGREED + "<" * 500_000,
        "<p>" + AGREED + "<script>" * 100_000,
        "<p>" + AGREED + "&nbsp;&amp;" * 200_000,
        '<script type="application/ld+json">' + "[" * 200_000 + "</script><p>" + AGREED,
        '<script type="application/ld+json">{"@type": {"a": 1}, "headline": [1], "@graph": 5}</script><p>' + AGREED,
        '<svg><path d="M0"/>' * 900 + "</svg><p>" + AGREED,
        "<script>" + "document.write('<div>');" * 5000 + "</script><p>" + AGREED,
    ],
    ids=[
        "entities",
        "open marks",
        "open scripts",
        "references",
        "nesting",
        "linked data",
        "drawings",
        "tags in scripts",
    ],
)
def test_a_strange_page_still_gives_its_text(page):
    assert AGREED in read_page(page.encode())[0].text


def test_markup_in_a_title_is_text():
    known = read_page(a_page(SHAPES["paragraphs"], '<meta property="og:title" content="&lt;script&gt;x">').encode())[1]
    assert known.title == "<script>x"


def test_text_files_are_taken_without_the_parser_of_pages():
    code = "import sys; import events.intake; sys.exit('resiliparse' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
