"""Choosing among many with Django's autocomplete, without a query for every widget of a page.

Django's own widget asks the database for the labels of what is chosen. On an event's page, with four widgets
for each of its commitments, the labels come from what the page has fetched already.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import (
    AutocompleteMixin,
    AutocompleteSelect,
    AutocompleteSelectMultiple,
    RelatedFieldWidgetWrapper,
)
from django.db import models
from django.forms import ModelForm
from django.http import HttpRequest

from events.models import Leader


class KnowsLabels(AutocompleteMixin):
    """Takes the labels of chosen rows from `labels` (key → label); asks the database only for others."""

    labels: dict[str, str] = {}
    is_required: bool
    allow_multiple_selected: bool
    create_option: Callable[..., dict[str, Any]]

    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> list[Any]:
        chosen = [str(key) for key in value if str(key)]
        if not self.labels.keys() >= set(chosen):
            return super().optgroups(name, value, attr)
        options = [] if self.is_required or self.allow_multiple_selected else [("", "")]
        options += [(key, self.labels[key]) for key in chosen]
        return [
            (None, [self.create_option(name, key, label, bool(key), i) for i, (key, label) in enumerate(options)], 0)
        ]


class ChooseOne(KnowsLabels, AutocompleteSelect):
    """One of many rows."""


class ChooseSeveral(KnowsLabels, AutocompleteSelectMultiple):
    """Several of many rows."""


class ChoosesAmongMany(admin.options.BaseModelAdmin):
    """Uses these widgets for its `autocomplete_fields`, beside them a link to add a leader, and none to delete."""

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_add_related &= db_field.related_model is Leader
            field.widget.can_change_related = field.widget.can_delete_related = False
        return field

    def formfield_for_foreignkey(self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", ChooseOne(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: models.ManyToManyField, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", ChooseSeveral(db_field, self.admin_site))
        return super().formfield_for_manytomany(db_field, request, **kwargs)


def label_chosen(form: ModelForm) -> None:
    """Tell the form's widgets the labels of what its instance refers to, from rows already fetched."""
    for name, field in form.fields.items():
        widget = getattr(field.widget, "widget", field.widget)  # the admin wraps it with links to add and change
        if isinstance(widget, KnowsLabels) and form.instance.pk:
            value = getattr(form.instance, name)
            chosen = value.all() if isinstance(widget, ChooseSeveral) else [value] if value else []
            widget.labels = {str(row.pk): str(row) for row in chosen}
