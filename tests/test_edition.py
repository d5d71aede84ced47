"""Names, numbers and addresses are in the language of the page that is being made."""

import re
from pathlib import Path

import pytest
from django.utils.translation import get_language, gettext, override

from events import edition, numbers
from events.links import link_to
from events.models import Topic

# Outside of a public page: errors are worded after it, templates are compiled before it.
OVERRIDING = ["events/edition.py", "events/rendering/compiling.py", "events/views/errors.py"]
TOPIC = Topic(name_vi="Thương mại", name_en="Trade")
IN_VIETNAMESE = ("Thương mại", "1.234", "/events/", "Sự kiện")
IN_ENGLISH = ("Trade", "1,234", "/en/events/", "Events")


def said():
    return (TOPIC.name, numbers.number(1234), link_to("events"), gettext("Events"))


@pytest.mark.parametrize(("language", "expected"), [("vi", IN_VIETNAMESE), ("en", IN_ENGLISH)])
def test_django_tells_the_language_where_none_is_noted(language, expected):
    with override(language):
        assert said() == expected


def test_a_part_of_a_page_can_be_made_in_another_language():
    with edition.noted():
        with edition.made_in("en"):
            assert said() == IN_ENGLISH
        assert said() == IN_VIETNAMESE


def test_what_is_noted_is_forgotten_with_the_page():
    with override("en"), pytest.raises(ZeroDivisionError), edition.noted():
        _ = 1 / 0
    assert (edition.current().language, get_language()) == ("vi", "vi")


def test_nothing_that_a_page_calls_overrides_the_language_past_the_edition():
    root = Path(__file__).parents[1]
    calls = [path for path in sorted((root / "events").rglob("*.py")) if re.search(r"\boverride\(", path.read_text())]
    assert [str(path.relative_to(root)) for path in calls] == OVERRIDING
