"""Where the toolkit meets MkDocs: nothing else in the project imports it, or knows the theme.

MkDocs' events, in the order in which they come: https://www.mkdocs.org/user-guide/plugins/#events
"""

from __future__ import annotations

import logging
import os
import shutil
import sys
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # `mkdocs build`, unlike `python -m mkdocs`, does not look in the project's folder
    sys.path.insert(0, str(ROOT))

from macros.content.customisation.assets import edition_assets, logo_address, styles_address  # noqa: E402
from macros.content.customisation.selection import choose  # noqa: E402
from macros.content.library import Library, read_library  # noqa: E402
from macros.content.nav_groups import group_starts  # noqa: E402
from macros.content.outline import Stage, Step, titled  # noqa: E402
from macros.core import colour  # noqa: E402
from macros.core.dates import in_words  # noqa: E402
from macros.core.problems import ContentError  # noqa: E402
from macros.core.urls import address  # noqa: E402
from macros.documents.share_image import ADDRESS, HEIGHT, WIDTH, alt_text, share_picture  # noqa: E402
from macros.documents.store import Documents  # noqa: E402
from macros.pages import outlined, ticked  # noqa: E402
from macros.pages.feedback import Feedback  # noqa: E402
from macros.pages.generated import generated_pages, unlisted  # noqa: E402
from macros.pages.hidden_pages import hidden_pages  # noqa: E402
from macros.pages.notes import with_note  # noqa: E402
from macros.pages.redirect_pages import redirect_pages  # noqa: E402
from macros.publishing.post_build import draw_books, finish, mend_pages  # noqa: E402
from macros.rendering.attribution import adapted, with_line  # noqa: E402
from macros.rendering.glossary_terms import explain  # noqa: E402
from macros.rendering.views import render  # noqa: E402
from macros.theme import design_tokens as design  # noqa: E402
from macros.theme.bundler import SCRIPTS, STYLES, bundled  # noqa: E402
from macros.theme.csp import policy  # noqa: E402

log = logging.getLogger("mkdocs.toolkit")
# Material's own look and scripts: our pages load none of them, so the site does not carry them.
UNUSED = ("assets/javascripts/", "assets/stylesheets/")


class Preview:
    """The live preview keeps its first book and packs: new ones at each change would make every change slow."""

    serving = False
    books: dict[str, bytes] = {}  # noqa: RUF012 - replaced as a whole, never changed


def on_startup(command: str, **_: Any) -> None:
    """Remember whether this is the live preview."""
    Preview.serving = command == "serve"


@event_priority(100)  # before every plugin: what follows needs the edition
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything that is written; stop with all faults before ``site/`` is touched."""
    try:
        slug, why = choose(ROOT, os.environ)
        library = read_library(ROOT, slug, config.nav or [])
    except ContentError as problems:
        raise Abort(f"\n{problems}\n") from problems
    edition = library.edition
    log.info("Edition: %s (%s), %s", slug, edition.council, why)
    config.site_url = _with_slash(config.site_url or edition.site.url or "")
    config.site_name = edition.programme
    config.site_description = library.strings["site"]["description"].format(**library.place)
    config.site_author = edition.council
    config.nav = titled(_with_made(library.nav, library), library.front_matters)
    tokens = {scheme: colour.tokens(edition.look.primary, edition.look.accent, scheme) for scheme in ("light", "dark")}
    palette = render("theme/palette.css", **tokens)
    documents = Documents(library, config.site_url)
    config.extra.update(
        toolkit={"library": library, "documents": documents, "contents": {}},
        share={"url": ADDRESS, "width": WIDTH, "height": HEIGHT, "alt": alt_text(documents.colophon(""))},
        edition={
            **edition.model_dump(),
            **library.place,
            "logo_path": logo_address(library),
            "styles_path": styles_address(library),
        },
        t=library.strings,
        in_words=partial(in_words, strings=library.strings),
        release=library.release,
        feedback=Feedback(edition, library.release.version, config.site_url, library.strings),
        stages=outlined(library),
        nav_groups={
            address(path): library.strings["nav"]["groups"][group]
            for path, group in group_starts(library.nav, library.nav_groups).items()
        },
        checklists=ticked(library),
        icons={name: render("theme/icon.html", name=name) for name in library.strings["design"]["icons"]},
        palette=palette,
        policy=policy(palette, preview=Preview.serving),
    )
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put the edition's files in place of the toolkit's, and add everything that is made."""
    library, documents = _toolkit(config)
    for file in [file for file in files if file.src_uri.startswith(UNUSED) or _is_source(file.src_uri)]:
        files.remove(file)
    try:
        for url, text in bundled(ROOT / "overrides").items():
            files.append(File.generated(config, url, content=text))
    except ContentError as problems:
        raise Abort(f"\n{problems}\n") from problems
    for path, written in library.pages.items():
        if written.own:
            if found := files.get_file_from_path(path):
                files.remove(found)
            # Not by its folder: a page that moved in the toolkit stands at its old path in the edition.
            files.append(File.generated(config, path, abs_src_path=str(written.path)))
    for path, text in _apart(library).items():
        if found := files.get_file_from_path(path):
            files.remove(found)
        files.append(File.generated(config, path, content=text, inclusion=InclusionLevel.NOT_IN_NAV))
    for url, source in edition_assets(library).items():
        files.append(File.generated(config, url, content=source.read_bytes()))
    apart = unlisted(library)
    for url, page in generated_pages(library).items():
        level = InclusionLevel.NOT_IN_NAV if url in apart else InclusionLevel.INCLUDED
        files.append(File.generated(config, url, content=page, inclusion=level))
    made = {**documents.make_all(), documents.picture_url: documents.picture()}
    made[ADDRESS] = share_picture(documents.colophon(""), documents.kept)
    for url, content in made.items():
        files.append(File.generated(config, url, content=content))
    files.append(File.generated(config, design.STYLES, content=design.styles(ROOT / "overrides")))
    # These are made from the finished pages; their places are kept here, so that links to them are checked.
    for url in (documents.book_url, documents.offline_url, *map(documents.pack_url, library.packs)):
        files.append(File.generated(config, url, content=b""))
    files.append(File.generated(config, "edition.json", content=b""))
    return files


