"""Pages for what went wrong, in the language of the address that was asked for."""

import logging
import sys
from typing import Any

from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import get_language_from_path

from events.selection import guess, words_in

SHOWN = 5  # events that a page offers in place of one that is not there

log = logging.getLogger(__name__)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, with a search box that holds the words of the address, and the first events that they find."""
    with translation.override(language_of(request)):
        return render(request, "404.html", offered(request.path_info), status=404)


def offered(path: str) -> dict[str, Any]:
    """Return the words of an address and what they find; nothing found where the database fails.

    A page that is not there is no reason for an error of ours.
    """
    try:
        found = guess(path)
        rows = list(found.rows[:SHOWN]) if found else []
    except DatabaseError:
        log.warning("Nothing could be looked for.", exc_info=True)
        found, rows = None, []
    return {"words": words_in(path), "found": found, "rows": rows}


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    with translation.override(language_of(request)):
        return render(request, "403.html", status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400; without the request, whose host may be the very thing that was wrong."""
    return bare(request, "400.html", 400)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, or 503 where the database is away; without anything that could fail again."""
    if isinstance(sys.exception(), InterfaceError | OperationalError) and database_is_away():
        response = bare(request, "503.html", 503)
        response["Retry-After"] = "30"
        return response
    return bare(request, "500.html", 500)


def database_is_away() -> bool:
    """Return whether no connection was made, or the one there was is dead; a query may fail on one that is alive."""
    return connection.connection is None or not connection.is_usable()


def bare(request: HttpRequest, template: str, status: int) -> HttpResponse:
    """Render a page that needs neither the database nor the request."""
    language = language_of(request)
    with translation.override(language):
        home = "/" if language == settings.LANGUAGE_CODE else f"/{language}/"
        context = {"language": language, "home": home, "site_name": settings.SITE_NAME}
        return HttpResponse(render_to_string(template, context), status=status)


def language_of(request: HttpRequest) -> str:
    """Return the language of the address; the middleware that tells it may not have been reached."""
    return get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
