"""A first view is light: few files, few bytes, all from this site, and no script between a reader and the words."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Browser, Page

from macros.axe import KINDS
from tests.conftest import Built
from tests.sheet_page import context_of

MOST_BYTES = 90_000  # compressed as servers compress, fonts among them
MOST_FILES = 13
ALL_PAGES = "print_page/"  # the whole toolkit on one page, for those who ask for it
# A slow 3G line and a slow phone, as Lighthouse had them: https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 400_000 / 8, "uploadThroughput": 400_000 / 8}
SLOWER = 4


def first_view(page: Page, address: str) -> dict[str, int]:
    """Every file that a first visit asks for before anything is pressed, with its compressed size in bytes."""
    found: dict[str, int] = {}

    def came(response: object) -> None:
        body = response.body()  # type: ignore[attr-defined]
        url: str = response.url  # type: ignore[attr-defined]
        found[url] = len(body) if url.endswith((".woff2", ".png")) else len(gzip.compress(body, 6))

    page.on("response", came)
    page.goto(address, wait_until="networkidle")
    return found


def too_heavy(files: dict[str, int], own: str) -> list[str]:
    """What is wrong with a first view, in words."""
    faults = [f"{url} is of another site" for url in files if not url.startswith(own)]
    if len(files) > MOST_FILES:
        faults.append(f"{len(files)} files")
    if sum(files.values()) > MOST_BYTES:
        faults.append(f"{sum(files.values())} bytes")
    return faults


@pytest.mark.parametrize("path", [path for path in KINDS if path != ALL_PAGES])
def test_a_first_view_is_light(browser: Browser, quick_address: str, path: str) -> None:
    with context_of(browser, viewport={"width": 390, "height": 844}) as context:
        files = first_view(context.new_page(), quick_address + path)
    assert too_heavy(files, quick_address) == [], files


def test_every_page_is_light_by_itself(quick: Built) -> None:
    """All pages of a kind load the same files; what differs is their own text."""
    sizes = {page: len(gzip.compress(page.read_bytes(), 6)) for page in quick.pages if page.parent.name != "print_page"}

    assert max(sizes.values()) < 20_000, max(sizes, key=lambda page: sizes[page])


@pytest.mark.parametrize("path", ["", "focus/choose-the-community/", "worksheets/partner-map/", "pick/"])
def test_words_are_there_before_any_script(browser: Browser, quick_address: str, path: str) -> None:
    with context_of(browser, viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        page.route("**/*.js", lambda route: None)  # scripts that never come
        page.goto(quick_address + path, wait_until="commit")
        page.locator("h1").wait_for()
        largest = """new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().at(-1).size))
            .observe({ type: "largest-contentful-paint", buffered: true }))"""
        assert page.evaluate(largest) > 0


@pytest.mark.parametrize("path", ["", "focus/choose-the-community/"])
def test_a_page_is_read_at_once_on_a_slow_line_and_phone(browser: Browser, quick_address: str, path: str) -> None:
    """Words are on the screen while nothing but the page and its styles have come: not one script, not one font."""
    with context_of(browser, viewport={"width": 390, "height": 844}) as context:
        context.set_default_timeout(60_000)
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.goto(quick_address + path, wait_until="load")
        painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
        ended = """[...performance.getEntriesByType('resource')].filter((one) => /\\.(js|woff2)$/.test(one.name))
            .map((one) => one.responseEnd)"""
        last = max(page.evaluate(ended))
    assert painted < last


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({f"http://own/{n}": 1 for n in range(14)}, "14 files"),
        ({"http://own/": 90_001}, "90001 bytes"),
        ({"http://own/": 1, "https://elsewhere/x.css": 1}, "https://elsewhere/x.css is of another site"),
    ],
)
def test_a_heavy_view_is_found(files: dict[str, int], told: str) -> None:
    assert too_heavy(files, "http://own/") == [told]
