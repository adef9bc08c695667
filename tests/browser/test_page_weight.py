"""A first view is light: few files, few bytes, all from this site, and no script between a reader and the words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from benchmarks.compressed import Compressed
from macros.quality.sample_pages import SAMPLE_PAGES
from macros.quality.web_server import served
from tests.conftest import Built
from tests.support.contexts import context_of
from tests.support.page_weight import (
    FONTS,
    MOST_BYTES,
    MOST_OF_A_PAGE,
    WELSH,
    first_asked,
    first_files,
    sent,
    too_heavy,
    weight,
)
from tests.support.settling import until_so

ALL_PAGES = "print_page"  # let off: it is the whole toolkit on one page, for those who ask for it
SHOWN = ["", "focus/choose-the-community/", "worksheets/partner-map/", "pick/"]
PHONE: Any = {"viewport": {"width": 390, "height": 844}}
# A slow 3G line and a slow phone, as Lighthouse had them: https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
SLOW: Any = {"offline": False, "latency": 400, "downloadThroughput": 400_000 / 8, "uploadThroughput": 400_000 / 8}
SLOWER = 4
TRIES = 5
AT_ONCE = 2  # first words come within twice the time that the line needs for the page and its styles

# Of the largest thing that is painted: what it is, how it begins, and how many pixels it has.
LARGEST = """new Promise((done) => new PerformanceObserver((list) => {
  const { element, size } = list.getEntries().at(-1);
  done([element.tagName, element.textContent.trim().slice(0, 60), size]);
}).observe({ type: "largest-contentful-paint", buffered: true }))"""
# When words were first painted, when the last style came that they wait for, and the scripts for which they wait.
PAINTED = """async () => {
  const words = await new Promise((done) => new PerformanceObserver((list) => {
    const [painted] = list.getEntriesByName('first-contentful-paint');
    if (painted) done(painted);
  }).observe({ type: 'paint', buffered: true }));
  const files = performance.getEntriesByType('resource');
  const waited = files.filter((file) => file.renderBlockingStatus === 'blocking');
  return { painted: words.startTime,
    styled: Math.max(0, ...waited.filter((file) => /\\.css$/.test(file.name)).map((file) => file.responseEnd)),
    scripts: waited.filter((file) => /\\.js$/.test(file.name)).map((file) => file.name) };
}"""


@pytest.fixture(scope="module")
def slow_address(quick: Built) -> Iterator[str]:
    """The site as hosts send it."""
    with served(quick.site, Compressed) as url:
        yield url


def waited(times: dict[str, Any]) -> list[str]:
    """For what the first words waited, other than the page and its styles; in words."""
    problems = [f"{script} comes before the words" for script in times["scripts"]]
    if times["painted"] > AT_ONCE * times["styled"]:
        problems.append(f"nothing was painted for {times['painted'] - times['styled']:.0f} ms after the last style")
    return problems


def test_each_kind_of_first_view_is_light(browser: Browser, quick: Built, quick_address: str) -> None:
    with context_of(browser, own=True, **PHONE) as context:
        tab = context.new_page()
        views = {path: first_asked(tab, quick_address + path) for path in SAMPLE_PAGES}
    wrong = {}
    for path, urls in views.items():
        # What every page is weighed by, below, leaves out nothing that a browser asks for.
        page = path if path.endswith(".html") else f"{path}index.html"
        asked = {page if url == quick_address + path else url.removeprefix(quick_address) for url in urls}
        # What the server sends is what stands there; what is of another site has an address of its own still.
        files = {
            file if ":" in file else quick_address + file: 0 if ":" in file else sent(quick.site / file)
            for file in asked
        }
        assert page in asked and {".css", ".js", ".woff2"} <= {Path(file).suffix for file in asked}, path
        if problems := [*too_heavy(files, quick_address), *(asked - first_files(quick.site, quick.site / page))]:
            wrong[path] = problems, files
    assert wrong == {}


def test_every_page_is_light_with_all_that_it_loads(quick: Built) -> None:
    """With letters for a Welsh name too, which another edition may have."""
    pages = {page: first_files(quick.site, page) for page in quick.pages if page.parent.name != ALL_PAGES}
    heavy = {page: most for page, files in pages.items() if (most := weight(quick.site, {*files, WELSH})) > MOST_BYTES}

    assert len(pages) > 100 and heavy == {}
    assert max(sent(page) for page in pages) < MOST_OF_A_PAGE


def test_the_largest_paint_is_the_same_without_any_script(browser: Browser, quick_address: str) -> None:
    with context_of(browser, own=True, **PHONE) as context, context_of(browser, own=True, **PHONE) as other:
        bare, whole = context.new_page(), other.new_page()
        bare.route("**/*.js", lambda route: None)  # scripts that never come
        for page in (bare, whole):  # or what is painted first, and may be larger, depends on which comes earlier
            page.route("**/*.woff2", lambda route: route.abort())
        for path in SHOWN:
            opened(bare, quick_address + path, "commit")
            opened(whole, quick_address + path, "networkidle")
            painted: list[Any] = []

            def is_same(painted: list[Any] = painted) -> bool:
                """A busy machine tells of a paint some time after it."""
                painted[:] = [bare.evaluate(LARGEST), whole.evaluate(LARGEST)]
                return bool(painted[0][:2] == painted[1][:2])

            until_so(whole, is_same)
            without, with_them = (size for _, _, size in painted)
            assert without > 0 and abs(without / with_them - 1) < 0.05, (path, painted)


def opened(page: Page, address: str, wait: Literal["commit", "networkidle"]) -> None:
    """Open a page, until its letters are there."""
    page.goto(address, wait_until=wait)
    page.locator("h1").wait_for()
    page.evaluate("document.fonts.ready.then(() => true)")


@pytest.mark.parametrize("path", SHOWN)
def test_a_page_is_read_at_once_on_a_slow_line_and_phone(browser: Browser, slow_address: str, path: str) -> None:
    """Words are on the screen as soon as the page and its styles have come: they wait for no script and no font.

    A page that waits does so each time. What a busy machine held up is looked at again.
    """
    tries = []
    for _ in range(TRIES):
        tries.append(painted_slowly(browser, slow_address + path))
        assert tries[-1]["styled"] > SLOW["latency"]
        if not waited(tries[-1]):
            return
    raise AssertionError(tries)


def painted_slowly(browser: Browser, address: str) -> dict[str, Any]:
    with context_of(browser, own=True, **PHONE) as context:
        context.set_default_timeout(60_000)
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW)
        page.goto(address, wait_until="commit")  # what comes after the words is not asked for
        # From the first letter of the page on, since the browser makes a phone slow by keeping a processor busy.
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        return dict(page.evaluate(PAINTED))


def test_a_script_that_stands_before_the_words_is_found(browser: Browser, quick: Built, quick_address: str) -> None:
    html = (quick.site / "about/index.html").read_text("utf-8")
    first = html.replace("</head>", '<script src="../assets/js/entries/pack-builder.js"></script></head>')
    with context_of(browser, own=True, **PHONE) as context:
        page = context.new_page()
        page.route("**/about/", lambda route: route.fulfill(body=first, content_type="text/html"))
        page.goto(quick_address + "about/", wait_until="load")
        times = page.evaluate(PAINTED)
    at_once = {**times, "painted": times["styled"]}  # this line is not slow, so that drawing takes longer than fetching
    assert [problem.rsplit("/", 1)[1] for problem in waited(at_once)] == ["pack-builder.js comes before the words"]
    late = {"painted": 9000, "styled": 2000, "scripts": []}
    assert waited(late) == ["nothing was painted for 7000 ms after the last style"]


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({f"http://own/{n}": 1 for n in range(14)}, "14 files"),
        ({"http://own/": MOST_BYTES + 1}, f"{MOST_BYTES + 1} bytes"),
        ({"http://own/": 1, "https://elsewhere/x.css": 1}, "https://elsewhere/x.css is of another site"),
    ],
)
def test_a_heavy_view_is_found(files: dict[str, int], told: str) -> None:
    assert too_heavy(files, "http://own/") == [told]


def test_a_page_that_loads_much_weighs_much(tmp_path: Path) -> None:
    (tmp_path / "assets/fonts").mkdir(parents=True)
    for kind in ("latin-400-normal", "latin-700-normal", "latin-ext-400-normal", "latin-ext-700-normal"):
        (tmp_path / f"{FONTS}{kind}.woff2").write_bytes(b"x" * 1000)
    (tmp_path / "a.png").write_bytes(b"x" * 70_000)
    page = tmp_path / "one" / "index.html"
    page.parent.mkdir()
    page.write_text('<img src="../a.png"><template><img src="../b.png"></template><p>Ŵ</p>', "utf-8")
    files = first_files(tmp_path, page)
    assert "a.png" in files and len(files) == 6
    assert 74_000 < weight(tmp_path, files) < 74_200
