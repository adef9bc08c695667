"""A reader is told that the text behind an adapted page has moved on, with the day of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros.content.customisation.replacements import Replaced, read_replaced
from macros.content.redirects import Redirects
from macros.content.strings import read_strings
from macros.core.fingerprints import fingerprint
from macros.core.html import inner_html, parse_fragment
from macros.core.parsed_files import ParsedFiles
from macros.rendering.attribution import moved_on, put_line
from tests.conftest import ROOT

OLD, NEW = fingerprint("old"), fingerprint("new")
PAGE = Replaced("page", "a.md", "editions/a/docs/a.md", "docs/a.md", OLD, NEW, date(2026, 3, 1), date(2026, 11, 24))
LIBRARY: Any = SimpleNamespace(
    strings=read_strings(ROOT, "toolkit"), release=SimpleNamespace(day=date(2026, 12, 1), version="9.0.0")
)


@pytest.mark.parametrize(
    ("changes", "days"),
    [
        ({}, ["1 March 2026", "24 November 2026"]),
        ({"original_reviewed": date(2026, 2, 1)}, ["1 March 2026", "1 December 2026"]),
        ({"reviewed": None, "original_reviewed": None}, ["1 December 2026"]),
    ],
)
def test_both_days_are_told_where_the_original_has_changed(changes: dict[str, Any], days: list[str]) -> None:
    line = moved_on(LIBRARY, replace(PAGE, **changes))
    assert [day for day in ("1 March 2026", "24 November 2026", "1 December 2026") if day in line] == days


@pytest.mark.parametrize("recorded", [None, NEW])
def test_nothing_is_told_where_it_has_not_or_nobody_knows(recorded: str | None) -> None:
    assert moved_on(LIBRARY, replace(PAGE, recorded_hash=recorded)) == ""


def test_the_days_come_from_both_texts(tmp_path: Path) -> None:
    for folder, day in (("docs", "2026-11-24"), ("editions/a/docs", "2026-03-01")):
        (tmp_path / folder).mkdir(parents=True)
        head = f"---\ntitle: A\nreviewed: {day}\n" + (f"replaces: {OLD}\n" if "editions" in folder else "")
        (tmp_path / folder / "a.md").write_text(f"{head}---\n\n# A\n", "utf-8")
    (tmp_path / "editions/toolkit").mkdir()
    (found,) = read_replaced(ParsedFiles(tmp_path), "a", Redirects())
    assert (found.reviewed, found.original_reviewed, found.changed) == (date(2026, 3, 1), date(2026, 11, 24), True)


@pytest.mark.parametrize(
    ("page", "with_line"),
    [
        ("<h1>A</h1><p>b</p>", "<h1>A</h1>\n<i>line</i><p>b</p>"),
        ("words <p>b</p>", "<i>line</i>\nwords <p>b</p>"),
        ("<p>b</p>", "<i>line</i>\n<p>b</p>"),
    ],
)
def test_the_line_stands_under_the_title_or_before_everything(page: str, with_line: str) -> None:
    tree = parse_fragment(page)

    put_line(tree, "<i>line</i>")

    assert inner_html(tree) == with_line
