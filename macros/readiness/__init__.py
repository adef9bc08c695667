"""Ready to publish? Everything that stands between an edition and its launch."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from macros.content.library import Library
from macros.core.problems import ContentError
from macros.readiness.accessibility_statement import sign_off
from macros.readiness.alt_texts import pictures
from macros.readiness.edition_texts import own_texts
from macros.readiness.finding import LEVELS, Finding, Teller
from macros.readiness.inherited import undecided
from macros.readiness.local_details import unsettled
from macros.readiness.other_councils import left_over
from macros.readiness.replacements import changes, left_out
from macros.readiness.review_dates import review_dates
from macros.readiness.settings import contrast, settings
from macros.readiness.toolkit_version import version

__all__ = ["LEVELS", "Finding", "findings", "from_problems"]


def findings(library: Library, site: Path | None = None, today: date | None = None) -> list[Finding]:
    """What stops the publication first, then what to look at, then what is well.

    ``site`` is the built site, whose links are then checked too; without it they are left out, as they are while the
    site is being built. ``today`` is when pages are found to be old: the day of the version where it is left out, so
    that the same sources always make the same site.
    """
    tell = Teller(library.strings)
    texts = own_texts(library)
    result = [
        *settings(library, tell),
        *left_over(library, texts, tell),
        *contrast(library, tell),
        *unsettled(library, tell),
        *pictures(texts, tell),
        *sign_off(library, tell),
        *undecided(library, tell),
        *changes(library, tell),
        *left_out(library, tell),
        *review_dates(library, today or library.release.day, tell),
        *version(library, tell),
    ]
    if site:
        from macros.readiness.links import links  # its packages are not there where a site is only built

        result += links(site, tell)
    return sorted(dict.fromkeys(result), key=lambda finding: LEVELS.index(finding.level))


def from_problems(problems: ContentError) -> list[Finding]:
    """What stops the build stops the publication too, in the same words."""
    return [Finding("stop", problem.message, problem.place, problem.fix) for problem in problems.problems]
