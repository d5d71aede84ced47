import pytest

from events import vocabulary
from events.models import SourceFile
from events.register import Register
from events.store import file_readings


@pytest.fixture
def archive(db):
    """A database with the vocabulary in it."""
    vocabulary.load()


@pytest.fixture
def a_source(archive):
    """A function that returns a stored file of the given number."""

    def make(number=1):
        return SourceFile.objects.create(
            sha256=f"{number:064}", name=f"{number}.txt", media_type="text/plain", encoding="utf-8", size=1, text=""
        )

    return make


@pytest.fixture
def filed(a_source):
    """A function that files a reading as read from the numbered file, made where it is new."""

    def file(reading, number=1):
        source = SourceFile.objects.filter(sha256=f"{number:064}").first() or a_source(number)
        return file_readings([reading], source, Register())[0]

    return file
