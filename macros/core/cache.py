"""What was drawn once is kept by the fingerprint of all that it was drawn from, and drawn again when that changes."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from macros.paths import FONT_STYLES, MACROS, SCRIPT_FILES, VIEWS


class DocumentCache:
    """Documents kept under ``root``/.cache/. They may be deleted at any time."""

    def __init__(self, root: Path) -> None:
        self._folder = root / ".cache" / "documents"
        code = [
            *sorted(MACROS.rglob("*.py")),
            *sorted(path for path in VIEWS.rglob("*") if path.is_file()),
            *sorted((SCRIPT_FILES / "charts").rglob("*.js")),  # they draw the charts of examples
            FONT_STYLES,
            root / "pyproject.toml",  # which versions draw
        ]
        self._code = hashlib.sha256(b"\0".join(path.read_bytes() for path in code if path.is_file())).hexdigest()

    def find(self, *drawn_from: str) -> bytes | None:
        """The document that was drawn from these texts by this very code, if it is kept."""
        place = self._place(drawn_from)
        return place.read_bytes() if place.is_file() else None

    def keep(self, content: bytes, *drawn_from: str) -> None:
        """Keep a document. A build that is cut off never leaves half of one to be found again."""
        place = self._place(drawn_from)
        self._folder.mkdir(parents=True, exist_ok=True)
        half = place.with_suffix(f".{os.getpid()}")
        half.write_bytes(content)
        half.replace(place)

    def _place(self, drawn_from: tuple[str, ...]) -> Path:
        return self._folder / hashlib.sha256("\0".join([self._code, *drawn_from]).encode()).hexdigest()
