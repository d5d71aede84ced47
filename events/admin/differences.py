"""What a reading would have written where staff hold another value, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from events.editing import field_label
from events.models import Commitment, Event


def in_words(differences: Iterable[Mapping[str, Any]]) -> SafeString:
    """Return a line for each difference that an import noted."""
    return format_html_join("\n", "<div>{}</div>", ((_line(difference),) for difference in differences))


def _line(difference: Mapping[str, Any]) -> str:
    return _("%(field)s: the archive has “%(archive)s”, the file reads “%(file)s”.") % {
        "field": _name(difference["field"]),
        "archive": _value(difference["archive"]),
        "file": _value(difference["file"]),
    }


def _name(noted: str) -> str:
    """Return the label of `place`, and of `commitment 12: cue` with its number."""
    which, _colon, field = noted.rpartition(": ")
    word, _blank, number = which.partition(" ")
    if word == "commitment":
        return f"{capfirst(str(Commitment._meta.verbose_name))} {number}: {field_label(Commitment, field)}"
    return field_label(Event, noted)


def _value(value: Any) -> str:
    """Return a value as staff know it: lists with commas, lists of lists with semicolons."""
    if isinstance(value, list):
        inner = any(isinstance(each, list) for each in value)
        return ("; " if inner else ", ").join(_value(each) for each in value)
    return "–" if value in (None, "") else str(value)
