"""The finished site takes the old one's place whole or not at all, whenever a build ends."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros.core import site_swap
from macros.core.problems import ContentError
from macros.core.site_swap import begin_in, exchanged, one_build_at_a_time, recover, swap, uninterrupted
from macros.paths import PROJECT


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


def test_a_swap_that_is_stopped_half_way_puts_the_old_site_back(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_swap, "exchanged", lambda *_: False)
    replace = Path.replace

    def stopped(path: Path, target: Path) -> Path:
        if path == project / ".build/site":
            raise KeyboardInterrupt
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        swap(project / ".build/site", project / "site")

    assert word_of(project / "site") == "old"


def test_what_an_earlier_build_left_that_nobody_can_remove_does_not_stop_a_swap_half_way(project: Path) -> None:
    (project / ".build/old").mkdir()
    (project / ".build/old/index.html").write_text("older", "utf-8")

    swap(project / ".build/site", project / "site")

    assert word_of(project / "site") == "new"


def swap_and_die(project: Path, at: int) -> None:
    """Swap in another process, which is killed before it changes anything on the disk for the ``at``-th time."""
    steps = itertools.count()

    def dying(change: Callable[..., object]) -> Callable[..., object]:
        def step(*given: object, **named: object) -> object:
            if next(steps) == at:
                os.kill(os.getpid(), signal.SIGKILL)
            return change(*given, **named)

        return step

    if child := os.fork():
        os.waitpid(child, 0)
        return
    try:
        for name in ("replace", "unlink", "rmdir"):
            setattr(os, name, dying(getattr(os, name)))
        site_swap.exchanged = dying(site_swap.exchanged)  # type: ignore[assignment]
        swap(project / ".build/site", project / "site")
    finally:
        os._exit(0)


@pytest.mark.parametrize("at", range(6))
def test_a_swap_that_is_killed_at_any_step_leaves_a_whole_site(project: Path, system: None, at: int) -> None:
    swap_and_die(project, at)

    built = begin_in(project / ".build", project / "site")
    assert word_of(project / "site") in ("old", "new")
    built.mkdir()
    (built / "index.html").write_text("newer", "utf-8")
    swap(built, project / "site")
    assert word_of(project / "site") == "newer"
    assert [*(project / ".build").iterdir()] == []


@pytest.fixture
def heard() -> Iterator[None]:
    """Ctrl-C stops this process, though the tests were begun in the background, where a shell lets nobody hear it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
def test_a_key_that_comes_during_the_swap_is_too_late(project: Path) -> None:
    with uninterrupted():
        os.kill(os.getpid(), signal.SIGINT)
        swap(project / ".build/site", project / "site")

    assert word_of(project / "site") == "new"
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


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


STARTS_ANOTHER = """
import subprocess, sys
from pathlib import Path
from macros.core.site_swap import one_build_at_a_time
with one_build_at_a_time(Path(sys.argv[1])):
    print(subprocess.Popen([sys.executable, "-c", "input()"], stdin=0, close_fds=False).pid, flush=True)
    input()
"""


def test_what_a_killed_command_left_running_still_keeps_others_out(tmp_path: Path, programs: None) -> None:
    command = [sys.executable, "-c", STARTS_ANOTHER, str(tmp_path / "lock")]
    process = subprocess.Popen(command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    left_running = int(process.stdout.readline())  # type: ignore[union-attr]
    process.kill()
    process.wait()

    try:
        with pytest.raises(ContentError, match="Another build"), one_build_at_a_time(tmp_path / "lock"):
            pass
    finally:
        os.kill(left_running, signal.SIGKILL)


def test_a_build_that_was_killed_holds_up_nobody(tmp_path: Path) -> None:
    child = os.fork()
    if child == 0:
        with one_build_at_a_time(tmp_path / "lock"):
            os._exit(9)
    os.waitpid(child, 0)

    with one_build_at_a_time(tmp_path / "lock"):
        pass
