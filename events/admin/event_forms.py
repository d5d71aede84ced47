"""The forms in which staff correct an event and who took part in it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.addresses import may_have_slug
from events.admin.choosing import label_chosen
from events.admin.freshness import FreshForm
from events.admin.ownership import OwnedForm
from events.admin.verbatim import VerbatimField
from events.anchoring import refresh_text
from events.editing import PUBLICATION
from events.models import Event, Office, Participation


class EventForm(FreshForm, OwnedForm):
    """An event's own fields."""

    class Meta:
        model = Event
        fields = (
            "slug",
            "title",
            "title_inferred",
            "kind",
            "starts_on",
            "ends_on",
            "place",
            *PUBLICATION,
            "outlet",
            "language",
            "body",
            "status",
            "review",
            "occasion",
        )
        field_classes = {"body": VerbatimField}
        widgets = {
            "title": AdminTextareaWidget(attrs={"rows": 2}),
            "body": AdminTextareaWidget(attrs={"rows": 30}),
        }
        help_texts = {
            "body": gettext_lazy(
                "Each commitment moves with its words; one whose words are no longer there, or stand more than once, "
                "waits for you."
            )
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label_chosen(self)

    def clean_slug(self) -> str:
        """Refuse an address that another event has or had."""
        slug: str = self.cleaned_data["slug"]
        if not may_have_slug(self.instance, slug):
            raise forms.ValidationError(_("This is, or once was, the address of another event."))
        return slug

    def clean(self) -> dict[str, Any]:
        """Note that a changed date of publication comes from staff."""
        data = super().clean()
        dated = {"published_on", "published_at", "published_precision"}
        if dated & set(self.changed_data) and "published_origin" not in self.changed_data:
            data["published_origin"] = Event.Origin.STAFF
        if data.get("published_on") and not data.get("published_precision"):
            data["published_precision"] = Event.Precision.DAY
        return data

    def save(self, commit: bool = True) -> Event:
        """Return the event, its checksum and folded words brought up to its text."""
        if {"title", "body"} & set(self.changed_data):
            refresh_text(self.instance)
        return super().save(commit)


class ParticipationForm(forms.ModelForm):
    """Who took part; the office is one of the leader's, by default the one held on the day."""

    class Meta:
        model = Participation
        fields = ("event", "leader", "actor", "name_printed", "office_printed", "office", "position")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label_chosen(self)
        if "office" in self.fields and not self.is_bound:
            offices = self.instance.leader.offices.all() if self.instance.pk else []
            self.fields["office"].choices = [("", "–"), *((office.pk, office_in_words(office)) for office in offices)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Find the office held on the day where none of this leader's is chosen."""
        data = super().clean() or self.cleaned_data
        leader, office, event = data.get("leader"), data.get("office"), data.get("event")
        strange = office is not None and leader is not None and office.leader_id != leader.pk
        left_open = office is None and "office" not in self.changed_data
        if leader and event and event.starts_on and (strange or left_open):
            data["office"] = leader.office_on(event.starts_on)
        elif strange:
            data["office"] = None
        return data


def office_in_words(office: Office) -> str:
    """Return the title with the years in which it was held."""
    return f"{office.title} ({_year(office.held_from)}–{_year(office.held_until)})"


def _year(day: date | None) -> str:
    return str(day.year) if day else ""
