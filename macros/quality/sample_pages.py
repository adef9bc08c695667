"""One page of each kind, for looks that would take too long on all."""

from __future__ import annotations

# One page of each kind: these are looked at in every size and scheme, all others twice.
SAMPLE_PAGES = [
    "",
    "focus/",
    "focus/choose-the-community/",
    "checklists/",
    "pick/",
    "pick/funding-bid/",
    "cases/beeston-and-middleton/",
    "evidence/figures/",
    "worksheets/",
    "worksheets/partner-map/",
    "papers/",
    "papers/email-sponsor/",
    "downloads/",
    "glossary/",
    "about/",
    "adopt/design/",
    "accessibility/",
    "check/",
    "404.html",
]