@event_priority(100)  # before the macros of a page are drawn: a note may call them too
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Write the edition's note into its page."""
    return with_note(_toolkit(config)[0], page.file.src_uri, markdown)


@event_priority(100)  # before print-site keeps the page
def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Let the first use of each term tell its meaning, and a page that an edition adapted say so."""
    library = _toolkit(config)[0]
    line = adapted(library, page.file.src_uri)
    explained = explain(html, library.terms)
    return with_line(explained, line) if line else explained


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Tell the theme which stage or step a page is, and keep what the search finds in it."""
    if not page.meta.get("search", {}).get("exclude"):
        config.extra["toolkit"]["contents"][page.url] = (page.title or "", page.content or "")
    here = _toolkit(config)[0].outline.find(page.file.src_uri)
    context["step"] = here if isinstance(here, Step) else None
    context["stage"] = here if isinstance(here, Stage) else here.stage if here else None
    return context


@event_priority(-100)  # after print-site has written its page
def on_post_build(config: MkDocsConfig) -> None:
    """Fix what the plugins wrote, make what is drawn from it, and list what came out."""
    library, documents = _toolkit(config)
    site = Path(config.site_dir)
    shutil.rmtree(site / "js", ignore_errors=True)  # print-site's script, which nothing loads
    contents = config.extra["toolkit"]["contents"]
    html = mend_pages(library, contents, site, map(address, [*_apart(library), *unlisted(library), design.PAGE]))
    if _warned():
        raise Abort("The book was not made, because of the warnings above.")
    if not (Preview.serving and Preview.books):
        Preview.books = draw_books(html, documents, site)
    finish(Preview.books, documents, site)


def _toolkit(config: MkDocsConfig) -> tuple[Library, Documents]:
    return config.extra["toolkit"]["library"], config.extra["toolkit"]["documents"]


def _is_source(path: str) -> bool:
    """Whether it is a script or stylesheet as it is written: the joined ones take its place."""
    return path.startswith((f"{SCRIPTS}/", f"{STYLES}/")) and path.endswith((".js", ".css"))


def _apart(library: Library) -> dict[str, str]:
    """Pages that links still find, and that are in no list: what is left out, and what has moved."""
    return {**hidden_pages(library), **redirect_pages(library)}


def _warned() -> bool:
    """Whether a strict build has met a warning: it will fail, so nobody should wait for its book."""
    return any(handler.get_counts() for handler in log.parent.handlers if isinstance(handler, CountHandler))  # type: ignore[union-attr]


def _with_made(nav: list[Any], library: Library) -> list[Any]:
    """The nav with the pages that are made, each kind after the page that lists them."""
    made = {
        "worksheets/index.md": [f"worksheets/{name}.md" for name in library.worksheet_order()],
        "pick/index.md": [f"pick/{name}.md" for name in library.pack_order()],
    }
    return [{entry: [entry, *made[entry]]} if isinstance(entry, str) and entry in made else entry for entry in nav]


def _with_slash(url: str) -> str:
    return url if not url or url.endswith("/") else f"{url}/"
