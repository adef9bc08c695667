"""What went out with a release: the fingerprint of each sheet, by which a printed copy is told from today's."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from macros.core.validation import StrictModel

FINGERPRINT_LETTERS = 8
Fingerprint = Annotated[str, Field(pattern=rf"^[0-9a-f]{{{FINGERPRINT_LETTERS}}}$")]
SheetId = Annotated[str, Field(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)?$")]  # its address inside the site


class ReleaseRecord(StrictModel):
    """One release: ``templates/releases/<version>.yml``. ``sheets`` are fingerprints by the sheet's address."""

    version: Annotated[str, Field(pattern=r"^\d+(\.\d+)+$")]
    day: date
    sheets: dict[SheetId, Fingerprint] = Field(min_length=1)
