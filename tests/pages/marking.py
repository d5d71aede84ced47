"""A language in which every text that was looked up for translation shows: it stands between ⟦ and ⟧."""

import re

from django.apps import apps
from django.db.models import CharField, TextField
from django.utils import translation

OPEN, CLOSE = "⟦", "⟧"
LOOKUPS = {"gettext": 0, "pgettext": 1, "ngettext": 0, "npgettext": 1}  # and whether a context comes first
SAID = ("title", "aria-label", "aria-description", "placeholder", "alt")  # attributes that are shown or read out
DESCRIBING = {"description", "og:title", "og:description", "og:site_name", "og:image:alt"}
SPELLED = ("kbd", "code", "samp")  # what is to be typed, and what a computer wrote
_WORD = re.compile(r"[^\W\d_]{2,}")
_ADDRESS = re.compile(r"https?://\S+")  # in which words are the same in every language


def marked(monkeypatch):
    """Mark every translation from here on, that of Django's own words too."""

    def marking(lookup):
        return lambda *words: f"{OPEN}{lookup(*words)}{CLOSE}"

    for name in LOOKUPS:
        monkeypatch.setattr(translation._trans, name, marking(getattr(translation._trans, name)))


def words_of_the_archive():
    """Return every word in a text of a record: what a page may show as it is. Names of choices are none."""
    found = set()
    for model in apps.get_app_config("events").get_models():
        fields = [f.name for f in model._meta.concrete_fields if isinstance(f, CharField | TextField) and not f.choices]
        for row in model._base_manager.values_list(*fields):
            found |= {word.casefold() for text in row if isinstance(text, str) for word in _WORD.findall(text)}
    return found


def unmarked(document, known=frozenset()):
    """Return the words of a page that were not looked up and are not `known`: its text's, then its attributes'."""
    depth, found = 0, []
    for text in _texts(document):
        outside, depth = _outside(text, depth)
        found += _strange(outside, known)
    for element in document.walk():
        names = [name for name in SAID if name in element.attributes]
        if element.tag == "meta" and {element.attributes.get(name) for name in ("name", "property")} & DESCRIBING:
            names.append("content")
        for name in names:
            found += _strange(_outside(element[name], 0)[0], known)
    return found


def _texts(element):
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.tag not in SPELLED:
            yield from _texts(child)


def _outside(text, depth):
    """Return what of a text stands in no mark, and how deep in marks its end is; a message may hold elements."""
    outside = []
    for sign in text:
        depth += (sign == OPEN) - (sign == CLOSE)
        outside.append(" " if depth or sign in (OPEN, CLOSE) else sign)
    return "".join(outside), depth


def _strange(text, known):
    return [word for word in _WORD.findall(_ADDRESS.sub(" ", text)) if word.casefold() not in known]
