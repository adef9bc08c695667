"""Names of a workbook's sheets are taken by every program, whatever somebody called a table."""

from __future__ import annotations

import pytest

from macros.documents.workbook.names import NAME_LIMIT, sheet_names


@pytest.mark.parametrize("letter", "[]:*?/\\\n")
def test_a_letter_that_excel_refuses_becomes_a_blank(letter: str) -> None:
    assert sheet_names([f"Who{letter}where"]) == ["Who where"]
    assert sheet_names([letter]) == ["-"]


def test_a_name_is_cut_where_excel_would_refuse_it() -> None:
    assert sheet_names(["x" * NAME_LIMIT, "y" * (NAME_LIMIT + 1)]) == ["x" * NAME_LIMIT, "y" * NAME_LIMIT]


def test_no_name_stands_twice_whatever_its_capitals() -> None:
    assert sheet_names(["Plan", "PLAN", "plan"]) == ["Plan", "PLAN (2)", "plan (3)"]
    long = "z" * 40
    assert [len(name) for name in sheet_names([long] * 3)] == [NAME_LIMIT] * 3


def test_the_name_that_excel_keeps_for_itself_gets_a_number() -> None:
    assert sheet_names(["History", "history"]) == ["History (2)", "history (3)"]


def test_an_apostrophe_cannot_end_the_name_in_a_formula() -> None:
    assert sheet_names(["King's Lynn & 'Fenland'"]) == ["King’s Lynn & ’Fenland’"]
