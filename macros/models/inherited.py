"""What a new council's edition took over from the councils before it, and what nobody has decided yet."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.core.validation import StrictModel
from macros.models.setting_values import Address, Text

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class Undecided(StrictModel):
    """A ``file`` of the edition that came from others, by their folders.

    ``others`` are files with another text for the same place, kept beside: somebody must choose, or join them.
    """

    file: Text
    origins: list[Slug] = Field(alias="from", min_length=1)
    others: list[Text] = Field(default_factory=list)


class Inherited(StrictModel):
    """``inherited.yml``: the councils by folder, whose credit stays, their sites, and what came and is undecided."""

    councils: dict[Slug, Text] = Field(default_factory=dict)
    # Where their editions are: what readers' browsers keep under them is offered on this one.
    addresses: dict[Slug, Address] = Field(default_factory=dict)
    undecided: list[Undecided] = Field(default_factory=list)

    def earlier(self) -> list[dict[str, str]]:
        """Each earlier edition that is still on the web: its ``council``, and its ``url``."""
        return [{"council": self.councils.get(slug, slug), "url": url} for slug, url in self.addresses.items()]
