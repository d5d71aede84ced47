"""Staff screens of threads, their passages, and what editors judge became of a promise."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from events.admin.counting import count_of
from events.admin.recording import RecordAdmin
from events.following.deciding import join, review_passages, review_threads, split
from events.models import Judgement, Thread, ThreadPassage


class ThreadPassageInline(admin.TabularInline):
    """The passages of a thread, with the reason for each link; decided upon in their own list."""

    model = ThreadPassage
    extra = 0
    can_delete = False
    fields = readonly_fields = ("day", "quote", "score", "review")

    def get_queryset(self, request: HttpRequest) -> QuerySet[ThreadPassage]:
        return super().get_queryset(request).select_related("commitment__event").defer("commitment__event__body")

    def has_add_permission(self, request: HttpRequest, obj: Thread | None = None) -> bool:
        return False

    @admin.display(description=_("first day"))
    def day(self, passage: ThreadPassage) -> str:
        return str(passage.commitment.event.starts_on or "–")

    @admin.display(description=_("quote"))
    def quote(self, passage: ThreadPassage) -> SafeString:
        address = reverse("admin:events_commitment_change", args=[passage.commitment_id])
        return format_html('<a href="{}">{}</a>', address, passage.commitment.quote)


@admin.register(Thread)
class ThreadAdmin(RecordAdmin):
    """Threads; the machine proposes them, none is added by hand or deleted."""

    list_display = ("__str__", "review", "passage_count", "joined_into", "created_at")
    list_filter = ("review",)
    fields = ("review", "joined_into", "note", "created_at")
    readonly_fields = ("review", "joined_into", "created_at")
    inlines = (ThreadPassageInline,)
    actions = ("confirm", "reject", "make_one")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Thread]:
        live = ThreadPassage.objects.exclude(review=Thread.Review.REJECTED)
        counted = super().get_queryset(request).annotate(passage_count=count_of(live.order_by(), "thread"))
        return counted.select_related("joined_into")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Thread | None = None) -> bool:
        return False

    @admin.display(description=_("passages"), ordering="passage_count")
    def passage_count(self, thread: Any) -> int:
        return thread.passage_count

    @admin.action(description=_("Confirm the selected threads"), permissions=["change"])
    def confirm(self, request: HttpRequest, queryset: QuerySet[Thread]) -> None:
        count = review_threads(queryset, Thread.Review.CONFIRMED)
        self.message_user(request, ngettext("%s thread confirmed.", "%s threads confirmed.", count) % count)

    @admin.action(description=_("Reject the selected threads"), permissions=["change"])
    def reject(self, request: HttpRequest, queryset: QuerySet[Thread]) -> None:
        count = review_threads(queryset, Thread.Review.REJECTED)
        self.message_user(request, ngettext("%s thread rejected.", "%s threads rejected.", count) % count)

    @admin.action(description=_("Join the selected threads into one"), permissions=["change"])
    def make_one(self, request: HttpRequest, queryset: QuerySet[Thread]) -> None:
        threads = list(queryset.filter(joined_into=None).exclude(review=Thread.Review.REJECTED))
        if len(threads) < 2:
            self.message_user(request, _("Choose two or more threads that stand."), messages.WARNING)
        else:
            self.message_user(request, _("Joined into %(thread)s.") % {"thread": join(threads)})


@admin.register(ThreadPassage)
class ThreadPassageAdmin(RecordAdmin):
    """Each proposed link, the most doubtful first."""

    list_display = ("short_quote", "goes_on_with", "score", "shared", "thread", "review")
    list_filter = ("review",)
    list_select_related = ("commitment", "like", "thread")
    ordering = ("score", "pk")
    fields = readonly_fields = ("thread", "commitment", "like", "score", "shared", "review")
    actions = ("confirm", "reject", "split_off")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: ThreadPassage | None = None) -> bool:
        return False

    @admin.display(description=_("quote"))
    def short_quote(self, passage: ThreadPassage) -> str:
        return Truncator(passage.commitment.quote).chars(120)

    @admin.display(description=_("goes on with"))
    def goes_on_with(self, passage: ThreadPassage) -> str:
        return Truncator(passage.like.quote).chars(120) if passage.like else "–"

    @admin.display(description=_("reason"))
    def shared(self, passage: ThreadPassage) -> str:
        return "; ".join(", ".join(passage.reason.get(part, [])) for part in ("topics", "words")).strip("; ") or "–"

    @admin.action(description=_("Confirm the selected links"), permissions=["change"])
    def confirm(self, request: HttpRequest, queryset: QuerySet[ThreadPassage]) -> None:
        refused = len(review_passages(queryset, Thread.Review.CONFIRMED))
        if refused:
            text = ngettext("%s stands in another thread by now.", "%s stand in another thread by now.", refused)
            self.message_user(request, text % refused, messages.WARNING)

    @admin.action(description=_("Reject the selected links"), permissions=["change"])
    def reject(self, request: HttpRequest, queryset: QuerySet[ThreadPassage]) -> None:
        review_passages(queryset, Thread.Review.REJECTED)

    @admin.action(description=_("Split the selected passages off into a thread of their own"), permissions=["change"])
    def split_off(self, request: HttpRequest, queryset: QuerySet[ThreadPassage]) -> None:
        try:
            self.message_user(request, _("Split off into %(thread)s.") % {"thread": split(list(queryset))})
        except ValueError:
            self.message_user(request, _("Choose passages that stand in one and the same thread."), messages.WARNING)


@admin.register(Judgement)
class JudgementAdmin(RecordAdmin):
    """What became of a promise, as an editor judges from a source; it is signed by whoever wrote it last."""

    list_display = ("__str__", "commitment", "thread", "source", "author", "created_at")
    list_filter = ("outcome",)
    list_select_related = ("commitment", "thread", "author")
    raw_id_fields = ("commitment", "thread")
    fields = ("commitment", "thread", "outcome", "day", "source", "source_address", "note")

    def has_delete_permission(self, request: HttpRequest, obj: Judgement | None = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Judgement, form: ModelForm, change: bool) -> None:
        if form.has_changed():
            obj.author = request.user  # type: ignore[assignment]  # a page for staff has nobody else
        super().save_model(request, obj, form, change)
