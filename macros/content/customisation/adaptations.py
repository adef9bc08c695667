"""What an edition made its own, by the toolkit's names for it: so that a maintainer sees whom a change will reach."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.content.customisation.overlay import find_lists
from macros.content.customisation.string_check import STRINGS
from macros.content.library import Library
from macros.core.parsed_files import ParsedFiles


def adaptations(library: Library) -> dict[str, list[str]]:
    """Files of the toolkit that the edition replaced, pages that it wrote a note for, and interface words of its own.

    Only what there is: an edition that changed nothing has no keys here.
    """
    files = ParsedFiles(library.root)
    own_strings = [files.yaml(written.file).data for written in find_lists(files, library.edition.slug, STRINGS)[1:]]
    by_kind = {
        "replaced": sorted({replaced.original for replaced in library.replaced}),
        "notes": sorted(f"docs/{path}" for path in library.notes),
        "strings": sorted({key for texts in own_strings for key, _ in texts_by_key(texts)}),
    }
    return {kind: names for kind, names in by_kind.items() if names}


def texts_by_key(texts: Any, above: str = "") -> Iterator[tuple[str, str]]:
    """Each text of a tree of interface words, by the keys that lead to it, such as "footer.about_title"."""
    if not isinstance(texts, dict):
        yield above, repr(texts)
        return
    for key, below in texts.items():
        yield from texts_by_key(below, f"{above}.{key}" if above else str(key))
