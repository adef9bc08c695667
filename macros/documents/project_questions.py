"""What the script that fills in the project's workbook must know of each worksheet: its questions and tables."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import Any

from macros.content.library import Library
from macros.content.redirects import made_path
from macros.documents.project_forms import project_worksheets
from macros.models.fields import Simple
from macros.models.tables import Table
from macros.models.worksheets import Worksheet


def project_questions(library: Library) -> bytes:
    """The questions of each worksheet that a step uses, in the order of the model, as JSON."""
    worksheets = [_asked(library, worksheet) for worksheet, _ in project_worksheets(library)]
    return json.dumps(worksheets, ensure_ascii=False, separators=(",", ":")).encode()


def _asked(library: Library, worksheet: Worksheet) -> dict[str, Any]:
    earlier = [PurePosixPath(path).stem for path in library.moved.earlier(made_path("worksheets", worksheet.id))]
    tables = [_table(field) for field in worksheet.fields() if isinstance(field, Table)]
    fields = [_question(field) for field in worksheet.fields() if not isinstance(field, Table)]
    return {"id": worksheet.id, "earlier": earlier, "fields": fields, "tables": tables}


def _table(table: Table) -> dict[str, Any]:
    asked: dict[str, Any] = {"id": table.id, "grows": not table.row_labels, "rows": table.row_keys}
    return {**asked, "columns": [_question(column) for column in table.columns]}


def _question(field: Simple) -> dict[str, Any]:
    """A field or a column, with the labels of those options that are kept by an id of another name."""
    options = dict(zip(field.choice_ids(), field.choices(), strict=True))
    changed = {key: label for key, label in options.items() if key != label}
    return {"id": field.id, "kind": field.kind, **({"options": changed} if changed else {})}
