"""The secret key: made once, kept, and read by its owner only."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from diplomacy.secrets import kept_key, private_folder, secret_key

LONG = "0123456789" * 5


def test_a_key_is_made_where_there_is_none(tmp_path):
    assert len(kept_key(tmp_path / "secret_key")) == 50


def test_a_key_is_read_by_its_owner_only(tmp_path):
    kept_key(tmp_path / "secret_key")
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600


def test_a_key_is_kept(tmp_path):
    assert kept_key(tmp_path / "secret_key") == kept_key(tmp_path / "secret_key")


@pytest.mark.parametrize("content", [b"", b"short", b"\xff\xfe" * 40])
def test_a_file_that_holds_no_key_is_left_alone_and_named(tmp_path, content):
    path = tmp_path / "secret_key"
    path.write_bytes(content)
    with pytest.raises(ImproperlyConfigured, match=f"{path} holds no key"):
        kept_key(path)
    assert path.read_bytes() == content


def test_a_key_that_cannot_be_made_stops_the_start(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(ImproperlyConfigured, match="cannot be read or made: Not a directory"):
        kept_key(tmp_path / "file" / "secret_key")


def test_the_folder_of_the_site_is_its_owners_only(tmp_path):
    assert private_folder(tmp_path / "a" / "var").stat().st_mode & 0o777 == 0o700


def test_a_folder_that_is_there_stays_as_it_is(tmp_path):
    tmp_path.chmod(0o755)
    assert private_folder(tmp_path).stat().st_mode & 0o777 == 0o755


def test_a_folder_that_cannot_be_made_is_left_to_whoever_needs_it(tmp_path):
    (tmp_path / "file").touch()
    assert not private_folder(tmp_path / "file" / "var").exists()


def test_the_environment_comes_before_the_file(tmp_path):
    assert secret_key(LONG, tmp_path / "secret_key") == LONG
    assert list(tmp_path.iterdir()) == []


def test_a_short_key_is_refused(tmp_path):
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY must have at least 50 characters"):
        secret_key("short", tmp_path / "secret_key")
