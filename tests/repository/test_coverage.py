"""What is measured is what runs, in builds and other programs too; and what no test runs says why."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from coverage import Coverage

from tests.conftest import ROOT
from tests.support.builds import environment
from tests.support.measured.ran_lines import FOLDER, HERE, begin, lines_in

NOT_COVERED = re.compile(r"#\s*pragma:\s*no cover(.*)")
REASON = re.compile(r": \S.{10,}")


def without_reason(text: str) -> list[str]:
    """The lines that leave code out of the measure and do not say why."""
    return [
        line.strip() for line in text.split("\n") if (mark := NOT_COVERED.search(line)) and not REASON.match(mark[1])
    ]


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("def f():  # pragma: no cover", True),
        ("def f():  # pragma: no cover: why", True),
        ("def f():  #pragma:no cover", True),
        ("def f():  # pragma: no cover: only Windows has such names", False),
        ("def f():  # covers no pragma", False),
    ],
)
def test_a_mark_without_a_reason_is_told(line: str, is_told: bool) -> None:
    assert bool(without_reason(line)) == is_told


def test_what_no_test_covers_says_why() -> None:
    files = (ROOT / "macros").rglob("*.py")

    assert {path.name: lines for path in files if (lines := without_reason(path.read_text("utf-8")))} == {}


# Every kind of statement, half of which run.
KINDS = '''
"""Words."""

from __future__ import annotations

import contextlib
from functools import (
    cache,
    partial,
)

class Thing:
    """Words."""

    size: int = 2
    other: int

    @property
    @cache
    def half(
        self,
    ) -> int:
        """Words."""
        return self.size // 2

    def never(self): return 1

def chosen(given):
    if given == 1:
        return (
            "a"
        )
    elif given == 2:
        value = "b"
    elif given == 3:
        value = "never"
    else:
        value = "c"
        raise ValueError(value)
        value = "never"
    return value

def tried(given):
    try:
        chosen(given)
        return "well"
    except KeyError:
        return "never"
    except (ValueError, TypeError) as error:
        text = str(error)
        del text
        with contextlib.suppress(OSError), contextlib.nullcontext():
            raise OSError
            return "never"
        return "b"
    except OSError:
        return "never"
    finally:
        given += 1

def bare():
    try:
        1 // 0
    except:
        pass
    else:
        return "never"
    for at in range(3):
        if at:
            continue
        while at < 3:
            at += 1
            if at == 2:
                break
        else:
            return "never"
    else:
        at = 9

def matched(given):
    match given:
        case {"a": value} if value:
            return value
        case [first, *_]:
            return first
        case _:
            return "never"

def late():
    global SEEN
    SEEN = [each
        for each in (1, 2)
    ]; more = lambda: SEEN
    yield from more()
    assert SEEN
    return
    yield "never"

async def waited():
    async with contextlib.AsyncExitStack():
        pass

@partial(
    partial
)
def kept():
    return "never"

if not late:
    value = "never"

chosen(1), chosen(2), tried(2), tried(9), bare(), matched({"a": 1}), matched([2]), list(late()), Thing().half
with contextlib.suppress(StopIteration):
    waited().send(None)
'''


def program(folder: Path, *command: str) -> None:
    """Run Python in ``folder`` as a test would that is measured, and keep notes in ``notes`` beside it."""
    notes = folder.parent / "notes"
    notes.mkdir(exist_ok=True)
    environ = {**os.environ, FOLDER: str(notes), "PYTHONPATH": str(HERE)}
    subprocess.run([sys.executable, *command], cwd=folder, env=environ, check=True)


@pytest.mark.usefixtures("programs")
def test_lines_tell_of_themselves_what_coverage_would_see(tmp_path: Path) -> None:
    file = tmp_path / "project/macros/kinds.py"
    file.parent.mkdir(parents=True)
    file.write_text(KINDS, "utf-8")

    program(tmp_path / "project", "-c", "import macros.kinds")
    program(tmp_path / "project", "-m", "macros.kinds")  # as a command is

    (notes,) = (tmp_path / "notes").iterdir()
    watching = Coverage(data_file=None, config_file=False, include=[str(file)])
    watching.start()
    exec(compile(KINDS, str(file), "exec"), {"__name__": "kinds"})
    watching.stop()
    _, statements, _, missing, _ = watching.analysis2(str(file))
    seen = {line for line, ran in enumerate(notes.read_bytes()) if ran}
    assert set(statements) - seen == set(missing)
    assert {line for line, text in enumerate(KINDS.split("\n"), 1) if '"never"' in text} & seen == set()
    assert len(missing) == 10


@pytest.mark.usefixtures("programs")
def test_what_runs_in_a_copy_of_the_project_counts_as_the_project_unless_it_was_changed(tmp_path: Path) -> None:
    copy = tmp_path / "project"
    shutil.copytree(ROOT / "macros", copy / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    changed = copy / "macros/core/dates.py"
    changed.write_text("\n" + changed.read_text("utf-8"), "utf-8")

    program(copy, "-c", "import macros.paths, macros.core.dates")

    lines = lines_in(tmp_path / "notes")
    assert len(lines[str(ROOT / "macros/paths.py")]) > 2
    assert str(ROOT / "macros/core/dates.py") not in lines


def test_a_worker_in_which_coverage_begins_anew_goes_on_with_the_notes_of_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = tmp_path / "data-notes"
    notes.mkdir()
    (notes / "paths.py-9").touch()
    monkeypatch.setenv(FOLDER, str(notes))

    begin(str(tmp_path / "data"))

    assert [path.name for path in notes.iterdir()] == ["paths.py-9"]


def test_of_builds_only_what_is_measured_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER, "notes")

    assert FOLDER not in environment()
    assert environment(measured=True)[FOLDER] == "notes"
