"""A pack in the site that opens from a folder: no address in it names the reader's own disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, BrowserContext, Page

from macros.content.library import Library
from tests.conftest import ADDRESS, Built
from tests.support.at_once import checked
from tests.support.contexts import context_of
from tests.support.offline import unpack
from tests.support.pack_builder_page import CHOICE, NAMES, PARTNERS, lines, opened, press, tick
from tests.support.worksheet_page import until

CANONICAL = re.compile(r'<link rel="canonical"[^>]*>')


@pytest.fixture(scope="module")
def folder(quick: Built, library: Library, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the unpacked .zip. Its ``pick/bare.html`` is as where nobody has said where the site is."""
    to = tmp_path_factory.mktemp("folder")
    unpacked = unpack(quick.site, library, to)
    bare, replaced = CANONICAL.subn("", (unpacked / "pick/index.html").read_text("utf-8"))
    assert replaced == 1
    (unpacked / "pick/bare.html").write_text(bare, "utf-8")
    return Path(unpacked).as_uri() + "/"


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    with context_of(browser, own=True, offline=True) as offline:
        yield offline


def printed(page: Page) -> BeautifulSoup:
    press(page, "Print this pack")
    until(page, "Boolean(window.printed)")
    return BeautifulSoup(page.evaluate("window.printed.outerHTML"), "lxml")


def test_a_pack_in_a_folder_has_the_address_that_it_has_on_the_site(context: BrowserContext, folder: str) -> None:
    page = opened(context, folder, CHOICE, "pick/index.html")
    assert page.locator("[data-link]").input_value() == f"{ADDRESS}pick/{CHOICE}"
    paper = printed(page)
    assert paper.select_one(".paper__address").get_text() == f"{ADDRESS}pick/{CHOICE}"  # type: ignore[union-attr]
    assert [str(link) for link in paper.select('a[href^="file:"]')] == []
    checked(tick(page, PARTNERS), False)
    assert page.locator("[data-link]").input_value() == f"{ADDRESS}pick/{CHOICE.replace(f'3,{PARTNERS},', '2,')}"


def test_where_nobody_knows_the_sites_address_none_is_told(context: BrowserContext, folder: str) -> None:
    page = opened(context, folder, CHOICE, "pick/bare.html")
    assert lines(page) == NAMES
    assert page.locator("[data-share]").is_hidden() and page.get_by_role("button", name="Empty my pack").is_visible()
    assert not printed(page).select_one(".paper__address").get_text()  # type: ignore[union-attr]
