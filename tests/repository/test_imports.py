"""Imports go down only: the contracts in pyproject.toml hold, and each is broken by a planted import."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.usefixtures("programs")

LINT = Path(sys.executable).with_name("lint-imports")


def lint(project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINT, "--no-cache", "--config", "pyproject.toml"], cwd=project, capture_output=True, text=True, check=False
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "macros", tmp_path / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    return tmp_path


def test_the_contracts_hold(copy: Path) -> None:
    done = lint(copy)

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("macros/core/dates.py", "from macros.models import fields", "Imports go down only"),
        ("macros/models/packs.py", "from macros.content import library", "Imports go down only"),
        ("macros/publishing/manifest.py", "from mkdocs.plugins import event_priority", "Only hooks.py imports MkDocs"),
        ("macros/content/durations.py", "import jinja2", "What reads never draws"),
        ("macros/models/packs.py", "from pptx import Presentation", "What reads never draws"),
    ],
)
def test_a_planted_import_is_caught(copy: Path, file: str, line: str, contract: str) -> None:
    path = copy / file
    head = "from __future__ import annotations\n"
    assert head in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(head, f"{head}\n{line}\n", 1), "utf-8")

    done = lint(copy)

    assert done.returncode == 1
    assert re.search(rf"{contract} +BROKEN", done.stdout), done.stdout


def test_a_package_without_a_place_is_caught(copy: Path) -> None:
    (copy / "macros" / "attic").mkdir()
    (copy / "macros" / "attic" / "__init__.py").write_text('"""Nobody knows what this is."""\n', "utf-8")

    done = lint(copy)

    assert done.returncode == 1 and "attic" in done.stdout
