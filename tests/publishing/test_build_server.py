"""A build by the process that has loaded the code is one of that code, in its own folder, with its own settings."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import copy_project
from tests.support.build_server import has_same_code, server


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("code") / "project")


@pytest.mark.parametrize("file", ["macros/core/html.py", "macros/views/new.html.j2", "overrides/main.html"])
def test_a_copy_whose_code_was_changed_is_not_built_by_what_was_loaded(copied: Path, file: str) -> None:
    path = copied / file
    written = path.read_bytes() if path.exists() else b""
    try:
        path.write_bytes(written + b"\n")
        assert not has_same_code(copied)
    finally:
        path.write_bytes(written) if written else path.unlink()
    assert has_same_code(copied)


@pytest.mark.usefixtures("builds")
def test_what_a_build_prints_and_how_it_ends_is_its_own(copied: Path, tmp_path: Path) -> None:
    """Other tests see what such builds make; one that fails at once shows what is left of the one before."""
    asked = server(os.getpid()).build
    environ = {**os.environ, "DOCUMENTS": "none"}

    first, code = asked(copied, [str(tmp_path), "about.md"], {**environ, "EDITION": "nowhere"})
    then, same_code = asked(copied, [str(tmp_path), "about.md"], {**environ, "EDITION": "elsewhere"})

    assert (code, same_code) == (1, 1) and not list(tmp_path.iterdir())
    assert "nowhere" in first and "elsewhere" not in first
    assert "elsewhere" in then and "nowhere" not in then
