"""Environment variables: read strictly, and refused by name."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from diplomacy import environment

FILE = Path("/nowhere/archive.sqlite3")
SQLITE = "django.db.backends.sqlite3"
POSTGRESQL = "django.db.backends.postgresql"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1", True), ("True", True), ("on", True), ("0", False), ("no", False), ("", False), ("  ", False)],
)
def test_a_flag_says_yes_or_no(monkeypatch, text, expected):
    monkeypatch.setenv("HTTPS", text)
    assert environment.flag("HTTPS") is expected


def test_a_flag_that_is_not_set_is_a_no(monkeypatch):
    monkeypatch.delenv("HTTPS", raising=False)
    assert environment.flag("HTTPS") is False


def test_a_flag_that_says_neither_is_refused_by_name(monkeypatch):
    monkeypatch.setenv("HTTPS", "ture")
    with pytest.raises(ImproperlyConfigured, match=r"^HTTPS must be one of 1, true, .*, not 'ture'\.$"):
        environment.flag("HTTPS")


@pytest.mark.parametrize("text", ["80a", "-1", "65536", "²", "9" * 5000])
def test_a_number_out_of_range_is_refused_by_name(monkeypatch, text):
    monkeypatch.setenv("PORT", text)
    with pytest.raises(ImproperlyConfigured, match=r"^PORT must be a whole number up to 65535"):
        environment.number("PORT", 8000, most=65535)


def test_a_choice_is_taken_in_any_case(monkeypatch):
    monkeypatch.setenv("LOG_LEVEL", "debug")
    assert environment.choice("LOG_LEVEL", ["DEBUG", "INFO"], "INFO") == "DEBUG"


def test_a_choice_that_is_not_offered_is_refused_by_name(monkeypatch):
    monkeypatch.setenv("LOG_LEVEL", "loud")
    with pytest.raises(ImproperlyConfigured, match=r"^LOG_LEVEL must be one of DEBUG, INFO, not 'loud'\.$"):
        environment.choice("LOG_LEVEL", ["DEBUG", "INFO"], "INFO")


def test_a_list_has_commas_between_its_parts(monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", "a.example, b.example,")
    assert environment.names("ALLOWED_HOSTS", ["localhost"]) == ["a.example", "b.example"]


def test_an_empty_list_counts_as_not_set(monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", "")
    assert environment.names("ALLOWED_HOSTS", ["localhost"]) == ["localhost"]


def test_a_value_that_begins_with_a_dollar_is_itself(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "$HOME")
    assert environment.text("SECRET_KEY") == "$HOME"


@pytest.mark.parametrize(
    ("url", "engine", "name", "options"),
    [
        ("", SQLITE, str(FILE), {}),
        ("sqlite:////srv/archive.sqlite3", SQLITE, "/srv/archive.sqlite3", {}),
        ("postgres://reader@db.example:5432/archive", POSTGRESQL, "archive", {}),
        ("postgresql://reader@db.example/archive?sslmode=require", POSTGRESQL, "archive", {"sslmode": "require"}),
    ],
)
def test_a_database_is_named_by_its_url(monkeypatch, url, engine, name, options):
    monkeypatch.setenv("DATABASE_URL", url)
    config = environment.database("DATABASE_URL", FILE)
    assert (config["ENGINE"], config["NAME"], config["OPTIONS"]) == (engine, name, options)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("mysql://me:hunter2@db.example/archive", "must begin with sqlite:/// or postgres://"),
        ("archive.sqlite3", "must begin with sqlite:/// or postgres://"),
        ("postgres://me:hunter2@db.example:port/archive", "The port or the address in DATABASE_URL"),
        ("postgres://me:hunter2@db.example/", "names no database"),
    ],
)
def test_a_database_that_cannot_be_had_is_refused_without_its_password(monkeypatch, url, message):
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(ImproperlyConfigured, match=message) as refusal:
        environment.database("DATABASE_URL", FILE)
    assert "hunter2" not in str(refusal.value)
