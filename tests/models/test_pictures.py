"""A picture of results over time needs another table and a place for its sentences, and says what is missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from macros.content.library import Library
from macros.models.worksheets import Worksheet


def written(library: Library, change: Callable[[dict[str, dict[str, Any]]], object]) -> dict[str, Any]:
    """The indicator table as it is written, with a ``change`` to its fields by id."""
    data = library.worksheets["indicator-table"].model_dump()
    change({field["id"]: field for section in data["sections"] for field in section["fields"]})
    return data


def test_a_table_knows_the_one_that_says_how_to_read_it(library: Library) -> None:
    tables = {field.id: field for field in library.worksheets["indicator-table"].fields()}

    assert tables["readings"].beside is tables["reading_guide"]
    assert tables["measures"].beside is None


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda fields: fields["readings"]["picture"].update(about="guide"), "needs a table “guide”"),
        (lambda fields: fields["readings"]["picture"].update(into="trial"), "go into “trial”, which is no long text"),
        (lambda fields: fields["readings"]["picture"].update(better="way"), "needs a column “way”"),
        (lambda fields: fields["readings"]["picture"].update(day="when"), "“when” is not a column"),
    ],
)
def test_what_is_missing_is_told(library: Library, change: Callable[[Any], object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Worksheet.model_validate(written(library, change))
