"""The finished site takes the old one's place whole or not at all, whenever a build ends."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from macros.core import site_swap
from macros.core.problems import ContentError
from macros.core.site_swap import begin_in, exchanged, one_build_at_a_time, recover, swap


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An old site, and a new one that is finished beside it."""
    for folder, word in (("site", "old"), (".build/site", "new")):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "index.html").write_text(word, "utf-8")
    return tmp_path


def word_of(site: Path) -> str:
    return (site / "index.html").read_text("utf-8")


@pytest.fixture(params=["one step", "two steps"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that exchanges folders in one step, and one that cannot."""
    if request.param == "two steps":
        monkeypatch.setattr(site_swap, "exchanged", lambda *_: False)


def test_the_new_site_takes_the_place_of_the_old_one(project: Path, system: None) -> None:
    swap(project / ".build/site", project / "site")

    assert word_of(project / "site") == "new"
    assert list((project / ".build").iterdir()) == []


def test_a_first_site_has_nothing_to_replace(project: Path, system: None) -> None:
    (project / "site/index.html").unlink()
    (project / "site").rmdir()

    swap(project / ".build/site", project / "site")

    assert word_of(project / "site") == "new"


def test_folders_are_exchanged_in_one_step(project: Path) -> None:
    assert exchanged(project / ".build/site", project / "site")
    assert word_of(project / "site") == "new" and word_of(project / ".build/site") == "old"


def test_a_swap_that_fails_half_way_puts_the_old_site_back(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_swap, "exchanged", lambda *_: False)
    replace = Path.replace

    def full(path: Path, target: Path) -> Path:
        if path == project / ".build/site":
            raise OSError(28, "No space left on device")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        swap(project / ".build/site", project / "site")

    assert word_of(project / "site") == "old"


def test_a_site_that_was_left_aside_goes_back_at_the_next_start(project: Path) -> None:
    (project / "site").replace(project / ".build/old")  # as a build leaves it that is killed between the two steps

    built = begin_in(project / ".build", project / "site")

    assert word_of(project / "site") == "old"
    assert not built.exists() and built.parent.is_dir()


def test_what_was_left_aside_never_replaces_a_site_that_is_there(project: Path) -> None:
    (project / ".build/site").replace(project / ".build/old")

    recover(project / ".build", project / "site")

    assert word_of(project / "site") == "old"


def test_two_builds_at_once_do_not_mix(tmp_path: Path) -> None:
    second = one_build_at_a_time(tmp_path / "lock")
    with one_build_at_a_time(tmp_path / "lock"), pytest.raises(ContentError, match="Another build"), second:
        pass

    with one_build_at_a_time(tmp_path / "lock"):
        pass  # the first has ended


def test_a_build_that_was_killed_holds_up_nobody(tmp_path: Path) -> None:
    child = os.fork()
    if child == 0:
        with one_build_at_a_time(tmp_path / "lock"):
            os._exit(9)
    os.waitpid(child, 0)

    with one_build_at_a_time(tmp_path / "lock"):
        pass
