"""``make site`` and ``make pages``: the old site stays whole, and a sentence says what stopped a build."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from macros import hooks
from macros.commands import pages, site
from macros.core.site_swap import one_build_at_a_time


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("old", "utf-8")
    return tmp_path


def building(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Let a build be this Python code, which is given the folder to build in as its first argument."""
    monkeypatch.setattr(site, "command", lambda to: [sys.executable, "-c", code, str(to)])


HALF = "import sys, pathlib; to = pathlib.Path(sys.argv[1]); to.mkdir(); (to / 'index.html').write_text('new');"


def lines(project: Path) -> str:
    return (project / "site/index.html").read_text("utf-8")


def test_a_finished_build_is_the_site(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    building(monkeypatch, HALF)

    assert site.build_site(project, {}) == 0
    assert lines(project) == "new" and "1 pages" in capsys.readouterr().out


@pytest.mark.parametrize(
    "end",
    ["raise SystemExit(1)", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "raise OSError(28, 'No space')"],
)
def test_a_build_that_fails_or_is_killed_leaves_the_old_site(
    project: Path, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    building(monkeypatch, HALF + end)

    assert site.build_site(project, {}) != 0
    assert lines(project) == "old" and not (project / ".build/site").exists()

    building(monkeypatch, HALF)
    assert site.build_site(project, {}) == 0 and lines(project) == "new"


def test_a_build_that_something_else_ended_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    building(monkeypatch, HALF + "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")

    site.build_site(project, {})

    assert "ended the build (signal 9)" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("error", "message", "code"),
    [
        (OSError(28, "No space left on device", "/x/site"), "No space left on device (/x/site)", 1),
        (KeyboardInterrupt(), "Stopped. Nothing was changed in site/", 130),
    ],
)
def test_what_stops_a_build_is_a_sentence(
    project: Path, error: BaseException, message: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    def work() -> int:
        raise error

    assert site.alone(project / "lock", "site/", work) == code
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (OSError(28, "No space left on device"), "a file: No space left on device."),
        (OSError(13, "Permission denied", "/x/site"), "a file: Permission denied (/x/site)."),
    ],
)
def test_a_full_disk_and_a_folder_that_is_barred_end_the_build_in_a_sentence(error: OSError, message: str) -> None:
    with pytest.raises(Abort, match=re.escape(message)):
        hooks.on_build_error(error)


def test_a_second_build_is_told_to_wait(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with one_build_at_a_time(project / "lock"):
        assert site.alone(project / "lock", "site/", lambda: 0) == 1

    assert "Another build of this toolkit is running." in capsys.readouterr().err


def test_pages_alone_leave_the_published_site(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    building(monkeypatch, HALF)

    assert pages.build_pages(project, {}) == 0
    assert lines(project) == "old"
    assert (project / ".build/pages/index.html").read_text("utf-8") == "new"
    assert "Not made" in capsys.readouterr().out
