"""What was drawn once is kept by the fingerprint of all that it was drawn from, and drawn again when that changes."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from pathlib import Path

from macros.core.code_fingerprint import CodeFingerprints

UNUSED_DAYS = 30  # several editions and branches share what is kept; what none of them asks for goes after this long


class DocumentCache:
    """Documents kept under ``root``/.cache/. They may be deleted at any time."""

    def __init__(self, root: Path) -> None:
        self._folder = root / ".cache" / "documents"
        self.code = CodeFingerprints(root)

    def find(self, module: str, *drawn_from: str) -> bytes | None:
        """The document that ``module`` drew from these texts by the very code that it has now, if it is kept."""
        return read_kept(self.place(module, *drawn_from))

    def keep(self, content: bytes, module: str, *drawn_from: str) -> None:
        """Keep a document."""
        write_whole(self.place(module, *drawn_from), content)

    def last(self, name: str) -> bytes | None:
        """The document that was kept last under ``name`` by :meth:`keep_last`, whatever it was drawn from."""
        place = self._last(name)
        return place.read_bytes() if place.is_file() else None

    def keep_last(self, content: bytes, name: str) -> None:
        """Keep ``content`` as the newest document called ``name``."""
        write_whole(self._last(name), content)

    def prune(self) -> int:
        """Delete what no build has asked for in :data:`UNUSED_DAYS` days. Returns how many documents went."""
        oldest, gone = time.time() - UNUSED_DAYS * 86_400, 0
        for place in self._folder.glob("*"):
            if place.is_file() and place.stat().st_mtime < oldest:
                place.unlink(missing_ok=True)
                gone += 1
        return gone

    def _last(self, name: str) -> Path:
        return self._folder / f"last-{hashlib.sha256(name.encode()).hexdigest()}"

    def fingerprint(self, module: str, *drawn_from: str) -> str:
        """Changes whenever something changes that ``module`` draws with, or one of the texts that it draws from."""
        texts = "\0".join([self.code.of(module), *drawn_from])
        return hashlib.sha256(texts.encode()).hexdigest()

    def place(self, module: str, *drawn_from: str) -> Path:
        """Where the document that ``module`` draws from these texts is kept: see :func:`kept_at`."""
        return self._folder / self.fingerprint(module, *drawn_from)


def kept_at(place: Path | None, make: Callable[[], bytes]) -> bytes:
    """What is kept at ``place``; made, and kept for who asks next, where it is not there. Without one it is made."""
    if place is None:
        return make()
    content = read_kept(place)
    if content is None:
        content = make()
        write_whole(place, content)
    return content


def kept_beside(place: Path | None, content: bytes, make: Callable[[], bytes]) -> bytes:
    """What is made from ``content`` by who keeps its documents at ``place``: kept there, as in :func:`kept_at`."""
    digest = hashlib.sha256(place.name.encode() + content).hexdigest() if place else ""
    return kept_at(place and place.with_name(digest), make)


def read_kept(place: Path) -> bytes | None:
    """The document at ``place``, which somebody still asks for; None where there is none."""
    try:
        content = place.read_bytes()
        os.utime(place)
    except OSError:
        return None
    return content


def write_whole(place: Path, content: bytes) -> None:
    """Write a document. A build that is cut off never leaves half of one to be found again."""
    place.parent.mkdir(parents=True, exist_ok=True)
    half = place.with_suffix(f".{os.getpid()}")
    half.write_bytes(content)
    half.replace(place)
