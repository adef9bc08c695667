"""Each kind of page, in each way in which a reader may look at it: nothing is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page

from macros.content.library import Library
from macros.quality.axe import paths
from tests.support.accessibility import KINDS, SIZES, SMALL, found, go, opened
from tests.support.accessibility.looks import Faults, Look, look_through
from tests.support.accessibility.pairs import odd_pairs
from tests.support.builds import ROOT, Built
from tests.support.unpainted import hurried

# A look is asked what may differ in it: room in each width, colours in each scheme. So each control is given the focus
# in both widths, and in each scheme one of each kind, whose ring has the colours of all.
# axe takes longest to measure contrast. Every pair of colours that a kind of page shows is in the list that
# `test_design_system` measures, and `make accessibility` has axe measure all pages: a few show here that all agree, and
# the page that shows the design.
FEW = {"light": ["adopt/design/", *KINDS[::8]], "dark": ["adopt/design/", *KINDS[4::8]]}
REST = {scheme: frozenset(KINDS) - set(few) for scheme, few in FEW.items()}
WIDE_ASKS = (
    "kept",
    "axe without colours",
    "links",
    "contrast",
    "pairs",
    "landmarks",
    "motion",
    "forms",
    "targets",
    "focus",
    "spacing",
)
NARROW_ASKS = ("axe without colours", "links", "landmarks", "targets", "focus", "spacing")
DARK, FORCED, FORCED_DARK = (
    {"color_scheme": "dark"},
    {"forced_colors": "active"},
    {"forced_colors": "active", "color_scheme": "dark"},
)
LOOKS = {
    "wide": Look(1280, 900, WIDE_ASKS, skips={"contrast": REST["light"]}),
    "wide dark": Look(1280, 900, ("pairs", "focus of each kind"), DARK),
    "wide forced dark": Look(1280, 900, ("focus of each kind",), FORCED_DARK),
    "wide forced": Look(1280, 900, ("focus of each kind",), FORCED),
    "narrow": Look(390, SIZES[390], NARROW_ASKS),
    "narrow dark": Look(390, SIZES[390], ("contrast", "focus of each kind"), DARK, skips={"contrast": REST["dark"]}),
    "narrow forced dark": Look(390, SIZES[390], ("focus of each kind",), FORCED_DARK),
    "narrow forced": Look(390, SIZES[390], ("focus of each kind",), FORCED),
    "small": Look(*SMALL, ("spacing", "reflow")),
}


@dataclass
class Seen:
    """What is wrong in each look, and what the browser fetched."""

    faults: dict[str, Faults]
    requests: set[str]


@pytest.fixture(scope="module")
def seen(browser: Browser, quick_address: str) -> Seen:
    """Each page is opened once, and its window made smaller."""
    requests: set[str] = set()

    def open_kind(path: str, page: Page, site: str) -> None:
        if path == KINDS[0]:
            page.on("request", lambda request: requests.add(request.url))
        go(page, site + path)

    pages = {path: partial(open_kind, path) for path in KINDS}
    with hurried(browser) as other:
        return Seen(look_through(LOOKS, other, quick_address, pages), requests)


QUESTIONS = [(name, ask) for name, look in LOOKS.items() for ask in look.asks if ask != "pairs"]


@pytest.mark.parametrize(("look", "ask"), QUESTIONS)
def test_nothing_is_wrong_with_any_kind_of_page(seen: Seen, look: str, ask: str) -> None:
    """Nor is anything kept before a reader does something: so the statements say it."""
    assert seen.faults[look][ask] == {}


def test_what_a_page_keeps_is_found(browser: Browser, quick_address: str) -> None:
    with opened(browser) as page:
        page.goto(quick_address)
        page.evaluate("localStorage.a = sessionStorage.b = 1; document.cookie = 'c=1'")

        assert found(page, "kept") == ["a", "b", "c=1"]


def test_no_script_asks_another_site(seen: Seen, quick: Built, quick_address: str) -> None:
    """These pages together have all scripts of the site; what pages show without them, `test_every_page` asks."""
    scripts = {
        urljoin(quick_address + path, source)
        for path in paths(quick.site)
        for source in re.findall(
            r"<script\b[^>]*\ssrc=[\"']?([^\"'\s>]+)", file_of(quick.site, path).read_text("utf-8")
        )
    }

    assert len(scripts) > 5 and scripts <= seen.requests
    assert [url for url in seen.requests if not url.startswith((quick_address, "data:"))] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_pair_of_colours_that_pages_show_is_in_the_list(
    seen: Seen, library: Library, scheme: Literal["light", "dark"]
) -> None:
    pairs = seen.faults["wide" if scheme == "light" else "wide dark"]["pairs"]

    assert set(pairs) == set(KINDS) and odd_pairs(pairs, library.edition.look, scheme) == {}


def test_a_pair_that_is_not_in_the_list_is_told_with_its_page(library: Library) -> None:
    pairs = {"x/": ["rgb(1, 2, 3) on rgb(4, 5, 6)"], "y/": ["rgb(0, 0, 0) on rgb(0, 0, 1)"]}

    assert {page_and_names[0] for page_and_names in odd_pairs(pairs, library.edition.look, "light").values()} == {
        "x/",
        "y/",
    }


# What a script may ask of the window. One that asks when a page comes would have to be looked at in each width anew.
ASKS_OF_THE_WINDOW = re.compile(r"\b(?:innerWidth|innerHeight|outerWidth|visualViewport|screen\.width|-width:)")
WHEN_IT_IS_USED = {"suggestions.js"}  # they are placed when a reader opens them


def test_no_script_asks_for_the_window_when_a_page_comes() -> None:
    """Else a page that came in a wide window might be another when it is made narrow."""
    scripts = [path for path in (ROOT / "overrides/assets/js").rglob("*.js") if "vendor" not in path.parts]
    asking = {path.name for path in scripts if ASKS_OF_THE_WINDOW.search(path.read_text("utf-8"))}

    assert len(scripts) > 40 and asking == WHEN_IT_IS_USED


def file_of(site: Path, path: str) -> Path:
    path = path.partition("?")[0]
    return site / (path if path.endswith(".html") else f"{path}index.html")


WIDTH = re.compile(r"col-\d+")  # how wide a column is, and no part of its own


def lacking(site: Path, kinds: Iterable[str], pages: Iterable[str]) -> dict[str, str]:
    """Classes that are on one of ``pages`` and on none of ``kinds``, each with a page that has it."""

    def classes(path: str) -> set[str]:
        names = " ".join(re.findall(r'class="([^"]*)"', file_of(site, path).read_text("utf-8"))).split()
        return {name for name in names if not WIDTH.fullmatch(name)}

    known = {name for path in kinds for name in classes(path)}
    return {name: path for path in pages for name in classes(path) - known}


def test_the_kinds_of_page_hold_every_part_that_the_site_has(quick: Built) -> None:
    """But the page of all pages, which has a look of its own: `test_every_page` opens it."""
    assert lacking(quick.site, KINDS, [path for path in paths(quick.site) if path != "print_page/"]) == {}


def test_a_part_that_no_kind_of_page_holds_is_found(tmp_path: Path) -> None:
    for path, html in (("", "<p class='x' class=\"a b\">"), ("more/", '<p class="a"><p class="b c">')):
        (tmp_path / path).mkdir(exist_ok=True)
        (tmp_path / path / "index.html").write_text(html, "utf-8")

    assert lacking(tmp_path, [""], ["", "more/"]) == {"c": "more/"}
