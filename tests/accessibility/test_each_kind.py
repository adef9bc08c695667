"""Each kind of page, in each way in which a reader may look at it: nothing is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from macros.content.library import Library
from macros.quality.axe import paths
from tests.support.accessibility import KINDS, SIZES, go
from tests.support.accessibility.looks import Faults, Look, look_through
from tests.support.accessibility.pairs import odd_pairs
from tests.support.builds import ROOT, Built

# A look is asked what may differ in it: room in each width, colours in each scheme. So each control is given the focus
# in both widths, and in each scheme one of each kind, whose ring has the colours of all.
# axe takes longest to measure contrast. Every pair of colours that a kind of page shows is in the list that
# `test_design_system` measures, and `make accessibility` has axe measure all pages: a few show here that all agree, and
# the page that shows the design.
FEW = {"light": ["adopt/design/", *KINDS[::8]], "dark": ["adopt/design/", *KINDS[4::8]]}
REST = {scheme: frozenset(KINDS) - set(few) for scheme, few in FEW.items()}
WIDE_ASKS = (
    "pairs",
    "axe without colours",
    "links",
    "contrast",
    "landmarks",
    "motion",
    "forms",
    "targets",
    "focus",
    "spacing",
)
LOOKS = {
    "wide": Look(1280, 900, WIDE_ASKS, skips={"contrast": REST["light"]}),
    "wide dark": Look(1280, 900, ("pairs",), {"color_scheme": "dark"}),
    "wide forced dark": Look(1280, 900, ("focus of each kind",), {"forced_colors": "active", "color_scheme": "dark"}),
    "narrow": Look(390, SIZES[390], ("axe without colours", "landmarks", "targets", "focus", "spacing")),
    "narrow dark": Look(
        390,
        SIZES[390],
        ("contrast", "focus of each kind"),
        {"color_scheme": "dark"},
        skips={"contrast": REST["dark"]},
    ),
    "narrow forced": Look(390, SIZES[390], ("focus of each kind",), {"forced_colors": "active"}),
    "small": Look(320, 640, ("spacing",)),
}


@pytest.fixture(scope="module")
def faults(browser: Browser, quick_address: str) -> dict[str, Faults]:
    """What is wrong in each look. Each page is opened once, and its window made smaller."""

    def open_kind(path: str, page: Page, site: str) -> None:
        go(page, site + path)

    return look_through(LOOKS, browser, quick_address, {path: partial(open_kind, path) for path in KINDS})


QUESTIONS = [(name, ask) for name, look in LOOKS.items() for ask in look.asks if ask != "pairs"]


@pytest.mark.parametrize(("look", "ask"), QUESTIONS)
def test_nothing_is_wrong_with_any_kind_of_page(faults: dict[str, Faults], look: str, ask: str) -> None:
    assert faults[look][ask] == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_pair_of_colours_that_pages_show_is_in_the_list(
    faults: dict[str, Faults], library: Library, scheme: Literal["light", "dark"]
) -> None:
    seen = faults["wide" if scheme == "light" else "wide dark"]["pairs"]

    assert set(seen) == set(KINDS) and odd_pairs(seen, library.edition.look, scheme) == {}


def test_a_pair_that_is_not_in_the_list_is_told_with_its_page(library: Library) -> None:
    seen = {"x/": ["rgb(1, 2, 3) on rgb(4, 5, 6)"], "y/": ["rgb(0, 0, 0) on rgb(0, 0, 1)"]}

    assert {page_and_names[0] for page_and_names in odd_pairs(seen, library.edition.look, "light").values()} == {
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
