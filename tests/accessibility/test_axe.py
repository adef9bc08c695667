"""axe finds nothing on what prints: on the screen, `test_each_kind` and `test_each_scene` ask it."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.support.accessibility import PICKED, go, opened
from tests.support.accessibility.asks import faults_of

ASKS = ("axe without colours", "links", "contrast")
STEP, SHEET = "focus/choose-the-community/", "worksheets/partner-map/"
COLOURS_ELSEWHERE = ("checklists/", PICKED)  # made of what a step and a worksheet are made of


def test_axe_finds_nothing_on_what_prints(browser: Browser, quick_address: str) -> None:
    faults = {}
    with opened(browser) as page:
        page.emulate_media(media="print")
        for path in (STEP, SHEET, *COLOURS_ELSEWHERE):
            go(page, quick_address + path)
            for ask in ASKS[: 2 if path in COLOURS_ELSEWHERE else 3]:
                if lines := faults_of(page, ask):
                    faults[path, ask] = lines
    assert faults == {}
