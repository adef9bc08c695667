"""Documents are drawn in processes of their own, which end with the build however it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from macros.core.problems import ContentError
from macros.documents.drawing import WORTH_STARTING, Drawing, DrawingPool
from macros.paths import PROJECT

PATIENCE = 60  # seconds, after which what should have ended is still there
HERE = "tests.documents.test_drawing"


def ends_itself() -> bytes:
    """As a process ends for which the computer has no memory."""
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


def says_who_and_waits(place: str) -> bytes:
    """Write down which process this is, and go on for longer than anybody waits."""
    (Path(place) / str(os.getpid())).touch()
    threading.Event().wait(PATIENCE * 2)
    return b""


@pytest.mark.usefixtures("programs")
def test_a_process_that_the_computer_ended_is_told_in_a_sentence() -> None:
    pool = DrawingPool()
    with pytest.raises(ContentError, match="ended a program that draws documents"):
        pool.draw([Drawing(HERE, "ends_itself", (), WORTH_STARTING)])
    with pytest.raises(ContentError, match="ended a program that draws documents"):
        pool.draw([Drawing(HERE, "ends_itself", (), 1)])  # nobody is left to draw it
    DrawingPool.close_all()
    assert pool not in DrawingPool._open and pool.draw([]) == []


@pytest.mark.usefixtures("programs")
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT])
def test_the_processes_of_a_build_end_with_it(tmp_path: Path, end: signal.Signals) -> None:
    code = f"""
if __name__ == "__main__":
    from macros.documents.drawing import Drawing, DrawingPool
    DrawingPool().draw([Drawing({HERE!r}, "says_who_and_waits", ({str(tmp_path)!r},), 8)] * 2)
"""
    script = tmp_path / "script.py"
    script.write_text(code, "utf-8")
    environ = {**os.environ, "PYTHONPATH": str(PROJECT)}
    build = subprocess.Popen([sys.executable, str(script)], env=environ, stderr=subprocess.PIPE, text=True)
    drawing = _until(lambda: [int(path.name) for path in tmp_path.iterdir() if path.name.isdigit()])
    if end == signal.SIGINT:  # a process that draws goes on to its end: nobody waits for it here
        build.send_signal(end)
        os.kill(drawing[0], end)
        assert _runs(drawing[0])
        build.kill()
    build.send_signal(signal.SIGKILL)
    build.wait()

    assert _until(lambda: [] if any(map(_runs, drawing)) else ["all ended"])


def _runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _until(look: Callable[[], list[Any]]) -> list[Any]:
    end = time.monotonic() + PATIENCE
    while not (seen := look()) and time.monotonic() < end:
        threading.Event().wait(0.05)  # between two looks
    return seen
