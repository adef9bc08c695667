"""``edition.json``: what this build is, and every download with its size and fingerprint."""

from __future__ import annotations

import hashlib
from typing import Any

from macros.content.customisation.adaptations import adaptations
from macros.content.library import Library


def manifest(library: Library, site_url: str, contents: dict[str, bytes]) -> dict[str, Any]:
    """Describe the build for ``site_url`` (may be empty). ``contents`` is by site address; sizes are in bytes."""
    edition = library.edition
    return {
        "edition": edition.slug,
        "council": edition.publisher,
        "place": library.place["place"],
        "programme": edition.programme,
        "address": site_url,
        "credit": library.strings["documents"]["credit"],
        "licence": library.strings["documents"]["licence"],
        "version": library.release.version,
        "date": library.release.day.isoformat(),
        **_adapted(library),
        "downloads": [
            {"address": url, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for url, content in sorted(contents.items())
        ],
    }


def _adapted(library: Library) -> dict[str, Any]:
    """What the edition made its own, for whoever releases the next version; nothing where it changed nothing."""
    adapted = adaptations(library)
    return {"adapted": adapted} if adapted else {}
