"""The site for staff: Django's admin, its start page in the order of the work."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

# It is not in `events.admin`, which needs the site to register with and so cannot bring it.

GROUPS = (
    (_("Events and commitments"), ("Event", "Commitment", "Occasion", "Thread", "ThreadPassage", "Judgement")),
    (_("Leaders and actors"), ("Leader", "Actor")),
    (_("Vocabulary"), ("Topic", "EventKind", "Act")),
    (_("Sources and imports"), ("ImportRun", "ImportItem", "SourceFile")),
)

# Words of its admin that Django has not translated into Vietnamese: named here, they come into our catalogue.
UNTRANSLATED = (
    gettext_noop("Show counts"),
    gettext_noop("Hide counts"),
    gettext_noop("Error:"),
    gettext_noop("Skip to main content"),
    gettext_noop("Breadcrumbs"),
    gettext_noop("Sidebar"),
    gettext_noop("Toggle navigation"),
    gettext_noop("Filter navigation items"),
    gettext_noop("Start typing to filter…"),
    gettext_noop("Toggle theme (current theme: auto)"),
    gettext_noop("Toggle theme (current theme: dark)"),
    gettext_noop("Toggle theme (current theme: light)"),
    gettext_noop("Added:"),
    gettext_noop("Changed:"),
    gettext_noop("Deleted:"),
    gettext_noop("Set password"),
)


class StaffSite(admin.AdminSite):
    """Shows the archive's models in groups, each in the order in which staff need them."""

    site_title = site_header = settings.SITE_NAME
    index_title = _("For staff")

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """Return the list of Django's admin with the archive's own part cut into groups, which come first."""
        apps = super().get_app_list(request, app_label)
        groups = [group for app in apps if app["app_label"] == "events" for group in _groups(app)]
        return groups + [app for app in apps if app["app_label"] != "events"]


def _groups(app: Any) -> list[Any]:
    by_name = {model["object_name"]: model for model in app["models"]}
    groups = ({**app, "name": title, "models": [by_name[n] for n in names if n in by_name]} for title, names in GROUPS)
    return [group for group in groups if group["models"]]
