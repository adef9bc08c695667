"""Filled worksheets of earlier releases: all that is in them is on today's page, in a box or listed beside it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.support.bring_in import WANTED, brought
from tests.support.builds import ROOT

FORMER = ROOT / "tests/support/former"
VERSIONS = ["1.3", "1.4", "1.5"]
# Of each release one worksheet, in files of all kinds together; `make round-trips` tries all that are kept.
SHEETS = {"1.3": ["partner-map"], "1.4": ["funding-plan"], "1.5": ["funding-plan"]} if not WANTED else {}
PART_OF = {"community-profile": "community-chooser"}  # worksheets that are part of another one today


def plain(text: str) -> str:
    """Words without what forms write each in their own way: blanks, commas in numbers, capitals of options."""
    return " ".join(text.replace(",", "").split()).casefold()


def shown(page: Page, values: dict[str, Any]) -> str:
    """All words in the boxes, where ``values`` stand, and in the list of answers without one."""
    unplaced = page.locator("[data-unplaced] li").evaluate_all("(all) => all.map((item) => item.textContent)")
    return plain("\n".join([*("✓" if value is True else value for value in values.values()), *unplaced]))


def files(version: str, sheet: str) -> list[Path]:
    return [path for path in sorted((FORMER / version).glob(f"{sheet}.*")) if not path.name.endswith(".answers.json")]


@pytest.mark.parametrize("version", VERSIONS)
def test_nothing_of_a_file_from_an_earlier_release_is_dropped(sheet: Callable[..., Page], version: str) -> None:
    dropped: dict[str, list[str]] = {}
    for written in sorted((FORMER / version).glob("*.answers.json")):
        name = written.name.split(".")[0]
        if name not in SHEETS.get(version, [name]):
            continue
        answers = json.loads(written.read_text("utf-8"))
        page = sheet(PART_OF.get(name, name))
        for path in files(version, name):
            _, values = brought(page, f"renamed{path.suffix}", path.read_bytes(), "Empty this worksheet first")
            there = shown(page, values)
            if lost := [box for box, words in answers.items() if plain(words) not in there]:
                dropped[f"{version} {path.name}"] = lost
    assert dropped == {}


def test_a_file_of_each_kind_is_among_them() -> None:
    suffixes = {path.suffix for version in VERSIONS for path in (FORMER / version).glob("*.*")}
    assert suffixes == {".docx", ".odt", ".xlsx", ".ods", ".pdf", ".csv", ".json"}
