"""What every page needs, at hand before the first reader asks: for the process that others are made of.

Else the first readers of each process would wait until templates are translated and compiled and the catalogue is
read. Done once, before the processes part, they also have the memory for it in common.
"""

from __future__ import annotations

from django.db import Error, connections
from django.template import engines

from events import catalogue
from events.rendering.compiling import PublicTemplates


def warm_up() -> None:
    """Compile the public templates and read the catalogue; leaves no connection open, which processes cannot share.

    An archive that cannot be read yet stays unread: whoever asks for a page will be told why.
    """
    for engine in engines.all():
        if isinstance(engine, PublicTemplates):
            engine.compile_pages()
    try:
        catalogue.current()
    except Error:
        pass
    finally:
        connections.close_all()
