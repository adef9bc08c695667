"""Whether somebody answers for the accessibility statement, and whether what it says holds together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from macros.content.library import Library
from macros.readiness.finding import Finding, Teller

REVIEW = timedelta(days=365)  # the regulations ask for a regular review; GOV.UK's guidance says once a year


def sign_off(library: Library, tell: Teller) -> Iterator[Finding]:
    """The state of the accessibility statement."""
    signed = library.edition.accessibility
    file = f"editions/{library.edition.slug}/edition.yml"
    if not signed.signed_on:
        yield tell("stop", "unsigned", f"{file}, accessibility")
        return
    wrong = False
    if signed.compliance == "fully" and (library.statement.known.problems or signed.problems):
        wrong = True
        yield tell("stop", "not_fully", f"{file}, accessibility: compliance")
    if library.statement.result.found:
        wrong = True
        yield tell("stop", "test_found", detail=tuple(library.statement.result.found))
    last = signed.reviewed_on or signed.signed_on
    if library.release.day - last > REVIEW:
        wrong = True
        yield tell("look", "review_due", f"{file}, accessibility: reviewed_on", date=last.isoformat())
    if not wrong:
        yield tell("fine", "signed", by=signed.signed_by)
