"""The invented community's whole project: what every worksheet's example says, as a reader's device would keep it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from playwright.sync_api import Page

from macros.content.library import Library
from macros.models.tables import Table
from macros.models.worksheets import Worksheet

AT = 1_800_000_000_000  # milliseconds: when all of it was written


def example_answers(worksheet: Worksheet) -> dict[str, Any]:
    """The example's answers by the names of their boxes, choices as their ids."""
    answers: dict[str, Any] = {}
    for field in worksheet.fields():
        value = worksheet.example.values.get(field.id)
        if value is None:
            continue
        if not isinstance(field, Table):
            answers[field.id] = _kept(field, value)
            continue
        rows = value.items() if isinstance(value, dict) else enumerate(value, 1)
        columns = {column.id: column for column in field.columns}
        for key, row in rows:
            for column, answer in row.items():
                answers[f"{field.id}.{key}.{column}"] = _kept(columns[column], answer)
    return answers


def _kept(field: Any, value: Any) -> Any:
    choices = dict(zip(map(str, field.choices()), field.choice_ids(), strict=True)) if hasattr(field, "choices") else {}
    if isinstance(value, bool):
        return value
    return choices.get(str(value), str(value))


def kept_text(values: dict[str, Any], at: int = AT) -> str:
    """These answers as the browser's storage holds them."""
    answers = {key: {"value": value, "at": at} for key, value in values.items()}
    return json.dumps({"format": 1, "values": answers, "rows": {}})


def keep_examples(page: Page, library: Library, names: Iterable[str] = ()) -> None:
    """Let the browser keep the examples of these worksheets, or of all. ``page`` is two folders below the root."""
    site = page.evaluate("new URL('../../', location.href).pathname")
    entries = {
        f"worksheet:{site}:{name}": kept_text(example_answers(library.worksheets[name]))
        for name in names or library.worksheets
    }
    page.evaluate("(entries) => { for (const one of Object.entries(entries)) localStorage.setItem(...one) }", entries)
