"""Looks for faults of accessibility on a built site's pages: axe-core, in the system's Chromium.

Needs the test group's packages. The tests and the accessibility statement rest on the same look.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import axe_playwright_python
from playwright.sync_api import Browser, BrowserType, Page, sync_playwright

from macros.quality.sample_pages import SAMPLE_PAGES
from macros.quality.web_server import served

AXE_SCRIPT = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
RUN = """(options) => axe.run(document, options).then(({violations}) =>
  violations.map(({id, nodes}) => `${id}: ${nodes[0].html.slice(0, 120)}`))"""
LEADS_ON = '<meta http-equiv="refresh"'
SCREEN_SIZES = {390: 844, 1280: 900}
# Debian's Chromium without windows is first: it takes half the time to open a page.
CHROMIUM_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


@contextmanager
def chromium() -> Iterator[Browser]:  # pragma: no cover: run in the unmeasured browser tests
    """The system's Chromium, while the block runs."""
    with sync_playwright() as play:
        browser = started(play.chromium)
        yield browser
        browser.close()


def started(kind: BrowserType, *more: str) -> Browser:  # pragma: no cover: run in the unmeasured browser tests
    """The system's Chromium, with ``more`` than what keeps it quiet."""
    program = next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), None)
    assert program, "no Chromium: run `make test`, which installs one"
    return kind.launch(executable_path=program, args=[*QUIET, *more])


def version() -> str:
    """Which axe-core it is, such as "axe-core 4.12.1"."""
    number = re.search(r"axe v(\d+\.\d+\.\d+)", AXE_SCRIPT[:200])
    assert number, "axe-core does not say its version"
    return f"axe-core {number[1]}"


def paths(site: Path) -> list[str]:
    """The address of every page inside ``site`` that stays: an old address that leads on at once is none."""
    return [
        page.relative_to(site).as_posix().removesuffix("index.html")
        for page in sorted(site.rglob("*.html"))
        if LEADS_ON not in page.read_text("utf-8")
    ]


def violations(page: Page, contrast: bool = True) -> list[str]:  # pragma: no cover: run in the unmeasured browser tests
    """What axe finds on an open page, in a line each; ``contrast`` may be left out.

    On the page of all pages it never measures contrast: it would take minutes, and each of its parts is measured on
    its own page.
    """
    add_axe(page)
    return list(page.evaluate(RUN, options(contrast and not page.url.endswith("print_page/"))))


def add_axe(page: Page) -> None:  # pragma: no cover: run in the unmeasured browser tests
    """Give axe to the open page, if it has not got it yet."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(f"{AXE_SCRIPT}; 0")


def options(contrast: bool) -> dict[str, Any]:  # pragma: no cover: run in the unmeasured browser tests
    """How axe is to look: what passes is not told in full, which would take four times as long."""
    return {"rules": {"color-contrast": {"enabled": contrast}}, "resultTypes": ["violations"]}


def look(  # pragma: no cover: run in the unmeasured browser tests
    browser: Browser, address: str, pages: list[str], width: int, scheme: Literal["light", "dark"]
) -> list[str]:
    """What axe finds on ``pages`` of the site at ``address``, in a window of that width; a line each, with the page."""
    context = browser.new_context(viewport={"width": width, "height": SCREEN_SIZES[width]}, color_scheme=scheme)
    page = context.new_page()
    lines: list[str] = []
    for path in pages:
        page.goto(address + path)
        lines += [f"{path or 'home'}: {line}" for line in violations(page)]
    context.close()
    return lines


def look_at_all(site: Path) -> tuple[int, list[str]]:  # pragma: no cover: run in the unmeasured browser tests
    """Look at every page of ``site`` wide and light, and narrow and dark; at each kind in the two other ways too.

    Returns how many pages there are, and what was found.
    """
    every = paths(site)
    kinds = [path for path in SAMPLE_PAGES if path in every]
    with served(site) as address, chromium() as browser:
        lines = look(browser, address, every, 1280, "light") + look(browser, address, every, 390, "dark")
        lines += look(browser, address, kinds, 1280, "dark") + look(browser, address, kinds, 390, "light")
    return len(every), list(dict.fromkeys(lines))
