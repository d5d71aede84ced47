"""Public templates are compiled for each language, with their parts in place: what is drawn stays the same."""

import pytest
from django.template import engines
from django.utils.safestring import mark_safe
from django.utils.translation import override
from jinja2 import ChoiceLoader, DictLoader
from markupsafe import Markup, escape

from events.rendering.compiling import shown

PARTS = {
    "row.html": "<li>{% set name = row|capfirst %}{{ name }}{{ missing }}</li>",
    "list.html": '{% set name = "outside" %}{% for row in rows %}{% include "row.html" %}{% endfor %}{{ name }}',
    "around.html": '[{% with rows=["c"] %}{% include "list.html" %}{% endwith %}{% include "list.html" %}]',
}


@pytest.fixture
def _parts(monkeypatch):
    """The templates above beside the archive's own."""
    for edition in engines["jinja2"].editions.values():
        monkeypatch.setattr(edition, "loader", ChoiceLoader([DictLoader(PARTS), edition.loader]))


def drawn(source, language="vi", **context):
    with override(language):
        return engines["jinja2"].from_string(source).render(context)


@pytest.mark.parametrize(("language", "words"), [("vi", "Sự kiện"), ("en", "Events"), (None, "Sự kiện")])
def test_a_template_speaks_the_language_in_which_it_is_drawn(language, words):
    assert drawn("{{ _('Events') }}", language) == words


@pytest.mark.parametrize(("language", "words"), [("vi", "Số &lt;7&gt;"), ("en", "No. &lt;7&gt;")])
def test_values_stand_in_the_sentence_of_each_language_escaped(language, words):
    assert drawn("{% trans n=number %}No. {{ n }}{% endtrans %}", language, number="<7>") == words


@pytest.mark.parametrize(("count", "words"), [(1, "1 commitment"), (2, "2 commitments")])
def test_a_number_chooses_its_form_when_it_is_known(count, words):
    source = (
        "{% trans counter=count, n=count %}{{ n }} commitment{% pluralize counter %}{{ n }} commitments{% endtrans %}"
    )
    assert drawn(source, "en", count=count) == words


def test_a_word_that_is_not_known_beforehand_is_looked_up_when_it_is():
    assert drawn("{{ _(word) }}", word="Events") == "Sự kiện"


@pytest.mark.usefixtures("_parts")
def test_a_part_reads_the_names_of_the_page_and_changes_none():
    assert drawn(PARTS["list.html"], rows=["a", "b"]) == "<li>A</li><li>B</li>outside"


@pytest.mark.usefixtures("_parts")
def test_a_part_of_a_part_reads_what_its_place_sets():
    assert drawn(PARTS["around.html"], rows=["a"]) == "[<li>C</li>outside<li>A</li>outside]"


@pytest.mark.usefixtures("_parts")
def test_no_part_is_looked_for_while_a_page_is_drawn(monkeypatch):
    edition = engines["jinja2"].editions["vi"]
    page = edition.from_string(PARTS["list.html"])
    monkeypatch.setattr(edition, "get_template", lambda *_: pytest.fail("looked for"))
    assert page.render(rows=["a"]) == "<li>A</li>outside"


@pytest.mark.parametrize(
    "value", ["hoà <b>&amp;</b> 'x' \"y\"", "", Markup("<b>&"), mark_safe("<i>&"), 1234, 0.5, None, ["<a>"]]
)
def test_a_value_is_shown_as_it_would_be_escaped(value):
    assert shown(value) == str(escape(value))
    assert drawn("[{{ value }}]", value=value) == f"[{escape(value)}]"
