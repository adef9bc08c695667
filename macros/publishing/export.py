"""A finished site as plain files that need nothing of this toolkit: Markdown, data as JSON, and settings for others.

So that the words outlive the tools: Zensical, MkDocs and ProperDocs build ``docs/`` with ``mkdocs.yml``, and Pandoc
makes one document of it with ``pandoc.yml``. ``tests/exits/`` compares what they make with the site.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import Any

import yaml
from lxml import etree
from pydantic import BaseModel

from macros.content.library import Library
from macros.core.html import PARSER, Element, inner_html, text_of
from macros.core.urls import address
from macros.pages.generated import generated_pages
from macros.publishing.build import whole_nav
from macros.publishing.export_page import exported
from macros.publishing.site_files import apart
from macros.rendering.views import render

EXTENSIONS = ["attr_list", "fenced_code", "tables"]
# What of the library is data: each becomes a file data/<name>.json.
DATA = ("checklists", "worksheets", "papers", "packs", "sources", "figures", "terms", "quotations", "bank_holidays")


def export(library: Library, site: Path, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Every file of the export, by path: of the edition in ``library``, as the built ``site`` has its pages.

    ``site_url`` is where the site is published, so that links to its documents lead there; empty where nobody knows.
    """
    paths = {address(path): path for path in page_paths(library) if (site / address(path) / "index.html").is_file()}
    pictures: set[str] = set()
    for url, path in paths.items():
        main = main_of(site / url / "index.html")
        page = exported(path, inner_html(main), _front_matter(library, path, main), paths, site_url)
        pictures.update(page.pictures)
        yield f"docs/{path}", page.text.encode()
    for picture in sorted(pictures):
        if (site / picture).is_file():  # pragma: no cover: the toolkit's own pages show no file of a picture
            yield f"docs/{picture}", (site / picture).read_bytes()
    for name in DATA:
        yield f"data/{name}.json", as_json(getattr(library, name))
    yield "data/edition.json", as_json(library.edition)
    nav = whole_nav(library)
    yield "data/nav.json", as_json(nav)
    settings = {"site_name": library.edition.programme, "nav": nav, "markdown_extensions": EXTENSIONS}
    yield "mkdocs.yml", _yaml(settings)
    files = [f"docs/{path}" for path in paths.values()]
    yield "pandoc.yml", _yaml({"from": "markdown", "to": "docx", "standalone": True, "input-files": files})
    yield "README.md", f"{render('export/readme.md', edition=library.edition, release=library.release)}\n".encode()


def page_paths(library: Library) -> list[str]:
    """The pages of the site as paths in docs/, but for those that only say that they are left out or have moved."""
    aside = apart(library)
    return [path for path in dict.fromkeys([*library.pages, *generated_pages(library)]) if path not in aside]


def main_of(page: Path) -> Element:
    """The ``main`` of a built page. Raises ``IndexError`` where it has none."""
    return etree.fromstring(page.read_bytes(), PARSER).xpath("//main")[0]


def as_json(data: Any) -> bytes:
    """``data`` as JSON that reads well, with every model in it."""
    return f"{json.dumps(data, default=_plain, indent=2, ensure_ascii=False)}\n".encode()


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_none=True)
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return str(value)


def _front_matter(library: Library, path: str, main: Element) -> Mapping[str, Any]:
    """What is known of a page beside its words, by the keys of its own file."""
    known = library.front_matters.get(path)
    written = known.model_dump(mode="json", exclude_none=True, exclude_defaults=True) if known else {}
    title = next((text_of(heading) for heading in main.iter("h1")), "")
    return {"title": " ".join(title.split()), **written}


def _yaml(settings: Mapping[str, Any]) -> bytes:
    return yaml.safe_dump(dict(settings), allow_unicode=True, sort_keys=False, width=10_000).encode()
