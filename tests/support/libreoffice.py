"""Whether LibreOffice can be driven on this machine."""

from __future__ import annotations

import shutil
import subprocess

PYTHON = "/usr/bin/python3"  # the system's: LibreOffice's own module is not for any other


def is_there() -> bool:
    """Whether this machine has it, with its module for the system's Python."""
    if not shutil.which("soffice") or not shutil.which(PYTHON):
        return False
    return subprocess.run([PYTHON, "-c", "import uno"], check=False, capture_output=True).returncode == 0
