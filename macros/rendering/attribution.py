"""The line that says that an edition adapted a text, with the way to the toolkit's original."""

from __future__ import annotations

from macros.content.customisation.replacements import Replaced
from macros.content.customisation.upstream import original_address
from macros.content.library import Library
from macros.core.dates import in_words
from macros.core.html import Element, parse_fragment
from macros.core.urls import address
from macros.rendering.views import render

ADDRESS_FOLDERS = {"worksheet": "worksheets", "pack": "pick", "paper": "papers"}


def adapted(library: Library, path: str) -> str:
    """The line for the page ``path`` in docs/; empty where neither the page nor what it shows was replaced."""
    by_page = {
        page_of(replaced): replaced
        for replaced in library.replaced
        if replaced.kind != "checklist" and not replaced.gone
    }
    return line(library, by_page[path], address(path)) if path in by_page else ""


def adapted_checklist(library: Library, name: str, page: str) -> str:
    """The line for a checklist that stands on the page at the address ``page``; empty where it was not replaced."""
    path = f"checklists/{name}.yml"
    replacement = next((replaced for replaced in library.replaced if replaced.path == path and not replaced.gone), None)
    return line(library, replacement, page) if replacement else ""


def adapted_worksheet(library: Library, name: str) -> str:
    """The sentence for the documents of a worksheet; empty where it was not replaced."""
    there = any(replaced.path == f"worksheets/{name}.yml" and not replaced.gone for replaced in library.replaced)
    return str(library.strings["edition"]["adapted"]).format(council=library.edition.publisher) if there else ""


def line(library: Library, replaced: Replaced, page: str) -> str:
    """The line for one replaced text whose original is shown at the address ``page``."""
    words = library.strings["edition"]
    return render(
        "edition/adapted.html",
        text=" ".join(
            filter(None, [words["adapted"].format(council=library.edition.publisher), moved_on(library, replaced)])
        ),
        url=original_address(library.edition, library.upstream, replaced.original, page),
        link_text=words["adapted_from"],
        file=words["adapted_file"].format(file=replaced.original),
    )


def moved_on(library: Library, replaced: Replaced) -> str:
    """What a reader is told where the original has changed since it was adapted, with both days; else nothing.

    Where the original does not say when it was reviewed, or no later than the edition's text, its day is that of the
    toolkit's version.
    """
    if not replaced.changed:
        return ""
    words, strings = library.strings["edition"], library.strings
    theirs = replaced.original_reviewed
    if theirs is None or (replaced.reviewed and theirs <= replaced.reviewed):
        theirs = library.release.day
    original = in_words(theirs, strings)
    if replaced.reviewed is None:
        return str(words["moved_on_undated"]).format(original=original)
    return str(words["moved_on"]).format(ours=in_words(replaced.reviewed, strings), original=original)


def page_of(replaced: Replaced) -> str:
    """The page in docs/ that shows a replaced page, worksheet, pack or paper."""
    if replaced.kind == "page":
        return replaced.path
    return f"{ADDRESS_FOLDERS[replaced.kind]}/{replaced.path.rpartition('/')[2].removesuffix('.yml')}.md"


def put_line(page: Element, drawn: str) -> None:
    """Put the line under the title in the tree ``page``; before everything where there is no title."""
    line = parse_fragment(drawn)[0]
    title = next(page.iter("h1"), None)
    if title is None:
        line.tail, page.text = f"\n{page.text or ''}", None
        page.insert(0, line)
    else:
        line.tail, title.tail = title.tail, "\n"
        holder = title.getparent()
        assert holder is not None
        holder.insert(holder.index(title) + 1, line)
