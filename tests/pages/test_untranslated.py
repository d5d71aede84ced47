"""Nothing is shown that was not looked up for translation; test_translations.py sees that all of that is translated."""

import pytest
from django.contrib import admin
from django.contrib.admin.utils import label_for_field
from django.core.cache import cache
from django.http import HttpResponse
from django.template import engines

from events import numbers
from events.rendering import days
from events.views import errors
from tests.pages.addresses import BOTH_LANGUAGES
from tests.pages.html import page
from tests.pages.marking import CLOSE, OPEN, marked, unmarked, words_of_the_archive
from tests.records import an_event

pytestmark = pytest.mark.django_db

# The same in both languages: how each language calls itself, signs and examples; and what the addresses below ask for.
SAME = {"english", "tiếng", "việt", "utc", "sha", "csv", "or", "tô", "lâm", "đường", "sắt"}
ASKED = {"nope", "dien", "dam", "khong", "thay", "abc", "thu", "duong", "sat", "khongthay"}
SELDOM_SEEN = [
    prefix + address
    for prefix in ("", "/en")
    for address in (
        "/nope/",
        "/dien-dam/",
        "/events/rut/",
        "/events/?q=%22khong-thay&year=abc&sort=relevance&page=9",
        "/events/?q=thu&kind=phone-call&year=2031&facet=topic",
        "/commitments/?q=duong+sat&topic=trade",
        "/commitments/?q=khongthay",
        "/compare/?event=nope",
        "/coverage/?page=2",
    )
]


@pytest.fixture
def _marked(monkeypatch):
    """Every translation is marked, and nothing kept from before or after is shown."""
    kept = (days._days, numbers._number, numbers._events, numbers._commitments)

    def forget():
        cache.clear()
        for function in kept:
            function.cache_clear()
        for edition in engines["jinja2"].editions.values():  # templates are translated while they are compiled
            edition.cache.clear()

    forget()
    marked(monkeypatch)
    yield
    forget()


@pytest.mark.usefixtures("_marked", "earlier_call")
@pytest.mark.parametrize("address", BOTH_LANGUAGES + SELDOM_SEEN)
def test_every_word_of_a_page_was_looked_up_or_is_of_the_archive(client, address):
    an_event("rut", status="withdrawn")
    shown = page(client.get(address))
    assert unmarked(shown, words_of_the_archive() | SAME | ASKED) == []


@pytest.mark.usefixtures("_marked")
@pytest.mark.parametrize("view", [errors.server_error, lambda request: errors.bad_request(request, None)])
def test_every_word_of_a_page_for_errors_was_looked_up(rf, view):
    assert unmarked(page(view(rf.get("/en/")))) == []


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>⟦Tìm⟧ ⟦Nước ⟦A⟧⟧ 12 · kho</p>", []),
        ("<p>⟦<b>3</b> sự kiện⟧</p>", []),
        ("<p>⟦Tìm⟧ Search</p>", ["Search"]),
        ("<p>⟦one⟧</p><p>two</p>", ["two"]),
        ('<input placeholder="Words">', ["Words"]),
        ('<a title="⟦Tìm⟧" aria-label="Find">⟦Tìm⟧</a>', ["Find"]),
        ('<meta name="description" content="About us">', ["About", "us"]),
        ("<kbd>die*</kbd>", []),
    ],
)
def test_a_planted_word_is_found(html, found):
    assert unmarked(page(HttpResponse(html)), {"kho"}) == found


def staffed():
    """The archive's models that staff see, with their admin."""
    return [(model, site) for model, site in admin.site._registry.items() if model._meta.app_label == "events"]


def shown_to_staff():
    """Return the models that have a screen of their own or a part in another's."""
    inlines = [inline.model for _model, site in staffed() for inline in site.inlines]
    return sorted({*(model for model, _site in staffed()), *inlines}, key=lambda model: model.__name__)


def fields_of(model):
    """Return the fields that a form or a list can show: not what the database fills, nor links through a table."""
    through = [field for field in model._meta.many_to_many if field.remote_field.through._meta.auto_created]
    plain = [field for field in model._meta.concrete_fields if not (field.generated or field.primary_key)]
    return [*plain, *through]


def is_looked_up(label):
    text = str(label)
    return not text or (OPEN in text and CLOSE in text)


@pytest.mark.usefixtures("_marked")
@pytest.mark.parametrize("model", shown_to_staff(), ids=lambda model: model.__name__)
def test_every_label_of_a_model_was_looked_up(model):
    labels = [model._meta.verbose_name, model._meta.verbose_name_plural]
    for field in fields_of(model):
        labels += [field.verbose_name, field.help_text, *(label for _value, label in field.flatchoices)]
    assert [str(label) for label in labels if not is_looked_up(label)] == []


@pytest.mark.usefixtures("_marked")
@pytest.mark.parametrize(("model", "site"), staffed(), ids=lambda value: getattr(value, "__name__", ""))
def test_every_label_of_a_screen_for_staff_was_looked_up(rf, admin_user, model, site):
    request = rf.get("/")
    request.user = admin_user
    labels = [label_for_field(name, model, site) for name in site.get_list_display(request)]
    labels += [label_for_field(name, model, site) for name in site.get_readonly_fields(request)]
    labels += [name for name, _options in site.get_fieldsets(request) if name]
    labels += [description for _function, _name, description in site.get_actions(request).values()]
    labels += [inline.verbose_name_plural for inline in site.get_inline_instances(request)]
    assert [str(label) for label in labels if not is_looked_up(label)] == []
