"""Pages that nobody writes: one for each worksheet and each pack, as Markdown for the build to draw."""

from __future__ import annotations

from macros.library import Library
from macros.render import render


def made_pages(library: Library) -> dict[str, str]:
    """Markdown by path in docs/."""
    words = library.strings["worksheet"]
    worksheets = {
        f"worksheets/{name}.md": render(
            "worksheet-page.md",
            id=name,
            title=words["page_title"].format(title=worksheet.title),
            heading=worksheet.title,
            purpose=worksheet.purpose,
            example=words["example_heading"],
        )
        for name, worksheet in library.worksheets.items()
        if name not in library.idle
    }
    packs = {
        f"pick/{name}.md": render("pack-page.md", id=name, title=pack.title, summary=pack.summary)
        for name, pack in library.packs.items()
    }
    return worksheets | packs
