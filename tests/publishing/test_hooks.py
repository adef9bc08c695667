"""How MkDocs' events end a build: in words of ours, without a traceback, whatever stopped it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.exceptions import Abort, PluginError

from macros import hooks
from macros.content.library import Library
from macros.core.problems import ContentError, Problem
from macros.documents.build_options import BuildOptions

PROBLEMS = ContentError([Problem("docs/a.md", 4, "It is empty.", "Fill it.")])


def test_what_is_wrong_in_a_page_ends_the_build_in_its_own_words() -> None:
    with pytest.raises(Abort, match=r"docs/a\.md, line 4"):
        hooks.on_build_error(PROBLEMS)
    with pytest.raises(Abort, match=r"Fill it\."), hooks._told():
        raise PROBLEMS


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (
            OSError(28, "No space left on device", "site/a.html"),
            r"read a file: No space left on device \(site/a.html\)",
        ),
        (OSError("odd"), r"read a file: odd\."),
    ],
)
def test_a_full_disk_is_told_in_a_sentence(error: OSError, message: str) -> None:
    with pytest.raises(Abort, match=message):
        hooks.on_build_error(error)


def test_a_fault_that_nobody_foresaw_is_written_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hooks, "write_down", lambda error, _: f"Written down: {error}")

    with pytest.raises(Abort, match="Written down: odd"):
        hooks.on_build_error(ValueError("odd"))


def test_what_mkdocs_says_itself_is_left_to_it() -> None:
    assert hooks.on_build_error(PluginError("a plugin's own words")) is None


def test_a_macro_that_fails_is_told_with_its_page(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    page: Any = SimpleNamespace(file=SimpleNamespace(src_uri="roles.md"))

    with pytest.raises(ValueError) as raised:
        hooks._raised(ValueError("odd"), "# Roles", page, library)
    assert raised.value.__notes__ == ["on the page roles.md"]

    monkeypatch.setattr(hooks, "failed_template", lambda *_: PROBLEMS.problems[0])
    with pytest.raises(ContentError, match=r"docs/a\.md, line 4"):
        hooks._raised(ValueError("odd"), "# Roles", page, library)


def test_a_build_with_warnings_makes_no_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[str] = []
    pool = SimpleNamespace(close=lambda: closed.append("closed"))
    build = SimpleNamespace(documents=SimpleNamespace(pool=pool))
    monkeypatch.setattr(hooks, "_build", lambda _: build)
    monkeypatch.setattr(hooks, "_warned", lambda: True)
    for step in ("finish_search", "finish_print_page"):
        monkeypatch.setattr(hooks, step, lambda *_: None)
    config: Any = SimpleNamespace(site_dir=str(tmp_path))

    with pytest.raises(Abort, match="because of the warnings above"):
        hooks.on_post_build(config)

    assert closed == ["closed"]


@pytest.mark.parametrize(("documents", "begun"), [("all", ["begun"]), ("none", [])])
def test_books_are_begun_once_before_the_first_page_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, documents: Any, begun: list[str]
) -> None:
    calls: list[str] = []
    monkeypatch.setattr(hooks, "_build", lambda _: SimpleNamespace(options=BuildOptions(documents)))
    monkeypatch.setattr(hooks, "begin_books", lambda *_: calls.append("begun"))
    config: Any = SimpleNamespace(site_dir=str(tmp_path), extra={})
    template: Any = object()

    assert [hooks.on_pre_template(template, config) for _ in range(2)] == [template, template]
    assert calls == begun
