"""What all public pages share: who may ask for them and how, and that they are kept for the next reader."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from events import edition, generation
from events.views.kept import CACHE_CONTROL, HOUR, keep, state_for

View = Callable[..., HttpResponse]


def public(view: View) -> View:
    """Make `view` a page for every reader: the same for all, read only, made once for each state of the archive.

    Without the CSRF check a POST is answered 405 like every other method, not 403; nothing here changes anything.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        state = state_for(request)
        with generation.kept(state), edition.noted():
            response = keep(request, state, view(request, *args, **kwargs))
        response.headers.setdefault("Cache-Control", CACHE_CONTROL)
        return response

    return csrf_exempt(require_safe(answer))


def unchanging(view: View) -> View:
    """Make `view` an answer for everyone that no record is in: read only, kept for an hour by any cache."""
    return csrf_exempt(require_safe(cache_control(public=True, max_age=HOUR)(view)))
