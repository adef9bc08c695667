"""The end of a build, without a build: what is written, what is packed again, and that nothing goes on afterwards."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros.content.library import Library
from macros.core.cache import DocumentCache
from macros.documents.build_options import BuildOptions
from macros.publishing import post_build

BEGUN: Any = SimpleNamespace()


class Kept(DocumentCache):
    """A cache that remembers what it was asked to throw away."""

    pruned = False

    def prune(self) -> None:
        self.pruned = True


@pytest.fixture
def build(library: Library, tmp_path: Path) -> Any:
    closed: list[str] = []
    documents = SimpleNamespace(
        kept=Kept(tmp_path / "kept"), offline_url="downloads/offline.zip", closed=closed,
        pool=SimpleNamespace(close=lambda: closed.append("closed")),
    )  # fmt: skip
    return SimpleNamespace(library=library, documents=documents, options=BuildOptions())


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "site/downloads").mkdir(parents=True)
    (tmp_path / "site/index.html").write_text("<p>Home", "utf-8")
    monkeypatch.setattr(post_build, "draw_books", lambda *_: {"downloads/book.pdf": b"%PDF the book"})
    monkeypatch.setattr(post_build, "write_late_sizes", lambda *_: None)
    monkeypatch.setattr(post_build, "_write_manifest", lambda *_: None)
    return tmp_path / "site"


def test_books_and_the_offline_copy_are_written_and_the_old_thrown_away(build: Any, site: Path) -> None:
    post_build.finish_documents(build, site, BEGUN)

    assert (site / "downloads/book.pdf").read_bytes() == b"%PDF the book"
    assert (site / "downloads/offline.zip").read_bytes().startswith(b"PK")
    assert build.documents.kept.pruned and build.documents.closed == ["closed"]


def test_a_build_that_begins_no_books_has_none(build: Any, site: Path) -> None:
    build.options = BuildOptions(documents="none")
    post_build.finish_documents(build, site, None)

    assert [path.name for path in (site / "downloads").iterdir()] == []


@pytest.mark.parametrize("options", [BuildOptions(documents="some"), BuildOptions(preview=True)])
def test_only_a_whole_build_throws_away_what_it_did_not_need(build: Any, site: Path, options: BuildOptions) -> None:
    build.options = options

    post_build.finish_documents(build, site, BEGUN)

    assert not build.documents.kept.pruned


def test_a_build_that_fails_leaves_no_process_at_work(build: Any, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(post_build, "draw_books", fails)
    with pytest.raises(ValueError):
        post_build.finish_documents(build, site, BEGUN)

    assert build.documents.closed == ["closed"]


def test_the_site_is_packed_again_only_when_something_in_it_has_changed(
    build: Any, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed: list[int] = []
    monkeypatch.setattr(post_build, "offline_copy", lambda *_: b"PK %d" % (packed.append(1) or len(packed)))

    assert [post_build._offline(build, site) for _ in range(2)] == [b"PK 1", b"PK 1"]
    (site / "index.html").write_text("<p>Home, changed", "utf-8")
    assert post_build._offline(build, site) == b"PK 2"


def test_a_preview_keeps_the_copy_that_it_has(build: Any, site: Path) -> None:
    build.options = BuildOptions(preview=True)
    first = post_build._offline(build, site)
    (site / "index.html").write_text("<p>Home, changed", "utf-8")

    assert post_build._offline(build, site) == first


def test_a_build_without_print_site_has_all_else(tmp_path: Path) -> None:
    post_build.finish_print_page(tmp_path)

    assert list(tmp_path.iterdir()) == []
