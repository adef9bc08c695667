"""A page is given the styles and scripts of the tools that its elements ask for."""

from __future__ import annotations

import re

import pytest

from macros.pages.page_tools import tools_of
from macros.theme.page_files import PAGE_SCRIPTS, PAGE_STYLES, PageFiles, page_files
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("html", "tools"),
    [
        ('<form class="pick" data-tool="pack-builder" data-pick>', ["pack-builder"]),
        ("<form data-tool=worksheet>", ["worksheet"]),
        (
            '<p data-tool="checklist">a</p>\n<div\n data-tool="design"><b data-tool="checklist">',
            ["checklist", "design"],
        ),
        ('<p data-words=\'{"a": "\\u003cb\\u003e"}\' data-tool="checklist">', ["checklist"]),
        ('<p>Write <code>data-tool="worksheet"</code></p>', []),
        ('&lt;form data-tool="worksheet"&gt;', []),
        ('<form data-tools="" data-tool-x="worksheet">', []),
        ("", []),
    ],
)
def test_what_elements_ask_for_is_found_and_what_a_page_only_shows_is_not(html: str, tools: list[str]) -> None:
    assert tools_of(html) == tools


def test_every_tool_that_a_view_asks_for_is_known_to_the_theme() -> None:
    views = {path.name: path.read_text("utf-8") for path in (ROOT / "macros/views").rglob("*.html")}
    asked = {tool for text in views.values() for tool in re.findall(r'data-tool="([a-z-]+)"', text)}
    # On every page of an edition that follows others, so the theme's own template asks for it.
    asked |= set(re.findall(r'tools \+ \["([a-z-]+)"\]', (ROOT / "overrides/main.html").read_text("utf-8")))

    assert asked >= {"bring-in", "checklist", "design", "earlier", "pack-builder", "paper", "send-back", "worksheet"}
    askers = set().union(*PAGE_STYLES.values(), *PAGE_SCRIPTS.values())
    assert asked == askers - {"home", "step", "not-found", "all-pages"}


def test_every_script_of_the_tables_is_there_and_no_page_script_is_left_out() -> None:
    entries = {path.stem for path in (ROOT / "overrides/assets/js/entries").glob("*.js")}

    assert set(PAGE_SCRIPTS) == entries - {"search", "in-folder"}


@pytest.mark.parametrize(
    ("kind", "tools", "styles", "scripts"),
    [
        ("", [], [], []),
        ("home", [], ["home"], ["checklist"]),
        ("step", ["checklist"], [], ["checklist"]),
        ("not-found", [], ["not-found"], ["not-found"]),
        ("", ["send-back", "charts", "worksheet"], ["worksheet"], ["worksheet", "charts", "send-back"]),
        ("", ["bring-in"], ["worksheet"], ["bring-in"]),
        ("all-pages", ["worksheet", "pack-builder", "paper", "checklist"], ["home", "worksheet"], []),
    ],
)
def test_a_page_has_the_files_of_its_kind_and_its_tools_in_order_and_no_others(
    kind: str, tools: list[str], styles: list[str], scripts: list[str]
) -> None:
    assert page_files(kind, tools) == PageFiles(styles, scripts)
