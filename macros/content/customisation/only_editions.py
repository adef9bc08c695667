"""What only an edition's own files may say: which text they replaced, and where a page of their own stands."""

from __future__ import annotations

from macros.content.customisation.overlay import Written
from macros.core.fingerprints import Fingerprint
from macros.core.parsing import Source
from macros.core.problems import Fault
from macros.core.validation import Strict
from macros.models.fields import Words

ONLY_OWN = ("replaces", "after")


class Replaceable(Strict):
    """``replaces`` is the fingerprint of the toolkit's text when the edition replaced it."""

    replaces: Fingerprint | None = None


class Placed(Replaceable):
    """``after`` is the page, as a path in docs/, that a page of the edition's own comes after."""

    after: Words | None = None


def only_own(source: Source, written: Written) -> list[Fault]:
    """The faults of a file of the toolkit that says what only an edition's file may say."""
    if written.own or not isinstance(source.data, dict):
        return []
    return [
        Fault(
            written.file,
            source.line((key,)),
            f"“{key}” is for files in editions/, and this is the toolkit's own.",
            "Delete the line, or move your page to the same path in your edition's folder.",
        )
        for key in ONLY_OWN
        if key in source.data
    ]
