"""Each kind of page, in each way in which a reader may look at it: nothing is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from macros.quality.axe import paths
from tests.support.accessibility import KINDS, SIZES, go
from tests.support.accessibility.looks import Faults, Look, look_through, same_window
from tests.support.builds import Built

# A look is asked what may differ in it: room in each width, colours in each scheme.
# axe takes longest to measure contrast. `test_design_system` sees every pair of colours on every kind of page, and
# `make accessibility` has axe measure all pages: here a few show that both agree.
FEW = KINDS[::4]
REST = frozenset(KINDS) - set(FEW)
LOOKS = {
    "wide": Look(
        1280,
        900,
        ("axe without contrast", "contrast", "landmarks", "motion", "forms", "targets", "focus", "spacing"),
        skips={"contrast": REST},
    ),
    # Both widths are looked at in light, and the narrow one in dark.
    "wide dark": Look(1280, 900, ("focus",), {"color_scheme": "dark"}, skips={"focus": REST}),
    "wide forced dark": Look(1280, 900, ("focus",), {"forced_colors": "active", "color_scheme": "dark"}),
    "narrow": Look(390, SIZES[390], ("axe without contrast", "landmarks", "targets", "focus", "spacing")),
    "narrow dark": Look(390, SIZES[390], ("contrast", "focus"), {"color_scheme": "dark"}, skips={"contrast": REST}),
    "narrow forced": Look(390, SIZES[390], ("focus",), {"forced_colors": "active"}),
    "small": Look(320, 640, ("spacing",)),
}


@pytest.fixture(scope="module")
def faults(browser: Browser, quick_address: str) -> Callable[[str], Faults]:
    """What is wrong in a look. Each page is opened once in each window."""

    def open_kind(path: str, page: Page, site: str) -> None:
        go(page, site + path)

    @cache
    def seen(names: tuple[str, ...]) -> dict[str, Faults]:
        looks = {name: LOOKS[name] for name in names}
        return look_through(looks, browser, quick_address, {path: partial(open_kind, path) for path in KINDS})

    return lambda name: seen(tuple(same_window(LOOKS, name)))[name]


@pytest.mark.parametrize(("look", "ask"), [(name, ask) for name, look in LOOKS.items() for ask in look.asks])
def test_nothing_is_wrong_with_any_kind_of_page(faults: Callable[[str], Faults], look: str, ask: str) -> None:
    assert faults(look)[ask] == {}


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
