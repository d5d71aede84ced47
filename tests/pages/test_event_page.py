"""The page of one event."""

from datetime import date

import pytest

from events.models import SourceFile
from tests.pages.html import page
from tests.records import a_commitment, an_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(client, call):
    return page(client.get(call.get_absolute_url()))


def facts(document):
    """The facts in the head and those of the source: what is said of what."""
    rows = [row for facts in document.all("dl", class_="fact-list") for row in facts.all("div")]
    return {row.one("dt").text: [dd.text for dd in row.all("dd")] for row in rows}


def test_the_head_states_the_facts(shown, call):
    assert shown.one("p", class_="dateline").text == "Ngày 2 tháng 1 năm 2031 · Điện đàm · Hà Nội"
    assert facts(shown) == {
        "Ai": [
            "Lê Thử Nghiệm, Thủ tướng (chức vụ vào ngày đó: Tổng Bí thư) · Việt Nam",
            "Anna Mẫu, Thủ tướng · Nước A",
        ],
        "Báo": ["Báo Thử"],
        "Đăng": ["Tháng 1 năm 2031 (in trong bài)"],
        "Cách đọc": ["máy đọc chưa có biên tập viên xác nhận"],
        "Nguồn": [f"Điện đàm.txt, 57 byte SHA-256 {call.provenances.get().source.sha256}"],
        "Trích dẫn sự kiện này": [
            "“Cuộc điện đàm thử”, Báo Thử, tháng 1 năm 2031. Kho tư liệu sự kiện đối ngoại, "
            "http://testserver/events/2031-01-02-cuoc-dien-dam-thu/ Chép",
            "“Cuộc điện đàm thử”, Báo Thử, January 2031. Diplomatic Events Archive, "
            "http://testserver/en/events/2031-01-02-cuoc-dien-dam-thu/ Chép",
        ],
    }


def test_a_date_from_a_line_that_no_one_printed_is_told_as_one(client, call):
    call.published_origin = "prefix"
    call.save()
    vietnamese, english = (facts(page(client.get(prefix + call.get_absolute_url()))) for prefix in ("", "/en"))
    assert vietnamese["Đăng"] == ["Tháng 1 năm 2031 (ngày ghi lại khi lưu trang)"]
    assert english["Published"] == ["January 2031 (date noted when the page was saved)"]


def test_the_head_states_the_facts_in_english(client, call):
    shown = page(client.get(f"/en{call.get_absolute_url()}"))
    assert shown.one("p", class_="dateline").text == "2 January 2031 · Phone call · Hà Nội"
    assert facts(shown)["Who"] == [
        "Le Thu Nghiem, Thủ tướng (held that day: General Secretary) · Viet Nam",
        "Anna Mẫu, Thủ tướng · Country A",
    ]


def test_what_is_in_the_language_of_the_article_is_marked_so(client, call):
    shown = page(client.get(f"/en{call.get_absolute_url()}"))
    assert (shown.one("html")["lang"], shown.one("h1")["lang"], shown.one("article")["lang"]) == ("en", "vi", "vi")
    assert {tag["lang"] for tag in shown.all("a", class_="tag")} == {"en"}
    assert {quote["lang"] for quote in shown.all("blockquote")} == {"vi"}


def test_the_article_is_shown_whole_with_its_paragraphs(shown, call):
    for tag in shown.all("a", class_="tag"):
        tag.children.clear()
    paragraphs = [paragraph.raw_text for paragraph in shown.one("article").all("p")]
    assert "\n\n".join(paragraphs) == call.body


def test_each_commitment_is_marked_in_place_by_side_and_act(shown):
    marks = [(mark["class"], mark.text) for mark in shown.all("mark")]
    assert marks == [
        ("both", "mở thêm một tuyến đường sắt"),
        ("first", "mở rộng thương mại"),
        ("second", "việc ấy"),
    ]
    assert [tag.text for tag in shown.all("a", class_="tag")] == [
        "cùng nói: nhất trí",
        "Việt Nam: đề nghị",
        "Nước A: hoan nghênh",
    ]


def test_each_commitment_is_listed_with_speaker_act_topics_and_quote(shown):
    listed = [
        (
            item.one("span", class_="speaker").text,
            item.one("span", class_="act").text,
            [topic.text for topic in item.all("p", class_="topics")],
            item.one("blockquote").text,
        )
        for item in shown.one("aside").all("li", class_="commitment")
    ]
    assert listed == [
        ("Việt Nam, Nước A", "nhất trí", ["Giao thông"], "mở thêm một tuyến đường sắt"),
        ("Lê Thử Nghiệm", "đề nghị", ["Thương mại"], "mở rộng thương mại"),
        ("Anna Mẫu", "hoan nghênh", [], "việc ấy"),
    ]
    assert shown.one("h2", id="said").text == "3 cam kết"


def test_only_what_no_editor_has_confirmed_is_labelled_machine_read(shown):
    items = shown.one("aside").all("li", class_="commitment")
    assert [len(item.all("a", class_="badge")) for item in items] == [1, 1, 0]


def test_marks_and_list_lead_to_each_other(shown, call):
    for commitment in call.commitments.all():
        number = commitment.pk
        assert shown.one("a", class_="tag", id=f"c{number}")["href"] == f"#entry-{number}"
        item = shown.one("li", id=f"entry-{number}")
        assert [link["href"] for link in item.one("div", class_="ways").all("a")] == [
            f"#c{number}",
            f"/commitments/{number}/",
        ]


