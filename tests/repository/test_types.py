"""What the code says of its types holds, by Pyrefly, as pyproject.toml asks it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT
from tests.support.build_server import environment

PYREFLY = Path(sys.executable).with_name("pyrefly")
# What is wrong in a file, and as what it is told.
WRONG = {
    "a number in the place of a text": ("def name() -> str:\n    return 1\n", "bad-return"),
    "a function that says no types": ("def untyped(text):\n    return text\n", "implicit-any-parameter"),
    "a list of anything": ("def first(texts: list) -> str:\n    return str(texts[0])\n", "implicit-any-type-argument"),
    "what may be nothing": (
        "def count(text: str | None) -> int:\n    return text.count('a')\n",
        "missing-attribute",
    ),
    "a setting that a model lacks": (
        "from macros.models.editions import Look\n\nlook = Look(primry='#000000')\n",
        "unexpected-keyword",
    ),
    "a comment that lets nothing pass": ("number: int = 1  # pyrefly: ignore[bad-return]\n", "unused-ignore"),
}


def told_by_pyrefly(*files: Path) -> str:
    """What is wrong in ``files``; in all that the settings name where none is given."""
    command = [PYREFLY, "check", "--config", "pyproject.toml", "--python-interpreter-path", sys.executable]
    command += ["--output-format", "min-text", *files]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_every_type_holds(programs: None) -> None:
    assert told_by_pyrefly() == ""


def test_what_is_wrong_is_found(tmp_path: Path, programs: None) -> None:
    files = {tmp_path / f"{kind.replace(' ', '_')}.py": (text, code) for kind, (text, code) in WRONG.items()}
    for path, (text, _) in files.items():
        path.write_text(text, "utf-8")

    lines = told_by_pyrefly(*files).splitlines()

    assert [path.name for path, (_, code) in files.items() if not _is_told(path, code, lines)] == []


def _is_told(path: Path, code: str, lines: list[str]) -> bool:
    return any(path.name in line and line.startswith("ERROR") and line.endswith(f"[{code}]") for line in lines)
