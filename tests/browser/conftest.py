"""Real pages in a real browser; skipped in one line where there is none."""

import os
from pathlib import Path

import pytest

CHROMIUM = Path("/usr/bin/chromium")
SWITCHES = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]

try:
    from playwright.sync_api import sync_playwright
except ImportError:
    sync_playwright = None


@pytest.fixture(scope="package")  # closed before other tests run: it changes the environment
def browser():
    if sync_playwright is None or not CHROMIUM.exists():
        pytest.skip("install Debian's chromium and the Python package playwright to run the browser tests")
    # Playwright keeps an event loop in this thread, in which Django would refuse to touch the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=SWITCHES)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def site(live_server, call):
    """The address of a site that shows the small archive."""
    return live_server.url


@pytest.fixture
def visit(browser, site):
    """Open an address of the site in a new window; what the browser complains about fails the test."""
    contexts, complaints = [], []

    def note(message):
        if message.type == "error" and "the server responded with a status" not in message.text:
            complaints.append(message.text)

    def open_page(address, **options):
        contexts.append(browser.new_context(**({"viewport": {"width": 1280, "height": 900}} | options)))
        shown = contexts[-1].new_page()
        shown.set_default_timeout(10_000)
        shown.on("console", note)
        shown.goto(site + address)
        return shown

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
