"""A council's fork runs these tests too: what it wrote in its own folder must not make them fail."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, copy_sources
from tests.support.build_server import environment
from tests.support.council import READY

pytestmark = pytest.mark.usefixtures("programs")

# Each copies the project in a way of its own, and none takes long: other tests copy it in one of these ways.
COPYING = (
    "content/test_origins.py::test_two_sheets_that_take_from_each_other_stop_the_build",
    "core/test_cache.py::test_what_was_drawn_by_the_same_code_from_the_same_words_is_found",
    "scaffold/test_create.py::test_an_awkward_name_comes_out_as_itself",
    "scaffold/test_create.py::test_nothing_is_written_over",
)


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fork with an edition of its own and one that is broken."""
    root = copy_sources(
        tmp_path_factory.mktemp("fork"), ".github", ".schemas", "Makefile", "README.md", ".gitignore", "tests"
    )
    for slug, text in (("millbeck", READY + "listed: true\n"), ("broken", "council:\n")):
        (root / "editions" / slug).mkdir()
        (root / "editions" / slug / "edition.yml").write_text(text, "utf-8")
    (root / ".venv").symlink_to(ROOT / ".venv")
    return root


def test_a_copy_of_the_project_leaves_a_forks_own_editions_behind(fork: Path, tmp_path: Path) -> None:
    copied = copy_sources(tmp_path, source=fork, drawn=False)

    assert [path.name for path in (copied / "editions").iterdir()] == ["toolkit"]


def test_tests_that_copy_the_project_pass_in_a_fork_with_editions_of_its_own(fork: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:xdist", "-o", "addopts=-q", *(f"tests/{name}" for name in COPYING)],
        cwd=fork, env={**environment(), "EDITION": ""}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0 and f"{len(COPYING)} passed" in done.stdout, done.stdout
