"""What every staff screen of a tracked record does: one entry of history a change, told in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db import models, transaction
from django.forms import BaseInlineFormSet, ModelForm
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from simple_history.admin import SimpleHistoryAdmin
from simple_history.template_utils import HistoricalRecordContextHelper

from events.admin.freshness import FreshForm
from events.history import BASELINE, is_tracked, keep_baseline, one_change
from events.indexing import reindex

LONGEST_SHOWN = 400  # characters of a changed text, cut so that the first difference stays in sight


class ChangeInWords(HistoricalRecordContextHelper):
    """Shows a choice by its label, and nothing by a dash."""

    def prepare_delta_change_value(self, change: Any, value: Any) -> Any:
        field = self.model._meta.get_field(change.field)
        if field.choices:
            value = dict(field.flatchoices).get(value, value)
        return "–" if value in (None, "") else super().prepare_delta_change_value(change, value)


class RecordAdmin(SimpleHistoryAdmin):
    """Edits a tracked record. A save that changes nothing leaves no trace, and none undoes a later one.

    Earlier states are shown but not restored: that would pass by addresses, anchors and ownership.
    """

    form = FreshForm
    list_per_page = 50
    save_on_top = True
    object_history_template = "admin/events/record_history.html"
    object_history_list_template = "admin/events/history_list.html"
    parts_with_history: Sequence[str] = ()  # relations whose rows have a history of their own, shown below

    def save_model(self, request: HttpRequest, obj: Any, form: ModelForm, change: bool) -> None:
        """Save the record and its links as one change."""
        if change and not form.has_changed():
            return
        with one_change(obj):
            obj.save()
            form.save_m2m()

    def save_related(self, request: HttpRequest, form: ModelForm, formsets: Any, change: bool) -> None:
        """Save the inlines, the record's own links having been saved with it, and let readers see what changed."""
        for formset in formsets:
            self.save_formset(request, form, formset, change)
        if form.has_changed() or any(formset.has_changed() for formset in formsets):
            self.let_readers_see(form.instance)

    def let_readers_see(self, record: Any) -> None:
        """Take the changed record into what is kept for readers: here a name, which no event has to be indexed for."""
        reindex()

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        super().delete_model(request, obj)
        self.let_readers_see(obj)

    @transaction.atomic
    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet) -> None:
        super().delete_queryset(request, queryset)
        reindex()

    def save_formset(self, request: HttpRequest, form: ModelForm, formset: BaseInlineFormSet, change: bool) -> None:
        """Save the changed rows of an inline, each with its links as one change."""
        rows = formset.save(commit=False)
        for row in formset.deleted_objects:
            if is_tracked(type(row)):
                keep_baseline(row)
            row.delete()
        with one_change(*rows):
            self.save_rows(rows, formset)

    def save_rows(self, rows: list[models.Model], formset: BaseInlineFormSet) -> None:
        """Write the changed rows of an inline to the database."""
        for row in rows:
            row.save()
        formset.save_m2m()

    def revert_disabled(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return True

    def history_form_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        raise Http404

    def get_historical_record_context_helper(self, request: HttpRequest, historical_record: Any) -> ChangeInWords:
        return ChangeInWords(
            historical_record.instance_type, historical_record, max_displayed_delta_change_chars=LONGEST_SHOWN
        )

    def set_history_delta_changes(self, request: HttpRequest, historical_records: Any, **kwargs: Any) -> None:
        """Tell each entry's changes against the one before it, and why it is there."""
        super().set_history_delta_changes(request, historical_records, **kwargs)
        for entry in historical_records:
            entry.reason_in_words = _("as it was before the first change") if entry_is_baseline(entry) else ""

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Show the record's history and, below it, that of its parts."""
        if not object_id.isdecimal():
            raise Http404
        parts = [self._history_of_part(request, name, object_id) for name in self.parts_with_history]
        return super().history_view(request, object_id, {"parts": parts, **(extra_context or {})})

    def _history_of_part(self, request: HttpRequest, name: str, object_id: str) -> dict[str, Any]:
        relation = self.model._meta.get_field(name)
        history = relation.related_model.history
        entries = list(
            history.filter(**{relation.field.name: object_id})
            .select_related("history_user")
            ._select_related_history_tracked_objs()[: self.history_list_per_page]
        )
        earlier: dict[int, Any] = {}
        for entry in reversed(entries):
            before = earlier.get(entry.id)
            if before is not None and entry.history_type == "~":
                delta = entry.diff_against(before, foreign_keys_are_objs=True)
                helper = self.get_historical_record_context_helper(request, entry)
                entry.history_delta_changes = helper.context_for_delta_changes(delta)
            entry.reason_in_words = _("as it was before the first change") if entry_is_baseline(entry) else ""
            earlier[entry.id] = entry
        return {"title": relation.related_model._meta.verbose_name_plural, "entries": entries}


class ReadOnlyAdmin(admin.ModelAdmin):
    """Shows what the archive keeps as it came and nobody changes."""

    list_per_page = 50

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False


class KeptWhileUsed(admin.ModelAdmin):
    """Refuses to delete what other records refer to, links included, which the database would cut silently."""

    used_by: Sequence[str] = ()

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        if obj is not None and any(getattr(obj, name).exists() for name in self.used_by):
            return False
        return super().has_delete_permission(request, obj)


def entry_is_baseline(entry: Any) -> bool:
    """Return whether the entry tells what a record was when its history began."""
    return entry.history_change_reason == BASELINE
