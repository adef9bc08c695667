"""What changed in a file of the toolkit since an edition replaced it, from git's history where there is one."""

from __future__ import annotations

import difflib
from pathlib import Path

from macros.core.fingerprints import fingerprint
from macros.core.git import git

VERSIONS = 200  # of one file: more than any page will have for years
LINES_SHOWN = 20  # lines of a difference: enough to see what it is about


def what_changed(root: Path, file: str, recorded_hash: str) -> tuple[str, ...]:
    """The lines that went ("- …") and came ("+ …") in ``file`` since its fingerprint was ``recorded_hash``.

    Empty where the history does not hold that text: there is no git, or only the newest version was fetched.
    """
    before = text_with(root, file, recorded_hash)
    if before is None:
        return ()
    now = (root / file).read_text("utf-8-sig")
    lines = [
        f"{line[0]} {line[1:].strip()}"
        for line in difflib.unified_diff(before.splitlines(), now.splitlines(), n=0, lineterm="")
        if line[:3] not in ("---", "+++") and not line.startswith("@@") and line[1:].strip()
    ]
    return (*lines[:LINES_SHOWN], "…") if len(lines) > LINES_SHOWN else tuple(lines)


def text_with(root: Path, file: str, recorded_hash: str) -> str | None:
    """The text that ``file`` had when its fingerprint was ``recorded_hash``, if git still has it."""
    commits = git_text(root, "log", f"--max-count={VERSIONS}", "--format=%H", "--", file)
    for commit in (commits or "").split():
        text = git_text(root, "show", f"{commit}:./{file}")
        if text is not None and fingerprint(text) == recorded_hash:
            return text
    return None


def git_text(root: Path, *asked: str) -> str | None:
    """What git answers in ``root``, or nothing where it cannot, or is not there."""
    try:
        code, output = git(root, *asked, may_fail=True)
    except FileNotFoundError:
        return None
    return None if code else output.decode("utf-8", "replace")
