"""What only a council can settle and this edition has not: a person looks, and it stops only what would do harm."""

from __future__ import annotations

from collections.abc import Iterator

from macros.content.library import Library
from macros.content.local_details import HARMFUL, local_details
from macros.readiness.finding import Finding, Level, Teller


def unsettled(library: Library, tell: Teller) -> Iterator[Finding]:
    """Each detail that is not settled, with the files that it stands in. The neutral edition settles none."""
    if library.edition.neutral:
        return
    details = list(local_details(library.edition, library.strings, library.page_files, library.papers))
    missing = [detail for detail in details if not detail.settled]
    for detail in missing:
        where = f"editions/{library.edition.slug}/edition.yml, local: {detail.key}"
        level: Level = "stop" if detail.key in HARMFUL else "look"
        yield tell(level, "not_settled", where, detail.files, ask=detail.question, key=detail.key)
    if details and not missing:
        yield tell("fine", "all_settled", count=len(details))
