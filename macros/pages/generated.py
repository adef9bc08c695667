"""Pages that nobody writes: each worksheet and pack, all that can be ticked, what remains to be done; as Markdown."""

from __future__ import annotations

from macros.content.library import Library
from macros.rendering.views import page_source

CHECK = "check.md"
PROGRESS = "checklists/index.md"  # all of it stands in the steps, so the book need not hold it twice
UNLISTED = (CHECK, PROGRESS)  # in no list of pages, so neither in the nav nor in the book


def unlisted(library: Library) -> list[str]:
    """The paths of generated pages that no list of pages names: a paper is found from its step, and by the search."""
    return [*UNLISTED, *(f"papers/{name}.md" for name in library.papers)]


def generated_pages(library: Library) -> dict[str, str]:
    """Markdown by path in docs/."""
    words = library.strings["worksheet"]
    worksheets = {
        f"worksheets/{name}.md": page_source(
            "worksheet/worksheet-page.md",
            id=name,
            title=words["page_title"].format(title=worksheet.title),
            heading=worksheet.title,
            purpose=worksheet.purpose,
            example=words["example_heading"],
        )
        for name, worksheet in library.worksheets.items()
        if name not in library.unused_worksheets
    }
    packs = {
        f"pick/{name}.md": page_source("pack/pack-page.md", id=name, title=pack.title, summary=pack.summary)
        for name, pack in library.packs.items()
    }
    papers = {
        f"papers/{name}.md": page_source(
            "paper/paper-page.md",
            id=name,
            title=library.strings["papers"]["page_title"].format(title=paper.title),
            heading=paper.title,
            purpose=paper.purpose,
            example=library.strings["papers"]["example"],
        )
        for name, paper in library.papers.items()
    }
    check = library.strings["check"]
    single_pages = {
        CHECK: page_source("readiness/check-page.md", title=check["title"], description=check["description"])
    }
    progress = library.strings["progress_page"]
    single_pages[PROGRESS] = page_source(
        "checklist/progress-page.md", title=progress["title"], description=progress["description"]
    )
    return worksheets | packs | papers | single_pages
