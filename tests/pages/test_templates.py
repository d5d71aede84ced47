"""The language of the public pages: what comes out is escaped, and every template can be read."""

from pathlib import Path

import pytest
from django.template import engines

TEMPLATES = Path(__file__).parents[2] / "templates"
PAGES = sorted(
    str(path)
    for path in (path.relative_to(TEMPLATES) for path in TEMPLATES.rglob("*.html"))
    if path.parts[0] != "staff"
)


@pytest.mark.parametrize("page", PAGES)
def test_a_template_can_be_read(page):
    engines["jinja2"].get_template(page)


@pytest.mark.parametrize(
    "template",
    [
        "{{ words }}",
        "{% trans %}About {{ words }}{% endtrans %}",
        "{% trans n=1, words=words %}{{ n }} {{ words }}{% pluralize n %}{{ n }} of {{ words }}{% endtrans %}",
        '{{ _("%(words)s here", words=words) }}',
        "{{ words|truncatechars(20) }}",
        "{{ words|capfirst }}",
    ],
)
def test_markup_in_what_is_shown_comes_out_as_text(template):
    shown = engines["jinja2"].from_string(template).render({"words": "<b>&"})
    assert "&lt;b&gt;&amp;" in shown
    assert "<b>" not in shown


def test_what_is_missing_is_shown_as_nothing_also_inside_what_is_missing():
    assert engines["jinja2"].from_string("[{{ selection.chips.first }}]").render({}) == "[]"
