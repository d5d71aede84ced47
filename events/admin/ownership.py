"""On a record's page: which fields are staff's, and a way to hand them back to the machine."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from events.editing import field_label, hand_back, own


class OwnedForm(forms.ModelForm):
    """Notes each field that staff change as theirs, unless they hand it back."""

    hand_back = forms.MultipleChoiceField(
        label=_("Fields edited by staff"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "A new reading of the source never changes these. Tick a field to hand it back to the machine: "
            "the next reading may then write it, and a confirmed record is machine-read again."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "hand_back" in self.fields:
            owned = self.instance.staff_fields
            self.fields["hand_back"].choices = [  # type: ignore[attr-defined]
                (name, field_label(self.instance, name)) for name in owned
            ]
            if not owned:
                self.fields["hand_back"].help_text = _("None.")

    def save(self, commit: bool = True) -> Any:
        """Return the record, its ownership brought up to date."""
        if self.has_changed():
            own(self.instance, self.changed_data)
            hand_back(self.instance, self.cleaned_data.get("hand_back", []))
        return super().save(commit)
