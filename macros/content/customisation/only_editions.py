"""Finds files of the toolkit that say what only an edition's file may say."""

from __future__ import annotations

from macros.content.customisation.overlay import OverlayFile
from macros.core.parsing import ParsedFile
from macros.core.problems import Problem

ONLY_OWN = ("replaces", "after")


def only_own(source: ParsedFile, written: OverlayFile) -> list[Problem]:
    """The faults of a file of the toolkit that says what only an edition's file may say."""
    if written.own:
        return []
    return [
        Problem(
            written.file,
            source.line((key,)),
            f"“{key}” is for files in editions/, and this is the toolkit's own.",
            "Delete the line, or move your page to the same path in your edition's folder.",
        )
        for key in ONLY_OWN
        if key in source.keys
    ]
