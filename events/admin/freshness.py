"""Nobody saves over what came since they opened the page."""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext as _


class FreshForm(forms.ModelForm):
    """Refuses to save over a later state. `seen` tells the state that the page showed.

    It stands in no fieldset: the template of the page writes it.
    """

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = "" if self.instance._state.adding else state_of(self.instance)

    def clean(self) -> dict[str, Any]:
        """Refuse what was written on an earlier state of the record."""
        data = super().clean() or self.cleaned_data
        if data.get("seen") and data["seen"] != self.initial["seen"]:
            raise forms.ValidationError(
                _("This record has changed since you opened the page. Open it again, so that nothing is lost.")
            )
        return data


def state_of(record: models.Model) -> str:
    """Return a checksum of the record's values, its links and the rows that would be deleted with it.

    Not the newest entry of its history: imports and `load_vocabulary` write without one.
    """
    links = [
        sorted(row.pk for row in field.value_from_object(record))
        for field in record._meta.many_to_many
        if field.remote_field.through._meta.auto_created  # type: ignore[union-attr]
    ]
    parts = [
        list(part.related_model._base_manager.filter(**{part.field.name: record.pk}).order_by("pk").values_list())
        for part in record._meta.related_objects
        if part.on_delete is models.CASCADE
    ]
    values = [field.value_from_object(record) for field in record._meta.concrete_fields]
    return hashlib.sha256(repr((values, links, parts)).encode()).hexdigest()
