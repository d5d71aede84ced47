"""Answers for machines: is the site alive, what may robots read, and the icon that browsers ask for unasked."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.views.decorators.cache import never_cache

from events.views.public import public

ROBOTS = """\
User-agent: *
Disallow: /admin/
Disallow: /en/admin/
"""


@never_cache
def health(request: HttpRequest) -> HttpResponse:
    """200 while the database answers, else 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("database away\n", content_type="text/plain", status=503, headers={"Retry-After": "30"})
    return HttpResponse("ok\n", content_type="text/plain")


@public
def robots(request: HttpRequest) -> HttpResponse:
    """All of the public pages may be read by robots."""
    return HttpResponse(ROBOTS, content_type="text/plain")


@public
def favicon(request: HttpRequest) -> HttpResponse:
    """Send browsers that ask for /favicon.ico to the icon."""
    return redirect(static("favicon.svg"))
