"""Local names say what they hold: those that say nothing are not used again."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT

SAY_NOTHING = "one|found|own|said|made|told"
PYTHON = re.compile(
    rf"\bfor (?:\w+, )*(?:{SAY_NOTHING})\b(?:, \w+)* in |^\s+(?:{SAY_NOTHING})(?:: [^=\n]+)? = "
    rf"|lambda (?:{SAY_NOTHING}):",
    re.MULTILINE,
)
SCRIPT = re.compile(rf"\b(?:const|let) (?:{SAY_NOTHING})\b|\((?:{SAY_NOTHING})(?:, \w+)?\) =>")


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (PYTHON, "    found = 1"),
        (PYTHON, "    told: list[str] = []"),
        (PYTHON, "x = [one.id for one in pages]"),
        (PYTHON, "sorted(pages, key=lambda one: one.id)"),
        (SCRIPT, "  const found = 1;"),
        (SCRIPT, "  for (const one of pages) read(one);"),
        (SCRIPT, "pages.filter((one) => one.id)"),
    ],
)
def test_a_name_that_says_nothing_is_found(pattern: re.Pattern[str], line: str) -> None:
    assert pattern.search(line)


@pytest.mark.parametrize(
    ("folder", "ending", "pattern"),
    [
        ("macros", "py", PYTHON),
        ("tests", "py", PYTHON),
        ("benchmarks", "py", PYTHON),
        ("overrides/assets/js", "js", SCRIPT),
    ],
)
def test_no_local_name_says_nothing(folder: str, ending: str, pattern: re.Pattern[str]) -> None:
    paths = (ROOT / folder).rglob(f"*.{ending}")
    files = [path for path in paths if "vendor" not in path.parts and path.name != "test_local_names.py"]

    assert {path.name: match[0] for path in files if (match := pattern.search(path.read_text("utf-8")))} == {}
