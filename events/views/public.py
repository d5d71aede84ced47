"""What all public pages share: who may ask for them and how, and that what has not changed is not made again.

A page is the same for every reader until the archive has another generation or the code another release. So its entity
tag is known before the page is: whoever has it already is told so after one query, and for others the page is taken
from the cache, where it was made before.
"""

from __future__ import annotations

import gzip
import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import wraps
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.middleware.gzip import re_accepts_gzip
from django.utils.cache import patch_vary_headers
from django.utils.http import http_date, parse_etags
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from events import generation
from events.generation import State

View = Callable[..., HttpResponse]
Page = tuple[bytes, dict[str, str]]  # compressed with gzip, and its headers

# Any cache may keep the page but must ask before it shows it again: a withdrawal shows at once, and asking is cheap.
CACHE_CONTROL = "public, max-age=0, must-revalidate"
HOUR = 60 * 60
LARGEST = 200_000  # bytes of a compressed page that the cache is burdened with
LONGEST = 2000  # characters of an address whose page is kept
COMPRESSION = 6

STARTED = datetime.now(UTC)  # no page is older than the code that makes it

log = logging.getLogger(__name__)


def public(view: View) -> View:
    """Make `view` a page for every reader: the same for all, read only, made once for each state of the archive.

    Without the CSRF check a POST is answered 405 like every other method, not 403; nothing here changes anything.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        state = generation.ask()
        with generation.kept(state):
            if state.mark and is_for_everyone(request):
                response = _known_kept_or_made(request, state, lambda: view(request, *args, **kwargs))
            else:
                response = view(request, *args, **kwargs)
        response.headers.setdefault("Cache-Control", CACHE_CONTROL)
        return response

    return csrf_exempt(require_safe(answer))


def unchanging(view: View) -> View:
    """Make `view` an answer for everyone that no record is in: read only, kept for an hour by any cache."""
    return csrf_exempt(require_safe(cache_control(public=True, max_age=HOUR)(view)))


def is_for_everyone(request: HttpRequest) -> bool:
    """Return whether nothing tells who asks. With DEBUG on every page is made anew, to show changes of the code."""
    return (
        not settings.DEBUG
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "Authorization" not in request.headers
    )


def _known_kept_or_made(request: HttpRequest, state: State, make: Callable[[], HttpResponse]) -> HttpResponse:
    key = _key(request, state)
    compressed = re_accepts_gzip.search(request.headers.get("Accept-Encoding", "")) is not None
    etag = f'"{key}-gzip"' if compressed else f'"{key}"'
    if etag in parse_etags(request.headers.get("If-None-Match", "")):
        return _with_headers(HttpResponseNotModified(), etag, state)
    page = _get(key)
    if page is None:
        response = make()
        if response.status_code != 200 or response.streaming or response.cookies or response.has_header("ETag"):
            return response
        page = gzip.compress(response.content, COMPRESSION, mtime=0), dict(response.headers)
        if len(page[0]) <= LARGEST and len(request.get_full_path()) <= LONGEST:
            _set(key, page)
    content, headers = page
    response = HttpResponse(content if compressed else gzip.decompress(content), headers=headers)
    if compressed:
        response.headers["Content-Encoding"] = "gzip"
    return _with_headers(response, etag, state)


def _key(request: HttpRequest, state: State) -> str:
    """Return the name of the page: of the archive's state, the code, the whole address and the language."""
    parts = (state.mark, str(settings.RELEASE), get_language(), request.build_absolute_uri())
    return sha256("\n".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:40]


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
