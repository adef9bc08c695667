"""No test module takes anything from another: what tests share is in tests/support/ and in conftest.py."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

import pytest

from tests.conftest import ROOT


def statements(within: ast.AST) -> Iterator[ast.AST]:
    """Every statement, however deep: what stands in expressions, which is most, imports nothing."""
    for part in ast.iter_child_nodes(within):
        if not isinstance(part, ast.expr):
            yield part
            yield from statements(part)


def imported(text: str) -> Iterator[str]:
    """Every module or name that the Python ``text`` imports, as it is written."""
    for part in statements(ast.parse(text)):
        if isinstance(part, ast.Import):
            yield from (name.name for name in part.names)
        elif isinstance(part, ast.ImportFrom):
            yield from (f"{part.module or ''}.{name.name}" for name in part.names)


def borrowing(modules: Mapping[str, str]) -> dict[str, list[str]]:
    """What each of ``modules``, the text of Python by its path, imports from a test module."""
    taken = {
        path: [name for name in imported(text) if any(part.startswith("test_") for part in name.split("."))]
        for path, text in modules.items()
        if "test_" in text
    }
    return {path: names for path, names in taken.items() if names}


def test_no_test_module_imports_another() -> None:
    paths = [path for folder in ("tests", "benchmarks", "macros") for path in (ROOT / folder).rglob("*.py")]
    importing = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths}

    assert borrowing(importing) == {}


@pytest.mark.parametrize(
    "line",
    [
        "from tests.content.test_reading import told",
        "from tests.content import test_reading",
        "import tests.content.test_reading as reading",
        "from .test_reading import told",
        "from . import test_reading",
        "def late():\n    from tests.content.test_reading import told",
    ],
)
def test_a_test_module_that_imports_another_is_found(line: str) -> None:
    assert list(borrowing({"tests/a.py": line, "tests/b.py": "from tests.support.git import test"})) == ["tests/a.py"]
