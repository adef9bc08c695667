"""Where the toolkit meets MkDocs: nothing else in the project imports it, or knows the theme.

MkDocs' events, in the order in which they come: https://www.mkdocs.org/user-guide/plugins/#events
What belongs to one build is one object, made in ``on_config`` and kept in ``config.extra``.
"""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import click
import mkdocs_macros.plugin
from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc
from mkdocs.utils import CountHandler

HOOKS_ROOT = Path(__file__).resolve().parent.parent
# `mkdocs build`, unlike `python -m mkdocs`, does not look in the project's folder.
if str(HOOKS_ROOT) not in sys.path:  # pragma: no cover: tests run in that folder
    sys.path.insert(0, str(HOOKS_ROOT))

from macros.content.library import Library  # noqa: E402
from macros.core.last_resort import write_down  # noqa: E402
from macros.core.problems import ContentError  # noqa: E402
from macros.documents.drawing import DrawingPool  # noqa: E402
from macros.pages.failed_templates import failed_template  # noqa: E402
from macros.publishing.build import Build, begin  # noqa: E402
from macros.publishing.post_build import (  # noqa: E402
    BegunBooks,
    all_pages,
    begin_books,
    finish_documents,
    finish_print_page,
    finish_search,
)
from macros.publishing.site_files import SiteFile, is_unwanted, pages_that_wait, site_files  # noqa: E402
from macros.rendering.views import compiled  # noqa: E402

log = logging.getLogger("mkdocs.toolkit")
BOOKS = "begun_books"  # where they are in ``config.extra``


@event_priority(100)  # before every plugin: what follows needs the edition
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything that is written; stop with all problems before ``site/`` is touched."""
    gc.disable()  # a build makes much and drops little: looking for what can go takes a tenth of its time
    with _told():
        build = begin(HOOKS_ROOT, config.nav or [], config.site_url or "", os.environ, preview=_is_preview())
    config.extra.update(build.settings())
    mkdocs_macros.plugin.format_error = partial(_raised, library=build.library)  # else it prints a traceback, and exits
    return _named(config, build)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put the edition's files in place of the toolkit's, and add everything that is made."""
    for path in [file.src_uri for file in files if is_unwanted(file.src_uri)]:
        _take_out(files, path)
    with _told():
        for site_file in site_files(_build(config)):
            _put(files, site_file, config)
    for path in pages_that_wait(_build(config).library):
        if file := files.get_file_from_path(path):
            files.remove(file)
            files.append(file)
    _build(config).link_warnings.made = [file.src_uri for file in files]
    with _told():
        _build(config).check_raw_links([file.url for file in files])
    return files


@event_priority(-100)  # after print-site has made its page
def on_nav(nav: Navigation, config: MkDocsConfig, **_: Any) -> None:
    """Let print-site draw the page of all pages from the parts of pages, which it would otherwise look for in HTML.

    Nothing else needs that plugin: without it only the page of all pages is not there.
    """
    if print_site := config.plugins.get("print-site"):
        print_site.renderer.write_combined = lambda: (all_pages(_build(config)), TableOfContents([]))


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Let the theme's templates be kept compiled, and each file be what was drawn for it: files are written next."""
    env.bytecode_cache = compiled("theme")
    _build(config).kept_pages.keep(files)
    with _told():
        for url, content in _build(config).documents.made.items():
            if file := files.get_file_from_path(url):
                file.content_bytes = content


def on_pre_template(template: Template, config: MkDocsConfig, **_: Any) -> Template:
    """Begin to draw the books before the first page is written: all are read by now, and their pictures copied."""
    _begun_books(config)
    return template


