"""One build: what is written, what is drawn from it, and the parts of its pages. It knows nothing of MkDocs."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from macros.content.customisation.assets import logo_address, styles_address
from macros.content.customisation.selection import choose
from macros.content.library import Library, read_library
from macros.content.nav_groups import group_starts
from macros.content.outline import Stage, Step, titled
from macros.core import colour
from macros.core.dates import in_words
from macros.core.html import inner_html, parse_fragment
from macros.core.problems import ContentError, Problem
from macros.core.urls import address
from macros.documents.build_options import BuildOptions, read_options
from macros.documents.page_parts import PageParts
from macros.documents.share_meta import share_meta
from macros.documents.store import Documents
from macros.pages import outlined, ticked
from macros.pages.feedback import Feedback
from macros.pages.notes import with_note
from macros.pages.page_templates import template_problems
from macros.pages.page_tools import tools_of
from macros.pages.taken_addresses import taken_addresses
from macros.publishing.kept_pages import KeptPages
from macros.publishing.link_warnings import LinkWarnings, install
from macros.publishing.raw_links import raw_link_problems
from macros.rendering.attribution import adapted, put_line
from macros.rendering.glossary_terms import TermExplainer
from macros.rendering.views import read_again, render
from macros.theme import design_tokens as design
from macros.theme.csp import policy
from macros.theme.page_files import page_files

log = logging.getLogger("mkdocs.toolkit")


@dataclass
class Build:
    """Everything that belongs to one build of one edition. It lives as long as the build."""

    library: Library
    documents: Documents
    options: BuildOptions
    nav: list[Any]
    parts: PageParts
    terms: TermExplainer
    contents: dict[str, tuple[str, str]] = field(default_factory=dict)  # for the search: title and HTML by address

    def __post_init__(self) -> None:
        self.link_warnings: LinkWarnings = install(self.library)
        self.kept_pages = KeptPages(self.documents.kept, self.library.edition.slug)

    def settings(self) -> dict[str, Any]:
        """What the theme's templates and the macros find under ``config.extra``."""
        library, edition, documents = self.library, self.library.edition, self.documents
        tokens = {
            scheme: colour.tokens(edition.look.primary, edition.look.accent, scheme) for scheme in ("light", "dark")
        }
        palette = render("theme/palette.css", **tokens)
        return {
            "toolkit": self,
            "share": share_meta(documents.colophon("")),
            "edition": {
                **edition.model_dump(),
                **library.place,
                "logo_path": logo_address(library),
                "styles_path": styles_address(library),
            },
            "t": library.strings,
            "in_words": partial(in_words, strings=library.strings),
            "release": library.release,
            "feedback": Feedback(edition, library.release.version, documents.site_url, library.strings),
            "page_files": page_files,
            "stages": outlined(library),
            "nav_groups": {
                address(path): library.strings["nav"]["groups"][group]
                for path, group in group_starts(library.nav, library.nav_groups).items()
            },
            "checklists": ticked(library),
            "icons": {name: render("theme/icon.html", name=name) for name in library.strings["design"]["icons"]},
            "earlier": library.inherited.earlier(),
            "palette": palette,
            "policy": policy(palette, preview=self.options.preview),
            "policy_with_pictures": policy(palette, preview=self.options.preview, own_pictures=True),
        }

    def check_raw_links(self, urls: Collection[str]) -> None:
        """Raises :class:`ContentError` where a link that the edition wrote as HTML leads to none of ``urls``."""
        if problems := raw_link_problems(self.library, urls):
            raise ContentError(problems)

    def day_of(self, front_matter: Mapping[str, Any]) -> str:
        """The day of a page, for the site map: when it was reviewed, or the release's. Builds give the same bytes."""
        return str(front_matter.get("reviewed") or self.library.release.day.isoformat())

    def markdown(self, path: str, text: str) -> str:
        """The Markdown of the page ``path`` in docs/ with the edition's note in it."""
        return with_note(self.library, path, text)

    def content(self, path: str, html: str) -> str:
        """The HTML of the page ``path`` in docs/, with terms explained and the line that says that it was adapted.

        The page is parsed once: its part of what is printed is made from the same tree. Raises :class:`ContentError`
        where a page that is printed has no title.
        """
        page = parse_fragment(html)
        self.terms.explain(page)
        if line := adapted(self.library, path):
            put_line(page, line)
        written = inner_html(page)
        try:
            self.parts.add(path, page)
        except ValueError as error:
            fix = "Begin the page with a line such as “# Choose the community”, before any other heading."
            raise ContentError([Problem(self._file_of(path), 0, "The page has no title.", fix)]) from error
        return written

    def _file_of(self, path: str) -> str:
        """The file of the page ``path`` in docs/, as messages call it."""
        written = self.library.pages.get(path)
        return written.file if written else f"docs/{path}"

    def place(self, path: str, html: str) -> dict[str, Any]:
        """For the theme: which stage and step the page ``path`` in docs/ is, and which tools its ``html`` asks for."""
        here = self.library.outline.find(path)
        return {
            "tools": tools_of(html),
            "step": here if isinstance(here, Step) else None,
            "stage": here if isinstance(here, Stage) else here.stage if here else None,
        }


def begin(root: Path, nav: list[Any], site_url: str, environ: Mapping[str, str], *, preview: bool) -> Build:
    """Read and check everything that is written for the edition that ``environ`` asks for.

    ``nav`` and ``site_url`` are mkdocs.yml's; ``preview`` says that somebody looks on while writing. Raises
    :class:`ContentError` with all that is wrong.
    """
    options = read_options(environ, preview=preview)
    read_again()
    slug, why = choose(root, environ)
    library = read_library(root, slug, nav)
    problems = [*template_problems(library), *taken_addresses(library)]
    if problems:  # pragma: no cover: what each tells is tested by itself, and this in builds that are not measured
        raise ContentError(problems)
    log.info("Edition: %s (%s), %s", slug, library.edition.publisher, why)
    if not options.has_documents:
        log.info("Without documents: files under downloads/ are empty, and the book and packs are not made")
    documents = Documents(library, _with_slash(site_url or library.edition.site.url or ""), options)
    nav = whole_nav(library)
    parts = PageParts(nav, outside=[design.DESIGN_PAGE])
    return Build(library, documents, options, nav, parts, TermExplainer(library.terms))


def whole_nav(library: Library) -> list[Any]:
    """The nav of the site: the edition's own, with the pages that are made, and a title for each section."""
    return titled(_with_made(library.nav, library), library.front_matters)


def _with_made(nav: list[Any], library: Library) -> list[Any]:
    """The nav with the pages that are made, each kind after the page that lists them."""
    generated = {
        "worksheets/index.md": [f"worksheets/{name}.md" for name in library.worksheet_order()],
        "pick/index.md": [f"pick/{name}.md" for name in library.pack_order()],
    }
    return [
        {entry: [entry, *generated[entry]]} if isinstance(entry, str) and entry in generated else entry for entry in nav
    ]


def _with_slash(url: str) -> str:
    return url if not url or url.endswith("/") else f"{url}/"
