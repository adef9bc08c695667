"""A council's fork runs these tests too: what it wrote in its own folder must not make them fail."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, copy_sources
from tests.support.council import READY

pytestmark = pytest.mark.usefixtures("programs")

# Each of them copies the project; the rest of the tests read the toolkit's edition by name, or build such a copy.
COPYING = (
    "repository/test_workflows.py::test_the_form_writes_saves_and_publishes_whatever_was_typed",
    "upgrade/test_rehearsal.py::test_a_light_fork_takes_the_new_version_and_has_nothing_to_decide",
    "pages/test_adopt_pages.py::test_every_example_of_a_change_works_as_it_is_written",
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
    made = copy_sources(tmp_path, source=fork)

    assert [path.name for path in (made / "editions").iterdir()] == ["toolkit"]


def test_tests_that_copy_the_project_pass_in_a_fork_with_editions_of_its_own(fork: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:xdist", "-o", "addopts=-q", *(f"tests/{one}" for one in COPYING)],
        cwd=fork, env={**os.environ, "EDITION": ""}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0 and f"{len(COPYING)} passed" in done.stdout, done.stdout
