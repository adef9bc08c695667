"""What is measured is what runs, in builds too; and what no test runs says why."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from coverage import Coverage, CoverageData

from tests.conftest import ROOT
from tests.support.builds import COVERAGE, environment
from tests.support.unwatched import unwatched

NOT_COVERED = re.compile(r"#\s*pragma:\s*no cover(.*)")
REASON = re.compile(r": \S.{10,}")


def without_reason(text: str) -> list[str]:
    """The lines that leave code out of the measure and do not say why."""
    return [
        line.strip() for line in text.split("\n") if (mark := NOT_COVERED.search(line)) and not REASON.match(mark[1])
    ]


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("def f():  # pragma: no cover", True),
        ("def f():  # pragma: no cover: why", True),
        ("def f():  #pragma:no cover", True),
        ("def f():  # pragma: no cover: only Windows has such names", False),
        ("def f():  # covers no pragma", False),
    ],
)
def test_a_mark_without_a_reason_is_told(line: str, is_told: bool) -> None:
    assert bool(without_reason(line)) == is_told


def test_what_no_test_covers_says_why() -> None:
    files = (ROOT / "macros").rglob("*.py")

    assert {path.name: lines for path in files if (lines := without_reason(path.read_text("utf-8")))} == {}


def test_what_runs_in_a_copy_of_the_project_counts_as_the_project(tmp_path: Path) -> None:
    run = CoverageData(str(tmp_path / "data.build"))
    run.add_lines({str(tmp_path / "quick-toolkit-project/macros/paths.py"): [1, 2]})
    run.write()
    measured = Coverage(str(tmp_path / "data"), config_file=str(ROOT / "pyproject.toml"))

    measured.combine([str(tmp_path)])

    assert measured.get_data().measured_files() == {str(ROOT / "macros/paths.py")}


def test_a_build_that_is_measured_goes_by_the_settings_of_its_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in COVERAGE:
        monkeypatch.delenv(name, raising=False)
    assert set(COVERAGE) & environment(Path("copy")).keys() == set(), "nothing is measured, so no build is"

    monkeypatch.setenv("COVERAGE_PROCESS_CONFIG", "where the tests are")

    assert environment(Path("copy"))["COVERAGE_PROCESS_START"] == str(Path("copy/pyproject.toml"))
    assert "COVERAGE_PROCESS_CONFIG" not in environment(Path("copy"))
    assert set(COVERAGE) & environment().keys() == set()


class Watching:
    """What coverage sets to look on."""

    def __init__(self) -> None:
        self.now = True

    def stop(self) -> None:
        self.now = False

    def start(self) -> None:
        self.now = True


def test_coverage_looks_away_from_others_work_and_on_again_whatever_came_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    watching = Watching()
    monkeypatch.setattr(sys, "gettrace", lambda: watching)

    assert unwatched(lambda given: (given, watching.now))("given") == ("given", False)
    assert watching.now
    with pytest.raises(ZeroDivisionError):
        unwatched(lambda: 1 // 0)()
    assert watching.now
    monkeypatch.setattr(sys, "gettrace", lambda: None)
    assert unwatched(lambda: watching.now)()
