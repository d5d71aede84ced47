"""Staff screens of actors, leaders and the offices that they held."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db import transaction
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from events.addresses import claim, free_slug, may_have_slug
from events.admin.choosing import ChoosesAmongMany, label_chosen
from events.admin.counting import count_of
from events.admin.finding import FindsByName
from events.admin.freshness import FreshForm
from events.admin.recording import KeptWhileUsed, RecordAdmin
from events.history import one_change
from events.indexing import reindex
from events.models import Actor, ActorName, Commitment, Leader, LeaderAddress, LeaderAlias, Office, Participation


class ActorNameInline(admin.TabularInline):
    """Former and other names."""

    model = ActorName
    extra = 0


@admin.register(Actor)
class ActorAdmin(FindsByName, KeptWhileUsed, RecordAdmin):
    """States and organisations. The code is part of addresses: given once, never changed."""

    inlines = (ActorNameInline,)
    list_display = ("code", "name_vi", "name_en", "sort", "leader_count", "commitment_count")
    list_filter = ("sort",)
    search_fields = ("code", "name_vi", "name_en", "names__name")
    fields = ("code", "sort", "name_vi", "name_en")
    used_by = ("commitments", "participations", "leaders", "offices")

    def get_readonly_fields(self, request: HttpRequest, obj: Actor | None = None) -> tuple[str, ...]:
        return ("code",) if obj else ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Actor]:
        return (
            super()
            .get_queryset(request)
            .annotate(
                leader_count=count_of(Leader.objects.all(), "actor"),
                commitment_count=count_of(Commitment.objects.standing(), "actors"),
            )
        )

    @admin.display(description=_("leaders"), ordering="leader_count")
    def leader_count(self, actor: Any) -> int:
        return actor.leader_count

    @admin.display(description=_("commitments"), ordering="commitment_count")
    def commitment_count(self, actor: Any) -> int:
        return actor.commitment_count


class LabelledForm(forms.ModelForm):
    """A form whose widgets need no query for the labels of what is chosen."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label_chosen(self)


class LeaderForm(FreshForm, LabelledForm):
    """A leader; their address is theirs for ever."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields and not self.instance.pk:
            # Not `prepopulated_fields`: its script drops letters such as ở.
            self.fields["slug"].required = False
            self.fields["slug"].help_text = _("Left empty, it is made of the name.")

    def clean_slug(self) -> str:
        """Make an address of the name where none is given; refuse one that another leader has or had."""
        slug: str = self.cleaned_data["slug"] or free_slug(LeaderAddress, self.cleaned_data.get("name", ""))
        if not may_have_slug(self.instance, slug):
            raise forms.ValidationError(_("This is, or once was, the address of another leader."))
        return slug


class LeaderAliasInline(admin.TabularInline):
    """Other ways in which texts print the name."""

    model = LeaderAlias
    extra = 0


class OfficeInline(ChoosesAmongMany, admin.TabularInline):
    """Offices with their days, by which a title without a name is told."""

    model = Office
    form = LabelledForm
    extra = 0
    autocomplete_fields = ("actor",)
    fields = ("title_vi", "title_en", "actor", "held_from", "held_until")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Office]:
        return super().get_queryset(request).select_related("actor")


@admin.register(Leader)
class LeaderAdmin(ChoosesAmongMany, FindsByName, RecordAdmin):
    """Leaders; those that the reader proposed wait for someone to confirm them.

    None is deleted: each has an address from the first, which would then be given to another. The public lists
    leave out a leader of whom no event tells.
    """

    form = LeaderForm
    inlines = (LeaderAliasInline, OfficeInline)
    list_display = ("name", "name_latin", "actor", "office_today", "event_count", "commitment_count", "review")
    list_filter = ("review", "actor")
    list_select_related = ("actor",)
    search_fields = ("name", "name_latin", "slug", "aliases__name")
    autocomplete_fields = ("actor",)
    fields = ("name", "name_latin", "slug", "actor", "review")
    parts_with_history = ("offices",)
    actions = ("confirm",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Leader]:
        return (
            super()
            .get_queryset(request)
            .annotate(
                event_count=count_of(Participation.objects.all(), "leader"),
                commitment_count=count_of(Commitment.objects.standing(), "leaders"),
            )
            .prefetch_related("offices")
        )

    def has_delete_permission(self, request: HttpRequest, obj: Leader | None = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Leader, form: ModelForm, change: bool) -> None:
        if change and "slug" in form.changed_data:
            claim(obj, obj.slug)
        super().save_model(request, obj, form, change)
        if not change:
            claim(obj, obj.slug)

    @admin.display(description=_("office today"))
    def office_today(self, leader: Leader) -> str:
        return str(leader.office_on(timezone.localdate()) or "–")

    @admin.display(description=_("events"), ordering="event_count")
    def event_count(self, leader: Any) -> int:
        return leader.event_count

    @admin.display(description=_("commitments"), ordering="commitment_count")
    def commitment_count(self, leader: Any) -> int:
        return leader.commitment_count

    @admin.action(description=_("Confirm the selected leaders"), permissions=["change"])
    def confirm(self, request: HttpRequest, queryset: QuerySet[Leader]) -> None:
        proposed = list(queryset.filter(review=Leader.Review.PROPOSED))
        with transaction.atomic():
            with one_change(*proposed):
                for leader in proposed:
                    leader.review = Leader.Review.CONFIRMED
                    leader.save(update_fields=["review"])
            if proposed:
                reindex()
        count = len(proposed)
        self.message_user(request, ngettext("%s leader confirmed.", "%s leaders confirmed.", count) % count)
