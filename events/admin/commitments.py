"""Staff screens of commitments: within their event, and in a list of their own for review."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from events.admin.choosing import ChoosesAmongMany
from events.admin.commitment_forms import CommitmentForm, CommitmentFormSet, LoneCommitmentForm
from events.admin.filters import Anchored, EditedByStaff
from events.admin.finding import FindsByText
from events.admin.recording import RecordAdmin
from events.editing import review_commitments, touch
from events.models import Commitment

LINKS = ("leaders", "actors", "topics")


class CommitmentInline(ChoosesAmongMany, admin.StackedInline):
    """The commitments of an event. None is deleted: a later reading would make it anew; it is rejected."""

    model = Commitment
    form = CommitmentForm
    formset = CommitmentFormSet
    extra = 0
    can_delete = False
    show_change_link = True
    autocomplete_fields = ("act", *LINKS)
    readonly_fields = ("place",)
    fieldsets = (
        (None, {"fields": ("quote", ("start", "place"), ("act", "manner", "review"), ("speaker", "cue"), LINKS)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Commitment]:
        return super().get_queryset(request).select_related("act").prefetch_related(*LINKS)

    @admin.display(description=gettext_lazy("place in the text"))
    def place(self, commitment: Commitment) -> str:
        return place_in_words(commitment)


@admin.register(Commitment)
class CommitmentAdmin(ChoosesAmongMany, FindsByText, RecordAdmin):
    """The least certain first, so that whoever reviews begins where it matters."""

    form = LoneCommitmentForm
    list_display = (
        "short_quote",
        "review",
        "confidence_in_percent",
        "is_anchored",
        "act",
        "said_by",
        "about",
        "event_link",
        "number",
    )
    list_display_links = ("short_quote",)
    list_filter = ("review", Anchored, "act", "topics", "actors", "manner", "rule", EditedByStaff, ("event__kind"))
    list_select_related = ("event", "act")
    date_hierarchy = "event__starts_on"
    ordering = (F("confidence").asc(nulls_last=True), "-pk")
    autocomplete_fields = ("event", "act", *LINKS)
    actions = ("confirm", "reject")
    record = "commitments"
    search_fields = ("quote",)  # Django asks for them; `find` does the search
    search_help_text = gettext_lazy("Words of the quote, with or without accents.")
    readonly_fields = ("event_link", "passage", "place", "rule", "confidence_in_percent")

    def get_fieldsets(self, request: HttpRequest, obj: Commitment | None = None) -> Any:
        event = ("event_link", "passage") if obj else ("event",)
        read = (_("How it was read"), {"fields": ("rule", "confidence_in_percent", "hand_back")})
        fields = (*event, "quote", ("start", "place") if obj else "start", "act", "manner", "speaker", "cue", *LINKS)
        if not obj:
            return ((None, {"fields": fields}),)
        return ((None, {"fields": (*fields, "review")}), read)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Commitment]:
        return super().get_queryset(request).prefetch_related(*LINKS)

    @admin.display(description=gettext_lazy("number"), ordering="pk")
    def number(self, commitment: Commitment) -> str:
        """Return the public number, under a heading that Django has no translation for."""
        return str(commitment.pk)

    def has_delete_permission(self, request: HttpRequest, obj: Commitment | None = None) -> bool:
        return False

    def let_readers_see(self, record: Commitment) -> None:
        touch(record.event_id)

    @admin.display(description=gettext_lazy("quote"), ordering="quote")
    def short_quote(self, commitment: Commitment) -> str:
        return Truncator(commitment.quote).chars(80)

    @admin.display(description=gettext_lazy("event"), ordering="event__title")
    def event_link(self, commitment: Commitment) -> SafeString:
        address = reverse("admin:events_event_change", args=[commitment.event_id])
        return format_html('<a href="{}">{}</a>', address, Truncator(commitment.event.title).chars(60))

    @admin.display(description=gettext_lazy("leaders who say it"))
    def said_by(self, commitment: Commitment) -> str:
        return ", ".join(map(str, commitment.leaders.all()))

    @admin.display(description=gettext_lazy("topics"))
    def about(self, commitment: Commitment) -> str:
        return ", ".join(map(str, commitment.topics.all()))

    @admin.display(description=gettext_lazy("in the text"), boolean=True, ordering="start")
    def is_anchored(self, commitment: Commitment) -> bool:
        return commitment.is_anchored

    @admin.display(description=gettext_lazy("confidence"), ordering="confidence")
    def confidence_in_percent(self, commitment: Commitment) -> str:
        return "–" if commitment.confidence is None else f"{commitment.confidence:.0%}"

    @admin.display(description=gettext_lazy("passage"))
    def passage(self, commitment: Commitment) -> SafeString:
        where = "" if commitment.is_anchored else _("where it last stood: ")
        return format_html("{}…{}<mark>{}</mark>{}…", where, commitment.before, commitment.quote, commitment.after)

    @admin.display(description=gettext_lazy("place in the text"))
    def place(self, commitment: Commitment) -> str:
        return place_in_words(commitment)

    @admin.action(description=gettext_lazy("Confirm the selected commitments"), permissions=["change"])
    def confirm(self, request: HttpRequest, queryset: QuerySet[Commitment]) -> None:
        self._review(request, queryset, Commitment.Review.CONFIRMED)

    @admin.action(description=gettext_lazy("Reject the selected commitments"), permissions=["change"])
    def reject(self, request: HttpRequest, queryset: QuerySet[Commitment]) -> None:
        self._review(request, queryset, Commitment.Review.REJECTED)

    def _review(self, request: HttpRequest, queryset: QuerySet[Commitment], review: Commitment.Review) -> None:
        chosen = list(queryset)
        refused = review_commitments(chosen, review)
        done = len(chosen) - len(refused)
        words = ngettext("%(count)s commitment: %(review)s.", "%(count)s commitments: %(review)s.", done)
        self.message_user(request, words % {"count": done, "review": review.label})
        if refused:
            numbers = ", ".join(str(commitment.pk) for commitment in refused)
            text = _(
                "Not confirmed, because the passage is not in the text or stands in another commitment: %(numbers)s."
            )
            self.message_user(request, text % {"numbers": numbers}, messages.WARNING)


def place_in_words(commitment: Commitment) -> str:
    """Return where the passage stands, or that it is not found."""
    if commitment._state.adding:
        return "–"
    if commitment.start is None:
        return _("no longer found in the text")
    return _("characters %(start)s to %(end)s") % {"start": commitment.start, "end": commitment.end}


def lost_in_words(lost: list[Commitment]) -> str:
    """Return which commitments no longer stand in their event's text."""
    quotes = "; ".join(f"№ {commitment.pk} “{Truncator(commitment.quote).chars(80)}”" for commitment in lost)
    return _("No longer found in the text, and waiting to be looked at: %(quotes)s") % {"quotes": quotes}
