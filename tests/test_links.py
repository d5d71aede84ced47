from __future__ import annotations

import pytest
from django.urls import NoReverseMatch, get_script_prefix, set_script_prefix
from django.utils.translation import override

from events.links import link_to


def test_a_link_is_in_the_language_of_the_page() -> None:
    with override("en"):
        english = link_to("topic", "sea")
    with override("vi"):
        assert (link_to("topic", "sea"), english) == ("/topics/sea/", "/en/topics/sea/")


def test_a_link_is_below_where_the_archive_stands() -> None:
    before = get_script_prefix()
    try:
        set_script_prefix("/archive/")
        assert link_to("topic", "trade") == "/archive/topics/trade/"
    finally:
        set_script_prefix(before)
    assert link_to("topic", "trade") == "/topics/trade/"


def test_there_is_no_link_to_a_page_that_is_none() -> None:
    with pytest.raises(NoReverseMatch):
        link_to("nowhere")
