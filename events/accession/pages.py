"""Saved web pages: the main text, and what a page says of itself to machines.

Resiliparse parses the page and leaves menus, related links and comments out; it keeps headline, lede and date line,
which the reader knows what to do with. It opens nothing and runs nothing. What it must not be given is refused
before: its time grows with the square of the depth of a page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from events.accession.candidates import Refused
from events.accession.columns import known, plain
from events.reading.facts import Known, SourceText
from events.reading.folding import key
from events.reading.source import MAX_PAGE_BYTES, decode, text_of

if TYPE_CHECKING:
    from resiliparse.parse.html import ElementNode, HTMLTree

DEPTH = 1000  # elements within elements; browsers stop at 512
DRAWINGS = 5000  # parts of drawings, which close themselves, and may be used to nest without end
ATTRIBUTES = 2000  # of one element; the time grows with the square of their number
TOP = 40  # lines in which the headline is looked for
LONGEST_DATA = 500_000  # characters of one block of linked data …
LINKED_NODES = 500  # … and things in it that are looked at

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S{1,2000})\s*-->")
_ALONE = frozenset("area base br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905
_CLOSED_BY_THE_NEXT = frozenset("p li dt dd tr td th thead tbody tfoot option optgroup rp rt colgroup".split())  # noqa: SIM905
_DRAWN = frozenset("path circle rect line polygon polyline ellipse use stop image".split())  # noqa: SIM905
_ARTICLE = re.compile(r"(?:News|Reportage|Analysis|Opinion)?\w*Article|BlogPosting|LiveBlogPosting")
_DATES = (
    "article:published_time", "datepublished", "pubdate", "publishdate", "publish-date", "date", "dc.date",
    "dc.date.issued", "dcterms.created", "dc.created",
)  # fmt: skip


def read_page(data: bytes) -> tuple[SourceText, Known]:
    """Return a page's main text, headline first, and its title, outlet, date, address and language as it gives them.

    Raises Unreadable: "too-complex", "no-article" (no text outside menus), and what `decode` raises.
    """
    source = decode(data, MAX_PAGE_BYTES)
    _check(source.text)
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 (6 MB that text files do not need)
    from resiliparse.parse.html import HTMLTree  # noqa: PLC0415

    tree = HTMLTree.parse(source.text)
    told = _told(tree, source.text)
    text = ""
    for main in (True, False):  # a page of two lines has no main part
        text = text or extract_plain_text(
            tree, main_content=main, list_bullets=False, alt_texts=False, links=False, comments=False
        )
    if not text.strip():
        raise Refused("no-article")
    return text_of(_headline_first(text, told.title), source.encoding), told


def _check(text: str) -> None:
    """Raise Refused where parsing would take long: by depth, by drawings, by attributes."""
    depth, drawn, code = 0, 0, ""
    for found in _TAG.finditer(text):
        name = found[2].lower()
        if code or name in ("script", "style"):  # what looks like tags in them is none
            code = "" if found[1] and name == code else code or ("" if found[1] else name)
            continue
        if name in _ALONE or name in _CLOSED_BY_THE_NEXT:
            continue
        if name in _DRAWN:
            drawn += 1
        else:
            depth = max(0, depth + (-1 if found[1] else 1))
        if depth > DEPTH or drawn > DRAWINGS:
            raise Refused("too-complex", f"at character {found.start()}")
    for piece in text.split("<"):
        tag = piece.partition(">")[0]
        if len(tag) > ATTRIBUTES and (tag.count("=") > ATTRIBUTES or len(tag.split()) > ATTRIBUTES):
            raise Refused("too-complex", f"more than {ATTRIBUTES} attributes")


def _headline_first(text: str, title: str) -> str:
    """Return the text with its headline above what stands over it on the page: a menu, a date."""
    lines = text.split("\n")
    wanted = key(title).strip()
    for place, line in enumerate(lines[:TOP]):
        if wanted and key(line).strip() == wanted:
            return "\n".join([line, "", *lines[:place], *lines[place + 1 :]])
    return text


def _told(tree: HTMLTree, text: str) -> Known:
    meta = _meta(tree)
    article = next(_articles(tree), {})
    outlet = meta.get("og:site_name") or _name(article.get("publisher")) or meta.get("application-name", "")
    titles = (_string(article.get("headline")), meta.get("og:title", ""), _only_heading(tree), tree.title or "")
    title = next((plain(one) for one in titles if one.strip()), "")
    dates = (_string(article.get("datePublished")), *(meta.get(name, "") for name in _DATES), _time(tree))
    address = _canonical(tree) or meta.get("og:url", "") or _string(article.get("url"))
    if not address and (saved := _SAVED_FROM.search(text[:2000])):
        address = saved[1]
    return known(
        title=_without_outlet(title, plain(outlet)),
        outlet=outlet,
        published=next((one for one in dates if one.strip()), ""),
        address=address.strip(),
        language=_attribute(_first(tree, "html[lang]"), "lang") or meta.get("og:locale", ""),
    )


def _meta(tree: HTMLTree) -> dict[str, str]:
    """Return what `meta` elements say, the first of each name."""
    said: dict[str, str] = {}
    for element in _all(tree, "meta[content]"):
        names = (_attribute(element, attribute) for attribute in ("property", "name", "itemprop"))
        for name in names:
            if name:
                said.setdefault(name.lower(), _attribute(element, "content"))
    return said


def _articles(tree: HTMLTree) -> Iterator[dict[str, Any]]:
    """Yield what linked data (schema.org) says of articles."""
    for script in _all(tree, 'script[type="application/ld+json"]'):
        try:
            waiting = [json.loads((script.text or "")[:LONGEST_DATA], strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(LINKED_NODES):
            node = waiting.pop(0) if waiting else None
            if isinstance(node, list):
                waiting += node
            elif isinstance(node, dict):
                kinds = node.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(_ARTICLE.fullmatch(_string(kind)) for kind in kinds):
                    yield node
                waiting.append(node.get("@graph"))


def _without_outlet(title: str, outlet: str) -> str:
    """Return a page's title without the name of its outlet at the end."""
    if (
        outlet
        and title.endswith(outlet)
        and (front := title.removesuffix(outlet).rstrip()).endswith(("|", "-", "–", "—"))
    ):
        return front[:-1].rstrip()
    return title


def _only_heading(tree: HTMLTree) -> str:
    headings = _all(tree, "h1")
    return str(headings[0].text) if len(headings) == 1 else ""


def _canonical(tree: HTMLTree) -> str:
    return _attribute(_first(tree, 'link[rel="canonical"]'), "href")


def _time(tree: HTMLTree) -> str:
    return _attribute(_first(tree, "time[itemprop=datePublished], time[pubdate]"), "datetime")


def _attribute(element: ElementNode | None, name: str) -> str:
    return (element.getattr(name) or "") if element else ""


def _first(tree: HTMLTree, selector: str) -> ElementNode | None:
    return tree.document.query_selector(selector) if tree.document else None


def _all(tree: HTMLTree, selector: str) -> list[ElementNode]:
    return list(tree.document.query_selector_all(selector)) if tree.document else []


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""


def _name(value: object) -> str:
    return _string(value.get("name")) if isinstance(value, dict) else _string(value)
