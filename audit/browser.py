"""What a browser shows of a page: its weight, what it asks for, what axe finds, what stands in the console."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Request as Asked

CHROMIUM = "/usr/bin/chromium"
SWITCHES = [
    "--no-sandbox",  # which root in a container does not have
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WINDOWS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 900}},
    "phone": {"color_scheme": "light", "viewport": {"width": 390, "height": 844}},
}
PATIENCE = 120_000  # milliseconds until a page must have come, on a machine with other things to do
NARROW = {"width": 320, "height": 640}
# Without being asked, axe leaves out what WCAG 2.2 added.
RULES = "{resultTypes: ['violations'], rules: {'target-size': {enabled: true}}}"
FAULTS = f"axe.run(document, {RULES}).then(r => r.violations.map(v => [v.id, v.nodes[0].target.join(' ')]))"
TOO_WIDE = "Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"


@dataclass
class Seen:
    """What was seen of one page; faults are sentences."""

    status: int
    html: bytes
    compressed: int  # bytes of the page as it is sent
    requests: int = 0
    transferred: int = 0  # bytes of all answers, headers included
    elsewhere: list[str] = field(default_factory=list)
    axe: dict[str, list[str]] = field(default_factory=dict)  # by window
    console: list[str] = field(default_factory=list)
    sideways: int = 0


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run the distribution's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield browser
        browser.close()


def look(browser: Browser, base: str, path: str, axe: Path) -> Seen:
    """Open a page in each window, as a reader who comes for the first time, and return what was seen."""
    seen = _fetched(base + path)
    script = axe.read_text(encoding="utf-8")
    noise: set[str] = set()
    for name, options in WINDOWS.items():
        context = browser.new_context(**options)
        shown = context.new_page()
        shown.set_default_timeout(PATIENCE)
        asked: list[Asked] = []
        shown.on("requestfinished", lambda request, asked=asked: asked.append(request))
        shown.on("requestfailed", lambda request: noise.add(f"failed: {request.url}"))
        shown.on("pageerror", lambda error: noise.add(str(error)[:200]))
        shown.on("console", lambda said: noise.add(said.text[:200]) if said.type == "error" else None)
        shown.goto(base + path, wait_until="load")
        if not seen.requests:
            _weigh(seen, asked, base)
        shown.evaluate(script)  # from outside the page: its policy lets no script in but its own
        seen.axe[name] = [f"{rule} at {where}" for rule, where in shown.evaluate(FAULTS)]
        if name == "phone":
            shown.set_viewport_size(NARROW)  # type: ignore[arg-type]
            seen.sideways = int(shown.evaluate(TOO_WIDE))
        context.close()
    told = "the server responded with a status of"  # of a page that is expected not to be there
    seen.console = sorted(said for said in noise if not (seen.status >= 400 and told in said))
    return seen


def _weigh(seen: Seen, asked: list[Asked], base: str) -> None:
    over_the_wire = [request for request in asked if request.url.startswith("http")]
    sizes = [request.sizes() for request in over_the_wire]
    seen.requests = len(over_the_wire)
    seen.transferred = sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)
    seen.elsewhere = [request.url for request in over_the_wire if not request.url.startswith(base)]


def _fetched(url: str) -> Seen:
    """Ask for a page compressed, as browsers do; after a redirect the last answer counts."""
    request = Request(url, headers={"Accept-Encoding": "gzip", "Accept": "text/html,*/*"})  # noqa: S310 - our own site
    try:
        with urlopen(request, timeout=60) as answer:  # noqa: S310
            return _measured(answer)
    except HTTPError as answer:
        return _measured(answer)


def _measured(answer: Any) -> Seen:
    body = answer.read()
    packed = answer.headers.get("Content-Encoding") == "gzip"
    return Seen(answer.status, gzip.decompress(body) if packed else body, len(body))
