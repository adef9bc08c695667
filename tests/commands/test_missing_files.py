"""A command that finds a file of the toolkit missing says which, and what to do, without a traceback."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.usefixtures("programs")


@pytest.mark.parametrize("command", ["edition", "updates", "check", "site"])
@pytest.mark.parametrize("file", ["templates/strings/en.yml", "editions"])
def test_a_missing_file_of_the_toolkit_is_told_without_a_traceback(project: Path, command: str, file: str) -> None:
    for invented in (ROOT / "tests" / "editions").iterdir():  # each would be built, and tell the same
        shutil.rmtree(project / "editions" / invented.name)
    (project / file).rename(project / "away")
    asked = [sys.executable, "-m", f"macros.commands.{command}"]

    done = subprocess.run(
        asked, cwd=project, env={"PATH": "/usr/bin:/bin", "EDITION": "all"}, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode in (1, 2)
    assert "Traceback" not in done.stdout + done.stderr, done.stderr
    if not (command == "updates" and file == "editions"):  # git is asked first, and this copy has none
        assert file in done.stdout + done.stderr or "Nothing was said." in done.stderr
