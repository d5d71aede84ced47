"""Form fields that keep what they understand of a parameter and say in a sentence what they left out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.selection import words
from events.selection.problems import PartlyUnderstood, shown

MAX_VALUES = 50  # of one parameter
MAX_NAMED = 3  # values of one parameter that are told one by one as not understood

_YEAR = re.compile(r"[1-9][0-9]{3}", re.ASCII)
_KEY = re.compile(r"[-\w]{1,200}", re.ASCII)


class SelectionForm(forms.Form):
    """A form that is never refused as a whole: each field keeps what it understood."""

    def add_error(self, field: str | None, error: Any) -> None:
        super().add_error(field, error)
        if field and isinstance(error, PartlyUnderstood):
            self.cleaned_data[field] = error.understood


class ParameterField(forms.Field):
    """A parameter of a query string, with all its values."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: list[str] | None) -> Any:
        """Return what is understood; raises PartlyUnderstood, which brings it along, where something is left out."""
        given = dict.fromkeys(text.strip() for text in value or [])
        understood, problems = self.understand([text for text in given if text])
        if problems:
            raise PartlyUnderstood(problems, understood)
        return understood

    def understand(self, given: list[str]) -> tuple[Any, list[str]]:
        """Return what the values mean and sentences about those that mean nothing."""
        raise NotImplementedError


class WordsField(ParameterField):
    """Words to search for."""

    def understand(self, given: list[str]) -> tuple[words.Words, list[str]]:
        value, problems = last_of(given, _("One search is made at a time; “%(value)s” was left out."))
        found, more = words.read(value)
        return found, problems + more


class SortField(ParameterField):
    """One of the `orders`; the first is taken where none is asked for."""

    def __init__(self, *, orders: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.orders = orders

    def understand(self, given: list[str]) -> tuple[str, list[str]]:
        first = next(iter(self.orders))
        value, problems = last_of(given, _("One order is used at a time; “%(value)s” was left out."))
        if not value or value in self.orders:
            return value or first, problems
        return first, [*problems, _("“%(value)s” is not an order; it was left out.") % {"value": shown(value)}]


class ChoicesField(ParameterField):
    """Any number of values, each of which must mean something; cleaned to value → what it means."""

    def __init__(self, *, problem: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.problem = problem

    def understand(self, given: list[str]) -> tuple[dict[str, Any], list[str]]:
        used = given[:MAX_VALUES]
        meanings = self.meanings(used)
        strange = [value for value in used if value not in meanings]
        problems = [self.problem % {"value": shown(value)} for value in strange[:MAX_NAMED]]
        if more := len(strange[MAX_NAMED:]) + len(given[MAX_VALUES:]):
            problems.append(
                ngettext("%(count)s more value was left out.", "%(count)s more values were left out.", more)
                % {"count": more}
            )
        return {self.written(meanings[value]): meanings[value] for value in used if value in meanings}, problems

    def meanings(self, values: list[str]) -> dict[str, Any]:
        """Return what each value means that means something."""
        raise NotImplementedError

    def written(self, meaning: Any) -> str:
        """Return how addresses write the value that means this."""
        return str(meaning)


class YearsField(ChoicesField):
    """Years, as four digits."""

    def meanings(self, values: list[str]) -> dict[str, int]:
        return {value: int(value) for value in values if _YEAR.fullmatch(value)}


class RecordsField(ChoicesField):
    """Rows, by the field that addresses name them by, or by what they were once named by: the path `once`.

    One query, none where nothing is chosen, and a second one where something chosen has another name by now.
    """

    def __init__(self, *, records: type[models.Model], key: str, once: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.records = records
        self.key = key
        self.once = once

    def meanings(self, values: list[str]) -> dict[str, models.Model]:
        keys = [value for value in values if _KEY.fullmatch(value)]
        found = self.records._default_manager.in_bulk(keys, field_name=self.key) if keys else {}
        return found | self.once_named([key for key in keys if key not in found])

    def once_named(self, keys: list[str]) -> dict[str, models.Model]:
        """Return the rows that addresses once named by these keys."""
        if not self.once or not keys:
            return {}
        rows = self.records._default_manager.filter(**{f"{self.once}__in": keys})
        return {row.once_key: row for row in rows.annotate(once_key=models.F(self.once))}

    def written(self, meaning: models.Model) -> str:
        return str(getattr(meaning, self.key))


def last_of(given: list[str], problem: str) -> tuple[str, list[str]]:
    """Return the last of the values, "" where there is none, and a sentence about each of the others."""
    return (given[-1] if given else ""), [problem % {"value": shown(value)} for value in given[:-1][:MAX_NAMED]]
