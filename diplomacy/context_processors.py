"""What every page knows about the site."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, Any]:
    """The name of the site, which an operator may have changed."""
    return {"site_name": settings.SITE_NAME}
