"""The content of the page that holds all pages: its title, its contents, and the part of each page."""

from __future__ import annotations

from macros.documents.page_parts import PageParts, joined
from macros.rendering.views import render


def print_page(parts: PageParts, title: str, contents_title: str) -> str:
    """One h1, headings in order, every label with its box, every link with its place."""
    chapters = parts.chapters()
    contents = render(
        "book/contents.html", title=title, heading=contents_title, entries=[chapter.entry for chapter in chapters]
    )
    return f'<div id="print-site-page">{contents}{joined(chapters)}</div>'
