"""`manage.py status`: what the archive holds."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import connection

from events.models import Event, ImportRun
from tests.records import a_commitment, an_event

pytestmark = pytest.mark.django_db


def status(capsys):
    call_command("status")
    return capsys.readouterr().out


def test_it_counts_events_and_commitments(capsys):
    a_commitment(an_event(), "mở thêm một tuyến đường sắt")
    an_event(slug="draft", status=Event.Status.DRAFT)
    assert status(capsys).splitlines()[1:4] == [
        "Events:               1 published, 2 in all",
        "Commitments:          1 published, 1 in all",
        "Waiting for staff:    0 commitments whose passage is not found",
    ]


def test_it_says_when_files_were_last_imported(capsys):
    ImportRun.objects.create(finished_at=datetime(2031, 1, 2, 3, 4, tzinfo=UTC), reader_version="1")
    assert "Last import:          2031-01-02 03:04 UTC\n" in status(capsys)


def test_it_says_how_to_make_the_first_staff_account(capsys, monkeypatch):
    monkeypatch.setattr(sys, "executable", str(Path.cwd() / ".venv/bin/python"))
    monkeypatch.delenv("VAR_DIR", raising=False)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert status(capsys).splitlines()[-2:] == [
        "There is no staff account yet. To make one:",
        "    .venv/bin/python manage.py createsuperuser",
    ]


def test_the_account_is_made_in_the_database_that_is_shown(capsys, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/usr/bin/python3")
    monkeypatch.setenv("VAR_DIR", "/srv/archive")
    monkeypatch.setenv("DATABASE_URL", "postgres://me:hunter2@db.example/archive")
    assert status(capsys).splitlines()[-1] == (
        "    DATABASE_URL=… VAR_DIR=… /usr/bin/python3 manage.py createsuperuser"
    )


def test_it_is_silent_about_accounts_once_there_is_one(capsys):
    get_user_model().objects.create_superuser("staff")
    assert "staff account" not in status(capsys)


def test_it_says_what_to_do_about_a_database_without_tables(monkeypatch):
    monkeypatch.setattr(connection.introspection, "table_names", list)
    with pytest.raises(CommandError, match=r"not prepared yet; `manage\.py migrate` does it"):
        call_command("status")
