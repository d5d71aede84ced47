"""Staff screens of files as they came and of imports: to look at, not to change."""

from __future__ import annotations

import hashlib
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.html import format_html, format_html_join
from django.utils.http import content_disposition_header
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.admin import differences
from events.admin.counting import count_of
from events.admin.recording import ReadOnlyAdmin
from events.models import Event, ImportItem, ImportRun, Provenance, SourceFile

Outcome = ImportItem.Outcome


def event_link(event: Event | None) -> SafeString | str:
    """Return a link to the event's page for staff, or a dash."""
    if event is None:
        return "–"
    return format_html('<a href="{}">{}</a>', reverse("admin:events_event_change", args=[event.pk]), event)


@admin.register(SourceFile)
class SourceFileAdmin(ReadOnlyAdmin):
    """Files as they came, with a check that they still are."""

    list_display = ("name", "media_type", "encoding", "size", "first_seen", "event_count")
    list_filter = ("media_type", "encoding")
    date_hierarchy = "first_seen"
    search_fields = ("name", "sha256")
    search_help_text = _("Part of the name, or of the checksum.")
    fields = (
        "name", "bytes_as_they_came", "on_the_web", "fixity", "sha256", "media_type", "encoding", "size", "first_seen",
        "events", "text_sha256", "text",
    )  # fmt: skip
    readonly_fields = ("bytes_as_they_came", "on_the_web", "fixity", "events")

    def get_queryset(self, request: HttpRequest) -> QuerySet[SourceFile]:
        counted = count_of(Provenance.objects.all(), "source")
        return super().get_queryset(request).defer("content", "text").annotate(event_count=counted)

    def get_urls(self) -> list[URLPattern]:
        bytes_view = self.admin_site.admin_view(self.bytes_view)
        return [path("<int:pk>/bytes/", bytes_view, name="events_sourcefile_bytes"), *super().get_urls()]

    def bytes_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Answer with the file's bytes, to be saved and never shown: they may be anything."""
        source = get_object_or_404(SourceFile, pk=pk)
        if not self.has_view_permission(request, source):
            raise PermissionDenied
        disposition = content_disposition_header(as_attachment=True, filename=source.own_name) or "attachment"
        headers = {"Content-Disposition": disposition, "Cache-Control": "private, no-store"}
        return HttpResponse(bytes(source.content), content_type="application/octet-stream", headers=headers)

    @admin.display(description=_("events"), ordering="event_count")
    def event_count(self, source: Any) -> int:
        return source.event_count

    @admin.display(description=_("content"))
    def bytes_as_they_came(self, source: SourceFile) -> SafeString:
        address = reverse("admin:events_sourcefile_bytes", args=[source.pk])
        return format_html('<a href="{}">{}</a>', address, _("Download the file as it came"))

    @admin.display(description=_("address on the web"))
    def on_the_web(self, source: SourceFile) -> str:
        if not source.link:
            return source.address or "–"
        return format_html('<a href="{}" rel="noopener nofollow">{}</a>', source.link, source.address)

    @admin.display(description=_("fixity"))
    def fixity(self, source: SourceFile) -> str:
        bytes_kept = hashlib.sha256(bytes(source.content)).hexdigest() == source.sha256
        text_kept = hashlib.sha256(source.text.encode()).hexdigest() == source.text_sha256
        if bytes_kept and text_kept:
            return gettext("✓ The file and its text still have the checksums noted when they came in.")
        return gettext("✗ The file or its text no longer has the checksum noted when it came in: it has been damaged.")

    @admin.display(description=_("events"))
    def events(self, source: SourceFile) -> str:
        rows = ((event_link(each.event),) for each in source.provenances.select_related("event").defer("event__body"))
        return format_html_join("\n", "<div>{}</div>", rows) or "–"


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnlyAdmin):
    """Imports, with what became of their files."""

    list_display = ("__str__", "started_at", "finished_at", "started_by", "reader_version", *Outcome.values)
    list_filter = ("reader_version",)
    list_select_related = ("started_by",)
    date_hierarchy = "started_at"
    fields = ("started_at", "finished_at", "started_by", "reader_version", *Outcome.values, "files")
    readonly_fields = ("files",)

    @admin.display(description=_("imported files"))
    def files(self, run: ImportRun) -> SafeString:
        address = reverse("admin:events_importitem_changelist")
        return format_html('<a href="{}?run__id__exact={}">{}</a>', address, run.pk, _("What became of each file"))


@admin.register(ImportItem)
class ImportItemAdmin(ReadOnlyAdmin):
    """What became of each file of each import."""

    list_display = ("name", "outcome", "reason", "detail", "report", "difference_count", "run")
    list_filter = ("outcome", "reason")
    search_fields = ("name",)
    search_help_text = _("Part of the file's name.")
    ordering = ("-pk",)
    fields = ("run", "name", "outcome", "reason", "detail", "source", "report", "left_to_staff")
    readonly_fields = ("report", "left_to_staff")

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportItem]:
        return super().get_queryset(request).select_related("run", "event").defer("event__body", "event__folded")

    @admin.display(description=_("event"))
    def report(self, item: ImportItem) -> str:
        return event_link(item.event)

    @admin.display(description=_("differences left to staff"))
    def difference_count(self, item: ImportItem) -> str:
        return str(len(item.differences) or "")

    @admin.display(description=_("differences left to staff"))
    def left_to_staff(self, item: ImportItem) -> str:
        return differences.in_words(item.differences) or "–"
