"""What was typed on a worksheet's page survives a crash of its tab.

In a file of its own, since Chromium may run all tabs of a site in one process: a tab that stays open would crash too.
"""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.support.contexts import context_of
from tests.support.crashed_tab import CrashedTab
from tests.support.worksheet_page import box, opened


def test_a_tab_that_crashed_has_every_letter_after_a_reload(browser: Browser, quick_address: str) -> None:
    value = "document.querySelector('form [name={}]')?.value"
    with context_of(browser, own=True) as context:
        page, beside = opened(context, quick_address, "partner-map"), context.new_page()
        box(page, "community").press_sequentially("Llŷr")
        box(page, "missing").press_sequentially("Ŵ")
        tab = CrashedTab(browser, page, beside)
        tab.reload()
        tab.wait_for(value.format("community"), "Llŷr")
        tab.wait_for(value.format("missing"), "Ŵ")
