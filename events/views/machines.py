"""Answers for machines: is the site alive and ready, what may robots read, and the icon browsers ask for unasked."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.views.decorators.cache import never_cache

from events.views.public import unchanging

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
        return wait("database away")
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
def ready(request: HttpRequest) -> HttpResponse:
    """200 while the database answers and has been migrated as far as the code needs, else 503."""
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return wait("database away")
    return wait("database not migrated") if missing else HttpResponse("ok\n", content_type="text/plain")


def wait(reason: str) -> HttpResponse:
    """Return an answer for a machine that should ask again."""
    return HttpResponse(f"{reason}\n", content_type="text/plain", status=503, headers={"Retry-After": "30"})


@unchanging
def robots(request: HttpRequest) -> HttpResponse:
    """All of the public pages may be read by robots."""
    return HttpResponse(ROBOTS, content_type="text/plain")


@unchanging
def favicon(request: HttpRequest) -> HttpResponse:
    """Send browsers that ask for /favicon.ico to the icon."""
    return redirect(static("favicon.svg"))
