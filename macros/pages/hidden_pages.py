"""The pages of what an edition leaves out: one paragraph with the reason, so that no link to them breaks."""

from __future__ import annotations

from markdown import Markdown

from macros.content.customisation.upstream import original_address
from macros.content.library import Library
from macros.core.parsing import read_page
from macros.core.urls import address
from macros.rendering.views import page_source


def hidden_pages(library: Library) -> dict[str, str]:
    """Markdown by path in docs/, for pages, worksheets and packs that are left out."""
    pages = {
        path: _page(library, path, library.front_matters[path].title, reason, f"docs/{path}", _anchors(library, path))
        for path, reason in library.hidden.items()
    }
    heading = library.strings["worksheet"]["page_title"]
    for name, reason in library.unused_worksheets.items():
        path, title = f"worksheets/{name}.md", heading.format(title=library.worksheets[name].title)
        pages[path] = _page(library, path, title, reason, f"templates/worksheets/{name}.yml", [])
    for name, pack in library.unused_packs.items():
        reason, file = library.hidden[pack.steps[0].step], f"templates/packs/{name}.yml"
        pages[f"pick/{name}.md"] = _page(library, f"pick/{name}.md", pack.title, reason, file, [])
    return pages


def _page(library: Library, path: str, title: str, reason: str, file: str, anchors: list[str]) -> str:
    words, edition = library.strings["edition"], library.edition
    return page_source(
        "redirects/left-out-page.md",
        title=title,
        about=words["hidden_about"].format(council=edition.publisher),
        text=words["hidden" if reason else "hidden_about"].format(council=edition.publisher, reason=reason),
        anchors=anchors,
        original=original_address(edition, library.upstream, file, address(path)),
        link_text=words["adapted_from"],
    )


def _anchors(library: Library, path: str) -> list[str]:
    """The names of the headings that the page had: other pages may link to one of them."""
    written = library.pages[path]
    reader = Markdown(extensions=["toc", "attr_list"])
    reader.convert(read_page(written.path, written.file).text)
    names: list[str] = []
    tokens = list(reader.toc_tokens)
    while tokens:
        token = tokens.pop(0)
        names.append(token["id"])
        tokens = [*token["children"], *tokens]
    return names
