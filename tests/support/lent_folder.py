"""A folder that tests borrow one after the other: each finds it as it was made, and only what changed is copied again.

To copy the project for each of a hundred tests took a third of the fast lane's time.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from stat import S_IFMT, S_ISDIR

Look = tuple[int, ...]  # what differs where an entry is not what it was


class LentFolder:
    """``make`` makes the folder at ``path``, and beside it the copy from which it is put back."""

    def __init__(self, path: Path, make: Callable[[Path], object]) -> None:
        self.path = path
        self._kept = path.with_name(f"{path.name}-as-made")
        for folder in (self._kept, self.path):
            make(folder)
        self._looks = dict(looks(self.path))

    def lend(self) -> Path:
        """The folder, as it was made."""
        now = dict(looks(self.path))
        for name, look in now.items():
            if name not in self._looks or S_IFMT(look[0]) != S_IFMT(self._looks[name][0]):
                remove(self.path / name)
        for name, before in self._looks.items():
            if now.get(name) != before:
                self._put_back(name)
        return self.path

    def _put_back(self, name: str) -> None:
        kept, entry = self._kept / name, self.path / name
        if S_ISDIR(self._looks[name][0]):
            entry.mkdir(exist_ok=True)
            shutil.copystat(kept, entry)
        else:
            entry.unlink(missing_ok=True)
            shutil.copy2(kept, entry, follow_symlinks=False)
        self._looks[name] = look_of(entry.lstat())


def looks(folder: Path, before: str = "") -> Iterator[tuple[str, Look]]:
    """Each entry below ``folder``, a folder before what it holds, with its look; no link is followed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{before}{entry.name}"
            yield name, look_of(entry.stat(follow_symlinks=False))
            if entry.is_dir(follow_symlinks=False):
                yield from looks(Path(entry.path), f"{name}/")


def look_of(stat: os.stat_result) -> Look:
    """Kind and rights; for what is not a folder also which it is, how long, and when it was written."""
    inside = () if S_ISDIR(stat.st_mode) else (stat.st_ino, stat.st_size, stat.st_mtime_ns)
    return (stat.st_mode, *inside)


def remove(entry: Path) -> None:
    """Remove a file, a link or a folder; one that went with its folder is passed over."""
    if entry.is_dir() and not entry.is_symlink():
        shutil.rmtree(entry)
    else:
        entry.unlink(missing_ok=True)
