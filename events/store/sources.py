"""Files as they came."""

from events.models import SourceFile
from events.reading.facts import SourceText
from events.reading.source import sha256


def keep_source(
    data: bytes, name: str, media_type: str, text: SourceText, address: str = ""
) -> tuple[SourceFile, bool]:
    """Return the row that keeps these bytes, and whether it is new: made where they are seen for the first time.

    An address is noted with it, once: the bytes may be copied to other places, and the first was theirs. Raises
    IntegrityError where another import keeps the same bytes at this moment.
    """
    checksum = sha256(data)
    source = SourceFile.objects.filter(sha256=checksum).defer("content", "text").first()
    if source is None:
        source = SourceFile(
            sha256=checksum,
            name=name[-255:],
            media_type=media_type,
            encoding=text.encoding,
            size=len(data),
            content=data,
            text=text.text,
            text_sha256=sha256(text.text.encode()),
            address=address,
        )
        source.save(force_insert=True)
        return source, True
    if address and not source.address:
        source.address = address
        source.save(update_fields=["address"])
    return source, False
