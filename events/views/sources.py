"""The files that events were read from, as they came."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header

from events.models import Event, SourceFile
from events.views.addresses import at_event_address
from events.views.public import public

# What others call the encodings that the reader names; TCVN3 and VNI have no name elsewhere.
CHARSETS = {
    "utf-8": "utf-8",
    "utf-8-sig": "utf-8",
    "utf-16": "utf-16",
    "utf-16-le": "utf-16le",
    "utf-16-be": "utf-16be",
    "windows-1258": "windows-1258",
}


@public
@at_event_address
def event_source(request: HttpRequest, event: Event, sha256: str = "") -> HttpResponse:
    """The bytes of the file that the text was read from, or of another layout of the article, by its checksum."""
    wanted = {"source__sha256": sha256} if sha256 else {"is_primary": True}
    source = get_object_or_404(event.provenances.select_related("source"), **wanted).source
    return as_it_came(source)


def as_it_came(source: SourceFile) -> HttpResponse:
    """Return the file's own bytes, to be saved and not shown, with their checksum as the entity tag.

    A web page is called plain text: whatever saves it or shows it runs nothing of it.
    """
    disposition = content_disposition_header(as_attachment=True, filename=source.own_name)
    media_type = "text/plain" if source.media_type == "text/html" else source.media_type
    charset = CHARSETS.get(source.encoding)
    return HttpResponse(
        bytes(source.content),
        content_type=f"{media_type}; charset={charset}" if charset else media_type,
        headers={
            "Content-Disposition": disposition or "attachment",
            "ETag": f'"{source.sha256}"',
        },
    )