@event_priority(100)  # before the macros of a page are drawn: a note may call them too
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Write the edition's note into its page, and say of which day the page is: not the day of this build.

    Only a page whose Markdown is not as it was is made HTML of again.
    """
    build = _build(config)
    page.update_date = build.day_of(page.meta)
    page.render = partial(build.kept_pages.convert, get_toc, page)  # pyrefly: ignore[method-assign]
    return build.markdown(page.file.src_uri, markdown)


@event_priority(100)  # before the search reads the page
def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Let the first use of each term tell its meaning, and a page that an edition adapted say so."""
    with _told():
        return _build(config).content(page.file.src_uri, html)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Tell the theme which stage or step a page is, and keep what the search finds in it."""
    if not page.meta.get("search", {}).get("exclude"):
        _build(config).contents[page.url] = (str(page.title or ""), page.content or "")
    return {**context, **_build(config).place(page.file.src_uri, page.content or "")}


@event_priority(-100)  # after print-site has written its page
def on_post_build(config: MkDocsConfig) -> None:
    """Finish what the plugins wrote, make what is drawn from the pages, and list what came out."""
    build, site = _build(config), Path(config.site_dir)
    finish_search(build, site)
    finish_print_page(site)
    if _warned():
        build.documents.pool.close()
        raise Abort("The book was not made, because of the warnings above.")
    with _told():
        finish_documents(build, site, _begun_books(config))
    gc.enable()


def on_shutdown() -> None:
    """End what still draws, however the build ended: by a key, too."""
    DrawingPool.close_all()


def on_build_error(error: Exception) -> None:
    """A fault in what is written is told as such, a full disk in a sentence, and any other is the toolkit's own."""
    DrawingPool.close_all()
    if isinstance(error, ContentError):  # from a macro
        raise Abort(f"\n{error}\n") from error
    if isinstance(error, OSError):
        where = f" ({error.filename})" if error.filename else ""
        raise Abort(f"\nThe computer could not write or read a file: {error.strerror or error}{where}.") from error
    if not isinstance(error, MkDocsException):
        raise Abort(f"\n{write_down(error, HOOKS_ROOT)}\n") from error


def _raised(error: Exception, markdown: str, page: Page, library: Library) -> str:
    """In the place of mkdocs-macros' own report of a macro that failed: the failure itself, with its page.

    A failure of what somebody wrote in curly brackets is told as such.
    """
    if problem := failed_template(library, page.file.src_uri, markdown, error):
        raise ContentError([problem]) from error
    error.add_note(f"on the page {page.file.src_uri}")
    raise error


def _build(config: MkDocsConfig) -> Build:
    build = config.extra["toolkit"]
    assert isinstance(build, Build)
    return build


def _begun_books(config: MkDocsConfig) -> BegunBooks | None:
    """The books of this build, which are begun when somebody first asks; None for a build that draws none."""
    if BOOKS not in config.extra:
        build = _build(config)
        with _told():
            config.extra[BOOKS] = begin_books(build, Path(config.site_dir)) if build.options.has_documents else None
    begun: BegunBooks | None = config.extra[BOOKS]
    return begun


def _is_preview() -> bool:
    """Whether this is the live preview, which MkDocs says nowhere but in its command."""
    command = click.get_current_context(silent=True)
    return command is not None and command.info_name == "serve"


@contextmanager
def _told() -> Iterator[None]:
    """What is wrong in what is written ends the build with its own words, and no traceback."""
    try:
        yield
    except ContentError as problems:
        raise Abort(f"\n{problems}\n") from problems


def _named(config: MkDocsConfig, build: Build) -> MkDocsConfig:
    edition = build.library.edition
    config.site_url = build.documents.site_url
    config.site_name = edition.programme
    config.site_description = build.library.strings["site"]["description"].format(**build.library.place)
    config.site_author = edition.publisher
    config.nav = build.nav
    return config


def _put(files: Files, site_file: SiteFile, config: MkDocsConfig) -> None:
    """Add a file, in the place of one that has its path."""
    _take_out(files, site_file.path)
    level = InclusionLevel.INCLUDED if site_file.in_nav else InclusionLevel.NOT_IN_NAV
    if isinstance(site_file.content, Path):
        files.append(File.generated(config, site_file.path, abs_src_path=str(site_file.content), inclusion=level))
    else:
        files.append(File.generated(config, site_file.path, content=site_file.content, inclusion=level))


def _take_out(files: Files, path: str) -> None:
    if there := files.get_file_from_path(path):
        files.remove(there)


def _warned() -> bool:
    """Whether a strict build has met a warning: it will fail, so nobody should wait for its book."""
    return any(handler.get_counts() for handler in log.parent.handlers if isinstance(handler, CountHandler))  # pyrefly: ignore[missing-attribute]
