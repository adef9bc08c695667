"""Which lines of ``macros/`` run, told by the lines themselves: each statement notes its line before it runs.

Coverage has Python tell it of each call and each line, of others' code too, although only ours counts: a third of the
time of tests went to that. So while tests are measured, modules of ours are loaded with notes, in the tests and in what
they start, and coverage is given the lines at the end. Its reports are those that it would make itself.

Notes are kept in files, one for each module, which all processes share: so they need not end well to be counted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partialmethod
from importlib import _bootstrap_external  # type: ignore[attr-defined]
from importlib.machinery import SourceFileLoader
from importlib.util import cache_from_source
from io import StringIO
from mmap import mmap
from pathlib import Path
from types import CodeType
from typing import Any
from zlib import crc32

FOLDER = "RAN_LINES"  # the variable that says where notes are kept, while tests are measured
PACKAGE = "macros"
HERE = Path(__file__).parent
ROOT = HERE.parent.parent.parent
# What is compiled with notes is kept under a name of its own, which changes with what makes it.
KEPT_AS = f"ran{crc32(HERE.joinpath('noted_code.py').read_bytes()):08x}"


def look_on() -> None:
    """Where tests are measured, note from now on what runs of our modules, none of which is loaded yet.

    Whoever loads a file of Python's does so by this loader: imports, ``python -m``, and MkDocs for its hooks.
    """
    if measured():
        SourceFileLoader.notes = partialmethod(_notes, os.environ[FOLDER])  # type: ignore[attr-defined]
        SourceFileLoader.get_code = _get_code(SourceFileLoader.get_code)  # type: ignore[method-assign]
        SourceFileLoader.source_to_code = _source_to_code(SourceFileLoader.source_to_code)  # type: ignore[method-assign]


def _notes(loader: SourceFileLoader, folder: str, size: int) -> mmap:
    """The notes of a file, by the numbers of its lines: the same for each copy of it that has as many lines."""
    file = os.open(Path(folder) / f"{_inside(loader.path).replace(os.sep, ',')}-{size}", os.O_RDWR | os.O_CREAT)
    try:
        if os.fstat(file).st_size != size:
            os.ftruncate(file, size)
        return mmap(file, size)
    finally:
        os.close(file)


def _get_code(get_code: Callable[..., CodeType | None]) -> Callable[..., CodeType | None]:
    """``get_code``, for which the code of our modules is kept beside what Python keeps of them itself."""

    def get_code_with_notes(loader: SourceFileLoader, fullname: str) -> CodeType | None:
        if not _inside(loader.path):
            return get_code(loader, fullname)
        usual = _bootstrap_external.cache_from_source
        _bootstrap_external.cache_from_source = _kept
        try:
            return get_code(loader, fullname)
        finally:
            _bootstrap_external.cache_from_source = usual

    return get_code_with_notes


def _source_to_code(source_to_code: Callable[..., CodeType]) -> Callable[..., CodeType]:
    """``source_to_code``, which gives the code of our modules with notes."""

    def source_to_code_with_notes(loader: SourceFileLoader, source: Any, path: str, **named: Any) -> CodeType:
        if not _inside(path):
            return source_to_code(loader, source, path, **named)
        from noted_code import with_notes  # type: ignore[import-not-found]

        return with_notes(bytes(source), path)  # type: ignore[no-any-return]

    return source_to_code_with_notes


def _inside(path: str) -> str:
    """Where a file is within our package, or a copy of it; nothing for a file of others."""
    before, ours, inside = path.rpartition(f"{os.sep}{PACKAGE}{os.sep}")
    return inside if ours and "site-packages" not in before else ""


def _kept(path: str, debug_override: bool | None = None, *, optimization: Any = None) -> str:
    """Where the code of the file at ``path`` is kept: for an unchanged copy, where the project's own is."""
    ours = ROOT / PACKAGE / _inside(path)
    try:
        is_copy = _age(ours) == _age(Path(path))
    except FileNotFoundError:
        is_copy = False
    return cache_from_source(str(ours) if is_copy else path, optimization=KEPT_AS)


def _age(path: Path) -> tuple[int, int]:
    facts = path.stat()
    return facts.st_mtime_ns, facts.st_size


def measured() -> bool:
    """Whether it is noted what runs."""
    return FOLDER in os.environ


def look_away() -> str:
    """Let coverage not look on itself. Returns where it keeps what it is told; nothing where it was not asked for."""
    coverage = sys.modules.get("coverage")
    watching = coverage and coverage.Coverage.current()
    if not watching:
        return ""
    watching.stop()
    return str(Path(watching.get_option("run:data_file")).resolve())


def begin(data_file: str) -> None:
    """Measure these tests and what they start, with notes beside ``data_file``. A worker goes on with those of all."""
    if measured():
        return
    folder = Path(f"{data_file}-notes")
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    os.environ[FOLDER] = str(folder)
    os.environ["PYTHONPATH"] = os.pathsep.join([str(HERE), *filter(None, [os.environ.get("PYTHONPATH")])])
    sys.path.append(str(HERE))
    look_on()


def tell_coverage() -> None:
    """Write down which lines ran, as coverage does for each process, of which it then gathers all."""
    from coverage import CoverageData

    folder = os.environ[FOLDER]
    data = CoverageData(folder.removesuffix("-notes"), suffix=True)
    data.add_lines(lines_in(Path(folder)))
    data.write()


def lines_in(folder: Path) -> dict[str, list[int]]:
    """The lines that ran of each file of the project, of which a changed copy has nothing to tell."""
    lines = {}
    for notes in folder.iterdir():
        name, _, size = notes.name.rpartition("-")
        path = ROOT / PACKAGE / name.replace(",", "/")
        if path.is_file() and path.read_bytes().count(b"\n") + 2 == int(size):
            lines[str(path)] = [line for line, ran in enumerate(notes.read_bytes()) if ran]
    return lines


def unrun() -> str:
    """What coverage reports, when all was gathered."""
    from coverage import Coverage

    report = StringIO()
    gathered = Coverage(os.environ[FOLDER].removesuffix("-notes"), config_file=str(ROOT / "pyproject.toml"))
    gathered.load()
    gathered.report(file=report)
    return report.getvalue()
