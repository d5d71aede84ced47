"""The language in which the public pages are written: Jinja2, with the words of this archive.

A list shows a hundred choices and rows, and looking their parts up in Django's own templates was most of the time that
a page took. The staff's screens are Django's and stay in its templates.
"""

from typing import Any

from django.template.defaultfilters import capfirst, filesizeformat
from django.utils.text import Truncator
from django.utils.translation import gettext, ngettext, npgettext, pgettext
from jinja2 import ChainableUndefined, Environment

from events import numbers
from events.rendering import addresses, days, sides
from events.rendering.compiling import PageEnvironment


def environment(**options: Any) -> Environment:
    """Return the environment in which public pages are made; named in the settings.

    Messages are filled in and escaped by the environment, so that a translation cannot bring markup in by its values.
    """
    options["undefined"] = ChainableUndefined  # parts are shared by pages that have no selection
    made = PageEnvironment(**options, extensions=["jinja2.ext.i18n"], lstrip_blocks=True)
    made.install_gettext_callables(  # type: ignore[attr-defined]
        gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext
    )
    made.globals |= {
        "editions": addresses.editions,
        "here": addresses.here,
        "querystring": addresses.querystring,
        "static": addresses.static,
        "static_or_plain": addresses.static_or_plain,
        "url": addresses.url,
    }
    made.filters |= {
        "capfirst": capfirst,
        "commitments": numbers.commitments,
        "day": days.day,
        "filesizeformat": filesizeformat,
        "happened": days.happened,
        "held": days.held,
        "moment": days.moment,
        "number": numbers.number,
        "published": days.published,
        "share": numbers.share,
        "side_of": sides.side_of,
        "side_of_all": sides.side_of_all,
        "truncatechars": lambda text, length: Truncator(text).chars(length),
        "truncatewords": lambda text, length: Truncator(text).words(length),
    }
    return made
