"""axe finds nothing on what prints: on the screen, `test_each_kind` and `test_each_scene` ask it."""

from __future__ import annotations

from playwright.sync_api import Browser

from macros.quality.axe import violations
from tests.support.accessibility import PICKED, go, opened


def test_axe_finds_nothing_on_what_prints(browser: Browser, quick_address: str) -> None:
    told = {}
    with opened(browser) as page:
        page.emulate_media(media="print")
        for path in ("focus/choose-the-community/", "worksheets/partner-map/", "checklists/", PICKED):
            go(page, quick_address + path)
            if lines := violations(page):
                told[path] = lines
    assert told == {}
