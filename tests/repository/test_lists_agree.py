"""One truth: what a page and a worksheet both list, they list alike. Results sorted by two lists cannot be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.core.parsing import read_yaml

ROOT = Path(__file__).parents[2]
NEEDS = "docs/barriers-and-assets/understand-needs-and-barriers.md"
FRAMEWORKS = "docs/evidence/frameworks.md"
DIFFICULTIES = "docs/success/know-the-usual-difficulties.md"


def written(path: str) -> str:
    return (ROOT / path).read_text("utf-8")


def points(text: str) -> list[str]:
    """The names in bold of a list such as "- **Cost**: …"."""
    return re.findall(r"^- \*\*([^*]+)\*\*: ", text, re.M)


def rows(text: str, head: str) -> list[str]:
    """The first cells of the table whose first heading is ``head``."""
    table = re.search(rf"^\| {head} \|.*\n\| -.*\n((?:\|.*\n)+)", text, re.M)
    return [line.split("|")[1].strip() for line in table[1].splitlines()] if table else []


def values(key: str, where: Any) -> Iterator[Any]:
    """Every value under ``key``, however deep."""
    if isinstance(where, dict):
        yield from (value for name, value in where.items() if name == key)
        where = list(where.values())
    if isinstance(where, list):
        for part in where:
            yield from values(key, part)


def worksheets() -> list[Any]:
    files = sorted((ROOT / "templates/worksheets").glob("[!_]*.yml"))
    return [read_yaml(file, file.name).data for file in files]


def test_barriers_are_one_list_on_the_page_in_the_log_and_in_the_frameworks() -> None:
    listed = points(written(NEEDS).partition("## Checklist")[0])

    assert len(listed) > 6
    assert rows(written(FRAMEWORKS), "Type") == listed
    assert listed in [options for sheet in worksheets() for options in values("options", sheet)]


def test_difficulties_are_one_list_on_the_page_and_on_the_sheet() -> None:
    listed = rows(written(DIFFICULTIES), "Difficulty")
    sheets = [[row["label"] for row in labels] for sheet in worksheets() for labels in values("row_labels", sheet)]

    assert len(listed) > 6
    assert listed in sheets


def test_lists_that_differ_are_told_apart() -> None:
    page = "- **Cost**: no data\n- **Skills**: not knowing how\n\n| Type | Ask |\n| --- | --- |\n| Cost | Why? |\n\n"

    assert points(page) == ["Cost", "Skills"]
    assert rows(page, "Type") == ["Cost"]
    assert list(values("options", {"a": [{"options": ["Cost"]}]})) == [["Cost"]]


def not_in_glossary(text: str, words: set[str]) -> list[str]:
    """The words that ``text`` links to the glossary, though it has no entry for them."""
    linked = re.findall(r"\[([^\]]+)\]\([./]*glossary\.md\)", text)
    return [word for word in linked if word.casefold() not in words | {"glossary"}]


def test_every_word_that_leads_to_the_glossary_is_in_it() -> None:
    terms = read_yaml(ROOT / "templates/glossary.yml", "glossary").data
    words = {word.casefold() for term in terms for word in (term["term"], *term.get("also", []))}
    pages = {page.name: page.read_text("utf-8") for page in (ROOT / "docs").rglob("*.md")}

    assert len(words) > 60
    assert {name: lost for name, text in pages.items() if (lost := not_in_glossary(text, words))} == {}


def test_a_word_that_the_glossary_lacks_is_found() -> None:
    text = "See the [glossary](../glossary.md): a [Ward](glossary.md) is no [proxy](../glossary.md)."

    assert not_in_glossary(text, {"ward"}) == ["proxy"]
