"""The file that an event was read from, as it came."""

import pytest

from tests.pages.archive import CONTENT

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(call):
    return f"/events/{call.slug}/source/"


def test_the_bytes_are_those_of_the_file(client, address):
    assert client.get(address).content == CONTENT


def test_the_file_is_saved_under_its_own_name_and_never_shown_as_a_page(client, address, call):
    response = client.get(address)
    assert {name: response[name] for name in ("Content-Type", "Content-Disposition", "X-Content-Type-Options")} == {
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Disposition": "attachment; filename*=utf-8''%C4%90i%E1%BB%87n%20%C4%91%C3%A0m.txt",
        "X-Content-Type-Options": "nosniff",
    }


def test_the_folder_that_a_file_came_from_is_no_part_of_the_name_it_is_saved_under(client, address, call):
    source = call.provenances.get().source
    source.name = "seeds/goi.txt"
    source.save()
    assert client.get(address)["Content-Disposition"] == 'attachment; filename="goi.txt"'


def test_the_checksum_is_the_entity_tag(client, address, call):
    checksum = call.provenances.get().source.sha256
    assert client.get(address)["ETag"] == f'"{checksum}"'
    assert client.get(address, headers={"If-None-Match": f'"{checksum}"'}).status_code == 304


def test_another_layout_is_found_by_its_checksum(client, address, call):
    source = call.provenances.get().source
    source.pk, source.sha256, source.content = None, "b" * 64, b"khac"
    source.save()
    call.provenances.create(source=source)
    assert client.get(f"{address}{'b' * 64}/").content == b"khac"
    assert client.get(address).content == CONTENT


@pytest.mark.parametrize("checksum", ["c" * 64, "abc"])
def test_a_checksum_of_no_file_of_the_event_is_not_there(client, address, checksum):
    assert client.get(f"{address}{checksum}/").status_code == 404


def test_an_event_without_a_file_has_no_source(client, call):
    call.provenances.all().delete()
    assert client.get(f"/events/{call.slug}/source/").status_code == 404


@pytest.mark.parametrize(
    ("name", "media_type", "encoding", "content_type", "saved_as"),
    [
        ("luu/goi.html", "text/html", "utf-8", "text/plain; charset=utf-8", "goi.html"),
        ("goi.csv, row 12", "text/csv", "utf-8", "text/csv; charset=utf-8", "goi.csv, row 12.csv"),
        ("goi.jsonl, line 3", "application/json", "utf-8", "application/json; charset=utf-8", "goi.jsonl, line 3.json"),
        ("goi.zip/a/goi.txt", "text/plain", "tcvn3", "text/plain", "goi.txt"),
        ("goi.txt", "text/plain", "utf-16-le", "text/plain; charset=utf-16le", "goi.txt"),
    ],
)
def test_every_kind_of_file_is_saved_and_none_is_served_as_a_page(
    client, address, call, name, media_type, encoding, content_type, saved_as
):
    source = call.provenances.get().source
    source.name, source.media_type, source.encoding = name, media_type, encoding
    source.save()
    response = client.get(address)
    assert (response["Content-Type"], response["Content-Disposition"], response["X-Content-Type-Options"]) == (
        content_type,
        f'attachment; filename="{saved_as}"',
        "nosniff",
    )


@pytest.mark.parametrize(
    ("noted", "shown"),
    [
        ("https://bao.example/1?a=1&b=2", '<a rel="noopener nofollow" href="https://bao.example/1?a=1&amp;b=2">'),
        ("javascript:alert(1)", '<span class="quiet">javascript:alert(1)</span>'),
        ("http://[", '<span class="quiet">http://[</span>'),
        ('"><script>', '<span class="quiet">&#34;&gt;&lt;script&gt;</span>'),
    ],
)
def test_the_address_that_a_file_came_with_is_a_link_only_where_it_leads_to_the_web(client, call, noted, shown):
    source = call.provenances.get().source
    source.address = noted
    source.save()
    assert shown in client.get(call.get_absolute_url()).content.decode()
