"""What a module draws with: its own code, the modules and views that it names, the fonts, the libraries' versions.

So a change to a command or to another document's view draws nothing again. The names are read off the text of each
file, which is faster than loading it, and loads no library. A test compares them with what Python itself would load.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from macros.paths import FONT_FILES, FONT_STYLES, MACROS_FOLDER, SCRIPT_FILES, VIEWS

IMPORTED = re.compile(
    r"^[ \t]*from (macros[\w.]*) import (\([^)]*\)|[^\n#]+)|^[ \t]*import (macros[\w.]+)", re.MULTILINE
)
IMPORTED_NAME = re.compile(r"(\w+)(?:\s+as\s+\w+)?\s*(?:#[^\n]*)?(?:,|$)", re.MULTILINE)
VIEW = re.compile(r"[\"']([\w./-]+\.(?:html|css|xml|svg|md))[\"']")
MENTIONED = re.compile(r"[\"'.](\w+)\b")
FONTS_NAMES = ("FONT_STYLES", "FONT_FILES")
CHART_SCRIPTS = "SCRIPT_FILES"  # they draw the charts of examples, for paper too
# Where words and settings are printed from; models and content only name them.
DRAWING = ("core", "charts", "rendering", "documents", "views")


class CodeFingerprints:
    """Fingerprints of modules by their names, each worked out once. ``root`` is where pyproject.toml is."""

    def __init__(self, root: Path) -> None:
        self._versions = _versions(root / "pyproject.toml")
        self._known: dict[str, str] = {}

    def of(self, module: str) -> str:
        """Changes whenever something changes by which ``module`` draws."""
        if module not in self._known:
            files = files_of(module)
            contents = (
                f"{path.relative_to(MACROS_FOLDER.parent).as_posix()}\0".encode() + _read(path) for path in files
            )
            self._known[module] = hashlib.sha256(b"\0".join([self._versions, *contents])).hexdigest()
        return self._known[module]


@cache
def files_of(module: str) -> tuple[Path, ...]:
    """Every file of the toolkit that ``module`` draws with, in the order of their paths."""
    needed: set[Path] = set()
    waiting = [_file(module)]
    while waiting:
        path = waiting.pop()
        if path is None or path in needed:
            continue
        needed.add(path)
        if path.suffix in (".py", ".html", ".css", ".xml", ".svg"):
            waiting += _files_named_in(path)
    return tuple(sorted(needed))


@cache
def mentioned(module: str, names: frozenset[str]) -> frozenset[str]:
    """Those of ``names`` that ``module`` and what it draws with mention, as a key or as an attribute."""
    return names & frozenset().union(*(_words_in(path) for path in files_of(module)))


@cache
def _words_in(path: Path) -> frozenset[str]:
    """What a file that draws mentions; nothing of any other."""
    if not path.is_relative_to(MACROS_FOLDER) or path.relative_to(MACROS_FOLDER).parts[0] not in DRAWING:
        return frozenset()
    return frozenset(MENTIONED.findall(_read(path).decode()))


@cache
def _files_named_in(path: Path) -> tuple[Path | None, ...]:
    """What the file ``path`` names, read off it once for all modules that draw with it."""
    return tuple(_named(_read(path).decode()))


def _named(text: str) -> Iterator[Path | None]:
    for package, names, whole in IMPORTED.findall(text):
        if whole:
            yield _file(whole)
            continue
        for name in IMPORTED_NAME.findall(names.strip("()")):
            # A name is a module of the package, or something that the package itself defines.
            yield _file(f"{package}.{name}") or _file(package)
    for view in VIEW.findall(text):
        yield VIEWS / view if (VIEWS / view).is_file() else None
    if any(name in text for name in FONTS_NAMES):
        yield from (FONT_STYLES, *FONT_FILES.glob("*.woff2"))
    if CHART_SCRIPTS in text:
        yield from (SCRIPT_FILES / "charts").rglob("*.js")


@cache
def _file(module: str) -> Path | None:
    """The file of a module or of a package, if there is one."""
    path = MACROS_FOLDER.joinpath(*module.split(".")[1:])
    candidates: Iterable[Path] = (path.with_suffix(".py"), path / "__init__.py")
    return next((candidate for candidate in candidates if candidate.is_file()), None)


@cache
def _read(path: Path) -> bytes:
    return path.read_bytes()


def _versions(pyproject: Path) -> bytes:
    """Which versions of libraries the site is made with; nothing where the file is not there."""
    if not pyproject.is_file():
        return b""
    groups = tomllib.loads(pyproject.read_text("utf-8")).get("dependency-groups", {})
    return "\n".join(str(requirement) for requirement in groups.get("site", [])).encode()
