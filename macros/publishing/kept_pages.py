"""Pages as an earlier build made HTML of their Markdown: making it again takes a third of the time of all pages.

A page is taken as it was where its Markdown, once every macro in it is drawn, is the same to the letter, and all that
its links lead to is where it was. A page of which MkDocs has something to say is always made again.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import version
from typing import Any

from macros.core.cache import DocumentCache
from macros.publishing.link_warnings import LOGGER

KEPT_PAGES = "macros.publishing.kept_pages"
Toc = Callable[[Any], Any]  # MkDocs' own ``get_toc``


class KeptPages:
    """The pages of one build of one ``edition``."""

    def __init__(self, cache: DocumentCache, edition: str) -> None:
        self._cache = cache
        # Where MkDocs says more, it has more to say of a page.
        self._name = f"pages of {edition}, {logging.getLogger(LOGGER).getEffectiveLevel()}"
        self._former: dict[str, Any] = json.loads(cache.last(self._name) or b"{}")
        self._pages = dict(self._former)
        self._settings = ""

    def convert(self, get_toc: Toc, page: Any, config: Any, files: Any) -> None:
        """Make HTML of ``page``, or take what was made; in the place of ``Page.render``, to which it is the same."""
        self._settings = self._settings or self._settings_of(config)
        path = page.file.src_uri
        key = hashlib.sha256(f"{self._settings}\0{page.file.url}\0{page.markdown}".encode()).hexdigest()
        former = self._former.get(path)
        if former and former["key"] == key and _lead_there(former["targets"], files):
            _fill(page, former, files, get_toc)
            return
        heard, asked = _Heard(), _Asked(files)
        logger = logging.getLogger(LOGGER)
        logger.addFilter(heard)
        try:
            type(page).render(page, config, asked)
        finally:
            logger.removeFilter(heard)
        self._pages.pop(path, None)
        if not heard.something and page.links_to_anchors is not None:
            self._pages[path] = {"key": key, "targets": asked.targets, **_written(page)}

    def keep(self, files: Any) -> None:
        """Keep the pages for the next build, once all are converted. Those of which ``files`` has none are gone."""
        pages = {path: page for path, page in self._pages.items() if files.get_file_from_path(path)}
        if pages != self._former:
            self._cache.keep_last(json.dumps(pages).encode(), self._name)

    def _settings_of(self, config: Any) -> str:
        """Changes whenever something changes, other than the page and what it leads to, of which HTML is made."""
        settings = (config["markdown_extensions"], config["mdx_configs"], dict(config["validation"]))
        versions = [version(name) for name in ("mkdocs", "Markdown")]
        return self._cache.fingerprint(KEPT_PAGES, repr(settings), repr(versions), str(config["use_directory_urls"]))


class _Heard(logging.Filter):
    """Whether MkDocs said something."""

    something = False

    def filter(self, record: logging.LogRecord) -> bool:
        self.something = True
        return True


class _Asked:
    """The files of a site, as MkDocs asks for them by their paths while it makes HTML; ``targets`` are the answers."""

    def __init__(self, files: Any) -> None:
        self._files = files
        self.targets: dict[str, list[str] | None] = {}

    def get_file_from_path(self, path: str) -> Any:
        """As the files' own."""
        self.targets[path] = _target(self._files, path)
        return self._files.get_file_from_path(path)


def _target(files: Any, path: str) -> list[str] | None:
    """All that a link to ``path`` needs to know of the file there; None where there is none."""
    file = files.get_file_from_path(path)
    return [file.url, file.inclusion.name] if file else None


def _lead_there(targets: Mapping[str, list[str] | None], files: Any) -> bool:
    return all(_target(files, path) == target for path, target in targets.items())


def _written(page: Any) -> dict[str, Any]:
    """What converting ``page`` gave it, as JSON can hold it."""
    return {
        "content": page.content,
        "title": page._title_from_render,
        "toc": _tokens(page.toc),
        "anchors": sorted(page.present_anchor_ids),
        "links": {file.src_uri: links for file, links in page.links_to_anchors.items()},
    }


def _fill(page: Any, former: Mapping[str, Any], files: Any, get_toc: Toc) -> None:
    """Give ``page`` all that converting it would give it."""
    page.content, page._title_from_render = former["content"], former["title"]
    page.toc = get_toc(former["toc"])
    page.present_anchor_ids = set(former["anchors"])
    page.links_to_anchors = {files.get_file_from_path(path): links for path, links in former["links"].items()}


def _tokens(items: Iterable[Any]) -> list[dict[str, Any]]:
    """A table of contents as the tokens of which MkDocs made it."""
    return [
        {"level": item.level, "id": item.id, "name": item.title, "children": _tokens(item.children)} for item in items
    ]
