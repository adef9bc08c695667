"""What the code says of its types holds, by mypy, as pyproject.toml asks it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT
from tests.support.build_server import environment

SETTINGS = ROOT / "pyproject.toml"


def told_by_mypy(*files: str) -> str:
    """What is wrong in ``files``; in all that the settings name where none is given."""
    command = [sys.executable, "-m", "mypy", "--config-file", str(SETTINGS), *files]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_every_type_holds(programs: None) -> None:
    assert told_by_mypy() == ""


def test_a_number_in_the_place_of_a_text_is_found(tmp_path: Path, programs: None) -> None:
    wrong = tmp_path / "wrong.py"
    wrong.write_text("def name() -> str:\n    return 1\n\n\ndef untyped(text):\n    return text\n", "utf-8")

    faults = told_by_mypy(str(wrong))

    assert "wrong.py:2: error" in faults and "wrong.py:5: error" in faults
