"""Pages of a selection: the nearest one where the one asked for does not exist."""

from __future__ import annotations

from typing import Any

from django.core.paginator import EmptyPage, Page, PageNotAnInteger, Paginator
from django.utils.translation import gettext as _

from events.selection.problems import shown


class SelectionPage(Page):
    """A page that knows which numbers to show below it."""

    @property
    def elided(self) -> list[int | str]:
        """The numbers of pages, with an ellipsis for those left out."""
        return list(self.paginator.get_elided_page_range(self.number, on_each_side=2, on_ends=1))


class SelectionPaginator(Paginator):
    """Gives the page asked for, or the nearest one with a sentence that says so."""

    def _get_page(self, *args: Any, **kwargs: Any) -> SelectionPage:
        return SelectionPage(*args, **kwargs)

    def nearest(self, asked: str) -> tuple[Page[Any], list[str]]:
        """Return the page that `asked` names, the first where it is empty, and a problem where there is none such."""
        try:
            return self.page(asked or 1), []
        except PageNotAnInteger:
            number = 1
        except EmptyPage:
            number = 1 if int(asked) < 1 else self.num_pages
        problem = _("There is no page “%(page)s”; this is page %(number)s.")
        return self.page(number), [problem % {"page": shown(asked), "number": number}]
