"""What a skipped test means to the suite itself."""

from types import SimpleNamespace

import pytest
from django.db import connection

from tests import conftest

SKIPPED = ("tests/browser/test_pages.py", 7, "Skipped: Chromium is not installed")


def a_report(**fields):
    return SimpleNamespace(skipped=True, outcome="skipped", longrepr=SKIPPED, **fields)


def test_a_skipped_test_is_a_skipped_test(monkeypatch):
    monkeypatch.setattr(conftest, "NOTHING_SKIPPED", False)
    assert conftest.failed_if_skipped(a_report()).outcome == "skipped"


def test_a_skipped_test_fails_where_nothing_may_be_skipped(monkeypatch):
    monkeypatch.setattr(conftest, "NOTHING_SKIPPED", True)
    report = conftest.failed_if_skipped(a_report())
    assert (report.outcome, report.longrepr) == (
        "failed",
        "REQUIRE_ALL is set, yet: Skipped: Chromium is not installed",
    )


def test_a_test_that_is_known_to_fail_may_do_so(monkeypatch):
    monkeypatch.setattr(conftest, "NOTHING_SKIPPED", True)
    assert conftest.failed_if_skipped(a_report(wasxfail="")).outcome == "skipped"


@pytest.mark.sqlite
def test_a_test_of_sqlite_runs_on_sqlite():
    assert connection.vendor == "sqlite"


@pytest.mark.postgresql
def test_a_test_of_postgresql_runs_on_postgresql():
    assert connection.vendor == "postgresql"
