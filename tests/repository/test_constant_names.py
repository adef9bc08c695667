"""One constant's name means one thing, wherever it stands in the code."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping

from tests.conftest import ROOT


def constants(text: str) -> Iterator[tuple[str, str]]:
    """The name and the written value of each constant that a module sets for all of it."""
    for part in ast.parse(text).body:
        if isinstance(part, ast.Assign | ast.AnnAssign) and part.value is not None:
            names = part.targets if isinstance(part, ast.Assign) else [part.target]
            for name in names:
                if isinstance(name, ast.Name) and name.id.isupper():
                    yield name.id, ast.unparse(part.value)


def ambiguous(modules: Mapping[str, str]) -> list[str]:
    """Each name to which two modules give different values, with the modules. The same value twice is one thing."""
    values: dict[str, dict[str, str]] = defaultdict(dict)
    for module, text in modules.items():
        for name, value in constants(text):
            values[name][module] = value
    return [f"{name}: {', '.join(sorted(of))}" for name, of in sorted(values.items()) if len(set(of.values())) > 1]


def test_one_constants_name_means_one_thing() -> None:
    modules = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in (ROOT / "macros").rglob("*.py")}

    assert ambiguous(modules) == [], "Give each a name that says what it is, such as SLIDE_MARGIN beside WORD_MARGIN."


def test_a_name_with_two_meanings_is_found() -> None:
    modules = {"a.py": "SIZE = 3\nWIDE: int = 4", "b.py": "SIZE = 4\nWIDE = 4", "c.py": "def f():\n    WIDE = 5"}

    assert ambiguous(modules) == ["SIZE: a.py, b.py"]
