"""Other tools build this edition or its export: `make exits` runs them, and the workflow “Ways out”.

They are installed into .cache/exits/, beside the packages of the checks, so that neither gets in the other's way.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from lxml import etree

from macros.commands.export import write
from macros.content.library import Library
from macros.core.html import PARSER, parse_fragment
from macros.core.urls import address
from macros.publishing.export import export
from tests.conftest import ADDRESS, ROOT, Built, copy_project
from tests.support.compare_builds import differences
from tests.support.exits import NOT_WORDS, PageWords, differing, front_matter_and_body, site_page, words_of

pytestmark = [
    pytest.mark.usefixtures("builds"),
    pytest.mark.skipif(
        os.environ.get("EXITS") != "all", reason="`make exits` runs it: other tools are installed first"
    ),
]
# What Zensical puts into an article beside its words.
THEIRS = './/*[@class="headerlink"]|.//*[contains(@class, "md-source-file")]|.//*[contains(@class, "md-feedback")]'


@pytest.fixture(scope="module")
def tools() -> Path:
    """The folder with the other tools, each exactly as pyproject.toml pins it."""
    pins = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]["exits"]
    folder = ROOT / ".cache/exits" / hashlib.sha256(" ".join(pins).encode()).hexdigest()[:12]
    if not (folder / "installed").is_file():
        # What they need in turn is what the site itself is built with: mkdocs and Zensical share it.
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--upgrade", "--target", str(folder)]
        done = subprocess.run([*command, *pins], capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"The other tools could not be installed here: {done.stderr.strip()[-300:]}")
        (folder / "installed").touch()
    return folder


@pytest.fixture(scope="module")
def exported(library: Library, quick: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The export of the toolkit's own edition, as `make export` writes it."""
    folder = tmp_path_factory.mktemp("exits") / "export"
    write(folder, dict(export(library, quick.site, ADDRESS)))
    return folder


def run(tools: Path, folder: Path, *command: str, **environ: str) -> str:
    """Run a Python program with the other ``tools`` in ``folder``. Returns what it printed."""
    done = subprocess.run(
        [sys.executable, *command], cwd=folder, env={**os.environ, "PYTHONPATH": str(tools), **environ},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def compared(site: Path, export: Path, theirs: Callable[[str], PageWords]) -> dict[str, str]:
    """What differs, by page, between the built ``site`` and what another tool made of each page of the ``export``."""
    paths = [path.relative_to(export / "docs").as_posix() for path in sorted((export / "docs").rglob("*.md"))]
    assert len(paths) > 150
    with ThreadPoolExecutor() as pool:
        pages = dict(zip(paths, pool.map(theirs, paths), strict=True))
    return {path: difference for path, page in pages.items() if (difference := differing(site_page(site, path), page))}


def test_properdocs_builds_the_same_bytes(tools: Path, quick: Built, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    command = ("-m", "properdocs", "build", "--strict", "--quiet", "--config-file", "mkdocs.yml", "--site-dir", "built")
    environ = {"EDITION": "toolkit", "DOCUMENTS": "none", "SITE_URL": ADDRESS, "NO_MKDOCS_2_WARNING": "1"}
    run(tools, project, *command, **environ)

    assert differences(quick.site, project / "built") == []


def test_zensical_builds_the_export(tools: Path, quick: Built, exported: Path) -> None:
    run(tools, exported, "-c", "from zensical.main import cli; cli()", "build")

    def page(path: str) -> PageWords:
        file = exported / "site" / address(path) / "index.html"
        return words_of(etree.fromstring(file.read_bytes(), PARSER).xpath("//article")[0], f"{NOT_WORDS}|{THEIRS}")

    assert compared(quick.site, exported, page) == {}


def test_plain_pandoc_reads_every_page_of_the_export(tools: Path, quick: Built, exported: Path) -> None:
    pandoc = tools / "pypandoc/files/pandoc"

    def page(path: str) -> PageWords:
        body = front_matter_and_body((exported / "docs" / path).read_text("utf-8"))[1]
        command = [str(pandoc), "--from", "markdown", "--to", "html", "--wrap", "preserve"]
        done = subprocess.run(command, input=body, capture_output=True, text=True, check=True)
        return words_of(parse_fragment(done.stdout))

    assert compared(quick.site, exported, page) == {}


def test_plain_pandoc_makes_one_word_document_of_it(tools: Path, exported: Path) -> None:
    pandoc = tools / "pypandoc/files/pandoc"
    subprocess.run([str(pandoc), "--defaults", "pandoc.yml", "--output", "all.docx"], cwd=exported, check=True)

    with zipfile.ZipFile(exported / "all.docx") as document:
        words = document.read("word/document.xml").decode()
    assert "Choose the community" in words and "Share results" in words
