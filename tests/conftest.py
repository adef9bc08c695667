"""What tests share: copies of the project to build, the built site, and a browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.axe import chromium
from macros.commands.links import served
from macros.library import Library, read_library
from macros.nav import read_nav
from tests.council import council

__all__ = ["council"]  # a fixture that stands in a file of its own

ROOT = Path(__file__).resolve().parent.parent
ADDRESS = "https://toolkit.example/toolkit/"  # the invented address of Leeds's edition in tests
SOURCES = ("docs", "templates", "macros", "overrides", "editions", "mkdocs.yml", "CHANGELOG.md", "pyproject.toml")


@dataclass
class Built:
    """A build: its folder, what it printed, and its exit code."""

    site: Path
    said: str
    code: int

    @property
    def pages(self) -> list[Path]:
        """Every HTML file."""
        return sorted(self.site.rglob("*.html"))


def copy_project(to: Path, *, cache: bool = True) -> Path:
    """A copy of the project with the invented editions beside the real one."""
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, to / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, to / name)
    shutil.copytree(ROOT / "tests" / "editions", to / "editions", dirs_exist_ok=True)
    if cache:  # documents that did not change are made once for all tests
        (ROOT / ".cache").mkdir(exist_ok=True)
        (to / ".cache").symlink_to(ROOT / ".cache")
    return to


def build(project: Path, edition: str, site: Path | None = None, site_url: str = "") -> Built:
    """Build ``edition`` of the project as `make site` does, without swapping."""
    return begin(project, edition, site, site_url)()


def begin(project: Path, edition: str, site: Path | None = None, site_url: str = "") -> Callable[[], Built]:
    """Begin to build. Returns what waits for the end of it."""
    site = site or project / "built" / edition
    running = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=project,
        env={**os.environ, "EDITION": edition, "SITE_URL": site_url, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )

    def end() -> Built:
        said, _ = running.communicate()
        return Built(site, said, running.returncode)

    return end


def quick_build(project: Path, edition: str, site: Path | None = None, site_url: str = "") -> Built:
    """A build whose documents and book are dummies, in about 15 seconds: for claims about pages."""
    site = site or project / "built" / edition
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "quick.py"), str(site)],
        cwd=project,
        env={**os.environ, "EDITION": edition, "SITE_URL": site_url, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Built(site, done.stdout, done.returncode)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A fresh copy of the project, to be changed at will."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Built]:
    """Each edition, built once for every test that asks; "again" is a second build of the county, without any cache.

    They are begun together, because the book keeps one processor busy for a long time.
    """
    project = copy_project(tmp_path_factory.mktemp("editions") / "project")
    again = copy_project(tmp_path_factory.mktemp("again") / "project", cache=False)
    begun = {
        "leeds": begin(project, "leeds", site_url=ADDRESS),
        "eastmarch": begin(project, "eastmarch"),
        "ynys-wen": begin(project, "ynys-wen"),
        "again": begin(again, "eastmarch"),
    }
    done: dict[str, Built] = {}

    def get(edition: str) -> Built:
        if edition not in done:
            done[edition] = begun[edition]()
            assert done[edition].code == 0, done[edition].said
        return done[edition]

    return get


@pytest.fixture(scope="session")
def built(editions: Callable[[str], Built]) -> Built:
    """Leeds's edition."""
    return editions("leeds")


@pytest.fixture(scope="session")
def address(built: Built) -> Iterator[str]:
    """The built site over HTTP, under a sub-path."""
    with served(built.site) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    with chromium() as found:
        yield found


@pytest.fixture(scope="session")
def library() -> Library:
    """Everything that is written, for Leeds's edition."""
    return read_library(ROOT, "leeds", read_nav(ROOT))
