"""The fingerprint of a text: the same on every computer, whatever its editor does to line ends."""

from __future__ import annotations

import hashlib
import re
from typing import Annotated

from pydantic import AfterValidator

from macros.core.validation import rule_error

# Curly quotation marks and apostrophes, and what a keyboard types in their place.
STRAIGHT_MARKS = dict(zip("“”‘’", "\"\"''", strict=True))
SHAPE = re.compile(r"sha256:[0-9a-f]{64}")


def fingerprint(text: str) -> str:
    """``sha256:`` and 64 digits of ``text``, with plain line ends, no blanks at line ends and one line end at its end.

    So a file that was only saved by another editor, with a byte order mark or by Windows, keeps its fingerprint.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    plain = "\n".join(line.rstrip() for line in lines).rstrip("\n") + "\n"
    return f"sha256:{hashlib.sha256(plain.encode()).hexdigest()}"


def with_straight_marks(text: str) -> str:
    """``text`` as it was before its quotation marks became curly: the words are the same."""
    for curly, straight in STRAIGHT_MARKS.items():  # a fifth of the time of str.translate
        text = text.replace(curly, straight)
    return text


def fingerprint_since(text: str, recorded: object) -> str:
    """The fingerprint of ``text``: the ``recorded`` one where only its quotation marks became curly since then."""
    before = fingerprint(with_straight_marks(text))
    return before if before == recorded else fingerprint(text)


def _shaped(text: str) -> str:
    if not SHAPE.fullmatch(text):
        fix = "Write “sha256:” and the 64 digits and letters a to f that follow it, or delete the line."
        raise rule_error("“replaces” is not a fingerprint.", fix)
    return text


Fingerprint = Annotated[str, AfterValidator(_shaped)]
