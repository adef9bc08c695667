"""Reads what the accessibility statement is made from."""

from __future__ import annotations

from macros.content.customisation.overlay import find_file
from macros.core.parsed_files import ParsedFiles
from macros.core.validation import validate
from macros.models.accessibility import Known, Result, Statement

KNOWN, RESULT = "accessibility.yml", "accessibility-result.yml"


def read_statement(files: ParsedFiles, slug: str) -> Statement:
    """Read what is known and what was found, the edition's own files first.

    Raises :class:`ContentError` where one of the two is missing or cannot be read.
    """
    known, result = (files.yaml(find_file(files, slug, f"templates/{name}").file) for name in (KNOWN, RESULT))
    return Statement(validate(Known, known), validate(Result, result))
