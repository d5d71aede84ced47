"""The words of a text, in the forms in which they are searched for.

A word has two forms: *folded*, without accents, which finds it; and *spelled*, with its accents, which tells an exact
spelling from another. Both are one form for many spellings: composed or not, old or new tone marks, `y` or `i` where
Vietnamese writes both (`kỷ niệm`, `kỉ niệm`), Eth for Đ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from events.reading.folding import fold, fold_map, key, lowered, nfc

LONGEST = 100  # letters of a word that count; both databases refuse or cut terms of some thousand bytes
BREAK = "·"  # stands between passages, so that no phrase reaches from one into the next
IN_TITLE = "¶"  # before each word of the title
IN_QUOTE = "§"  # before each word of a commitment's quote
SPELLED = "´"  # before an accented word as it is spelled

# Letters and marks of nearly every text, in lower case: each is one letter also when it is folded.
ACCENTED = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
MARKS = "–—‘’“”…«»\N{NO-BREAK SPACE}§·°№"

_WORD = re.compile(r"[^\W_]+")
_USUAL = re.compile(rf"[\x00-\x7f{ACCENTED}{MARKS}]*")
_WITH_Y = frozenset(["hy", "ky", "ly", "my", "quy", "sy", "ty", "vy"])  # open syllables that are also written with i
_Y_TO_I = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")


class Word(NamedTuple):
    """One word; the two forms are the same where it bears no accent."""

    folded: str
    spelled: str

    @property
    def has_accents(self) -> bool:
        """Whether it is more than its folded form."""
        return self.spelled != self.folded


class Place(NamedTuple):
    """A word and where it stands: `text[start:end]`."""

    word: Word
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """Return the words of `text` in order, however it is composed."""
    text = nfc(text)
    plain = lowered(text)
    if _USUAL.fullmatch(plain):  # a word in the one form is a word in the other
        return list(map(_usual_word, _WORD.findall(plain)))
    return [place.word for place in places_of(text)]


def beginning_of(typed: str) -> Word:
    """Return the word that is being typed, the last one in `typed`, as it is: `ly` may go on as `lyon`."""
    text = nfc(typed)
    _form, start, end = list(folded_places(text))[-1]
    text = text[start:end]
    return Word(fold(text)[:LONGEST], key(text)[:LONGEST])


def complete(beginning: str) -> str:
    """Return the form that a whole word has which was typed thus far: `li` for `ly`."""
    return _word(beginning, beginning).folded


def spellings_of(folded: str) -> tuple[str, ...]:
    """Return the other form in which a text may print this folded word: `ly` for `li`; most words have none."""
    other = folded[:-1] + "y"
    return (other,) if folded.endswith("i") and other in _WITH_Y else ()


def places_of(text: str) -> Iterator[Place]:
    """Yield the words of `text` with the places in it where they stand, as it is given, composed or not."""
    for _form, start, end in folded_places(text):
        spelled = key(text[start:end])
        yield Place(_word(fold(spelled), spelled), start, end)


def folded_places(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the folded words of `text`, each with its first character and the one after its last."""
    folded = fold(text)
    if len(folded) == len(text):
        for found in _WORD.finditer(folded):
            yield _in_one_form(found[0]), found.start(), found.end()
        return
    folded, places = fold_map(text)
    for found in _WORD.finditer(folded):
        start, end = places[found.start()], places[found.end() - 1] + 1
        while end < len(text) and fold(text[end]) == "":
            end += 1  # a mark of its own belongs to the letter before it
        yield _in_one_form(found[0]), start, end


def event_terms(title: str, body: str, quoted: Iterable[Sequence[Word]]) -> str:
    """Return all that an event is found by, in terms between blanks: the words, and again those of title and quotes.

    Title and quotes are once more there under their mark, so that a database knows where a phrase stands without
    another table. Accented spellings come last, each once, under theirs.
    """
    title_words, body_words = words_of(title), words_of(body)
    passages = [_folded(title_words), _folded(body_words), _folded(title_words, IN_TITLE)]
    passages += [_folded(words, IN_QUOTE) for words in quoted]
    return _terms(passages, [*title_words, *body_words])


def commitment_terms(words: Sequence[Word]) -> str:
    """Return all that a commitment with these words is found by, in the form of `event_terms`."""
    return _terms([_folded(words)], words)


def _terms(passages: Iterable[str], words: Iterable[Word]) -> str:
    accented = sorted({SPELLED + word.spelled for word in set(words) if word.has_accents})
    return f" {BREAK} ".join(["", *(passage for passage in [*passages, " ".join(accented)] if passage), ""]).strip()


def _folded(words: Iterable[Word], mark: str = "") -> str:
    folded = map(itemgetter(0), words)  # in C: an index is made of hundreds of words an event
    return " ".join([mark + word for word in folded] if mark else folded)


def _in_one_form(folded: str) -> str:
    return folded[:-1] + "i" if folded in _WITH_Y else folded[:LONGEST]


@lru_cache(maxsize=2**14)
def _usual_word(plain: str) -> Word:
    """Return the word; kept, for a text says the same words again and again, and so does the next."""
    return _word(fold(plain), plain)


def _word(folded: str, spelled: str) -> Word:
    if not spelled.isalnum():
        spelled = "".join(filter(str.isalnum, spelled))  # marks that no letter takes tell no spelling from another
    if folded in _WITH_Y:
        spelled = spelled[:-1] + spelled[-1].translate(_Y_TO_I)
    return Word(_in_one_form(folded), spelled[:LONGEST])
