"""What stands at an old address: one line that leads on, by itself and as a link."""

from __future__ import annotations

from macros.content.library import Library
from macros.content.redirects import made_path
from macros.core.urls import address, relative
from macros.rendering.views import page_source


def redirect_pages(library: Library) -> dict[str, str]:
    """Markdown by the old path in docs/. A page that stands there again, as an edition may have it, is left alone."""
    words = library.strings["moved"]
    titles = {path: front_matter.title for path, front_matter in library.front_matters.items()}
    titles |= {made_path("worksheets", name): worksheet.title for name, worksheet in library.worksheets.items()}
    titles |= {made_path("packs", name): pack.title for name, pack in {**library.packs, **library.unused_packs}.items()}
    return {
        old: page_source(
            "redirects/moved-page.md",
            title=words["title"].format(old=address(old)),
            about=words["about"],
            text=words["text"],
            link_text=titles[new],
            url=relative(address(new), address(old)),
        )
        for old, new in library.moved.ways.items()
        if old not in titles
    }
