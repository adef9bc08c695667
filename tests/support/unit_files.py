"""Which files of tests hold one for the fast lane, told by their text alone.

To import a file of tests takes long, since pytest writes each ``assert`` anew. `make test-fast` leaves out those in
which every test asks for a build or a browser. Where the text does not tell, a file is taken.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from tests.support.lanes import LANES

SLOW = frozenset().union(*LANES.values())
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def may_hold_unit_tests(path: Path, top: Path) -> bool:
    """Whether a test in the file at ``path`` may need nothing. ``top`` is the folder of all tests."""
    tree = ast.parse(path.read_bytes())
    fixtures = _shared_fixtures(path.parent, top) | _fixtures(tree)
    if _is_slow(_asked_by_module(tree), fixtures):
        return False
    return any(not _is_slow(_asked(test), fixtures) for test in _functions(tree) if test.name.startswith("test"))


@cache
def _shared_fixtures(folder: Path, top: Path) -> dict[str, set[str]]:
    """What each fixture asks for, of those that the files conftest.py from ``top`` down to ``folder`` lend."""
    above = {} if folder == top else _shared_fixtures(folder.parent, top)
    lent = folder / "conftest.py"
    return above | _fixtures(ast.parse(lent.read_bytes())) if lent.is_file() else above


def _functions(tree: ast.Module | ast.ClassDef) -> Iterator[Function]:
    """The functions of a module and of its classes: what stands within another is neither test nor fixture."""
    for part in tree.body:
        if isinstance(part, Function):
            yield part
        elif isinstance(part, ast.ClassDef):
            yield from _functions(part)


def _fixtures(tree: ast.Module) -> dict[str, set[str]]:
    return {
        function.name: _asked(function)
        for function in _functions(tree)
        if any("fixture" in ast.unparse(decorator) for decorator in function.decorator_list)
    }


def _asked(function: Function) -> set[str]:
    """The fixtures that a function names: what it takes, and what `usefixtures` says above it."""
    return {parameter.arg for parameter in function.args.args} | _used(function.decorator_list)


def _asked_by_module(tree: ast.Module) -> set[str]:
    """The fixtures that every test of a module uses, as its ``pytestmark`` says."""
    assigned = [part for part in tree.body if isinstance(part, ast.Assign)]
    marks = [part.value for part in assigned if ast.unparse(part.targets[0]) == "pytestmark"]
    return _used(mark for part in marks for mark in (part.elts if isinstance(part, ast.List | ast.Tuple) else [part]))


def _used(marks: Iterable[ast.expr]) -> set[str]:
    """What the marks themselves say; one within another is for some of a test's cases alone."""
    calls = [mark for mark in marks if isinstance(mark, ast.Call)]
    used = [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == "usefixtures"]
    return {name.value for call in used for name in call.args if isinstance(name, ast.Constant)}


def _is_slow(asked: set[str], fixtures: dict[str, set[str]]) -> bool:
    """Whether one of the fixtures asked for, or one that these ask for, builds or opens a browser."""
    seen: set[str] = set()
    while asked - seen:
        seen |= asked
        asked = {further for name in asked for further in fixtures.get(name, ())}
    return bool(seen & SLOW)
