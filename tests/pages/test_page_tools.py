"""A page is given the styles and scripts of the tools that its elements ask for."""

from __future__ import annotations

import re

import pytest

from macros.pages.page_tools import tools_of
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

    assert asked >= {"bring-in", "checklist", "design", "pack-builder", "paper", "send-back", "worksheet"}
    frame = "".join((ROOT / "overrides" / name).read_text("utf-8") for name in ("main.html", "parts/head.html"))
    known = set(re.findall(r'"([a-z-]+)" in tools', frame))
    assert asked == known
