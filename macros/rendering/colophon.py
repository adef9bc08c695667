"""What every document says of itself: whose edition it is, which version, and where it lives."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from macros.content.release import Release
from macros.core.dates import in_words
from macros.models.editions import Edition
from macros.rendering.qr import qr_code

# What stands in a document that all editions share, where each has its own: see macros/documents/edition_stamp.py.
PUBLISHER = "Whoever publishes this edition"
ANY_PROGRAMME = "Whatever this programme is called"
ANYWHERE = "https://edition.invalid/"  # where a link leads that will lead to the edition's site
WHOSE = ("neutral", "council", "programme")  # settings by which every document says whose it is


@dataclass(frozen=True)
class Colophon:
    """Given to every form. ``logo`` is a file; ``address`` is the web address of the document's own page."""

    edition: Edition
    release: Release
    strings: dict[str, Any]
    logo: Path
    address: str
    current: str = ""  # the web address that says whether a copy is current; empty where the site's is not known
    adapted: str = ""  # the sentence that says whose text this is, where an edition replaced the toolkit's

    @property
    def credit(self) -> str:
        """Whose text this is, whose model it tells of, and the licence: in every document."""
        words = self.strings["documents"]
        return " ".join(filter(None, [self.adapted, words["credit"], words["licence"]]))

    @property
    def version(self) -> str:
        """The version with its day, as a reader sees it; a draft says that it is one."""
        words = self.strings["documents"]["draft" if self.edition.draft else "version"]
        return str(words).format(version=self.release.version, date=in_words(self.release.day, self.strings))

    @property
    def qr(self) -> str:
        """The code that leads to :attr:`current`, as the address of a picture; empty where there is no address."""
        return qr_code(self.current) if self.current else ""

    @property
    def qr_alt(self) -> str:
        """What the code is, in words."""
        return str(self.strings["cards"]["qr_alt"])

    @property
    def is_current(self) -> str:
        """Where a reader learns whether a copy is current, for a form that shows no code; empty without an address."""
        return str(self.strings["documents"]["current"]).format(address=self.current) if self.current else ""

    @property
    def logo_alt(self) -> str:
        """What the logo is, in words: a council's, or the toolkit's own mark."""
        words = self.strings["documents"]["toolkit_logo" if self.edition.neutral else "logo_alt"]
        return str(words).format(council=self.edition.council)

    def needing(self, words: Collection[str], settings: Collection[str]) -> Colophon:
        """The same with these groups of words and these settings of the edition only.

        What is drawn from it cannot print anything else, so nothing else needs to draw it again. Asking for what is
        not there raises ``KeyError`` or ``AttributeError``.
        """
        edition = self.edition.model_copy()
        kept = {name: value for name, value in vars(edition).items() if name in settings or name in WHOSE}
        object.__setattr__(edition, "__dict__", kept)  # past the model, which would fill in defaults
        return replace(
            self, edition=edition, strings={name: group for name, group in self.strings.items() if name in words}
        )

    def shared(self) -> Colophon:
        """The same without what is the edition's own, for a document with places for that: it is for every edition.

        Asking for what is an edition's raises ``AttributeError``.
        """
        edition = self.edition.model_copy()
        object.__setattr__(edition, "__dict__", {"draft": self.edition.draft})
        address, current = (ANYWHERE if each else "" for each in (self.address, self.current))
        return replace(self, edition=edition, logo=Path(), address=address, current=current)

    def fingerprint(self) -> str:
        """Changes whenever something that is printed from here changes."""
        content = repr(
            (vars(self.edition), self.release, self.strings, self.address, self.current, self.adapted)
        ).encode()
        return hashlib.sha256(content + (self.logo.read_bytes() if self.logo.is_file() else b"")).hexdigest()
