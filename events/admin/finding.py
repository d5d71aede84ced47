"""Search on staff screens: with or without accents, by the beginnings of words."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ORDER_VAR, SEARCH_VAR
from django.db.models import Case, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from events import search
from events.reading.folding import tokens
from events.search.engine import Record
from events.search.query import Query, Term
from events.search.text import beginning_of


class FindsWords(admin.ModelAdmin):
    """Finds nothing, and says why, where nothing in the question is a word."""

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        asked = request.GET.get(SEARCH_VAR)
        if asked and not tokens(asked):
            self.message_user(request, _("Nothing is found, because the search holds no word."), messages.WARNING)
        return super().changelist_view(request, extra_context)

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        words = tokens(search_term)
        if words:
            return self.find(request, queryset, words), False
        return queryset.none() if search_term else queryset, False

    def find(self, request: HttpRequest, queryset: QuerySet, words: list[str]) -> QuerySet:
        """Return the rows that have all these folded words, of which there is at least one."""
        raise NotImplementedError


class FindsByText(FindsWords):
    """Searches long texts in the index, by the beginnings of words; the newest MOST rows, where more are found."""

    MOST = 10_000
    record: Record

    def find(self, request: HttpRequest, queryset: QuerySet, words: list[str]) -> QuerySet:
        query = Query(tuple((Term((beginning_of(word),), is_prefix=True),) for word in words))
        rows = search.find(query, self.record).all
        if len(rows) > self.MOST:
            text = _("More than %(count)s are found; the latest to come in are shown.")
            self.message_user(request, text % {"count": self.MOST}, messages.WARNING)
        return queryset.filter(pk__in=rows[-self.MOST :].to_array().tolist())


class FindsByName(FindsWords):
    """Searches the names in `search_fields`, folding them here: the archive knows hundreds of them, not millions.

    Rows found by a name of their own come before those found by a word that belongs to them (an alias, a cue),
    unless the list is sorted by a column.
    """

    def find(self, request: HttpRequest, queryset: QuerySet, words: list[str]) -> QuerySet:
        own_names = sum("__" not in field for field in self.search_fields)
        fields = sorted(self.search_fields, key=lambda field: "__" in field)
        by_name, found = set(), set()
        for pk, *names in queryset.order_by().values_list("pk", *fields):
            if _begin_with(words, names):
                found.add(pk)
            if _begin_with(words, names[:own_names]):
                by_name.add(pk)
        queryset = queryset.filter(pk__in=found)
        if ORDER_VAR in request.GET:
            return queryset
        nearest = Case(When(pk__in=by_name, then=Value(0)), default=Value(1))
        return queryset.order_by(nearest, *(queryset.query.order_by or self.opts.ordering))


def _begin_with(wanted: list[str], names: list[str | None]) -> bool:
    """Return whether each wanted word is the beginning of one of the names' words."""
    words = tokens(" ".join(name for name in names if name))
    return all(any(word.startswith(beginning) for word in words) for beginning in wanted)
