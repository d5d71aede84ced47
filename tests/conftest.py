"""What every test stands on."""

import pytest
from django.utils import translation

pytest_plugins = ["tests.pages.archive"]


@pytest.fixture(autouse=True)
def _plain_static_files(settings):
    """Serve static files under their own names: no test should need `collectstatic` to have been run."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture(autouse=True)
def _vietnamese():
    """Start each test in the default language: a page asked for by an earlier test leaves its own behind."""
    with translation.override("vi"):
        yield
