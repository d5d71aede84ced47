"""What all public pages share: who may ask for them, how, and for how long a copy of them is good."""

from collections.abc import Callable

from django.http import HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

View = Callable[..., HttpResponse]

MINUTE = 60


def public(view: View) -> View:
    """Make `view` a page for every reader: the same for all, read only, to be kept for a minute by any cache.

    Without the CSRF check a POST is answered 405 like every other method, not 403; nothing here changes anything.
    """
    return csrf_exempt(require_safe(cache_control(public=True, max_age=MINUTE)(view)))
