"""The parts of pages that books are put together from, read back from a built site."""

from __future__ import annotations

from collections.abc import Collection
from copy import copy
from pathlib import Path

from lxml import html

from macros.content.library import Library
from macros.core.html import inner_html, parse_fragment
from macros.core.urls import address
from macros.documents.page_parts import PageParts
from macros.publishing.build import whole_nav
from macros.theme import design_tokens as design


def parts_of(site: Path, library: Library, only: Collection[str] = ()) -> PageParts:
    """The parts of every page of ``site`` that is printed, or of those at the paths ``only`` in docs/."""
    parts = PageParts(whole_nav(library), outside=[design.DESIGN_PAGE])
    for url, path in [(address(path), path) for path in parts.paths if not only or path in only]:
        page = html.parse(str(site / url / "index.html")).getroot()
        main = page.get_element_by_id("main")
        for reviewed in main.find_class("reviewed"):
            reviewed.drop_tree()
        parts.add(path, parse_fragment(inner_html(main)))
    return parts


def without(parts: PageParts, path: str) -> PageParts:
    """A copy of ``parts`` in which the page ``path`` in docs/ is not printed."""
    fewer = copy(parts)
    fewer.made = {other: part for other, part in parts.made.items() if other != path}
    return fewer
