"""The design as it stands, for whoever changes it: tokens, type and the parts that pages are made of."""

from datetime import date

from django.contrib.admin.views.decorators import staff_member_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events import design
from events.following.differences import differences
from events.selection import Choice, CommitmentRow, EventRow, Facet, Link

WORDS = "Ủy ban hỗn hợp nhất trí thúc đẩy đường sắt khổ tiêu chuẩn; hai bên điện đàm thường xuyên."
LATER = "Ủy ban hỗn hợp nhất trí ưu tiên cao nhất cho đường sắt; hai bên điện đàm thường xuyên."


@staff_member_required
@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """Every token and part, shown with invented people and words."""
    tokens = design.tokens()
    context = {
        "colours": design.colours(),
        "sizes": [name for name in tokens if name.startswith("size")],
        "spaces": [(name, value) for name, value in tokens.items() if name.startswith("space")],
        "words": WORDS,
        "sides": ("first", "second", "both", "other"),
        "event": an_event(),
        "commitment": a_commitment(),
        "facet": a_facet(),
        "parts": differences(WORDS, LATER),
        "page": Paginator(range(1000), 25).page(7),
    }
    return render(request, "styleguide.html", context)


def an_event() -> EventRow:
    """Return an invented event with a long title, as a list shows it."""
    title = f"{_('An invented event with a long title')}: {WORDS}"
    people = ("Lê Thử Nghiệm", "Anna Thử")
    return EventRow(1, "thu", "#rows", title, "vi", _("Phone call"), date(2031, 1, 28), date(2031, 2, 2), people, 12)


def a_commitment() -> CommitmentRow:
    """Return an invented commitment, as a list shows it."""
    return CommitmentRow(
        1, "#commitment", WORDS, "nhất trí", False, "", (Link("Lê Thử Nghiệm", "#commitment"),),
        (Link("Giao thông", "#commitment"),), Link(_("An invented event"), "#commitment"), "vi",
        date(2031, 1, 28), date(2031, 1, 28),
    )  # fmt: skip


def a_facet() -> Facet:
    """Return an invented facet of which one value is chosen."""
    names = (("2031", 12_345), ("2030", 67), ("Nông nghiệp, nông thủy sản và phát triển nông thôn", 8))
    return Facet("year", _("Year"), [Choice(name, name, n, n == 67, "#facet") for name, n in names], more="#facet")
