"""Files as they came."""

from events.models import SourceFile
from events.reading.facts import SourceText
from events.reading.source import sha256


def keep_source(data: bytes, name: str, media_type: str, text: SourceText, address: str = "") -> SourceFile:
    """Return the row that keeps these bytes, made where they are seen for the first time.

    An address is noted with it, once: the bytes may be copied to other places, and the first was theirs.
    """
    source, is_new = SourceFile.objects.get_or_create(
        sha256=sha256(data),
        defaults={
            "name": name[-255:],
            "media_type": media_type,
            "encoding": text.encoding,
            "size": len(data),
            "content": data,
            "text": text.text,
            "text_sha256": sha256(text.text.encode()),
            "address": address,
        },
    )
    if address and not is_new and not source.address:
        source.address = address
        source.save(update_fields=["address"])
    return source
