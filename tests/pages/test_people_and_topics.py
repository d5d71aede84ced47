"""The pages of leaders, countries and topics."""

from datetime import date

import pytest

from tests.pages.html import page
from tests.records import a_leader, a_topic, an_actor, an_event

pytestmark = pytest.mark.django_db


def entries(document):
    return [entry.text for entry in document.one("ul", class_="entries").all("li", class_="entry")]


def sections(document):
    """What each section of the page holds, by its heading."""
    return {section.all("h2")[0].text: section for section in document.all("section", class_="section")}


def test_leaders_are_listed_with_offices_and_counts(client, call):
    a_leader("Vắng Mặt")
    assert entries(page(client.get("/leaders/"))) == [
        "Anna Mẫu Nước A 1 sự kiện · 1 cam kết",
        "Lê Thử Nghiệm Việt Nam Tổng Bí thư từ ngày 1 tháng 1 năm 2030 1 sự kiện · 1 cam kết",
    ]


def test_a_leader_has_offices_events_commitments_and_an_index_to_them(client, call, nghiem):
    nghiem.offices.update(held_until=date(2032, 2, 3))
    shown = page(client.get("/en/leaders/le-thu-nghiem/"))
    found = sections(shown)
    assert shown.one("h1").text == "Le Thu Nghiem"
    assert list(found) == ["Offices", "Index of the commitments", "Events 1", "Commitments 1"]
    assert found["Offices"].one("li").text == "General Secretary from 1 January 2030 to 3 February 2032"
    assert found["Events 1"].one("h3").text == "Cuộc điện đàm thử"
    assert found["Commitments 1"].one("blockquote").text == "mở rộng thương mại"
    assert [(link.text, link["href"]) for link in found["Index of the commitments"].all("a")] == [
        ("Viet Nam 1", "/en/commitments/?leader=le-thu-nghiem&country=VN"),
        ("propose 1", "/en/commitments/?leader=le-thu-nghiem&act=propose"),
        ("Trade 1", "/en/commitments/?leader=le-thu-nghiem&topic=trade"),
        ("2031 1", "/en/commitments/?leader=le-thu-nghiem&year=2031"),
    ]


def test_a_leader_of_whom_nothing_is_told_has_a_page_that_says_so(client):
    a_leader("Vắng Mặt")
    shown = page(client.get("/leaders/vang-mat/"))
    assert shown.one("div", class_="empty").text == "Kho tư liệu chưa có gì ở đây."
    assert shown.one("a", class_="badge").text == "máy đọc"


def test_countries_are_listed_with_counts(client, call):
    assert entries(page(client.get("/en/countries/"))) == [
        "Country A XA 1 event · 2 commitments",
        "Viet Nam VN 1 event · 2 commitments",
    ]


NAMES = [("Zed Thử", "Adam Thu"), ("Ăn Thử", "Zoe Thu"), ("đỗ Thử", ""), ("Bo Thử", "")]


@pytest.mark.parametrize("address", ["/leaders/", "/countries/XA/"])
def test_leaders_stand_by_the_name_in_the_language_of_the_page_as_if_without_accents(client, country_a, address):
    an_event(leaders=[a_leader(name, country_a, name_latin=latin) for name, latin in NAMES])

    def shown(prefix):
        return [entry.one("h3").text for entry in page(client.get(prefix + address)).all("li", class_="entry")]

    assert shown("") == ["Ăn Thử", "Bo Thử", "đỗ Thử", "Zed Thử"]
    assert shown("/en") == ["Adam Thu", "Bo Thử", "đỗ Thử", "Zoe Thu"]


def test_countries_stand_by_the_name_in_the_language_of_the_page_as_if_without_accents(client):
    actors = [an_actor("DE", "Đức", "Germany"), an_actor("AT", "Áo", "Austria"), an_actor("PL", "Ba Lan", "Poland")]
    an_event(leaders=[a_leader(f"Người {actor.code}", actor) for actor in actors])

    def shown(prefix):
        return [heading.text for heading in page(client.get(f"{prefix}/countries/")).all("h3")]

    assert shown("") == ["Áo", "Ba Lan", "Đức"]
    assert shown("/en") == ["Austria", "Germany", "Poland"]


def test_a_country_has_leaders_events_and_commitments(client, call):
    found = sections(page(client.get("/countries/XA/")))
    assert list(found) == ["Lãnh đạo", "Quan hệ", "Bảng tra cam kết", "Sự kiện 1", "Cam kết 2"]
    assert entries(found["Lãnh đạo"]) == ["Anna Mẫu 1 sự kiện · 1 cam kết"]
    assert [quote.text for quote in found["Cam kết 2"].all("blockquote")] == ["mở thêm một tuyến đường sắt", "việc ấy"]


def test_a_country_code_in_small_letters_leads_to_the_country(client, country_a):
    response = client.get("/countries/xa/")
    assert (response.status_code, response["Location"]) == (301, "/countries/XA/")


def test_all_topics_are_listed_in_their_order_with_what_they_cover(client, call):
    a_topic("health", "Y tế", "Health")
    transport = a_topic()
    transport.position, transport.description_en = 9, "Railways, roads, ports."
    transport.save()
    assert entries(page(client.get("/en/topics/"))) == [
        "Health 0 events · 0 commitments",
        "Trade 1 event · 1 commitment",
        "Transport Railways, roads, ports. 1 event · 1 commitment",
    ]


def test_a_topic_has_events_and_commitments(client, call):
    shown = page(client.get("/topics/trade/"))
    found = sections(shown)
    assert shown.one("h1").text == "Thương mại"
    assert list(found) == ["Bảng tra cam kết", "Sự kiện 1", "Cam kết 1"]
    assert found["Cam kết 1"].one("blockquote").text == "mở rộng thương mại"
