"""What the value of a field means: years, or rows of the archive by slug, code or name in either language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from events.models import Act, Actor, EventKind, Leader, Topic
from events.search.text import words_of
from events.selection.problems import shown

YEARS = range(1800, 2200)  # what an open end reaches
MAX_MEANINGS = 50  # rows that one value may mean

_YEARS = re.compile(r"([1-9][0-9]{3})?(\.\.|-|–)?([1-9][0-9]{3})?", re.ASCII)

# The parameter, its rows, the field by which addresses name them, the fields with names, and what is said of a value
# that means none.
_RECORDS: dict[str, tuple[type[models.Model], str, tuple[str, ...]]] = {
    "leader": (Leader, "slug", ("addresses__slug", "name", "name_latin", "aliases__name")),
    "country": (Actor, "code", ("name_vi", "name_en", "names__name")),
    "topic": (Topic, "slug", ("name_vi", "name_en")),
    "kind": (EventKind, "slug", ("name_vi", "name_en")),
    "act": (Act, "slug", ("name_vi", "name_en")),
}


def resolve(parameter: str, value: str) -> tuple[dict[str, Any], list[str]]:
    """Return what the value means, by what addresses write for it, and a sentence where it means nothing.

    A name is the same with and without accents. A whole name is preferred to one that holds the words in a row; where
    several fit, all of them are meant. One query, two for a name.
    """
    if parameter == "year":
        years = _years(value)
        return {str(year): year for year in years}, [] if years else [_no_such(parameter, value)]
    model, key, fields = _RECORDS[parameter]
    found = _named(model, key, fields, value)
    if not found:
        return {}, [_no_such(parameter, value)]
    return {str(getattr(row, key)): row for row in found[:MAX_MEANINGS]}, []


def _years(value: str) -> list[int]:
    found = _YEARS.fullmatch(value)
    if found is None or not (found[1] or found[3]) or (found[1] and found[3] and not found[2]):
        return []
    first = int(found[1]) if found[1] else YEARS[0]
    last = int(found[3]) if found[3] else (YEARS[-1] if found[2] else first)
    first, last = sorted((first, last))
    return list(range(max(first, YEARS[0]), min(last, YEARS[-1]) + 1))


def _named(model: type[models.Model], key: str, fields: Iterable[str], value: str) -> list[models.Model]:
    wanted = [word.folded for word in words_of(value)]
    if not wanted:
        return []
    rows = model._default_manager.order_by()
    names: dict[Any, set[tuple[str, ...]]] = {}
    for pk, *called in rows.values_list("pk", key, *fields):
        names.setdefault(pk, set()).update(tuple(word.folded for word in words_of(name)) for name in called if name)
    ways: tuple[Callable[[tuple[str, ...]], bool], ...] = (
        lambda name: list(name) == wanted,
        lambda name: f" {' '.join(wanted)} " in f" {' '.join(name)} ",
    )
    for fits in ways:
        if found := [pk for pk, called in names.items() if any(map(fits, called))]:
            return list(rows.filter(pk__in=found).order_by("pk"))
    return []


def _no_such(parameter: str, value: str) -> str:
    sentence = {
        "year": _("“%(value)s” is not a year; it was left out."),
        "leader": _("There is no leader “%(value)s”; it was left out."),
        "country": _("There is no country or organisation “%(value)s”; it was left out."),
        "topic": _("There is no topic “%(value)s”; it was left out."),
        "kind": _("There is no kind of event “%(value)s”; it was left out."),
        "act": _("There is no act “%(value)s”; it was left out."),
    }[parameter]
    return sentence % {"value": shown(value)}
