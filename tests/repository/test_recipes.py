"""What the recipes for contributors name is there: files, tables, commands, and as many tables as they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from tests.conftest import ROOT

RECIPES = (ROOT / ".github/CONTRIBUTING.md").read_text("utf-8")
FOLDERS = (".github", "benchmarks", "docs", "macros", "overrides/assets", "templates", "tests")
# By a build, or with the first council that is listed or shares.
MADE = {"edition.json", "site/", "templates/listed/", "templates/shared/"}
INVENTED = {"templates/worksheets/old-id.md", "worksheets/old-id.md", "worksheets/new-id.md"}
FILE = re.compile(r"`([\w./-]+(?:\.(?:css|html|js|json|md|py|toml|txt|yml)|/))`")
TABLE = re.compile(r"`([A-Z][A-Z_]{3,})`")
COMMAND = re.compile(r"`make ([a-z-]+)")
SEARCH = re.compile(r"""git grep (?:-l )?(?:"([^"]+)"|'([^']+)') ?([\w/.]*)`""")
NUMBERS = {"five": 5, "six": 6}


@cache
def files() -> dict[str, str]:
    """The text of every script and view that a recipe may send somebody to, by its path."""
    paths = [
        path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in {".py", ".js", ".html"}
    ]
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths if "vendor" not in path.parts}


@cache
def names() -> frozenset[str]:
    """The path of whatever a recipe may send somebody to."""
    return frozenset(path.relative_to(ROOT).as_posix() for folder in FOLDERS for path in (ROOT / folder).rglob("*"))


def missing(recipes: str) -> Iterator[str]:
    """Every file, table and command that ``recipes`` name and that is not there."""
    for name in FILE.findall(recipes):
        wanted = name.rstrip("/")
        is_there = (ROOT / wanted).exists() or any(path.endswith(f"/{wanted}") for path in names())
        if not is_there and name not in MADE | INVENTED:
            yield name
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for name in TABLE.findall(recipes):
        defines = re.compile(rf"\s*(?:export )?(?:const )?{name}\b(?:: [^=\n]+)? :?[?]?= ?|{name} ?:?=")
        naming = [text for text in (*files().values(), makefile) if name in text]
        if not any(defines.match(line) for text in naming for line in text.split("\n")):
            yield name
    yield from (f"make {name}" for name in COMMAND.findall(recipes) if f"\n{name}:" not in makefile)


def test_what_the_recipes_name_is_there() -> None:
    assert list(missing(RECIPES)) == []


@pytest.mark.parametrize(
    "recipe",
    ["`macros/models/field.py`", "`no-such-script.js`", "`NO_SUCH_TABLE`", "`make nothing`", "`macros/attic/`"],
)
def test_what_is_not_there_is_told(recipe: str) -> None:
    assert list(missing(f"See {recipe}, and `make test`.")) == [recipe.strip("`")]


@pytest.mark.parametrize(("text", "count"), [("] = ByKind(", "six"), ("^  long_text:", "six"), ('"effort":', "five")])
def test_a_search_finds_as_many_places_as_the_recipe_says(text: str, count: str) -> None:
    found_by = {first or second: folder for first, second, folder in SEARCH.findall(RECIPES)}
    line = next(line for line in RECIPES.split("\n") if text in line)
    pattern = re.compile(text if text.startswith("^") else re.escape(text), re.MULTILINE)

    places = [path for path, content in files().items() if not path.startswith("tests/") and pattern.search(content)]

    assert count in line and text in found_by
    assert len([path for path in places if path.startswith(found_by[text] or "")]) == NUMBERS[count]
