"""The reader's remarks to staff, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

WORDS = {
    "title-inferred": _("the title was made from the first sentence"),
    "date-missing": _("no day was found"),
    "date-contradiction": _("two dates contradict each other"),
    "leader-without-country": _("a leader's country is not known"),
    "no-leader": _("no leader was found"),
    "no-commitment": _("no commitment was found"),
    "date-not-understood": _("the date that came with the text could not be read"),
    "address-not-understood": _("the address that came with the text is none of a web page"),
    "language-contradiction": _("the text is not in the language that came with it"),
    "part-vanished": _("the file is no longer read to hold this article"),
    "same-text-as-another": _("another event has the same text"),
}


def in_words(flags: Iterable[Mapping[str, Any]]) -> SafeString:
    """Return the remarks as lines, each with its evidence; a code without words is shown as it is."""
    return format_html_join("\n", "<div>{}</div>", ((_line(flag),) for flag in flags))


def _line(flag: Mapping[str, Any]) -> str:
    words = str(WORDS.get(flag["code"], flag["code"]))
    return f"{words}: {flag['evidence']}" if flag.get("evidence") else words
