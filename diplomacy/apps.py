from django.contrib.admin.apps import AdminConfig


class StaffConfig(AdminConfig):
    """Django's admin, with the archive's own site."""

    default_site = "diplomacy.staff.StaffSite"
