"""Filters of staff lists that are questions, not fields."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from events.models import Commitment


class YesNo(admin.SimpleListFilter):
    """A question that each row answers with yes or no."""

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("yes")), ("no", _("no"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "yes":
            return queryset.filter(self.condition())
        if self.value() == "no":
            return queryset.exclude(self.condition())
        return queryset

    def condition(self) -> Q:
        """Return the condition under which the answer is yes."""
        raise NotImplementedError


class Anchored(YesNo):
    """Commitments by whether their passage is found."""

    title = _("passage found in the text")
    parameter_name = "anchored"

    def condition(self) -> Q:
        return Q(start__isnull=False)


class LostCommitments(YesNo):
    """Events by whether a commitment waits for its passage to be found."""

    title = _("commitments no longer found in the text")
    parameter_name = "lost"

    def condition(self) -> Q:
        return Q(pk__in=Commitment.objects.unanchored().values("event"))


class Flagged(YesNo):
    """Events by whether the reader asks staff to look."""

    title = _("to be looked at")
    parameter_name = "flagged"

    def condition(self) -> Q:
        return ~Q(flags=[])


class EditedByStaff(YesNo):
    """Records by whether staff own a field."""

    title = _("edited by staff")
    parameter_name = "edited"

    def condition(self) -> Q:
        return ~Q(staff_fields=[])
