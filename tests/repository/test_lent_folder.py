"""A folder that tests share is as it was made for each, whatever the one before did to it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.lent_folder import LentFolder, looks


def make(folder: Path) -> None:
    (folder / "a/b").mkdir(parents=True)
    for name in ("a/b/c.txt", "a/d.txt", "e.txt"):
        (folder / name).write_text(name, "utf-8")
    (folder / "link").symlink_to(folder.parent / "elsewhere")


def replace_by_folder(folder: Path) -> None:
    (folder / "e.txt").unlink()
    (folder / "e.txt").mkdir()
    (folder / "e.txt/f.txt").write_text("f", "utf-8")


def replace_by_link(folder: Path) -> None:
    shutil.rmtree(folder / "a/b")
    (folder / "a/b").symlink_to(folder.parent)


def lead_elsewhere(folder: Path) -> None:
    (folder / "link").unlink()
    (folder / "link").symlink_to(folder)


def content(folder: Path) -> dict[str, tuple[int, str]]:
    return {
        name: (look[0], str(path.readlink()) if path.is_symlink() else "" if path.is_dir() else path.read_text("utf-8"))
        for name, look in looks(folder)
        for path in [folder / name]
    }


@pytest.mark.parametrize(
    "act",
    [
        lambda folder: (folder / "e.txt").write_text("E.txt", "utf-8"),
        lambda folder: (folder / "e.txt").unlink(),
        lambda folder: (folder / "e.txt").chmod(0o600),
        lambda folder: (folder / "a/b/c.txt").rename(folder / "a/d.txt"),
        lambda folder: shutil.rmtree(folder / "a"),
        lambda folder: (folder / "a/new").mkdir(),
        lambda folder: (folder / "a/new.txt").write_text("new", "utf-8"),
        lambda folder: (folder / "a").chmod(0o700),
        lambda folder: (folder / "new").symlink_to(folder / "a"),
        replace_by_folder,
        replace_by_link,
        lead_elsewhere,
    ],
)
def test_what_a_test_did_to_the_folder_is_undone_for_the_next(act: Callable[[Path], object], tmp_path: Path) -> None:
    lent = LentFolder(tmp_path / "lent", make)
    before = content(lent.lend())
    for _ in range(2):  # what was put back can be changed again
        act(lent.path)
        assert content(lent.path) != before

        assert content(lent.lend()) == before
