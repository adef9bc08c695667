"""Real git for many forks at once: one process makes all commits of a release, another tries all merges."""

from __future__ import annotations

import io
import os
import re
import subprocess
import tarfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

NOBODY = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
MAIN = "refs/heads/main"


@dataclass(frozen=True)
class Commit:
    """A commit to make on ``ref``: ``files`` with None are taken away; ``merged`` is what else it comes from.

    ``tree`` is what a merge gave, where it is one; ``start`` is where a new branch begins.
    """

    ref: str
    files: Mapping[str, str | None] = field(default_factory=dict)
    merged: str = ""
    tree: str = ""
    start: str = ""


@dataclass(frozen=True)
class Merge:
    """What merging would give: the tree, and the files in which git does not know whose words to keep."""

    tree: str
    conflicts: tuple[str, ...]


class Store:
    """A bare repository with a branch for the toolkit and one for each fork."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.refs: set[str] = set()
        self.run("init", "--quiet", "--bare", "--initial-branch", "main", str(folder), at=folder.parent)

    def run(self, *asked: str, given: bytes = b"", at: Path | None = None) -> bytes:
        """What git says. Raises ``CalledProcessError`` where it fails."""
        environ = {**os.environ, **NOBODY}
        return subprocess.run(
            ["git", *asked],  # noqa: S607 - the one that the path finds is meant
            cwd=at or self.folder,
            input=given,
            env=environ,
            capture_output=True,
            check=True,
        ).stdout

    def commit(self, commits: Iterable[Commit]) -> None:
        """Make all of these commits."""
        self.run("fast-import", "--quiet", "--force", given=b"".join(map(self._lines, commits)))

    def _lines(self, commit: Commit) -> bytes:
        lines = [f"commit {commit.ref}\ncommitter Simulation <simulation@example.org> 1764000000 +0000\n".encode()]
        lines.append(b"data 2\nx\n")
        start = commit.start or (commit.ref if commit.ref in self.refs else "")
        self.refs.add(commit.ref)
        if start:
            lines.append(f"from {start}^0\n".encode())
        if commit.merged:
            lines.append(f"merge {commit.merged}^0\n".encode())
        if commit.tree:
            lines.append(f'M 040000 {commit.tree} ""\n'.encode())
        for path, text in commit.files.items():
            if text is None:
                lines.append(f"D {path}\n".encode())
            else:
                content = text.encode()
                lines.append(f"M 100644 inline {path}\ndata {len(content)}\n".encode() + content + b"\n")
        return b"".join([*lines, b"\n"])

    def merges(self, refs: Sequence[str], other: str = MAIN) -> list[Merge]:
        """What it would give to merge ``other`` into each of ``refs``."""
        asked = "".join(f"{ref} {other}\n" for ref in refs).encode()
        answer = self.run("merge-tree", "--write-tree", "--stdin", "-z", "--name-only", "--no-messages", given=asked)
        fields = iter(answer.decode().split("\0"))
        merges = []
        for _ in refs:
            next(fields)  # whether it is clean, which the list of files says too
            tree = next(fields)
            merges.append(Merge(tree, tuple(iter(lambda: next(fields), ""))))
        return merges

    def base(self, ref: str) -> str:
        """The commit from which ``ref`` and the toolkit parted."""
        return self.run("merge-base", ref, MAIN).decode().strip()

    def text(self, ref: str, path: str) -> str | None:
        """A file as ``ref`` has it; None where it has none."""
        try:
            return self.run("show", f"{ref}:{path}").decode()
        except subprocess.CalledProcessError:
            return None

    def words(self, ref: str, pattern: str) -> set[str]:
        """Every match of ``pattern`` in the files of ``ref``."""
        try:
            return set(self.run("grep", "-ohE", pattern, ref).decode().split())
        except subprocess.CalledProcessError:  # nothing matches
            return set()

    def check_out(self, ref: str, path: str, to: Path) -> None:
        """Write the folder ``path`` of ``ref`` below ``to``."""
        packed = self.run("archive", ref, path)
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(to, filter="data")


def with_line(text: str, line: str, after: int) -> str:
    """``text`` with a paragraph below its heading number ``after``, or at its end where it has fewer."""
    heads = [head.end() for head in re.finditer(r"^## .+\n", text, re.MULTILINE)]
    at = heads[after % len(heads)] if heads else len(text)
    return f"{text[:at]}\n{line}\n{text[at:]}"
