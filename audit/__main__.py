"""Look at every kind of public page and say what is wrong with it.

    python -m audit                          all of it; the table is printed
    python -m audit --write docs/audit.md    and kept; --short FILE keeps the worst figures in another text
    python -m audit --no-lighthouse          two seconds a page and not sixteen
    python -m audit --only event             pages whose name holds this; may be given several times

Exits with 1 where a page is below its mark, with 2 where a program is missing.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from playwright.sync_api import Browser
from tqdm import tqdm

from audit import archive, browser, checkers, findings, report
from audit.addresses import Page
from audit.findings import Finding, Marks
from benchmarks.pages.site import site

NODE = archive.ROOT / "var" / "audit" / "node_modules"


def main() -> int:
    """Do what the arguments ask for; return the exit code."""
    arguments = _arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the servers are ended as well
    try:
        versions = checkers.versions(arguments.node) | {"Playwright": version("playwright")}
    except checkers.Missing as missing:
        print(missing, file=sys.stderr)
        return 2
    held = findings.marks()
    with tempfile.TemporaryDirectory(prefix="archive-audit.") as name:
        folder = Path(name)
        url = f"sqlite:///{folder}/archive.sqlite3"
        archive.make(url, folder)
        wanted = [page for page in _pages(url, folder) if any(text in page.title for text in arguments.only)]
        with site(url, folder, name="site", cached=True) as server:
            found = look(f"http://127.0.0.1:{server.ports[0]}", wanted, arguments.node, folder)
            if not arguments.no_lighthouse:
                ask_lighthouse(f"http://127.0.0.1:{server.ports[0]}", found, arguments.node, held)
    text = report.told(found, held, versions)
    print(text)
    if arguments.write:
        arguments.write.write_text(text, encoding="utf-8")
    if arguments.short:
        short = report.put_between(arguments.short.read_text(encoding="utf-8"), report.in_short(found, held))
        arguments.short.write_text(short, encoding="utf-8")
    return 1 if findings.below(found, held) else 0


def look(base: str, pages: Sequence[Page], node: Path, folder: Path) -> list[Finding]:
    """Open each page in the browser and have its markup judged."""
    with browser.chromium() as opened:
        found = [_seen(opened, base, page, node) for page in tqdm(pages, unit=" pages", disable=None, leave=False)]
    files = {}
    for number, one in enumerate(found):
        files[number] = folder / f"{number}.html"
        files[number].write_bytes(one.seen.html)
    valid = checkers.html_validate(node, list(files.values()))
    nu = checkers.nu(node, list(files.values()))
    for number, one in enumerate(found):
        one.html_validate, one.nu = valid[files[number]], nu[files[number]]
    return found


def ask_lighthouse(base: str, found: Sequence[Finding], node: Path, held: Marks) -> None:
    """Let Lighthouse measure each page that is there, one at a time."""
    for one in tqdm([one for one in found if one.page.status == 200], unit=" pages", disable=None, leave=False):
        one.scores, one.failed = checkers.lighthouse(node, base + one.page.path, held["lighthouse"])


def _seen(opened: Browser, base: str, page: Page, node: Path) -> Finding:
    return Finding(page, browser.look(opened, base, page.path, checkers.axe(node)))


def _pages(url: str, folder: Path) -> list[Page]:
    """Set Django up on the archive, which it is only once in a process, and return the pages to look at."""
    os.environ |= {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "diplomacy.settings", "VAR_DIR": str(folder)}
    import django  # noqa: PLC0415 - the settings read the environment once

    django.setup()
    from audit.addresses import pages  # noqa: PLC0415

    return pages()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m audit", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--write", type=Path, metavar="FILE", help="where the table is kept")
    parser.add_argument(
        "--short", type=Path, metavar="FILE", help="where the worst figures are kept, between two marks"
    )
    parser.add_argument("--no-lighthouse", action="store_true", help="leave out what takes long")
    parser.add_argument("--only", action="append", metavar="TEXT", help="pages whose name holds this")
    parser.add_argument("--node", type=Path, default=NODE, metavar="FOLDER", help="where the npm packages are")
    arguments = parser.parse_args()
    arguments.only = arguments.only or [""]
    return arguments


if __name__ == "__main__":
    sys.exit(main())
