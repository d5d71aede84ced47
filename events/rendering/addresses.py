"""Where a page is: its own address in each language, the addresses it links to, and those of its files."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static as static_file
from django.urls import get_script_prefix
from django.utils.encoding import escape_uri_path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language_from_path
from jinja2 import pass_context
from jinja2.runtime import Context

from events import edition
from events.links import link_to


@dataclass(frozen=True)
class Alternate:
    """The page in one of the languages, as `rel="alternate"` tells it; `address` is absolute."""

    code: str
    name: str
    path: str
    address: str
    is_current: bool
    is_default: bool


@pass_context
def editions(context: Context) -> Sequence[Alternate]:
    """Return this page in each language of the interface.

    A list keeps what its selection understood of the query string; the rest of it says nothing that the page shows.
    An event is the same text whatever is marked in it: the way to the other language keeps the marks, the address is
    that of the event.
    """
    request: HttpRequest = context["request"]
    known = getattr(request, "editions", None)  # a page asks in its head, at its top and at its end
    if known is None:
        selection, highlighting = context.get("selection"), context.get("highlighting")
        known = _editions(
            request,
            kept=selection.query_with_page if selection else "",
            marked=highlighting.query if highlighting else "",
        )
        request.editions = known  # type: ignore[attr-defined]
    return known


def _editions(request: HttpRequest, kept: str, marked: str) -> list[Alternate]:
    current = get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
    bare = request.path_info.removeprefix(f"/{current}") if current != settings.LANGUAGE_CODE else request.path_info
    tail = escape_uri_path(bare or "/") + kept
    prefix = get_script_prefix().rstrip("/")
    found = []
    for code, name in settings.LANGUAGES:
        path = prefix + ("" if code == settings.LANGUAGE_CODE else f"/{code}") + tail
        address = f"{request.scheme}://{request.get_host()}{path}"
        found.append(Alternate(code, name, path + marked, address, code == current, code == settings.LANGUAGE_CODE))
    return found


@pass_context
def here(context: Context, page: str, *within: str) -> str | SafeString:
    """Return the attribute that marks a link as the page one is on, or as the room which that page is in."""
    match = context["request"].resolver_match
    name = match.url_name if match else None
    value = "page" if name == page else "true" if name in within else None
    return format_html(' aria-current="{}"', value) if value else ""


@pass_context
def querystring(context: Context, **changes: str | int) -> str:
    """Return the query string of this page with `changes` made to it."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        query[name] = value
    return f"?{query.urlencode()}"


def url(page: str, *words: str | int) -> str:
    """Return the address of the page with this name, in the language of this one."""
    return link_to(page, *words)


def static(path: str) -> str:
    """Return the address of a static file; raises ValueError where the manifest does not name it."""
    return _static(path, edition.current().prefix)


@lru_cache(maxsize=100)  # the files of every page, and taking such an address apart and together again takes long
def _static(path: str, _prefix: str) -> str:
    return static_file(path)


def static_or_plain(path: str) -> str:
    """Return the address of a static file; its plain one where the manifest is missing, which is no time to fail."""
    try:
        return static(path)
    except ValueError:
        return f"{settings.STATIC_URL}{path}"
