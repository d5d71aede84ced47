"""The page that tells what was found: docs/audit.md."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence
from datetime import date

from audit.checkers import CATEGORIES
from audit.findings import HEADS, Finding, Marks, below
from benchmarks.pages.report import table

OPENING = """\
# Audit of the pages

`make audit` writes this page. It fills a database of its own with the articles of `seeds/` and `tests/golden` and with
the threads and occasions that the machine proposes for them, starts the site as it is deployed (gunicorn, two workers,
static files by WhiteNoise, no DEBUG), and looks at every kind of page in both languages.
"""
COLUMNS = """\
*Bytes* are those of the page itself, *kB in all* those of a first visit with styles, scripts and pictures, headers
included. *Elsewhere* counts requests that leave the site. *axe* counts kinds of fault in a light window, in a dark
one, and on a phone 390 pixels wide. *Lighthouse* gives performance, accessibility, best practices and findability
(SEO) on its throttled phone; it is not asked about a page that is not there. Where speed is below its mark it is
measured up to five times, and the best figure counts: what else the machine does can only make a page slower.
*Console* counts errors, failed requests and breaches of the content security policy. A commitment’s address leads to
its event, whose figures these are.
"""


START, END = "<!-- audit -->", "<!-- /audit -->"  # in docs/design.md


def told(findings: Sequence[Finding], held: Marks, versions: Mapping[str, str]) -> str:
    """Return the whole page in Markdown."""
    faults = below(findings, held)
    verdict = "Every page reaches its marks." if not faults else f"{len(faults)} of {len(findings)} pages do not."
    if not any(one.scores for one in findings):
        verdict += " Lighthouse was not asked."
    named = ", ".join(
        f"{name} {version}" for name, version in sorted(versions.items(), key=lambda pair: pair[0].lower())
    )
    parts = [
        OPENING,
        f"Last run: {date.today().isoformat()}, {os.cpu_count()} cores, {platform.system()}; {named}.",
        "",
        "## Marks",
        "",
        _marks(held),
        "",
        "They stand in `audit/marks.toml`. " + verdict,
        "",
        "## Figures",
        "",
        table(HEADS, [one.row() for one in findings]),
        "",
        COLUMNS,
        "## Below the mark",
        "",
        *([f"- {page}: {fault}" for page, each in faults.items() for fault in each] or ["None."]),
        "",
    ]
    return "\n".join(parts)


def in_short(findings: Sequence[Finding], held: Marks) -> str:
    """Return the worst figure of each kind over all pages, as a table of Markdown: what docs/design.md keeps."""
    asked = [one.scores for one in findings if one.scores]
    scores = [str(min(each[name] for each in asked)) if asked else "–" for name in CATEGORIES]
    heaviest = {kind: max((one.seen.transferred, one.seen.requests) for one in of) for kind, of in _by_kind(findings)}
    rows = [
        ["pages looked at", str(len(findings)), ""],
        ["pages below a mark", str(len(below(findings, held))), "0"],
        ["Lighthouse, the lowest of each", "/".join(scores), "/".join(str(held["lighthouse"][n]) for n in CATEGORIES)],
        ["kinds of fault by axe, all windows", str(sum(sum(map(len, f.seen.axe.values())) for f in findings)), "0"],
        ["errors by html-validate and Nu", str(sum(len(one.html_validate) + len(one.nu) for one in findings)), "0"],
        ["requests that leave the site", str(sum(len(one.seen.elsewhere) for one in findings)), "0"],
        ["pixels wider than 320, the widest", str(max(one.seen.sideways for one in findings)), "0"],
    ]
    for kind, (transferred, requests) in heaviest.items():
        name = "other" if kind == "any" else kind
        marks = f"{held['bytes'][kind] / 1000:.0f} kB, {held['requests'][kind]}"
        rows.append([f"the heaviest {name} page, its requests", f"{transferred / 1000:.1f} kB, {requests}", marks])
    return f"On {date.today().isoformat()}:\n\n{table(['what', 'found', 'mark'], rows)}"


def _by_kind(findings: Sequence[Finding]) -> list[tuple[str, list[Finding]]]:
    kinds = dict.fromkeys(one.page.kind for one in findings)
    return [(kind, [one for one in findings if one.page.kind == kind]) for kind in kinds]


def put_between(text: str, kept: str) -> str:
    """Return a text with what stands between its two marks replaced; raises ValueError where it has no such marks."""
    head, start, rest = text.partition(START)
    _, end, tail = rest.partition(END)
    if not (start and end):
        raise ValueError(f"the text has no {START} … {END}")
    return f"{head}{start}\n{kept}\n{end}{tail}"


def _marks(held: Marks) -> str:
    rows = [[f"{name}, at most", str(most)] for name, most in held["most"].items()]
    rows += [
        [f"{name} in all, {kind} page, at most", f"{most:,}"]
        for name in ("bytes", "requests")
        for kind, most in held[name].items()
    ]
    rows += [[f"Lighthouse, {name}, at least", str(least)] for name, least in held["lighthouse"].items()]
    return table(["what", "mark"], rows)
