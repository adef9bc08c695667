"""What is measured is what runs, in builds too; and what no test runs says why."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.support.build_server import MEASURES, environment
from tests.support.builds import LINES_THAT_RAN, measuring

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


def test_what_runs_in_a_copy_of_the_project_counts_as_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy, lines = tmp_path / "copy", tmp_path / "lines"
    (copy / "macros").mkdir(parents=True)
    lines.mkdir()
    shutil.copy(ROOT / "pyproject.toml", copy)
    (copy / "macros/some.py").write_text("def ran():\n    return 1\n\n\ndef did_not_run():\n    return 2\n")
    (copy / "begin.py").write_text("from macros.some import ran\n\nran()\n")
    monkeypatch.setenv(LINES_THAT_RAN, str(lines))

    command = [sys.executable, *measuring("copy"), "begin.py"]
    subprocess.run(command, cwd=copy, env=environment(), check=True, timeout=120)

    (written,) = lines.glob("coverage-gw*.json")
    files = json.loads(written.read_text("utf-8"))["files"]
    assert {name: files[name]["missing_lines"] for name in files} == {"macros/some.py": [6]}


def test_of_programs_that_tests_start_only_those_that_ask_are_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(LINES_THAT_RAN, raising=False)
    assert measuring("toolkit") == [], "nothing is measured, so no build is"

    monkeypatch.setenv(f"{MEASURES}ENABLED", "1")

    assert not [name for name in environment() if name.startswith(MEASURES)]
