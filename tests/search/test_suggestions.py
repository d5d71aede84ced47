"""“Did you mean”: words of the archive for words that it does not know."""

import pytest

from events.search.suggestions import suggest
from events.selection.words import read, written

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("archive")]


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("duong sta", "duong sat"),
        ("hoaa binh", "hoa binh"),
        ("railwya", "railway"),
        ("quocc phong", "quoc phong"),
        ('"hop tac quoc phonk"', '"hop tac quoc phong"'),
        ("sátt", "sat"),
        ("covvid -g8", "covid -g8"),
        ("zzzzzzzz", None),
        ("zz", None),
    ],
)
def test_a_misspelled_word_is_replaced_by_one_that_finds_something(typed, suggested):
    query = suggest(read(typed)[0].query, "events")
    assert (written(query) if query else None) == suggested
