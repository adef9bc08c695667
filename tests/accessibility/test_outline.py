"""Headings, landmarks, titles and links make sense alone, on every page."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from lxml.html import HtmlElement
from playwright.sync_api import Browser

from macros.quality.axe import paths
from tests.support.accessibility import planted
from tests.support.accessibility.outline import frame_faults, heading_faults, link_faults, same_titles
from tests.support.builds import Built
from tests.support.parsed import tree_at, tree_of


@cache
def trees(site: Path) -> dict[str, HtmlElement]:
    """Every page of a site, by its path."""
    files = {path: site / (path if path.endswith(".html") else f"{path}index.html") for path in paths(site)}
    return {path: tree_at(file) for path, file in files.items()}


def on_all(site: Path, look: Callable[[HtmlElement, str], list[str]]) -> dict[str, list[str]]:
    return {path: faults for path, tree in trees(site).items() if (faults := look(tree, path))}


def test_headings_of_every_page_are_an_outline(quick: Built) -> None:
    assert on_all(quick.site, lambda tree, _: heading_faults(tree)) == {}


def test_every_page_has_its_language_title_and_landmarks(quick: Built) -> None:
    assert on_all(quick.site, lambda tree, _: frame_faults(tree)) == {}


def test_links_make_sense_alone(quick: Built) -> None:
    assert on_all(quick.site, link_faults) == {}


def test_no_two_pages_have_the_same_title(quick: Built) -> None:
    titles = {path: tree.xpath("normalize-space(//head/title)") for path, tree in trees(quick.site).items()}
    assert same_titles(titles) == {}


GOOD = "<a href='#main'>Skip</a><header></header><main id=main tabindex=-1><h1>One</h1></main><footer></footer>"


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<h1>One</h1><h3>Three</h3>", "h3 follows h1"),
        ("<h1>One</h1><h1>Two</h1>", "2 headings of the first level"),
        ("<h1>One</h1><h2><span hidden>x</span></h2>", "a heading without words"),
        ("<h1>One</h1><h2>Two</h2><h2>Two</h2>", "twice under the same heading"),
    ],
)
def test_a_broken_outline_is_found(html: str, told: str) -> None:
    assert told in " ".join(heading_faults(tree_of(html)))


@pytest.mark.parametrize(
    ("html", "told"),
    [
        (f"<html><title>A title</title>{GOOD}", "language"),
        (f"<html lang=en>{GOOD}", "no title"),
        (f"<html lang=en><title>A title</title>{GOOD}<main></main>", "2 of main"),
        (f"<html lang=en><title>A title</title>{GOOD}<nav></nav>", "nav without a name"),
        ("<html lang=en><title>A title</title><main></main>", "does not lead to the words"),
    ],
)
def test_a_frame_with_a_part_missing_is_found(html: str, told: str) -> None:
    assert told in " ".join(frame_faults(tree_of(html)))


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<a href='a/'><img alt=''></a>", "a link without words"),
        ("<a href='a/'>Read more</a>", "say nothing alone"),
        ("<a href='a/'>Toolkit, 2024</a> <a href='b/'>Toolkit, 2024</a>", "leads to ['a/', 'b/']"),
    ],
)
def test_links_that_say_too_little_are_found(html: str, told: str) -> None:
    assert told in " ".join(link_faults(tree_of(html), ""))


def test_links_that_a_description_tells_apart_are_let_off() -> None:
    html = "<a href='a/' title='One'>Toolkit, 2024</a> <a href='b/' title='Two'>Toolkit, 2024</a>"
    assert link_faults(tree_of(html), "") == []


def test_landmarks_of_one_name_are_found(browser: Browser) -> None:
    assert "nav “Pages” twice" in planted(browser, "landmarks", "<nav aria-label=Pages>x</nav>" * 2)
