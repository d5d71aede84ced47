"""What a line of a file is: the article's own, or a caption, a by-line, a menu, a link to something else.

The words by which such lines are known are the language's (`[boilerplate]`); the shapes are those of news pages.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from events.reading.folding import key
from events.reading.lexicon import Language

CAPTION_WORDS = 60  # a paragraph longer than this is the article's own even where a credit ends it
_OF_A_CREDIT = (":", "/", "by", "courtesy", "—", "–")
_IMAGES = (".jpg", ".jpeg", ".png", ".webp", ".gif")
_IMAGE_FILE = re.compile(r"[^\n.]{1,80}\.(?:jpe?g|png|webp|gif)\s*$", re.IGNORECASE)
_TERMINAL = re.compile(r"[.!?…][\"”»)\]’']*\s*$")
_STOP_INSIDE = re.compile(r"[.!?…][\"”»)\]’']*\s")
_CREDIT_IN_CAPITALS = re.compile(r"[.!?\"”)]\s+[A-ZĐ]{3,14}(?:[ /-][A-ZĐ]{2,14}){0,3}\s*$")
_CREDIT_IN_BRACKETS = re.compile(r"\([A-ZĐ][\w. ]{1,20}? ?/ ?[^\W\d]\w+(?:[ -]\w+){1,3}\)\s*$")  # (Xinhua/Li Mei)
_ADDRESSES = frozenset({"offices", "honorifics", "ranks"})
_OF_PEOPLE = _ADDRESSES | {"portfolios", "institutions", "countries", "demonyms"}
_NO_SAYING = frozenset({"neutral", "neutral_main", "noun"})  # cues like "talks"
_BULLET = " *•·■►▶–—-+"
CALL = 20  # words of a call to readers: Get our stories in your inbox!
PLACE_WORDS = 9  # of a caption, "at" included
LONG = 250  # characters; the longest line of a page is half as long, credit and all
BEFORE_START = 24  # characters that are left out before a line's first word, or in it
_BACK = 180  # characters at a line's end in which a credit stands
_QUOTED = re.compile(r"[\"“”«»„]")
_WORD = re.compile(r"[^\W_]+")


class Line:
    """A line's text, with what several questions about it need; made on first use.

    `long` tells that the line has more characters than any that a page puts around an article.
    """

    __slots__ = ("_plain", "long", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.long = len(text) > LONG
        self._plain: str | None = None

    @property
    def plain(self) -> str:
        """The line in comparable form, one blank between its words."""
        if self._plain is None:
            self._plain = " ".join(key(self.text).split())
        return self._plain


class Lines:
    """The line types of one language, ready to be told apart."""

    def __init__(self, language: Language) -> None:
        table = language.table["boilerplate"]
        self.who, self.cues = language.who, language.cues
        self.joiners = frozenset(map(key, (*language.table["who"]["and"], *language.table["who"]["of"])))
        self.shown_at = tuple(f"{key(word)} " for word in table["picture_at"])
        self.exact = frozenset(map(key, table["lines"]))
        self.starts = tuple(map(key, table["starts"]))
        self.closings = tuple(map(key, table["closings"]))
        self.by = tuple(f"{key(word)} " for word in table["by"])
        self.longest_start = max(map(len, self.starts), default=0) + BEFORE_START
        self.cuts = frozenset(map(key, table["cuts"]))
        numbered = "|".join(re.escape(key(pattern)).replace(r"\{number\}", r"\d+") for pattern in table["patterns"])
        self.counters = re.compile(rf"\W*(?:{numbered})\W*$")
        credited = "|".join(re.escape(key(credit)) for credit in sorted(table["credits"], key=len, reverse=True))
        self.credit = re.compile(
            rf"(?:(?<!\w)(?:{credited})(?:\s*[:/]|\s+by\b|\s+courtesy\b)|[.!?]\s*[—–-]\s*(?:{credited})\b)\s*\S"
        )
        self.bare_credit = re.compile(rf"\W*(?:{credited})(?:\s*:|\s+by\b)[^\n]{{0,80}}$")
        numbers = "|".join(re.escape(key(word)) for word in table["caption_numbers"])
        self.caption_number = re.compile(rf"(?<!\w)(?:{numbers}) \d+\.?\s*$")
        places = "|".join(re.escape(key(word)) for word in table["picture_places"])
        self.place = re.compile(rf"\((?:{places})\)(?![^\n]*[.!?]\s+[^\s(\d])")
        marks = "|".join(re.escape(mark) for mark in table["end_marks"])
        agencies = "|".join(re.escape(word) for word in table["datelines"])
        self.end_mark = re.compile(
            rf"(?:\./\.(?:\s*(?:{agencies}))?|(?<=[.!?\"”)])\s*(?:{marks}|[—–-]{{1,2}}\s*(?:{agencies}|[A-Z]{{2,5}})(?:/[A-Z]{{2,5}})?))\s*$"
        )
        self.signature = re.compile(rf"(?:--|—)\s*(?:{agencies}|[A-Z]{{2,10}})(?:/[A-Z]{{2,10}})?\W*$")  # -- BERNAMA
        tails = "|".join(re.escape(key(word)) for word in sorted(table["tails"], key=len, reverse=True))
        self.tail = re.compile(rf"\s*\((?:{tails})\b[^()]{{0,80}}\)\s*$")
        self.source = re.compile(rf"(?:{tails})\b[^\n.;]{{0,40}}$")

    def is_cut(self, line: Line) -> bool:
        """Tell whether everything from this line on belongs to the page, not to the article."""
        if line.long:
            return False
        known = line.plain.strip(" :-–.•") in self.cuts or line.plain in self.cuts
        return known or self.signature.match(line.text) is not None

    def is_boilerplate(self, line: Line) -> bool:
        """Tell whether a line is a menu, a share box, a counter."""
        text = line.text
        if line.long:
            start = key(text[: self.longest_start]).lstrip(_BULLET)
            return start.startswith(self.starts) and not (ends(text) and has_words(text, 26))
        plain = line.plain
        if plain.strip(" •·|-–") in self.exact or self.counters.match(plain) is not None:
            return True
        if plain.rstrip(" .)").endswith(self.closings) or (plain.startswith(self.by) and is_byline(text)):
            return True
        if plain.lstrip(_BULLET).startswith(self.starts):
            return not (ends(text) and has_words(text, 26))
        if text.endswith("!"):  # a call to readers; what a leader exclaims stands in quotation marks
            return not (has_words(text, CALL + 1) or _QUOTED.search(text))
        return _WORD.search(text) is None

    def is_credit(self, line: Line) -> bool:
        """Tell whether a line is nothing but the credit of the picture above it."""
        return not line.long and self.bare_credit.match(line.plain) is not None

    def is_caption(self, line: Line) -> bool:
        """Tell whether a line ends as captions do: with a credit, a number, or as the name of an image file.

        A cell of a table and a line that says where somebody stands in a picture are captions, too; and so is one that
        names people and where they are, and nothing that they do.
        """
        text = line.text
        if (text[-6:].lower().endswith(_IMAGES) and _IMAGE_FILE.match(text) is not None) or self._in_picture(text):
            return True
        if not line.long and self._shows_people(text):
            return True
        back = text[-_BACK:].lower()
        if not text.rstrip(" .")[-1:].isdigit() and not any(mark in back for mark in _OF_A_CREDIT):
            return False
        tail = " ".join(key(text[-_BACK:]).split())
        if self.caption_number.search(tail) is not None:
            return True
        if self.credit.search(tail, max(0, len(tail) - 90)) is None:
            return False
        plain = line.plain
        found = self.credit.search(plain, max(0, len(plain) - 90))
        return found is not None and not has_words(plain[: found.start()], CAPTION_WORDS + 1)

    def _in_picture(self, text: str) -> bool:
        if text[-1] == "|" or (text[-1] == ")" and _CREDIT_IN_BRACKETS.search(text) is not None):
            return not has_words(text, CAPTION_WORDS + 1)
        if text[-1].isupper() and _CREDIT_IN_CAPITALS.search(text) is not None:
            return not has_words(text, CAPTION_WORDS // 2 + 1)
        if "(" not in text or has_words(
            text, CAPTION_WORDS + 1
        ):  # counted first: the pattern looks ahead to the line's end
            return False
        return self.place.search(text.lower()) is not None

    def _shows_people(self, text: str) -> bool:
        """Tell whether a line is like "Minister A and Ambassador B of C at the talks."; the first has an office."""
        printed = text.rstrip(" .").split()
        words = [key(word.strip(",")) for word in printed]
        first = self.who.at(words, 0)
        if first is None or first[1].role not in _ADDRESSES:
            return False
        place = first[0]
        while place < len(words) and not f"{words[place]} ".startswith(self.shown_at):
            known = self.who.at(words, place)
            if known is not None and known[1].role in _OF_PEOPLE:
                place = known[0]
            elif printed[place][0].isupper() or words[place] in self.joiners:
                place += 1
            else:
                return False
        where = words[place:]
        is_place = 2 <= len(where) <= PLACE_WORDS and " ".join(where).startswith(self.shown_at)
        says = any(cue.manner not in _NO_SAYING for _first, _end, cue in self.cues.find(where))
        return is_place and printed[place - 1][0].isupper() and not says

    def tail_length(self, line: str) -> int:
        """Return how many characters of an end mark, an editor's note or a credit end a paragraph."""
        mark = self.end_mark.search(line, max(0, len(line) - 16))
        if mark is not None:
            return len(line) - mark.start() - (line[mark.start()] == ".")  # ./. stands for the full stop, too
        if ")" not in line:
            return 0
        found = self.tail.search(key(line), max(0, len(line) - 100))
        return len(line) - found.start() if found is not None else 0

    def is_source(self, line: str) -> bool:
        """Tell whether a last line only says where the text comes from, or who wrote it."""
        bracketed = line.startswith("(") and line.endswith(")") and not has_words(line, 11)
        credited = not ends(line) or self.source.match(Line(line).plain) is not None
        return bracketed or (credited and not has_words(line, 9))


@lru_cache(maxsize=16)
def lines_of(language: Language) -> Lines:
    """Return the line types of a language; made once, for they take longer to make than an article to read."""
    return Lines(language)


def is_sentence(line: str) -> bool:
    """Tell whether a line reads like a sentence of the text: twelve words or more, closed by its punctuation."""
    return ends(line) and has_words(line, 12)


def ends(line: str) -> bool:
    """Tell whether a line ends with the punctuation that closes a sentence."""
    return _TERMINAL.search(line, max(0, len(line) - 12)) is not None


def is_stopped(line: str) -> bool:
    """Tell whether punctuation closes a sentence at the end of a line, or inside it."""
    return ends(line) or _STOP_INSIDE.search(line) is not None


def has_words(line: str, number: int) -> bool:
    """Tell whether a line has `number` words or more; no more of it is read than these."""
    return next(islice(_WORD.finditer(line), number - 1, None), None) is not None


def is_byline(line: str) -> bool:
    """Tell whether a line is two to six capitalised words: the shape of an author's name, and of a leader's."""
    if ends(line):
        return False
    words = [word for word in _WORD.findall(line) if word[0].isalpha()]
    return 1 <= len(words) <= 6 and all(word[0].isupper() for word in words)
