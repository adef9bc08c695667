"""Everything that the customer's own text says is on the site, on a page where a reader would look for it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FIGURE = re.compile(r"""\{\{\s*figure\(\s*["']([^"']+)["']\s*\)\s*\}\}""")
QUOTATIONS = re.compile(r"\{\{\s*quotations\(([^)]*)\)\s*\}\}")
MACRO = re.compile(r"\{\{.*?\}\}")


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


@cache
def listed(name: str) -> Any:
    return read(ROOT / "templates" / f"{name}.yml")


STATEMENTS = read(HERE / "seed_statements.yml")


def quoted(names: list[str]) -> str:
    """The words of the quotations ``names``, or of all of them, with who says them."""
    return " ".join(
        f"{quotation['words']} {quotation['name']}, {quotation['role']}"
        for quotation in listed("quotations")
        if not names or quotation["id"] in names
    )


def text_of(page: str) -> str:
    """What a reader of ``page`` reads, near enough: its text with figures and quotations filled in."""
    if page.startswith("templates/packs/"):
        pack = read(ROOT / page)
        return plain(f"{pack['summary']} {quoted([pack['quotation']]) if pack.get('quotation') else ''}")
    text = (ROOT / "docs" / page).read_text("utf-8")
    text = FIGURE.sub(lambda match: str(listed("figures")[match[1]]["says"]), text)
    text = QUOTATIONS.sub(lambda match: quoted(re.findall(r"[\w-]+", match[1])), text)
    return plain(text)


def plain(text: str) -> str:
    return " ".join(MACRO.sub(" ", text).replace("**", "").split()).casefold()


def missing(statement: dict[str, Any]) -> list[str]:
    """The words of ``statement`` that are on none of its pages: those that the nearest page lacks."""
    lacks = [
        [words for words in statement["words"] if plain(words) not in text_of(page)] for page in statement["pages"]
    ]
    return min(lacks, key=len)


@pytest.mark.parametrize("statement", STATEMENTS, ids=[statement["id"] for statement in STATEMENTS])
def test_each_statement_of_the_seed_is_on_the_site(statement: dict[str, Any]) -> None:
    assert missing(statement) == []


def test_a_statement_that_the_site_lacks_is_found() -> None:
    lost = {"id": "lost", "words": ["Scrutiny Board", "a thousand councils"], "pages": ["about.md", "index.md"]}

    assert missing(lost) == ["a thousand councils"]


def test_a_number_that_no_page_shows_is_found() -> None:
    """A figure counts only on a page that prints it."""
    assert missing({"words": ["almost 100 councils"], "pages": ["index.md"]}) == ["almost 100 councils"]


def test_the_list_has_each_statement_once() -> None:
    ids = [statement["id"] for statement in STATEMENTS]

    assert len(ids) > 25
    assert len(set(ids)) == len(ids)
