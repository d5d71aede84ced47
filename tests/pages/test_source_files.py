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
