"""Pages that were made before: told apart by their tags, taken from the cache, answered before anything else is asked.

A page is the same for every reader until the archive has another generation or the code another release. So its entity
tag is known before the page is: whoever has it already is told so after one query, and for others the page is taken
from the cache, where it was made before. Sessions, forms and the address's view would take longer than that: the
middleware stands before them, and what it finds under the page's key was put there by `keep`.
"""

from __future__ import annotations

import gzip
import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.core.cache import cache
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.middleware.gzip import re_accepts_gzip
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date, parse_etags, parse_http_date_safe
from django.utils.translation import get_language, get_language_from_path

from events import generation
from events.generation import State

Page = tuple[bytes, dict[str, str]]  # compressed with gzip, and its headers

# Any cache may keep the page but must ask before it shows it again: a withdrawal shows at once, and asking is cheap.
CACHE_CONTROL = "public, max-age=0, must-revalidate"
HOUR = 60 * 60
LARGEST = 200_000  # bytes of a compressed page that the cache is burdened with
LONGEST = 2000  # characters of an address whose page is kept
COMPRESSION = 3  # the last of zlib's quick levels: beyond it pages take far longer and get hardly smaller
CONDITIONS = frozenset(["HTTP_IF_MODIFIED_SINCE", "HTTP_IF_UNMODIFIED_SINCE", "HTTP_IF_MATCH", "HTTP_IF_NONE_MATCH"])
NO_PAGES = ("/healthz", "/readyz", "/robots.txt", "/favicon.ico")  # the same whatever is in the archive

STARTED = datetime.now(UTC)  # no page is older than the code that makes it

log = logging.getLogger(__name__)


class KeptPagesMiddleware:
    """Answers who has the page already, or asks for one that is kept; everybody else goes on to the views."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD") or not is_for_everyone(request) or request.path_info in NO_PAGES:
            return self.get_response(request)
        address = _address(request)  # no query for whoever asks for another site
        try:
            state = generation.ask_first()
        except (InterfaceError, OperationalError):
            return self.get_response(request)  # the view will say that the database is away, or that there is no view
        request.archive = state  # type: ignore[attr-defined]  # the view need not ask again
        response = _known_or_kept(request, address, state) if state.mark else None
        return response or self.get_response(request)


def state_for(request: HttpRequest) -> State:
    """Return the state in which the request is answered: the one that the middleware asked for, else one query."""
    state: State | None = getattr(request, "archive", None)
    return state or generation.ask()


def keep(request: HttpRequest, state: State, response: HttpResponse) -> HttpResponse:
    """Keep a page that everybody may see, made in this state of the archive; return it as the next reader has it.

    What is no page, or not to be kept, is returned as it is.
    """
    if not state.mark or not is_for_everyone(request):
        return response
    if response.status_code != 200 or response.streaming or response.cookies or response.has_header("ETag"):
        return response
    response.headers["Content-Language"] = get_language() or settings.LANGUAGE_CODE
    page = gzip.compress(response.content, COMPRESSION, mtime=0), dict(response.headers)
    key = _key(_address(request), state)
    if len(page[0]) <= LARGEST and len(request.get_full_path()) <= LONGEST:
        _set(key, page)
    compressed = _reads_gzip(request)
    return _answered(page[0] if compressed else response.content, page[1], key, state, compressed=compressed)


def is_for_everyone(request: HttpRequest) -> bool:
    """Return whether nothing tells who asks. With DEBUG on every page is made anew, to show changes of the code."""
    return (
        not settings.DEBUG
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "HTTP_AUTHORIZATION" not in request.META
    )


def _known_or_kept(request: HttpRequest, address: str, state: State) -> HttpResponse | None:
    key, compressed = _key(address, state), _reads_gzip(request)
    etag = _etag(key, compressed)
    if etag in parse_etags(request.META.get("HTTP_IF_NONE_MATCH", "")):
        response = HttpResponseNotModified(headers={"Cache-Control": CACHE_CONTROL})
        response.headers["Content-Language"] = get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        return _with_headers(response, etag, state)
    if (page := _get(key)) is None:
        return None
    content, headers = page
    if not compressed:
        content = gzip.decompress(content)
    kept = _answered(content, headers, key, state, compressed=compressed)
    if CONDITIONS.isdisjoint(request.META):
        return kept
    changed = parse_http_date_safe(kept.headers.get("Last-Modified", ""))
    answer: HttpResponse | None = get_conditional_response(request, etag, changed, kept)
    return answer


def _answered(content: bytes, headers: dict[str, str], key: str, state: State, *, compressed: bool) -> HttpResponse:
    response = HttpResponse(content, headers=headers)
    if compressed:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Content-Length"] = str(len(response.content))
    response.headers.setdefault("Cache-Control", CACHE_CONTROL)
    return _with_headers(response, _etag(key, compressed), state)


def _address(request: HttpRequest) -> str:
    """Return the address that was asked for, as it was; raises DisallowedHost where it is of another site."""
    return f"{request.scheme}://{request.get_host()}{request.get_full_path()}"


def _etag(key: str, compressed: bool) -> str:
    return f'"{key}-gzip"' if compressed else f'"{key}"'


def _reads_gzip(request: HttpRequest) -> bool:
    return re_accepts_gzip.search(request.META.get("HTTP_ACCEPT_ENCODING", "")) is not None


def _key(address: str, state: State) -> str:
    """Return the name of the page: of the archive's state, the code and the whole address, which tells the language."""
    parts = (state.mark, str(settings.RELEASE), address)
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:40]


def _with_headers(response: HttpResponse, etag: str, state: State) -> HttpResponse:
    """Return the response with what tells caches how long it is good.

    A date is whole seconds: it is told once no other change can come in the same second.
    """
    response.headers["ETag"] = etag
    changed = max(state.since, STARTED)
    if datetime.now(UTC) - changed > timedelta(seconds=1):
        response.headers["Last-Modified"] = http_date(changed.timestamp())
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def _get(key: str) -> Page | None:
    """Return the page where the cache has it; a cache that is away is a page made anew, not an error."""
    try:
        page: Page | None = cache.get(f"page:{key}")
    except Exception:
        log.warning("The cache cannot be read.", exc_info=True)
        return None
    return page


def _set(key: str, page: Page) -> None:
    try:
        cache.set(f"page:{key}", page, HOUR)
    except Exception:
        log.warning("The cache cannot be written.", exc_info=True)
