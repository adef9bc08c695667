"""A worksheet that had another id: what readers kept of it, and their files, follow it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Built
from tests.support.contexts import context_of
from tests.support.worksheet_page import box, kept, load

OWN, EARLIER = "asset-map", ["old-map", "map"]
KEPT = '{"format":1,"values":{"community":{"value":"%s","at":5}},"rows":{}}'


@pytest.fixture
def page(quick: Built, quick_address: str, browser: Browser) -> Iterator[Page]:
    """The asset map's page, as it would be if the worksheet had had other ids before."""
    html = (quick.site / f"worksheets/{OWN}/index.html").read_text("utf-8")
    renamed = html.replace(f'data-worksheet="{OWN}"', f'data-worksheet="{OWN}" data-earlier="{" ".join(EARLIER)}"')
    assert renamed != html
    with context_of(browser) as context:
        opened = context.new_page()
        opened.route(f"**/{OWN}/", lambda route: route.fulfill(body=renamed, content_type="text/html"))
        opened.goto(f"{quick_address}worksheets/{OWN}/")
        opened.locator("[data-tools]").wait_for()
        yield opened


def put(page: Page, name: str, value: str) -> str:
    """Keep ``value`` as the community, as the worksheet called ``name`` would; returns its key."""
    key = "worksheet:" + page.evaluate("new URL('../../', location).pathname") + f":{name}"
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, KEPT % value])
    return str(key)


@pytest.mark.parametrize("old", EARLIER)
def test_answers_kept_under_an_earlier_id_are_shown_and_kept_under_its_own(page: Page, old: str) -> None:
    earlier = put(page, old, "Carers")
    page.reload()

    expect(box(page, "community")).to_have_value("Carers")
    assert list(kept(page)) == [earlier.replace(f":{old}", f":{OWN}")]


def test_what_is_kept_under_its_own_id_wins_and_the_earlier_stays(page: Page) -> None:
    put(page, OWN, "Newer")
    earlier = put(page, "map", "Carers")
    page.reload()

    expect(box(page, "community")).to_have_value("Newer")
    assert kept(page)[earlier] == KEPT % "Carers"


def test_a_file_from_before_it_was_renamed_loads_and_one_of_another_worksheet_does_not(page: Page) -> None:
    load(page, {"worksheet": "map", "version": 1, "answers": {"community": "Carers"}, "rows": {}})
    expect(box(page, "community")).to_have_value("Carers")

    load(page, {"worksheet": "persona", "version": 1, "answers": {"community": "Others"}, "rows": {}})
    expect(page.locator("[data-status]")).to_contain_text("another worksheet")
    assert box(page, "community").input_value() == "Carers"
