"""What editions share: ``templates/shared/<edition>.yml``, which a person approved before it came here."""

from __future__ import annotations

from pydantic import Field

from macros.core.validation import StrictModel
from macros.models.editions import Share
from macros.models.setting_values import Address, PlaceKind, Text


class SharedNotes(StrictModel):
    """One edition's shared notes, with who says it and where its own site is."""

    council: Text
    place_kind: PlaceKind
    address: Address
    notes: list[Share] = Field(min_length=1)
