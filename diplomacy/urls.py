"""All addresses: Vietnamese without a prefix, English under /en/, and those for machines in no language."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from events.views import machines

urlpatterns = [
    path("healthz", machines.health),
    path("readyz", machines.ready),
    path("robots.txt", machines.robots),
    path("favicon.ico", machines.favicon),
    *i18n_patterns(
        path("admin/", admin.site.urls),
        path("", include("events.urls")),
        prefix_default_language=False,
    ),
]

handler400 = "events.views.errors.bad_request"
handler403 = "events.views.errors.forbidden"
handler404 = "events.views.errors.not_found"
handler500 = "events.views.errors.server_error"
