"""axe finds nothing where test_browser does not look: forced colours, what a reader opens, and what prints."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from macros.quality.axe import violations
from tests.support.accessibility import KINDS, PICKED, go, opened
from tests.support.accessibility.scenes import SCENES

LOOKS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active", "color_scheme": "dark"},
}


def test_axe_finds_nothing_in_forced_colours(browser: Browser, quick_address: str) -> None:
    """Contrast is not asked: the colours are the reader's own."""
    told = {}
    with opened(browser, **LOOKS["forced colours"]) as page:
        for path in KINDS:
            go(page, quick_address + path)
            if lines := violations(page, contrast=False):
                told[path or "home"] = lines
    assert told == {}


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_in_what_a_reader_opens(browser: Browser, quick_address: str, look: str) -> None:
    told = {}
    with opened(browser, 390, 844, **LOOKS[look]) as page:
        for name, scene in SCENES.items():
            scene(page, quick_address)
            if lines := violations(page, contrast=look != "forced colours"):
                told[name] = lines
    assert told == {}


def test_axe_finds_nothing_on_what_prints(browser: Browser, quick_address: str) -> None:
    told = {}
    with opened(browser) as page:
        page.emulate_media(media="print")
        for path in ("focus/choose-the-community/", "worksheets/partner-map/", "checklists/", PICKED):
            go(page, quick_address + path)
            if lines := violations(page):
                told[path] = lines
    assert told == {}
