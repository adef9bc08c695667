"""A page is made HTML of again only where something changed of which it is made."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from macros.core.cache import DocumentCache
from macros.publishing.kept_pages import KeptPages
from tests.support.builds import ADDRESS, Built, quick_build

PAGES = {
    "index.md": "# Home\n\n[The plan](plan.md#costs), [here](#below), [a picture](map.svg)\n\n## Below\n\n### Deeper\n",
    "plan.md": "# The *plan*\n\n## Costs\n\nWords.[^1]\n\n[^1]: A note. <a name='old'></a>\n",
    "notes/index.md": "Without a title. [Home](../index.md)\n",
    "map.svg": "<svg/>",
}
SHOWN = ("content", "title", "present_anchor_ids")


class Site:
    """A small site of our own; ``converted`` are the pages of which the last build made HTML."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.converted = folder, list[str]()
        self._render = Page.render
        monkeypatch.setattr(Page, "render", self._counted)

    def build(self, pages: Mapping[str, str] = PAGES, **settings: Any) -> dict[str, Page]:
        """The pages by their paths, each as :class:`KeptPages` fills it."""
        shutil.rmtree(self.folder / "docs", ignore_errors=True)
        for path, text in pages.items():
            file = self.folder / "docs" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        (self.folder / "mkdocs.yml").write_text("site_name: Small\n", "utf-8")
        extensions = ["toc", "footnotes", "md_in_html"]
        config = load_config(str(self.folder / "mkdocs.yml"), **{"markdown_extensions": extensions, **settings})
        files, kept = get_files(config), KeptPages(DocumentCache(self.folder), "small")
        self.converted = []
        filled = {}
        for file in files.documentation_pages():
            page = filled[file.src_uri] = Page(None, file, config)
            page.read_source(config)
            kept.convert(get_toc, page, config, files)
        kept.keep(files)
        return filled

    def _counted(self, page: Page, config: Any, files: Any) -> None:
        self.converted.append(page.file.src_uri)
        self._render(page, config, files)


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    # A method's place: what stands there is called with the page.
    site = Site(tmp_path, monkeypatch)
    monkeypatch.setattr(Page, "render", lambda page, config, files: site._counted(page, config, files))
    return site


def everything(page: Page) -> dict[str, Any]:
    """All that converting a page gives it."""
    assert page.links_to_anchors is not None
    links = {file.src_uri: anchors for file, anchors in page.links_to_anchors.items()}
    actives = [getattr(item, "active", False) for item in page.toc]
    return {name: getattr(page, name) for name in SHOWN} | {"toc": str(page.toc), "links": links, "active": actives}


def test_a_page_that_was_kept_is_in_all_as_one_that_is_made(small: Site) -> None:
    first = {path: everything(page) for path, page in small.build().items()}
    assert sorted(small.converted) == ["index.md", "notes/index.md", "plan.md"]

    taken = {path: everything(page) for path, page in small.build().items()}

    assert small.converted == []
    assert taken == first
    assert first["index.md"]["links"] == {"plan.md": {"costs": "plan.md#costs"}, "index.md": {"below": "#below"}}
    assert "old" in first["plan.md"]["present_anchor_ids"] and "Deeper" in first["index.md"]["toc"]


CHANGES: dict[str, tuple[Callable[[dict[str, str]], Any], dict[str, Any], list[str]]] = {
    "its words": (lambda pages: pages.update({"plan.md": "# Another plan\n\n## Costs\n"}), {}, ["plan.md"]),
    "a page beside it": (lambda pages: pages.update({"new.md": "# New\n"}), {}, ["new.md"]),
    "what it leads to is gone": (lambda pages: pages.pop("map.svg"), {}, ["index.md"]),
    "where pages are": (lambda pages: None, {"use_directory_urls": False}, ["index.md", "notes/index.md", "plan.md"]),
    "how Markdown is read": (
        *(lambda pages: None, {"markdown_extensions": ["toc", "footnotes", "md_in_html", "def_list"]}),
        ["index.md", "notes/index.md", "plan.md"],
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_changed_and_nothing_else_is_made_again(small: Site, change: str) -> None:
    act, settings, expected = CHANGES[change]
    pages = dict(PAGES)
    small.build()
    act(pages)

    small.build(pages, **settings)

    assert sorted(small.converted) == expected


def test_what_is_said_of_a_page_is_said_each_time(small: Site, caplog: pytest.LogCaptureFixture) -> None:
    wrong = {**PAGES, "plan.md": "# Plan\n\n## Costs\n\n[Nowhere](nowhere.md)\n"}
    for _ in range(2):
        caplog.clear()
        with caplog.at_level(logging.INFO, "mkdocs.structure.pages"):
            small.build(wrong)
        assert "nowhere.md" in caplog.text
    assert small.converted == ["plan.md"]


def test_a_page_that_is_gone_is_not_kept(small: Site, tmp_path: Path) -> None:
    small.build()
    small.build({path: text for path, text in PAGES.items() if not path.startswith("notes")})

    (kept,) = (tmp_path / ".cache/documents").iterdir()
    assert '"plan.md"' in kept.read_text("utf-8") and "notes/index.md" not in kept.read_text("utf-8")


def test_a_whole_site_with_its_pages_kept_has_the_same_bytes(quick: Built, tmp_path: Path) -> None:
    """The fixture's own build kept them, or found them kept."""
    project = quick.site.with_name(f"{quick.site.name}-project")
    again = quick_build(project, "toolkit", tmp_path / "again", ADDRESS)

    assert again.code == 0, again.said
    pages = {path.relative_to(quick.site): path.read_bytes() for path in quick.site.rglob("*.html")}
    assert len(pages) > 190
    assert {path.relative_to(again.site): path.read_bytes() for path in again.site.rglob("*.html")} == pages
