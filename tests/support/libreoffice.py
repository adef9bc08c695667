"""LibreOffice on this machine: whether all that tests ask of it is there, and what it makes of files."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

PYTHON = "/usr/bin/python3"  # the system's: LibreOffice's own module is not for any other
MISSING = "LibreOffice is not there whole: on Debian, macros/commands/set-up.sh says which packages hold it"
PATIENCE = 1800  # seconds: `make round-trips` lets one program fill every worksheet


def is_there() -> bool:
    """Whether this machine has it, with its module for the system's Python."""
    if not shutil.which("soffice") or not shutil.which(PYTHON):
        return False
    return subprocess.run([PYTHON, "-c", "import uno"], check=False, capture_output=True).returncode == 0


def converted(files: Sequence[Path], form: str, folder: Path) -> Path:
    """The folder in ``folder`` where all ``files`` are in this ``form``, such as "pdf", as LibreOffice writes them.

    The test that asks is passed over where there is no LibreOffice, and fails with its words where it failed.
    """
    if not is_there():
        pytest.skip(MISSING)
    out, home = folder / "out", f"-env:UserInstallation={(folder / 'home').as_uri()}"
    run(["soffice", home, "--headless", "--convert-to", form, "--outdir", out, *files])
    return out


def run(command: Sequence[str | Path]) -> str:
    """What a program says that has to do with LibreOffice. A failure tells the same: it is of another process."""
    done = subprocess.run(
        command, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=PATIENCE
    )
    assert done.returncode == 0, done.stdout
    return done.stdout
