"""Search on staff screens: with or without accents, by the beginnings of words."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from events.reading.folding import tokens


class FindsByText(admin.ModelAdmin):
    """Searches the folded words of long texts, in the database."""

    search_fields = ["folded"]

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        for word in tokens(search_term):
            queryset = queryset.filter(folded__contains=f" {word}")
        return queryset, False


class FindsByName(admin.ModelAdmin):
    """Searches the names in `search_fields`, folding them here: the archive knows hundreds of them, not millions."""

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        wanted = tokens(search_term)
        if not wanted:
            return queryset, False
        found = {
            pk
            for pk, *names in queryset.order_by().values_list("pk", *self.search_fields)
            if _begin_with(wanted, tokens(" ".join(name for name in names if name)))
        }
        return queryset.filter(pk__in=found), False


def _begin_with(wanted: list[str], words: list[str]) -> bool:
    """Return whether each wanted word is the beginning of one of the words."""
    return all(any(word.startswith(beginning) for word in words) for beginning in wanted)
