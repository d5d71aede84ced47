"""What every test shares: its language, the database it is about, and what skipping it means."""

import os

import pytest
from django.db import connection
from django.utils import translation

pytest_plugins = ["tests.pages.archive"]

# Set by `.ci/run`, which has installed all that any test asks for.
NOTHING_SKIPPED = bool(os.environ.get("REQUIRE_ALL"))


def pytest_configure(config):
    for vendor in ("sqlite", "postgresql"):
        config.addinivalue_line("markers", f"{vendor}: about this database alone; left out on the other")


def pytest_collection_modifyitems(config, items):
    other = "postgresql" if connection.vendor == "sqlite" else "sqlite"
    left_out = [item for item in items if item.get_closest_marker(other)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


def failed_if_skipped(report):
    """Return the report as a failure where it tells of a skipped test and nothing may be skipped."""
    if NOTHING_SKIPPED and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome, report.longrepr = "failed", f"REQUIRE_ALL is set, yet: {reason}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    return failed_if_skipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    return failed_if_skipped((yield))


@pytest.fixture(autouse=True)
def _in_vietnamese():
    """Start each test in the default language: a page asked for by an earlier one leaves its own behind."""
    with translation.override("vi"):
        yield
