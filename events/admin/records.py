"""Staff screens of events and occasions."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from events.addresses import claim
from events.admin import differences, flags
from events.admin.choosing import ChoosesAmongMany
from events.admin.commitments import CommitmentInline, lost_in_words
from events.admin.counting import count_of
from events.admin.event_forms import EventForm, ParticipationForm
from events.admin.filters import EditedByStaff, Flagged, LostCommitments
from events.admin.finding import FindsByName, FindsByText
from events.admin.recording import RecordAdmin
from events.anchoring import reanchor
from events.editing import PARTICIPATIONS, confirm_events, own, set_status
from events.following.deciding import review_occasions
from events.indexing import reindex
from events.models import Commitment, Event, Occasion, Participation, Provenance


class ParticipationInline(ChoosesAmongMany, admin.TabularInline):
    """Who took part."""

    model = Participation
    form = ParticipationForm
    extra = 0
    autocomplete_fields = ("leader", "actor")
    fields = ("leader", "actor", "name_printed", "office_printed", "office", "position")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Participation]:
        return super().get_queryset(request).select_related("leader", "actor").prefetch_related("leader__offices")


class ProvenanceInline(admin.TabularInline):
    """The files that the event was read from."""

    model = Provenance
    extra = 0
    can_delete = False
    fields = readonly_fields = ("file", "part", "is_primary")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Provenance]:
        # The file's bytes and text may be megabytes, and only its name is shown.
        return super().get_queryset(request).select_related("source").defer("source__content", "source__text")

    def has_add_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        return False

    @admin.display(description=_("source file"))
    def file(self, provenance: Provenance) -> SafeString:
        address = reverse("admin:events_sourcefile_change", args=[provenance.source_id])
        return format_html('<a href="{}">{}</a>', address, provenance.source.name)


@admin.register(Event)
class EventAdmin(ChoosesAmongMany, FindsByText, RecordAdmin):
    """Events come in by import, so that each has a file to show; none is deleted: it is withdrawn."""

    form = EventForm
    inlines = (ParticipationInline, CommitmentInline, ProvenanceInline)
    list_display = (
        "short_title",
        "first_day",
        "status",
        "review",
        "commitment_count",
        "is_flagged",
        "kind",
        "took_part",
    )
    list_filter = ("status", "review", Flagged, LostCommitments, EditedByStaff, "kind", "language", "outlet")
    list_select_related = ("kind",)
    date_hierarchy = "starts_on"
    autocomplete_fields = ("kind", "occasion")
    actions = ("confirm", "publish", "withdraw")
    record = "events"
    search_fields = ("title",)  # Django asks for them; `find` does the search
    search_help_text = _("Words of the title and the text, with or without accents.")
    parts_with_history = (PARTICIPATIONS,)
    readonly_fields = ("remarks", "left_to_staff", "created_at", "updated_at", "body_sha256", "fingerprint")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "title", "title_inferred", "slug", "kind", ("starts_on", "ends_on"), "place", "published_on",
                    "published_at", ("published_precision", "published_origin"), ("outlet", "language"), "occasion",
                )
            },
        ),
        (_("Review"), {"fields": ("status", "review", "remarks", "left_to_staff", "hand_back")}),
        (_("text"), {"fields": ("body",)}),
        (
            _("What the archive keeps"),
            {"fields": ("created_at", "updated_at", "body_sha256", "fingerprint"), "classes": ("collapse",)},
        ),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        counted = count_of(Commitment.objects.standing(), "event")
        return super().get_queryset(request).annotate(commitment_count=counted).prefetch_related("participations")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Event, form: ModelForm, change: bool) -> None:
        if "slug" in form.changed_data:
            claim(obj, obj.slug)
        super().save_model(request, obj, form, change)

    def let_readers_see(self, record: Event) -> None:
        reindex([record.pk])

    def save_related(self, request: HttpRequest, form: ModelForm, formsets: Any, change: bool) -> None:
        """Move the commitments with the text before their own changes are saved; own what was changed."""
        event: Event = form.instance
        edited = {formset.model: formset for formset in formsets if formset.has_changed()}
        if "body" in form.changed_data:
            touched = edited[Commitment].initial_forms if Commitment in edited else []
            lost = reanchor(event, event.body, leave={row.instance.pk for row in touched if row.has_changed()})
            if lost:
                self.message_user(request, lost_in_words(lost), messages.WARNING)
        super().save_related(request, form, formsets, change)
        if edited:
            own(event, [PARTICIPATIONS] if Participation in edited else [])
            Event.objects.filter(pk=event.pk).update(staff_fields=event.staff_fields, updated_at=timezone.now())

    def save_rows(self, rows: list[Any], formset: Any) -> None:
        """Write the rows; commitments first let go of their places, which one may leave to another."""
        if formset.model is Commitment:
            Commitment.objects.filter(pk__in=[row.pk for row in rows]).update(start=None, end=None)
        super().save_rows(rows, formset)

    @admin.display(description=_("title"), ordering="title")
    def short_title(self, event: Event) -> str:
        return Truncator(event.title).chars(80)

    @admin.display(description=_("first day"), ordering="starts_on")
    def first_day(self, event: Event) -> str:
        return event.starts_on.isoformat() if event.starts_on else "–"

    @admin.display(description=_("participations"))
    def took_part(self, event: Event) -> str:
        return ", ".join(part.name_printed for part in event.participations.all())

    @admin.display(description=_("commitments"), ordering="commitment_count")
    def commitment_count(self, event: Any) -> int:
        return event.commitment_count

    @admin.display(description=_("to be looked at"))
    def is_flagged(self, event: Event) -> SafeString:
        return flags.in_words(event.flags)

    @admin.display(description=_("to be looked at"))
    def remarks(self, event: Event) -> str:
        return flags.in_words(event.flags) or "–"

    @admin.display(description=_("what the last reading would have written"))
    def left_to_staff(self, event: Event) -> str:
        item = event.import_items.order_by("-pk").first()
        return differences.in_words(item.differences if item else []) or "–"

    @admin.action(description=_("Confirm the selected events"), permissions=["change"])
    def confirm(self, request: HttpRequest, queryset: QuerySet[Event]) -> None:
        count = confirm_events(queryset)
        self.message_user(request, ngettext("%s event confirmed.", "%s events confirmed.", count) % count)

    @admin.action(description=_("Publish the selected events"), permissions=["change"])
    def publish(self, request: HttpRequest, queryset: QuerySet[Event]) -> None:
        count = set_status(queryset, Event.Status.PUBLISHED)
        self.message_user(request, ngettext("%s event published.", "%s events published.", count) % count)

    @admin.action(description=_("Withdraw the selected events"), permissions=["change"])
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Event]) -> None:
        count = set_status(queryset, Event.Status.WITHDRAWN)
        self.message_user(request, ngettext("%s event withdrawn.", "%s events withdrawn.", count) % count)


@admin.register(Occasion)
class OccasionAdmin(FindsByName, RecordAdmin):
    """Occasions and the events that report them."""

    list_display = ("__str__", "starts_on", "ends_on", "kind", "event_count", "review")
    list_filter = ("review", "kind")
    list_select_related = ("kind",)
    date_hierarchy = "starts_on"
    autocomplete_fields = ("kind",)
    search_fields = ("kind__name_vi", "kind__name_en", "note", "events__title")
    fields = ("kind", ("starts_on", "ends_on"), "review", "note", "reports")
    readonly_fields = ("reports",)
    actions = ("confirm", "reject")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Occasion]:
        counted = count_of(Event.objects.all(), "occasion")
        return super().get_queryset(request).select_related("kind").annotate(event_count=counted)

    @admin.display(description=_("events"), ordering="event_count")
    def event_count(self, occasion: Any) -> int:
        return occasion.event_count

    @admin.display(description=_("events"))
    def reports(self, occasion: Occasion) -> str:
        rows = ((reverse("admin:events_event_change", args=[event.pk]), event) for event in occasion.events.all())
        return format_html_join("\n", '<div><a href="{}">{}</a></div>', rows) or "–"

    @admin.action(description=_("Confirm the selected occasions"), permissions=["change"])
    def confirm(self, request: HttpRequest, queryset: QuerySet[Occasion]) -> None:
        count = review_occasions(queryset, Occasion.Review.CONFIRMED)
        self.message_user(request, ngettext("%s occasion confirmed.", "%s occasions confirmed.", count) % count)

    @admin.action(description=_("Reject the selected occasions"), permissions=["change"])
    def reject(self, request: HttpRequest, queryset: QuerySet[Occasion]) -> None:
        count = review_occasions(queryset, Occasion.Review.REJECTED)
        self.message_user(request, ngettext("%s occasion rejected.", "%s occasions rejected.", count) % count)
