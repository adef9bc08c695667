"""The picture on a worksheet's own page: drawn by the script that is sent, under the policy, of what is typed."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, expect

from tests.support.contexts import context_of
from tests.support.worksheet_page import box, opened

LIVE = "form figure .picture__canvas svg"
TYPED = 'Tom & <b onclick="x">Mary</b>'


def test_a_picture_is_drawn_on_the_page_of_what_is_typed_and_breaks_no_policy(
    browser: Browser, quick_address: str
) -> None:
    broken: list[str] = []
    with context_of(browser, own=True) as context:
        context.on("console", lambda line: broken.append(line.text) if line.type == "error" else None)
        page = opened(context, quick_address, "community-chooser")
        expect(page.locator(".picture__hint")).to_be_visible()
        box(page, "scores.1.community_name").press_sequentially(TYPED)
        for column in ("reach", "readiness", "benefit"):
            box(page, f"scores.1.{column}").select_option("3")
        drawn = page.locator(LIVE)
        expect(drawn).to_contain_text(TYPED)
        expect(page.locator(".picture__hint")).to_be_hidden()
        expect(drawn).to_have_accessible_name(re.compile(f"{re.escape(TYPED)} 9 of 15"))
        assert page.locator(f"{LIVE} b").count() == 0
        bar = page.locator(f"{LIVE} .picture__bar").bounding_box()
        assert bar and bar["width"] > 20 and bar["height"] > 5
    assert broken == []
