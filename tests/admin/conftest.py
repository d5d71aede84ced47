import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import clear_url_caches


@pytest.fixture
def editor(db):
    """Someone on the staff, by name."""
    return get_user_model().objects.create_superuser("bien-tap")


@pytest.fixture
def staff(editor, settings):
    """A browser in which the editor is logged in, in English."""
    settings.LANGUAGE_CODE = "en"
    clear_url_caches()  # Django keeps addresses with the prefix that their language had
    client = Client(headers={"accept-language": "en"})
    client.force_login(editor)
    yield client
    clear_url_caches()


@pytest.fixture(autouse=True)
def plain_static_files(settings):
    """Pages name their static files without a manifest, which only `collectstatic` makes."""
    backend = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": backend}}
