"""What tests share: copies of the project to build, the built site, and a browser."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from macros.content.library import Library, read_library
from macros.content.nav_file import read_nav
from macros.quality.axe import chromium
from macros.quality.web_server import served
from tests.support import lanes
from tests.support.builds import (
    ADDRESS,
    ROOT,
    Built,
    SharedBuilds,
    build,
    copy_project,
    copy_sources,
    quick_build,
)
from tests.support.council import council
from tests.support.lent_folder import LentFolder
from tests.support.parsed_once import parsed_once
from tests.support.unit_files import may_hold_unit_tests
from tests.support.unpainted import unpainted

__all__ = ["ADDRESS", "ROOT", "Built", "build", "copy_project", "copy_sources", "council", "quick_build"]


expect.set_options(timeout=120_000)  # milliseconds: what is to be seen is seen at once, but not on a busy machine


def pytest_configure() -> None:
    """Nothing that is read while tests are collected can go, so nobody looks for it: that took a sixth of the time."""
    gc.disable()


def pytest_collection_finish() -> None:
    """What is there now stays; of what tests make, it is looked through seldom."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    gc.enable()


@pytest.hookimpl(optionalhook=True)  # a run in one process may do without xdist
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One more than there are processors: a test in the browser often waits, and another may work then."""
    processors = os.cpu_count() or 1
    return processors if config.option.markexpr == "unit" else processors + 1


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The fast lane does not even read a file in which it has no test."""
    fast = config.option.markexpr == "unit" and collection_path.match("test_*.py")
    return True if fast and not may_hold_unit_tests(collection_path, ROOT / "tests") else None


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> Iterator[None]:
    """Put each test in its lanes before tests are chosen by them, then all in an order in which nobody waits."""
    for item in items:
        lanes.mark(item)
    yield
    items[:] = lanes.order(items, getattr(config, "workerinput", {}).get("workercount", 1))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """When all tests ran, or were stopped: end builds that still run."""
    if not hasattr(session.config, "workerinput"):
        SharedBuilds(session.config._tmp_path_factory.getbasetemp()).stop()  # type: ignore[attr-defined]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test does only what its lanes say."""
    lanes.enter(item)


@pytest.fixture(scope="session", autouse=True)
def _seldom_tidied() -> None:
    """Parsed pages are kept to the end: to look through them again and again for what can go costs a tenth."""
    gc.set_threshold(100_000, 30, 100)


@pytest.fixture(scope="session", autouse=True)
def _parsed_once() -> Iterator[None]:
    """A file that did not change is parsed once, though the whole toolkit is read again and again."""
    with parsed_once():
        yield


@pytest.fixture(scope="session", autouse=True)
def _builds_begun(request: pytest.FixtureRequest) -> None:
    """Builds with documents are begun with the first test, if any test will want them."""
    if any("editions" in getattr(item, "fixturenames", ()) for item in request.session.items):
        request.getfixturevalue("shared").begin()


@pytest.fixture(scope="session")
def builds() -> None:
    """For a test that builds by itself."""


@pytest.fixture(scope="session")
def programs() -> None:
    """For a test that starts other programs, such as git or LinkChecker."""


@pytest.fixture(scope="session")
def draws() -> None:
    """For a test that draws documents by itself."""


@pytest.fixture(scope="session")
def lent_project(tmp_path_factory: pytest.TempPathFactory) -> LentFolder:
    """What people write of the project, for one test after the other."""
    return LentFolder(tmp_path_factory.mktemp("lent") / "project", partial(copy_project, drawn=False))


@pytest.fixture
def project(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A fresh copy of the project, to be changed at will; for a test that builds nothing, of what people write."""
    if request.node.get_closest_marker("unit"):
        lent: LentFolder = request.getfixturevalue("lent_project")
        return lent.lend()
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> SharedBuilds:
    """Builds that all tests share, in whichever process they run."""
    base = tmp_path_factory.getbasetemp()
    return SharedBuilds(base.parent if hasattr(request.config, "workerinput") else base)


@pytest.fixture(scope="session")
def editions(shared: SharedBuilds) -> Callable[[str], Built]:
    """Each edition, built once for every test that asks."""
    return shared.get


@pytest.fixture(scope="session")
def quick(shared: SharedBuilds) -> Built:
    """The toolkit's own edition without its documents, for claims about pages."""
    return shared.quick()


@pytest.fixture(scope="session")
def quick_editions(shared: SharedBuilds) -> Callable[[str], Built]:
    """Each edition without its documents and its address, built once for every test that asks."""
    return shared.quick


@pytest.fixture(scope="session")
def quick_address(quick: Built) -> Iterator[str]:
    """The quickly built site over HTTP."""
    with served(quick.site) as url:
        yield url


@pytest.fixture(scope="session")
def built(editions: Callable[[str], Built]) -> Built:
    """The toolkit's own edition."""
    return editions("toolkit")


@pytest.fixture(scope="session")
def address(built: Built) -> Iterator[str]:
    """The built site over HTTP, under a sub-path."""
    with served(built.site) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    with chromium() as running:
        yield unpainted(running)


@pytest.fixture(scope="session")
def library() -> Library:
    """Everything that is written, for the toolkit's own edition."""
    return read_library(ROOT, "toolkit", read_nav(ROOT))
