"""Real git for tests, with a name of its own, and none of this machine's settings."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

OURS = {
    "GIT_AUTHOR_NAME": "Tester", "GIT_AUTHOR_EMAIL": "tester@example.org",
    "GIT_COMMITTER_NAME": "Tester", "GIT_COMMITTER_EMAIL": "tester@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
}  # fmt: skip


def git(folder: Path, *asked: str, may_fail: bool = False) -> str:
    """Run git in ``folder``. Returns what it said; raises where it fails and may not."""
    done = subprocess.run(
        ["git", *asked], cwd=folder, env={**os.environ, **OURS}, capture_output=True, text=True, check=False
    )
    assert may_fail or done.returncode == 0, (asked, done.stdout, done.stderr)
    return (done.stdout + done.stderr).strip()


def commit(folder: Path, message: str) -> None:
    """Keep everything that is in ``folder``."""
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)


def repository(folder: Path) -> Path:
    """Begin a repository in ``folder`` with everything that is in it."""
    git(folder, "init", "-q", "-b", "main", "--template=")  # without a dozen examples of hooks
    commit(folder, "What was there")
    return folder
