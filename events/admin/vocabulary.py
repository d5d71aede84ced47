"""Staff screens of the controlled vocabulary: kinds of event, acts, topics with their cues."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from events.admin.counting import count_of
from events.admin.finding import FindsByName
from events.admin.recording import KeptWhileUsed, RecordAdmin
from events.models import Act, Commitment, Event, EventKind, Topic, TopicCue


class TermAdmin(FindsByName, KeptWhileUsed, RecordAdmin):
    """One word of the vocabulary. Its slug is part of addresses and exports: given once, never changed."""

    list_display = ("name", "name_vi", "name_en", "slug", "position", "use_count")
    search_fields: tuple[str, ...] = ("name_vi", "name_en", "slug")
    fields = ("slug", "name_vi", "name_en", "description_vi", "description_en", "position")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("slug",) if obj else ()

    @admin.display(description=_("used"), ordering="use_count")
    def use_count(self, term: Any) -> int:
        return term.use_count

    @admin.display(description=_("name"))
    def name(self, term: Any) -> str:
        return str(term)


@admin.register(EventKind)
class EventKindAdmin(TermAdmin):
    """Kinds of event, with how many events are of each."""

    used_by = ("events",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[EventKind]:
        return super().get_queryset(request).annotate(use_count=count_of(Event.objects.all(), "kind"))


@admin.register(Act)
class ActAdmin(TermAdmin):
    """Acts, with how many standing commitments are made by each."""

    used_by = ("commitments",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Act]:
        return super().get_queryset(request).annotate(use_count=count_of(Commitment.objects.standing(), "act"))


class TopicCueInline(admin.TabularInline):
    """The phrases by which the reader knows the topic, from the next import on."""

    model = TopicCue
    extra = 0


@admin.register(Topic)
class TopicAdmin(TermAdmin):
    """Topics, with how many standing commitments are about each."""

    inlines = (TopicCueInline,)
    search_fields = ("name_vi", "name_en", "slug", "cues__phrase")
    used_by = ("commitments",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Topic]:
        return super().get_queryset(request).annotate(use_count=count_of(Commitment.objects.standing(), "topics"))
