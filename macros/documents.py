"""Every document of a build: what is made, under which address, how large it is. Makes each once and keeps it."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path

from macros.forms import FORMS, Form, Imprint
from macros.library import Library
from macros.worksheet import Worksheet

log = logging.getLogger("mkdocs.toolkit")
MACROS = Path(__file__).parent


class Documents:
    """The documents of one library, drawn for the site address ``site_url`` (empty where it is not known yet)."""

    book_url = "downloads/book.pdf"

    def __init__(self, library: Library, site_url: str) -> None:
        self.library = library
        self.site_url = site_url
        self.made: dict[str, bytes] = {}
        self.kept = library.root / ".cache" / "documents"
        self._code = _fingerprint_of_code(library)

    def make_all(self) -> dict[str, bytes]:
        """Make every worksheet in every form, and every example. Returns content by site address."""
        for name, worksheet in self.library.worksheets.items():
            imprint = self.imprint(f"worksheets/{name}/")
            for form in FORMS.values():
                self._make(f"downloads/worksheets/{name}.{form.suffix}", form, worksheet, imprint, filled=False)
            self._make(self.example_url(name), FORMS["pdf"], worksheet, imprint, filled=True)
        return self.made

    def imprint(self, page: str) -> Imprint:
        """What a document says of itself, with the address of ``page``."""
        library = self.library
        return Imprint(
            edition=library.edition,
            release=library.release,
            strings=library.strings,
            logo=library.folder / library.edition.look.logo,
            address=self.site_url + page,
        )

    def of(self, name: str) -> list[dict[str, str]]:
        """The downloads of one worksheet: label of the form, address, size in words."""
        labels = self.library.strings["forms"]
        return [
            {"form_label": labels[key], "url": url, "size": size(self.made[url])}
            for key, form in FORMS.items()
            if (url := f"downloads/worksheets/{name}.{form.suffix}")
        ]

    @staticmethod
    def example_url(name: str) -> str:
        """Where the filled-in example of a worksheet is."""
        return f"downloads/examples/{name}.pdf"

    def _make(self, url: str, form: Form, worksheet: Worksheet, imprint: Imprint, *, filled: bool) -> None:
        """Draw a document, or take it from the cache when nothing that it is drawn from has changed."""
        drawn_from = [self._code, url, imprint.fingerprint(), repr(worksheet)]
        key = hashlib.sha256("\0".join(drawn_from).encode()).hexdigest()
        kept = self.kept / key
        if kept.is_file():
            self.made[url] = kept.read_bytes()
            log.info("Unchanged  %s  %s", url, size(self.made[url]))
            return
        self.made[url] = form.draw(worksheet, imprint, filled)
        self.kept.mkdir(parents=True, exist_ok=True)
        # Written beside and renamed, so that a build that is cut off never leaves half a document to be found again.
        half = kept.with_suffix(".half")
        half.write_bytes(self.made[url])
        half.replace(kept)
        log.info("Made       %s  %s", url, size(self.made[url]))


def size(content: bytes) -> str:
    """A size for a reader: "34 kB"."""
    return (
        f"{max(1, round(len(content) / 1000))} kB" if len(content) < 1_000_000 else f"{len(content) / 1_000_000:.1f} MB"
    )


def _fingerprint_of_code(library: Library) -> str:
    files = [
        *sorted(MACROS.rglob("*.py")),
        *sorted(MACROS.rglob("views/*")),
        library.root / "overrides/assets/css/fonts.css",
    ]
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()