def test_overlapping_commitments_are_both_marked(client, call, country_a):
    inner = a_commitment(call, "một tuyến đường sắt.", actors=[country_a])
    shown = page(client.get(call.get_absolute_url()))
    marks = [(mark["class"], mark.text) for mark in shown.one("article").all("p")[0].all("mark")]
    assert marks == [("both", "mở thêm"), ("both overlap", "một tuyến đường sắt"), ("second", ".")]
    assert shown.one("a", id=f"c{inner.pk}").text == "Nước A: nhất trí"


def test_a_commitment_that_spans_paragraphs_and_others_keeps_its_own_label(client, call, vietnam):
    a_commitment(call, call.body, actors=[vietnam])
    shown = page(client.get(call.get_absolute_url()))
    assert [tag.text for tag in shown.all("a", class_="tag")] == [
        "Việt Nam: nhất trí",
        "cùng nói: nhất trí",
        "Việt Nam: đề nghị",
        "Nước A: hoan nghênh",
    ]


def test_a_commitment_that_is_no_longer_in_the_text_says_so(client, call):
    lost = call.commitments.first()
    call.commitments.filter(pk=lost.pk).update(start=None, end=None)
    shown = page(client.get(call.get_absolute_url()))
    assert shown.all("a", id=f"c{lost.pk}") == []
    ways = shown.one("li", id=f"entry-{lost.pk}").one("div", class_="ways")
    assert ways.one("span").text == "không còn thấy trong văn bản"


def test_what_staff_rejected_is_not_shown(client, call):
    call.commitments.filter(quote="việc ấy").update(review="rejected")
    shown = page(client.get(call.get_absolute_url()))
    assert [mark.text for mark in shown.all("mark")] == ["mở thêm một tuyến đường sắt", "mở rộng thương mại"]


def test_an_article_without_commitments_says_so(client):
    shown = page(client.get(an_event().get_absolute_url()))
    assert shown.one("section", id="marks").text == "0 cam kết Không đọc thấy cam kết nào trong bài này."
    assert shown.all("aside") == []


def test_an_article_without_leaders_and_without_a_day_says_so(client):
    shown = page(client.get(an_event(day=None).get_absolute_url()))
    assert shown.one("p", class_="dateline").text == "Chưa rõ ngày · Điện đàm"
    assert facts(shown)["Ai"] == ["Không đọc thấy lãnh đạo nào trong bài này."]


def neighbours(document):
    """The links to other events, by what these are among."""
    return {
        nav["aria-label"]: [(link["href"], link.text) for link in nav.all("a")]
        for nav in document.all("nav", class_="neighbours")
    }


def test_the_neighbours_in_time_are_linked(client, call):
    an_event("truoc", date(2030, 12, 31), title="Cuộc trước")
    an_event("sau", date(2031, 1, 3), title="Cuộc sau")
    an_event("nhap", date(2031, 1, 3), title="Bản nháp", status="draft")
    assert neighbours(page(client.get(call.get_absolute_url()))) == {
        "Trong kho tư liệu": [
            ("/events/truoc/", "Trước đó · ngày 31 tháng 12 năm 2030 Cuộc trước"),
            ("/events/sau/", "Sau đó · ngày 3 tháng 1 năm 2031 Cuộc sau"),
        ]
    }


def test_the_neighbours_between_the_same_sides_are_linked_where_they_are_others(client, call, nghiem, mau):
    an_event("ben-khac", date(2031, 1, 3), [nghiem], "Cuộc của một bên")
    an_event("cung-ben", date(2032, 1, 3), [mau, nghiem], "Cuộc cùng bên")
    assert neighbours(page(client.get(call.get_absolute_url()))) == {
        "Giữa cùng các bên": [("/events/cung-ben/", "Sau đó · ngày 3 tháng 1 năm 2032 Cuộc cùng bên")],
        "Trong kho tư liệu": [("/events/ben-khac/", "Sau đó · ngày 3 tháng 1 năm 2031 Cuộc của một bên")],
    }


def test_another_layout_of_the_article_is_named_with_its_own_checksum(client, call):
    source = call.provenances.get().source
    source.pk, source.sha256, source.name = None, "b" * 64, "ban-khac.txt"
    source.save()
    call.provenances.create(source=source)
    shown = page(client.get(call.get_absolute_url()))
    assert facts(shown)["Nguồn"][1] == f"ban-khac.txt, 57 byte, cách trình bày khác của cùng bài SHA-256 {'b' * 64}"
    assert shown.all("a", href=f"{call.get_absolute_url()}source/{'b' * 64}/") != []


def test_a_title_that_no_one_printed_says_so(client):
    shown = page(client.get(an_event(title_inferred=True).get_absolute_url()))
    assert facts(shown)["Cách đọc"] == ["máy đọc chưa có biên tập viên xác nhận · tiêu đề lấy từ câu đầu"]


def test_text_from_a_source_is_never_markup(client):
    event = an_event(title="<script>alert(1)</script>", body="<b>đậm</b> & <i>nghiêng</i>")
    shown = page(client.get(event.get_absolute_url()))
    assert shown.one("h1").text == "<script>alert(1)</script>"
    assert shown.one("article").text == "<b>đậm</b> & <i>nghiêng</i>"
    assert [script.raw_text for script in shown.all("script")] == [""]


def test_a_source_is_named_without_the_folder_it_came_from(client, call):
    SourceFile.objects.update(name="seeds/goi.txt")
    [source] = facts(page(client.get(call.get_absolute_url())))["Nguồn"]
    assert source.startswith("goi.txt, ")
