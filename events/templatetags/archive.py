"""What every page needs: its addresses in both languages, where one is, and numbers as each language writes them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import get_script_prefix
from django.utils.encoding import escape_uri_path
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_from_path, ngettext

register = template.Library()


@dataclass(frozen=True)
class Edition:
    """The same page in one language; `address` is absolute."""

    code: str
    name: str
    path: str
    address: str
    is_current: bool
    is_default: bool


@register.simple_tag(takes_context=True)
def editions(context: template.Context) -> Sequence[Edition]:
    """Return this page in each language of the interface.

    A list keeps what its selection understood of the query string; the rest of it, and that of any other page, says
    nothing that the page shows.
    """
    request: HttpRequest = context["request"]
    current = get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
    bare = request.path_info.removeprefix(f"/{current}") if current != settings.LANGUAGE_CODE else request.path_info
    selection = context.get("selection")
    tail = escape_uri_path(bare or "/") + (selection.query_with_page if selection else "")
    prefix = get_script_prefix().rstrip("/")
    found = []
    for code, name in settings.LANGUAGES:
        path = prefix + ("" if code == settings.LANGUAGE_CODE else f"/{code}") + tail
        address = f"{request.scheme}://{request.get_host()}{path}"
        found.append(Edition(code, name, path, address, code == current, code == settings.LANGUAGE_CODE))
    return found


@register.simple_tag(takes_context=True)
def here(context: template.Context, page: str, *within: str) -> str | SafeString:
    """Return the attribute that marks a link as the page one is on, or as the room which that page is in."""
    match = context["request"].resolver_match
    name = match.url_name if match else None
    value = "page" if name == page else "true" if name in within else None
    return format_html(' aria-current="{}"', value) if value else ""


@register.filter
def number(value: int) -> str:
    """Return the number with its thousands set apart: "1.234" in Vietnamese, "1,234" in English."""
    return _number(value, get_language())


@register.filter
def commitments(number: int) -> str:
    """Return "1 commitment", "1,234 commitments"."""
    return _commitments(number, get_language())


@lru_cache(maxsize=5000)
def _number(value: int, _language: str | None) -> str:
    return number_format(value, force_grouping=True)


@register.filter
def of(values: dict[int, Any], key: int) -> Any:
    """Return the value that is kept for the key, None where there is none, or no values at all."""
    return values.get(key) if values else None


@lru_cache(maxsize=500)
def _commitments(number: int, language: str | None) -> str:
    words = ngettext("%(count)s commitment", "%(count)s commitments", number)
    return words % {"count": _number(number, language)}


@register.simple_tag
def static_or_plain(path: str) -> str:
    """Return the address of a static file; its plain one where the manifest is missing, which is no time to fail."""
    try:
        return static(path)
    except ValueError:
        return f"{settings.STATIC_URL}{path}"
