"""Tests are in the lane of what they need, and the fast lane needs nothing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, quick_build
from tests.support.lanes import lanes_of, order
from tests.support.unit_files import may_hold_unit_tests


@pytest.mark.parametrize(
    ("fixtures", "lanes"),
    [
        (set(), ["unit"]),
        ({"library", "tmp_path"}, ["unit"]),
        ({"quick", "shared"}, ["built"]),
        ({"builds", "project"}, ["built"]),
        ({"built", "editions", "shared"}, ["full", "built"]),
        ({"browser", "quick", "shared"}, ["built", "browser"]),
    ],
)
def test_a_test_is_in_the_lanes_of_its_fixtures(fixtures: set[str], lanes: list[str]) -> None:
    assert lanes_of(fixtures) == lanes


class Item:
    """A test, as far as its order is concerned."""

    def __init__(self, name: str) -> None:
        self.name = name

    def get_closest_marker(self, marker: str) -> bool:
        return marker == "full" and self.name.isupper()


def test_each_worker_has_what_waits_for_whole_builds_last() -> None:
    items = [Item(letter) for letter in "AaBbCcDdeFfgHh"]  # capitals need whole builds

    ordered = "".join(item.name for item in order(items, 2))  # type: ignore[arg-type]

    assert ordered == "abcdABCefghDFH"


def test_a_test_of_the_fast_lane_cannot_build(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="must ask for the fixture `builds`"):
        quick_build(tmp_path, "toolkit")


def test_every_file_with_a_test_of_the_fast_lane_is_read_by_it(request: pytest.FixtureRequest) -> None:
    """Told by the whole suite: the fast lane alone does not see what it leaves out."""
    files = {item.path for item in request.session.items if item.get_closest_marker("unit")}

    assert [file for file in files if not may_hold_unit_tests(file, ROOT / "tests")] == []


FIXTURE = "@pytest.fixture\ndef server(quick): ...\n"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("def test_a(): ...", True),
        ("def test_a(browser): ...", False),
        ("def test_a(browser): ...\ndef test_b(tmp_path): ...", True),
        ("def test_a(quick_address): ...", False),
        ("def test_a(quick_address): ...\nclass TestB:\n    def test_c(self): ...", True),
        (f"{FIXTURE}def test_a(server): ...", False),
        ("def server(quick): ...\ndef test_a(server): ...", True),
        ("@pytest.mark.usefixtures('draws')\ndef test_a(): ...", False),
        ("pytestmark = pytest.mark.usefixtures('draws')\ndef test_a(): ...", False),
        ("pytestmark = [pytest.mark.x, pytest.mark.usefixtures('draws')]\ndef test_a(): ...", False),
        (
            "@pytest.mark.parametrize('a', [1, pytest.param(2, marks=pytest.mark.usefixtures('draws'))])\n"
            "def test_a(a): ...",
            True,
        ),
    ],
)
def test_a_file_is_left_out_where_each_of_its_tests_needs_more(text: str, read: bool, tmp_path: Path) -> None:
    shutil.copy(ROOT / "tests/conftest.py", tmp_path)
    file = tmp_path / "test_it.py"
    file.write_text(text, "utf-8")

    assert may_hold_unit_tests(file, tmp_path) is read


WAITS = re.compile(r"wait_for_timeout\(|\bsleep\(|setTimeout\(\s*(?:done|resolve)\b")


def waiting(sources: dict[str, str]) -> list[str]:
    """Tests that wait for a time; what polls in tests/support waits until something is so."""
    return [name for name, text in sources.items() if WAITS.search(text)]


def test_no_test_waits_for_a_time() -> None:
    files = [path for path in (ROOT / "tests").rglob("test_*.py") if path != Path(__file__)]

    assert waiting({path.name: path.read_text("utf-8") for path in files}) == []


@pytest.mark.parametrize(
    "text", ["page.wait_for_timeout(500)", "time.sleep(1)", "new Promise((done) => setTimeout(done))"]
)
def test_a_test_that_waits_for_a_time_is_found(text: str) -> None:
    assert waiting({"a": text, "b": "page.wait_for_url(url)"}) == ["a"]
