"""What the edition replaced or left out, and what has changed under it since."""

from __future__ import annotations

from collections.abc import Iterator

from macros.content.library import Library
from macros.readiness.finding import Finding, Teller
from macros.readiness.history import what_changed


def changes(library: Library, tell: Teller) -> Iterator[Finding]:
    """Replaced files whose original changed, or that do not say which original they replaced."""
    for replaced in library.replaced:
        if replaced.gone:
            yield tell("look", "gone", replaced.file, original=replaced.original)
        elif replaced.changed:
            lines = what_changed(library.root, replaced.original, replaced.recorded_hash or "")
            item = "changed" if lines else "changed_unseen"
            yield tell("look", item, replaced.file, lines, original=replaced.original, now=replaced.current_hash)
        elif replaced.recorded_hash is None:
            yield tell("look", "no_fingerprint", replaced.file, original=replaced.original, now=replaced.current_hash)
    if library.replaced and not any(
        replaced.changed or replaced.recorded_hash is None for replaced in library.replaced
    ):
        yield tell("fine", "nothing_changed", count=len(library.replaced))


def left_out(library: Library, tell: Teller) -> Iterator[Finding]:
    """Steps that are left out, with their reasons; and notes for them, which nobody would see."""
    file = f"editions/{library.edition.slug}/edition.yml"
    for page, reason in library.hidden.items():
        yield tell("fine", "hidden", file, page=page, reason=reason)
        if page in library.notes:
            yield tell("look", "hidden_note", f"editions/{library.edition.slug}/notes/{page}", page=page)
