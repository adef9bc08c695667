"""Keys that only an edition's own files may have: which text they replaced, and where a page of their own stands."""

from __future__ import annotations

from macros.core.fingerprints import Fingerprint
from macros.core.validation import StrictModel
from macros.models.texts import Words


class Replaceable(StrictModel):
    """``replaces`` is the fingerprint of the toolkit's text when the edition replaced it."""

    replaces: Fingerprint | None = None


class Placed(Replaceable):
    """``after`` is the page, as a path in docs/, that a page of the edition's own comes after."""

    after: Words | None = None
