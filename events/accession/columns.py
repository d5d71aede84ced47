"""What the columns of a table mean, by their names in Vietnamese and English, and what their fields tell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from events.reading import lexicon
from events.reading.calendars import calendar_day, calendar_of
from events.reading.facts import Flag, Known, Published
from events.reading.folding import nfc, tokens

# The names are compared without accents and signs: "Nội dung", "noi_dung" and "NOI DUNG" are one.
NAMES = {
    "text": ("text", "body", "content", "article", "full text", "nội dung", "văn bản", "bài viết", "toàn văn"),
    "title": ("title", "headline", "tiêu đề", "tít", "đầu đề"),
    "address": ("address", "url", "link", "địa chỉ", "liên kết", "đường dẫn"),
    "outlet": ("outlet", "source", "publisher", "site", "newspaper", "báo", "nguồn", "cơ quan", "tòa soạn"),
    "published": ("published", "date", "published at", "published on", "ngày", "ngày đăng", "ngày xuất bản"),
    "language": ("language", "lang", "ngôn ngữ"),
}
LONGEST_TITLE = 1000  # characters; a title that is longer is a text in the wrong column
LONGEST_ADDRESS = 2000
_MEANINGS = {" ".join(tokens(name)): meaning for meaning, names in NAMES.items() for name in names}
_MONTH = re.compile(r"((?:19|20)\d\d)-(1[0-2]|0[1-9])")
_VIETNAM = timezone(timedelta(hours=7))


def meaning_of(name: str) -> str:
    """Return what a column holds (`text`, `title`, `address`, `outlet`, `published`, `language`), "" if unknown."""
    return _MEANINGS.get(" ".join(tokens(name[:100])), "")


def known_from(fields: Iterable[tuple[str, str]]) -> tuple[str, Known]:
    """Return the text and what is known beside it; of two columns that mean the same, the first that is filled."""
    found: dict[str, str] = {}
    for name, value in fields:
        meaning = meaning_of(name)
        if meaning and value.strip():
            found.setdefault(meaning, value)
    text = found.pop("text", "")
    return text, known(**found)


def known(title: str = "", address: str = "", outlet: str = "", published: str = "", language: str = "") -> Known:
    """Return what is known, as the reader takes it; a date or an address that cannot be used is flagged."""
    flags = []
    moment = published_at(plain(published)) if published.strip() else None
    if published.strip() and moment is None:
        flags.append(Flag("date-not-understood", plain(published)[:100]))
    place = plain(address)
    if len(place) > LONGEST_ADDRESS or " " in place:
        flags.append(Flag("address-not-understood", place[:100]))
        place = ""
    return Known(
        title=plain(title)[:LONGEST_TITLE],
        published=moment,
        outlet=plain(outlet)[:200],
        address=place,
        language=plain(language).lower().partition("-")[0].partition("_")[0][:8],
        flags=tuple(flags),
    )


def plain(value: str) -> str:
    """Return a field as one line without controls, marks of direction and halves of letters, which names never need."""
    kept = "".join(
        " " if letter.isspace() else letter
        for letter in value[: 4 * LONGEST_ADDRESS]
        if letter.isspace() or unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
    )
    return " ".join(nfc(kept).split())


def published_at(value: str) -> Published | None:
    """Return the date that a field gives: ISO 8601, a month of it, the dates of mail, or as newspapers print them.

    Figures are day, month, year, as in Viet Nam. A time without a zone is Viet Nam's; one in UTC, which is how
    many pages store theirs, is given in Viet Nam's too.
    """
    if month := _MONTH.fullmatch(value):
        return Published(date(int(month[1]), int(month[2]), 1), "month", "metadata")
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = parse(value)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if calendar_day(moment.year, moment.month, moment.day) is None:
            return None
        if len(value) <= len("2031-05-02"):
            return Published(moment.date(), "day", "metadata")
        return Published(_in_vietnam(moment), "time", "metadata")
    for language in lexicon.load().languages.values():
        if stamp := calendar_of(language).stamp(value[:100], "metadata"):
            return stamp.published
    return None


def _in_vietnam(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        return moment.replace(tzinfo=_VIETNAM)
    return moment.astimezone(_VIETNAM) if not moment.utcoffset() else moment
