"""The files that events were read from, as they came."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header

from events.models import Event, SourceFile
from events.views.addresses import at_event_address
from events.views.public import public


@public
@at_event_address
def event_source(request: HttpRequest, event: Event, sha256: str = "") -> HttpResponse:
    """The bytes of the file that the text was read from, or of another layout of the article, by its checksum."""
    wanted = {"source__sha256": sha256} if sha256 else {"is_primary": True}
    source = get_object_or_404(event.provenances.select_related("source"), **wanted).source
    return as_it_came(source)


def as_it_came(source: SourceFile) -> HttpResponse:
    """Return the file's own bytes, to be saved and not shown, with their checksum as the entity tag."""
    disposition = content_disposition_header(as_attachment=True, filename=source.own_name)
    charset = source.encoding.removesuffix("-sig")  # Python's name for UTF-8 with a mark, unknown elsewhere
    return HttpResponse(
        bytes(source.content),
        content_type=f"{source.media_type}; charset={charset}" if charset else source.media_type,
        headers={
            "Content-Disposition": disposition or "attachment",
            "ETag": f'"{source.sha256}"',
        },
    )
