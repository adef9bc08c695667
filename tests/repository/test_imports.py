"""Imports go down only: the contracts in pyproject.toml hold, and each is broken by a planted import."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.usefixtures("programs")

LAYERS, HOOKS, READERS = "Imports go down only", "Only hooks.py imports MkDocs", "What reads never draws"
LINT = Path(sys.executable).with_name("lint-imports")


def lint(project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINT, "--no-cache", "--config", "pyproject.toml"], cwd=project, capture_output=True, text=True, check=False
    )


# What is planted, each in a file of its own, the contract that it breaks, and how the lint names it there.
PLANTED = [
    ("core/dates.py", "from macros.models import fields", LAYERS, "macros.core.dates -> macros.models.fields"),
    ("models/packs.py", "from macros.content import library", LAYERS, "macros.models.packs -> macros.content.library"),
    (
        "publishing/manifest.py",
        "from mkdocs.plugins import event_priority",
        HOOKS,
        "macros.publishing.manifest -> mkdocs",
    ),
    ("content/durations.py", "import jinja2", READERS, "macros.content.durations -> jinja2"),
    ("models/papers.py", "from pptx import Presentation", READERS, "macros.models.papers -> pptx"),
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("imports")
    shutil.copytree(ROOT / "macros", root / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", root / "pyproject.toml")
    return root


@pytest.fixture(scope="module")
def broken(copy: Path) -> subprocess.CompletedProcess[str]:
    """What is said of the code with all that is planted at once."""
    texts = {copy / "macros" / file: (copy / "macros" / file).read_text("utf-8") for file, *_ in PLANTED}
    head = "from __future__ import annotations\n"
    for file, line, *_ in PLANTED:
        path = copy / "macros" / file
        assert head in texts[path]
        path.write_text(texts[path].replace(head, f"{head}\n{line}\n", 1), "utf-8")
    done = lint(copy)
    for path, text in texts.items():
        path.write_text(text, "utf-8")
    return done


def test_the_contracts_hold(copy: Path) -> None:
    done = lint(copy)

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("file", "line", "contract", "named"), PLANTED)
def test_a_planted_import_is_caught(
    broken: subprocess.CompletedProcess[str], file: str, line: str, contract: str, named: str
) -> None:
    assert broken.returncode == 1
    assert re.search(rf"{contract} +BROKEN", broken.stdout), broken.stdout
    parts = re.split(r"\n-+\n", broken.stdout.split("Broken contracts")[1])
    assert any(named in part for title, part in pairwise(parts) if title.endswith(contract)), broken.stdout


def test_a_package_without_a_place_is_caught(copy: Path) -> None:
    attic = copy / "macros" / "attic"
    attic.mkdir()
    (attic / "__init__.py").write_text('"""Nobody knows what this is."""\n', "utf-8")

    done = lint(copy)
    shutil.rmtree(attic)

    assert done.returncode == 1 and "attic" in done.stdout
