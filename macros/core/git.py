"""The few questions that are asked of git. Nothing in the project is changed by them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


class GitError(Exception):
    """Git could not answer; the text is what it said."""


def git(root: Path, *asked: str, may_fail: bool = False, index: Path | None = None) -> tuple[int, bytes]:
    """Run git in ``root``, with an ``index`` of its own where one is given. Returns its exit code and output.

    Raises :class:`GitError` where it fails and may not.
    """
    env = {**os.environ, "GIT_INDEX_FILE": str(index)} if index else None
    done = subprocess.run(["git", *asked], cwd=root, env=env, capture_output=True, check=False)  # noqa: S607
    if done.returncode and not may_fail:
        raise GitError(done.stderr.decode("utf-8", "replace").strip())
    return done.returncode, done.stdout


def files_of(root: Path, commit: str, to: Path) -> None:
    """Write the files of ``commit`` under the empty folder ``to``. Raises :class:`GitError`."""
    index = to / ".index"
    git(root, "read-tree", commit, index=index)
    git(root, "checkout-index", "--all", f"--prefix={to}/", index=index)
    index.unlink()


def parted(root: Path, commit: str) -> str:
    """The commit at which this fork and ``commit`` were last the same. Raises :class:`GitError`."""
    return git(root, "merge-base", "HEAD", commit)[1].decode().strip()


def edited_outside(root: Path, commit: str) -> dict[str, bool]:
    """The toolkit's files that were changed here since this fork and ``commit`` parted, and still differ from it.

    With each, whether the toolkit had it then: if not, both made a file of the same name. Raises :class:`GitError`.
    """
    base = parted(root, commit)
    before, now = _files(root, base), _files(root, commit)
    mine = _lines(git(root, "diff", "--name-only", "--no-renames", "-z", base, "HEAD")[1])
    differ = set(_lines(git(root, "diff", "--name-only", "--no-renames", "-z", commit, "HEAD")[1]))
    return {path: path in before for path in sorted(mine) if path in differ and path in before | now}


def conflicts(root: Path, commit: str) -> list[str]:
    """The files over which a merge of ``commit`` would stop. Nothing is merged. Needs git 2.38.

    Raises :class:`GitError` where the merge cannot be tried: an old git, a commit that is not known, another history.
    """
    options = ("--write-tree", "--name-only", "-z", "--no-messages")
    code, output = git(root, "merge-tree", *options, "HEAD", commit, may_fail=True)
    tree, *files = _lines(output) or [""]
    if code > 1 or not tree:  # it ends with 1 for conflicts and for an unknown commit, but then names no tree
        raise GitError(f"git merge-tree could not try to merge {commit}, and ended with {code}")
    return sorted(set(files)) if code else []


def _files(root: Path, commit: str) -> set[str]:
    return set(_lines(git(root, "ls-tree", "-r", "--name-only", "-z", commit)[1]))


def _lines(output: bytes) -> list[str]:
    text = output.decode("utf-8")
    return [line for line in text.split("\0" if "\0" in text else "\n") if line]
