import pytest
from django.db import transaction

from tests.search import corpus


@pytest.fixture(scope="module")
def archive(django_db_setup, django_db_blocker):
    """The corpus, made once for the tests of a module and taken back after them."""
    with django_db_blocker.unblock():
        atomic = transaction.atomic()
        atomic.__enter__()
        try:
            corpus.make()
            yield
        finally:
            transaction.set_rollback(True)
            atomic.__exit__(None, None, None)
