"""A fault that nobody foresaw is told in two lines, and its details are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.commands import INTERRUPTED, run
from macros.core.last_resort import DETAILS, write_down


def broken() -> int:
    return 1 // 0


def test_two_lines_are_told_and_the_details_are_in_a_file(tmp_path: Path) -> None:
    try:
        broken()
    except ZeroDivisionError as error:
        error.add_note("on the page roles.md")
        written = write_down(error, tmp_path)

    assert written.count("\n") == 1 and "on the page roles.md" in written and "ZeroDivisionError" in written
    assert "in broken" in (tmp_path / DETAILS).read_text("utf-8")


def test_details_that_cannot_be_kept_are_no_second_fault(tmp_path: Path) -> None:
    (tmp_path / ".build").write_text("a file where a folder should be", "utf-8")

    assert "could not be saved" in write_down(ValueError("a\nb"), tmp_path)


def test_a_command_ends_without_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("macros.commands.PROJECT", tmp_path)

    assert run(broken) == 1
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "message", "code"),
    [
        (OSError(28, "No space left on device", "x.zip"), "a file: No space left on device (x.zip).", 1),
        (KeyboardInterrupt(), "Stopped.", INTERRUPTED),
    ],
)
def test_what_stops_a_command_is_a_sentence(
    error: BaseException, message: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped() -> int:
        raise error

    assert run(stopped) == code
    assert message in capsys.readouterr().err
