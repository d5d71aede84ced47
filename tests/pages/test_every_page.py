"""What holds for every public page, in both languages."""

from itertools import pairwise

import pytest
from django.test import Client

from tests.pages.addresses import BOTH_LANGUAGES, PAGES
from tests.pages.html import page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("earlier_call")]

HEADINGS = {
    "/": ("Các nhà lãnh đạo đã nói gì với nhau, nguyên văn từng lời", "What leaders told one another, word for word"),
    "/events/": ("Sự kiện", "Events"),
    "/events/2031-01-02-cuoc-dien-dam-thu/": ("Cuộc điện đàm thử", "Cuộc điện đàm thử"),
    "/commitments/": ("Cam kết", "Commitments"),
    "/leaders/": ("Lãnh đạo", "Leaders"),
    "/leaders/le-thu-nghiem/": ("Lê Thử Nghiệm", "Le Thu Nghiem"),
    "/countries/": ("Nước và tổ chức", "Countries and organisations"),
    "/countries/VN/": ("Việt Nam", "Viet Nam"),
    "/topics/": ("Chủ đề", "Topics"),
    "/topics/trade/": ("Thương mại", "Trade"),
    "/relations/": ("Quan hệ", "Relations"),
    "/relations/VN-XA/": ("Việt Nam – Nước A", "Viet Nam – Country A"),
    "/relations/VN-XA/events/": ("Việt Nam – Nước A: sự kiện", "Viet Nam – Country A: events"),
    "/relations/VN-XA/passages/": ("Việt Nam – Nước A: cam kết", "Viet Nam – Country A: commitments"),
    "/timeline/": ("Dòng thời gian", "Timeline"),
    "/timeline/?kind=phone-call&country=VN": ("Dòng thời gian", "Timeline"),
    "/timeline/2031/": ("Dòng thời gian: 2031", "Timeline: 2031"),
    "/timeline/2031/1/": ("Tháng 1 năm 2031", "January 2031"),
    "/timeline/2029/": ("Dòng thời gian: 2029", "Timeline: 2029"),
    "/timeline/2031/2/": ("Tháng 2 năm 2031", "February 2031"),
    "/threads/1/": ("Mạch cam kết số 1", "Thread No. 1"),
    "/occasions/1/": ("Điện đàm, ngày 2 tháng 1 năm 2030", "Phone call, 2 January 2030"),
    "/compare/": ("Chọn sự kiện để đối chiếu", "Choose events to compare"),
    "/compare/?event=2031-01-02-cuoc-dien-dam-thu&event=2030-01-02-cuoc-goi-truoc": (
        "Lời lẽ đã đổi ra sao",
        "How the words changed",
    ),
    "/about/": ("Giới thiệu kho tư liệu", "About the archive"),
    "/coverage/": ("Kho tư liệu có gì", "What is in the archive"),
    "/privacy/": ("Quyền riêng tư", "Privacy"),
    "/help/events/": ("Cách đọc một sự kiện", "How to read an event"),
    "/help/search/": ("Cách tìm kiếm", "How to search"),
    "/help/commitments/": ("Cam kết được đọc ra thế nào", "How commitments are read"),
    "/help/citing/": ("Cách trích dẫn", "How to cite"),
}


@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_one_heading_in_its_language(client, call, address):
    vietnamese, english = page(client.get(address)), page(client.get(f"/en{address}"))
    assert (vietnamese.one("h1").text, english.one("h1").text) == HEADINGS[address]
    assert (vietnamese.one("html")["lang"], english.one("html")["lang"]) == ("vi", "en")


@pytest.mark.parametrize("address", BOTH_LANGUAGES)
def test_a_page_names_and_describes_itself(client, call, address):
    shown = page(client.get(address))
    site = "Diplomatic Events Archive" if address.startswith("/en") else "Kho tư liệu sự kiện đối ngoại"
    assert shown.one("head").one("title").text.endswith(f" · {site}")
    assert len(shown.one("meta", name="description")["content"]) > 20


@pytest.mark.parametrize("address", BOTH_LANGUAGES)
def test_headings_leave_out_no_level(client, call, address):
    levels = [
        int(element.tag[1]) for element in page(client.get(address)).all() if element.tag in ("h1", "h2", "h3", "h4")
    ]
    assert levels[0] == 1
    assert [(upper, lower) for upper, lower in pairwise(levels) if lower > upper + 1] == []


@pytest.mark.parametrize("address", BOTH_LANGUAGES)
def test_a_page_uses_no_inline_style_or_script_and_each_id_once(client, call, address):
    elements = page(client.get(address)).all()
    assert [e.tag for e in elements if e.tag == "style" or "style" in e.attributes] == []
    assert [e.raw_text for e in elements if e.tag == "script" and (e.raw_text or "src" not in e.attributes)] == []
    assert [name for e in elements for name in e.attributes if name.startswith("on")] == []
    ids = [e["id"] for e in elements if "id" in e.attributes]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("address", BOTH_LANGUAGES)
def test_every_field_has_a_label(client, call, address):
    shown = page(client.get(address))
    fields = [field for field in shown.all("input") if field.attributes.get("type") != "hidden"]
    assert [field["id"] for field in fields] == [label["for"] for label in shown.all("label")]


@pytest.mark.parametrize("address", BOTH_LANGUAGES)
def test_a_page_is_the_same_for_everyone_and_may_be_kept(client, call, address, admin_client):
    response = client.get(address)
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert response.cookies == {}
    assert "Cookie" not in response.get("Vary", "")
    assert "csrf" not in response.content.decode().lower()
    assert admin_client.get(address).content == response.content
    assert client.get(address, headers={"If-None-Match": response["ETag"]}).status_code == 304


@pytest.mark.parametrize("address", BOTH_LANGUAGES)
def test_a_page_can_only_be_read(call, address):
    strict = Client(enforce_csrf_checks=True)
    assert [getattr(strict, method)(address).status_code for method in ("post", "put", "patch", "delete")] == [405] * 4
    assert (strict.head(address).status_code, strict.head(address).content) == (200, b"")


@pytest.mark.parametrize("address", BOTH_LANGUAGES)
def test_every_link_within_the_site_leads_somewhere(client, call, address):
    links = {link["href"].partition("#")[0] for link in page(client.get(address)).all("a")} - {""}
    there = {link: client.get(address.partition("?")[0] + link if link.startswith("?") else link) for link in links}
    assert {link: answer.status_code for link, answer in there.items() if answer.status_code not in (200, 302)} == {}
