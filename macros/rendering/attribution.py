"""The line that says that an edition adapted a text, with the way to the toolkit's original."""

from __future__ import annotations

from macros.content.customisation.replacements import Replaced
from macros.content.customisation.upstream import original_address
from macros.content.library import Library
from macros.core.dates import in_words
from macros.core.html import Element, parse_fragment
from macros.core.urls import address
from macros.rendering.views import render

FOLDERS = {"worksheet": "worksheets", "pack": "pick"}


def adapted(library: Library, path: str) -> str:
    """The line for the page ``path`` in docs/; empty where neither the page nor what it shows was replaced."""
    made = {page_of(one): one for one in library.replaced if one.kind != "checklist" and not one.gone}
    return line(library, made[path], address(path)) if path in made else ""


def adapted_checklist(library: Library, name: str, page: str) -> str:
    """The line for a checklist that stands on the page at the address ``page``; empty where it was not replaced."""
    path = f"checklists/{name}.yml"
    found = next((one for one in library.replaced if one.path == path and not one.gone), None)
    return line(library, found, page) if found else ""


def adapted_worksheet(library: Library, name: str) -> str:
    """The sentence for the documents of a worksheet; empty where it was not replaced."""
    there = any(one.path == f"worksheets/{name}.yml" and not one.gone for one in library.replaced)
    return str(library.strings["edition"]["adapted"]).format(council=library.edition.publisher) if there else ""


def line(library: Library, one: Replaced, page: str) -> str:
    """The line for one replaced text whose original is shown at the address ``page``."""
    words = library.strings["edition"]
    return render(
        "edition/adapted.html",
        text=" ".join(
            filter(None, [words["adapted"].format(council=library.edition.publisher), moved_on(library, one)])
        ),
        url=original_address(library.edition, library.upstream, one.original, page),
        link_text=words["adapted_from"],
        file=words["adapted_file"].format(file=one.original),
    )


def moved_on(library: Library, one: Replaced) -> str:
    """What a reader is told where the original has changed since it was adapted, with both days; else nothing.

    Where the original does not say when it was reviewed, or no later than the edition's text, its day is that of the
    toolkit's version.
    """
    if not one.changed:
        return ""
    words, strings = library.strings["edition"], library.strings
    theirs = one.original_reviewed
    if theirs is None or (one.reviewed and theirs <= one.reviewed):
        theirs = library.release.day
    original = in_words(theirs, strings)
    if one.reviewed is None:
        return str(words["moved_on_undated"]).format(original=original)
    return str(words["moved_on"]).format(ours=in_words(one.reviewed, strings), original=original)


def page_of(one: Replaced) -> str:
    """The page in docs/ that shows a replaced page, worksheet or pack."""
    if one.kind == "page":
        return one.path
    return f"{FOLDERS[one.kind]}/{one.path.rpartition('/')[2].removesuffix('.yml')}.md"


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
