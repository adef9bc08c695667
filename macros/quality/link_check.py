"""LinkChecker over HTTP, under the sub-path at which the site will be served."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from macros.quality.web_server import served

SETTINGS = Path(__file__).with_name("linkcheckerrc")


def check(site: Path) -> tuple[bool, str]:
    """Check every link of a built site to a page, 404.html too. Returns whether all is well, and LinkChecker's report.

    Links to an email or a phone are looked at in :mod:`macros.quality.mail_links`.
    """
    with served(site) as address, tempfile.TemporaryDirectory() as empty:
        command = [
            sys.executable,
            "-m",
            "linkcheck",
            "--config",
            str(SETTINGS),
            "--no-status",
            address,
            address + "404.html",
        ]
        done = subprocess.run(command, capture_output=True, text=True, cwd=empty, check=False)
    return done.returncode == 0, done.stdout + done.stderr
