import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import translation


@pytest.fixture
def editor(db):
    """Someone on the staff, by name."""
    return get_user_model().objects.create_superuser("bien-tap")


@pytest.fixture
def staff(editor):
    """A browser in which the editor is logged in; addresses lead to the English pages."""
    client = Client()
    client.force_login(editor)
    with translation.override("en"):
        yield client
