"""What was found of each page, held against the marks, and the table of it."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from audit.addresses import Page
from audit.browser import Seen
from audit.checkers import CATEGORIES

Marks = dict[str, dict[str, int]]
HEADS = [
    "page",
    "status",
    "bytes",
    "compressed",
    "requests",
    "kB in all",
    "elsewhere",
    "axe light/dark/phone",
    "Lighthouse",
    "html-validate",
    "Nu",
    "console",
    "wider than 320",
]


@dataclass
class Finding:
    """All that was found of a page; Lighthouse has no scores where it was not asked."""

    page: Page
    seen: Seen
    html_validate: list[str] = field(default_factory=list)
    nu: list[str] = field(default_factory=list)
    scores: dict[str, int] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)  # Lighthouse's audits

    def faults(self, marks: Marks) -> list[str]:
        """Return in sentences where the page is below its marks; none where it is as it should be."""
        seen, most = self.seen, marks["most"]
        found = []
        if seen.status != self.page.status:
            found.append(f"answers {seen.status}, not {self.page.status}")
        for name, number in (("bytes", seen.transferred), ("requests", seen.requests)):
            if number > (allowed := marks[name][self.page.kind]):
                found.append(f"{number:,} {name} in all, more than {allowed:,}")
        if seen.sideways > most["sideways"]:
            found.append(f"{seen.sideways} pixels wider than a screen of 320")
        for name, said in self._told():
            if len(said) > most[name]:
                found += [f"{name}: {one}" for one in said]
        for name in CATEGORIES:
            if self.scores and self.scores[name] < marks["lighthouse"][name]:
                found.append(f"Lighthouse, {name}: {self.scores[name]} ({', '.join(self.failed) or 'no audit failed'})")
        return found

    def _told(self) -> list[tuple[str, list[str]]]:
        axe = [f"{fault} ({window})" for window, faults in self.seen.axe.items() for fault in faults]
        return [
            ("elsewhere", self.seen.elsewhere),
            ("axe", axe),
            ("html-validate", self.html_validate),
            ("nu", self.nu),
            ("console", self.seen.console),
        ]

    def row(self) -> list[str]:
        """Return the page's row of the table."""
        seen = self.seen
        return [
            self.page.title,
            str(seen.status),
            f"{len(seen.html):,}",
            f"{seen.compressed:,}",
            str(seen.requests),
            f"{seen.transferred / 1000:.1f}",
            str(len(seen.elsewhere)),
            "/".join(str(len(faults)) for faults in seen.axe.values()),
            "/".join(str(self.scores[name]) for name in CATEGORIES) if self.scores else "–",
            str(len(self.html_validate)),
            str(len(self.nu)),
            str(len(seen.console)),
            str(seen.sideways),
        ]


def marks() -> Marks:
    """Return the marks, by table and name."""
    found: Marks = tomllib.loads(Path(__file__).with_name("marks.toml").read_text(encoding="utf-8"))
    return found


def below(findings: Sequence[Finding], held: Marks) -> dict[str, list[str]]:
    """Return the faults of the pages that have any, by page."""
    return {one.page.title: faults for one in findings if (faults := one.faults(held))}
