"""A reader's way through the archive, without JavaScript."""

from datetime import date

import pytest

from tests.records import a_kind, an_event

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def reader(request, visit, nghiem):
    """A browser at the first page of an archive of two events."""
    an_event("hoi-dam", date(2030, 5, 6), [nghiem], "Hội đàm thử", kind=a_kind("talks", "Hội đàm", "Talks"))
    return visit("/", java_script_enabled=request.param)


def titles(shown):
    return shown.locator(".event-row h3").all_inner_texts()


def test_from_accentless_words_to_the_marked_passage(reader, call):
    reader.get_by_label("Tìm trong các sự kiện").fill("duong sat")
    reader.get_by_role("button", name="Tìm").click()
    assert titles(reader) == ["Cuộc điện đàm thử", "Hội đàm thử"]

    reader.get_by_role("navigation", name="Lọc kết quả").get_by_role("link", name="2031").click()
    assert titles(reader) == ["Cuộc điện đàm thử"]
    assert reader.locator(".summary p").inner_text() == "1 sự kiện · “duong sat” · Năm: 2031"

    reader.get_by_role("link", name="Năm: 2031 (bỏ chọn)").click()
    assert titles(reader) == ["Cuộc điện đàm thử", "Hội đàm thử"]

    reader.get_by_role("link", name="Cuộc điện đàm thử").click()
    commitment = call.commitments.get(quote="mở rộng thương mại")
    reader.get_by_role("link", name=f"Số {commitment.pk}", exact=True).click()
    assert reader.url.endswith(f"/events/{call.slug}/?commitment={commitment.pk}#c{commitment.pk}")
    mark = reader.locator(f"#c{commitment.pk} + mark")
    assert (mark.inner_text(), reader.locator(":target").text_content()) == ("mở rộng thương mại", "Việt Nam: đề nghị")

    reader.locator(":target").click()
    assert reader.url.endswith(f"#entry-{commitment.pk}")
    assert "mở rộng thương mại" in reader.locator(":target").inner_text()


def test_the_language_changes_and_the_page_stays(reader):
    reader.get_by_role("link", name="Sự kiện", exact=True).click()
    reader.get_by_role("navigation", name="Lọc kết quả").get_by_role("link", name="2030").click()
    reader.get_by_role("link", name="English").click()
    assert (reader.url.partition("/en/")[2], titles(reader)) == ("events/?year=2030", ["Hội đàm thử"])
    assert reader.locator(".summary p").inner_text() == "1 event · Year: 2030"
    reader.get_by_role("link", name="Tiếng Việt").click()
    assert reader.locator(".summary p").inner_text() == "1 sự kiện · Năm: 2030"


def test_the_first_tab_stop_leads_past_the_masthead(visit):
    shown = visit("/events/")
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.textContent") == "Đến nội dung"
    shown.keyboard.press("Enter")
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.id") == "q"


def test_on_a_phone_the_facets_are_a_drawer(visit):
    shown = visit("/events/", viewport={"width": 390, "height": 844})
    choice = shown.get_by_role("link", name="2031")
    assert not choice.is_visible()
    shown.get_by_text("Lọc kết quả").click()
    choice.click()
    assert shown.locator(".summary p").inner_text() == "1 sự kiện · Năm: 2031"


def test_a_page_needs_few_requests_and_none_elsewhere(visit, site):
    shown = visit("/topics/")
    asked = []
    shown.on("request", lambda request: asked.append(request.url))
    for address in ("/", "/events/", "/events/2031-01-02-cuoc-dien-dam-thu/", "/about/", "/coverage/"):
        asked.clear()
        shown.goto(site + address, wait_until="networkidle")
        assert len(set(asked)) <= 5
        assert [url for url in asked if not url.startswith(site)] == []
