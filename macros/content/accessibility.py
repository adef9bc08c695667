"""Reads what the accessibility statement is made from."""

from __future__ import annotations

from pathlib import Path

from macros.content.customisation.overlay import find_files
from macros.core.parsing import read_yaml
from macros.core.validation import validate
from macros.models.accessibility import Known, Result, Statement

KNOWN, RESULT = "accessibility.yml", "accessibility-result.yml"


def read_statement(root: Path, slug: str) -> Statement:
    """Read what is known and what was found, the edition's own files first. Raises :class:`ContentError`."""
    files = find_files(root, slug, "templates", ".yml")
    known, result = (read_yaml(files[name].path, files[name].file) for name in (KNOWN, RESULT))
    return Statement(validate(Known, known), validate(Result, result))
