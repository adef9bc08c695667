"""Rules of what is written that only an odd file breaks: each is told in words that help."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.content.paper_headings import Heading
from macros.models.fields import DateField, Money
from macros.models.origins import RowsOrigin
from macros.models.papers import KINDS_OF_PAPER, Paper, PaperKind, Prose
from macros.models.texts import Id


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (" \n ", "The text is empty"),
        ("A bell\x07", "cannot be printed"),
        ("a \x00", "cannot be printed"),
    ],
)
def test_a_text_that_no_paper_can_hold_is_told(text: str, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        TypeAdapter(Prose).validate_python(text)


def test_a_text_may_have_lines_and_loses_only_what_is_round_it() -> None:
    assert TypeAdapter(Prose).validate_python("\n- a\n\nb é\n") == "- a\n\nb é"


def slides(*parts: dict[str, Any]) -> Paper:
    return Paper.model_validate(
        {
            "id": "a", "title": "A", "purpose": "B", "kind": "slides", "step": "c.md", "who": "D", "minutes": 5,
            "provenance": "suggestion", "parts": list(parts), "example": {"community": "E"},
        }
    )  # fmt: skip


def test_the_table_has_every_kind_of_paper_and_no_other() -> None:
    assert set(KINDS_OF_PAPER) == set(get_args(PaperKind))


def test_a_slide_has_a_title_and_as_many_lines_as_can_be_read() -> None:
    full = {"title": "A", "text": "\n".join("x" * (KINDS_OF_PAPER["slides"].slide_lines or 0))}

    assert slides(full)
    for wrong in ({"text": "x"}, {"title": "A", "text": f"{full['text']}\nx"}):
        with pytest.raises(ValidationError, match="Slide 2 needs a title and at most 6 lines"):
            slides(full, wrong)


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"table": "a"},
        {"field": "a"},
        {"table": "a", "columns": {"b": "c"}, "field": "d", "into": ["e"]},
        {"table": "a", "columns": {"b": "c"}, "field": "d"},
        {"field": "d", "into": ["e"], "table": "a"},
    ],
)
def test_rows_come_from_a_table_or_from_lines_and_never_from_both(more: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="does not say which rows come"):
        RowsOrigin.model_validate({"worksheet": "partner-map", "what": "Partners", **more})


def test_a_heading_has_something_under_it() -> None:
    with pytest.raises(ValidationError, match="There is nothing under the heading “Risks”"):
        Heading.model_validate({"title": "Risks"})


@pytest.mark.parametrize(("text", "is_day"), [("2026-02-28", True), ("2026-02-29", False), ("2028-02-29", True)])
def test_a_date_is_a_day_that_there_is(text: str, is_day: bool) -> None:
    assert DateField(id="a", label="A", kind="date").accepts(text) is is_day


def test_an_amount_that_will_not_do_is_told_with_one_that_does() -> None:
    field = Money(id="a", label="A", kind="money")

    assert not field.accepts(1.005)
    assert "1200.50" in field.wanted() and field.accepts(1200.50)


def test_an_id_has_no_blank_at_its_end() -> None:
    for wrong in ("a ", "a\n", "-a", "a-", "a--b", "A", ""):
        with pytest.raises(ValidationError):
            TypeAdapter(Id).validate_python(wrong)
