"""The files of the site that are not written in docs/: what the edition brings, and everything that is made."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.content.customisation.assets import edition_assets
from macros.content.library import Library
from macros.core.problems import ContentError, Problem
from macros.documents.output_kinds import OutputFile
from macros.documents.outputs import DOWNLOADS, output_files
from macros.documents.store import NOT_DRAWN, as_drawn
from macros.pages.generated import generated_pages, unlisted
from macros.pages.hidden_pages import hidden_pages
from macros.pages.redirect_pages import redirect_pages
from macros.publishing.build import Build
from macros.theme import design_tokens as design
from macros.theme.bundler import SCRIPTS_FOLDER, STYLES_FOLDER, bundled

# Material's own look and scripts: our pages load none of them, so the site does not carry them.
UNUSED_OF_THEME = ("assets/javascripts/", "assets/stylesheets/", "assets/images/favicon.png")
# Pages that say how large the files of nearly all worksheets or papers are.
LAST_PAGES = (design.DESIGN_PAGE, "papers/index.md", "pick/index.md", "worksheets/index.md", "project.md", DOWNLOADS)


@dataclass(frozen=True)
class SiteFile:
    """A file at ``path`` in docs/ with its ``content``, or where it is on the disk; ``in_nav`` as MkDocs takes it."""

    path: str
    content: str | bytes | Path
    in_nav: bool = True


def is_unwanted(path: str) -> bool:
    """Whether a file stays out of the site: the theme's own, and scripts and styles whose bundles take their place."""
    is_source = path.startswith((f"{SCRIPTS_FOLDER}/", f"{STYLES_FOLDER}/")) and path.endswith((".js", ".css"))
    return is_source or path.startswith(UNUSED_OF_THEME)


def site_files(build: Build) -> Iterator[SiteFile]:
    """Every file that is added, or that takes another's place. Begins to draw what does not need the pages.

    What is drawn has its place kept, so that links to it are checked. Raises :class:`ContentError` where a script
    cannot be made, or nobody makes a document.
    """
    library, documents = build.library, build.documents
    for url, text in bundled(library.root / "overrides").items():
        yield SiteFile(url, text)
    for path, written in library.pages.items():
        if written.own:
            # Not by its folder: a page that moved in the toolkit stands at its old path in the edition.
            yield SiteFile(path, written.path)
    for path, text in apart(library).items():
        yield SiteFile(path, text, in_nav=False)
    for url, source in edition_assets(library).items():
        yield SiteFile(url, source.read_bytes())
    outside = set(unlisted(library))
    for url, page in generated_pages(library).items():
        yield SiteFile(url, page, in_nav=url not in outside)
    yield SiteFile(design.DESIGN_STYLES, design.styles(library.root / "overrides"))
    awaited = documents.make_all()
    for file in output_files(library):
        check_is_made(file, awaited)
        yield SiteFile(file.url, NOT_DRAWN)


def pages_that_wait(library: Library) -> list[str]:
    """The pages that say how large files are, in the order in which these are drawn: all others are made meanwhile."""
    paths: list[str] = []
    for step in sorted(library.outline.steps(), key=lambda step: as_drawn(step.path)):
        paths += [step.path, *(f"worksheets/{name}.md" for name in step.front_matter.worksheets)]
    return list(dict.fromkeys([*paths, *LAST_PAGES]))


def check_is_made(file: OutputFile, made: Container[str]) -> None:
    """Raise :class:`ContentError` where nobody makes what the table of outputs lists.

    ``made`` are the addresses of what is made while pages are drawn, or before.
    """
    if not file.output.after_pages and file.url not in made:
        message = f"The table of outputs lists {file.url}, which nothing makes."
        fix = f"Let {file.output.made_by} make it, or take its line out of the table."
        raise ContentError([Problem("macros/documents/outputs.py", 0, message, fix)])


def apart(library: Library) -> dict[str, str]:
    """Pages that links still find, and that are in no list: what is left out, and what has moved."""
    return {**hidden_pages(library), **redirect_pages(library)}
