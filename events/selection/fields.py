"""Fields that keep what they understand of a parameter and say in a sentence what they left out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.selection import words
from events.selection.problems import PartlyUnderstood, shown

MAX_VALUES = 50  # of one parameter
MAX_NAMED = 3  # values of one parameter that are told one by one as not understood

_KEY = re.compile(r"[-\w]{1,200}", re.ASCII)


class ParameterField(forms.Field):
    """A parameter of a query string, with all its values."""

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
    """One of the `orders`, or "" for the usual one."""

    def __init__(self, *, orders: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.orders = orders

    def understand(self, given: list[str]) -> tuple[str, list[str]]:
        value, problems = last_of(given, _("One order is used at a time; “%(value)s” was left out."))
        if not value or value in self.orders:
            return value, problems
        return "", [*problems, _("“%(value)s” is not an order; it was left out.") % {"value": shown(value)}]


class ChoicesField(ParameterField):
    """Any number of values of a facet, each of which must mean something; cleaned to word → value of the catalogue."""

    def __init__(self, *, problem: str, facet: Any, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.problem = problem
        self.facet = facet

    def understand(self, given: list[str]) -> tuple[dict[str, Any], list[str]]:
        used = given[:MAX_VALUES]
        meanings = self.facet.meanings(used) if used else {}
        strange = [word for word in used if word not in meanings]
        problems = left_out(self.problem, strange, len(given[MAX_VALUES:]))
        return {self.facet.labels[meanings[word]].word: meanings[word] for word in used if word in meanings}, problems


def left_out(problem: str, strange: list[str], unread: int = 0) -> list[str]:
    """Return sentences about values that mean nothing, the first of them by name, and about as many more unread."""
    problems = [problem % {"value": shown(word)} for word in strange[:MAX_NAMED]]
    if more := len(strange[MAX_NAMED:]) + unread:
        problems.append(
            ngettext("%(count)s more value was left out.", "%(count)s more values were left out.", more)
            % {"count": more}
        )
    return problems


def key_like(word: str) -> bool:
    """Return whether the word can be a slug at all."""
    return _KEY.fullmatch(word) is not None


def last_of(given: list[str], problem: str) -> tuple[str, list[str]]:
    """Return the last of the values, "" where there is none, and a sentence about each of the others."""
    return (given[-1] if given else ""), [problem % {"value": shown(value)} for value in given[:-1][:MAX_NAMED]]
