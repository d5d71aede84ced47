"""The forms in which staff correct an event and who took part in it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.addresses import may_have_slug
from events.admin.choosing import label_chosen
from events.admin.freshness import FreshForm
from events.admin.ownership import OwnedForm
from events.admin.verbatim import VerbatimField
from events.anchoring import refresh_text
from events.editing import PUBLICATION, field_label
from events.models import Event, Office, Participation
from events.reading.lexicon import load


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

    language = forms.ChoiceField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label_chosen(self)
        self.fields["language"].label = field_label(self.instance, "language")
        self.fields["language"].choices = languages(self.instance.language)  # type: ignore[attr-defined]

    def clean_slug(self) -> str:
        """Refuse an address that another event has or had."""
        slug: str = self.cleaned_data["slug"]
        if not may_have_slug(self.instance, slug):
            raise forms.ValidationError(_("This is, or once was, the address of another event."))
        return slug

    def clean(self) -> dict[str, Any]:
        """Complete the days and the date of publication, each of which is one statement."""
        data = super().clean()
        changed = set(PUBLICATION).intersection(self.changed_data)
        if data.get("ends_on") and not data.get("starts_on") and "starts_on" not in self.errors:
            self.add_error("starts_on", _("Give the first day too, or leave out the last."))
        elif data.get("starts_on") and not data.get("ends_on") and "ends_on" not in self.errors:
            data["ends_on"] = data["starts_on"]
        if changed and not self.errors.keys() & set(PUBLICATION):
            data |= publication(data, changed)
        return data

    def save(self, commit: bool = True) -> Event:
        """Return the event, its checksum brought up to its text."""
        if "body" in self.changed_data:
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


def languages(present: str) -> list[tuple[str, str]]:
    """Return the languages that the reader knows, and the present one even where it is none of them."""
    known = {code: language.name for code, language in load().languages.items()}
    return list((known if present in known or not present else {**known, present: present}).items())


def publication(given: dict[str, Any], changed: set[str]) -> dict[str, Any]:
    """Return the four fields of a date of publication that staff changed, in agreement with one another.

    A time that was given decides the day; without a day there is nothing. A changed day or precision leaves no time
    that contradicts it, and a changed day is known to the day unless it is said to be known to the month.
    """
    day, time, precision, origin = (given[name] for name in PUBLICATION)
    if time and "published_at" in changed:
        day, precision = timezone.localdate(time), Event.Precision.TIME
    if day is None:
        return {"published_on": None, "published_at": None, "published_precision": "", "published_origin": ""}
    if time and (timezone.localdate(time) != day or precision != Event.Precision.TIME):
        time = None
    if precision == Event.Precision.MONTH and not ("published_on" in changed and "published_precision" not in changed):
        day = day.replace(day=1)
    elif time is None:
        precision = Event.Precision.DAY
    if changed - {"published_origin"}:
        origin = Event.Origin.STAFF
    return dict(zip(PUBLICATION, (day, time, precision, origin), strict=True))


def office_in_words(office: Office) -> str:
    """Return the title with the years in which it was held."""
    return f"{office.title} ({_year(office.held_from)}–{_year(office.held_until)})"


def _year(day: date | None) -> str:
    return str(day.year) if day else ""
