"""Broken links of a built site, from LinkChecker's report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from macros.quality import link_check as checker
from macros.quality.mail_links import wrong_mail_links
from macros.readiness.finding import Finding, Teller

REPORTED_LINK = re.compile(
    r"^URL\s+`(?P<link>.*?)'$.*?^Parent URL\s+http://[^/]+(?P<page>/[^,\s]*)?.*?^Result\s+(?P<said>.+?)$",
    re.MULTILINE | re.DOTALL,
)


def links(site: Path, tell: Teller) -> Iterator[Finding]:
    """Every broken link with the page on which it stands. Needs the test group's packages."""
    unusable = list(wrong_mail_links(site))
    for page, link in unusable:
        yield tell("stop", "wrong_address", page, link=link)
    fine, report = checker.check(site)
    if fine:
        if not unusable:
            yield tell("fine", "links_fine")
        return
    blocks = (match.groupdict() for match in REPORTED_LINK.finditer(report))
    broken = {(block["page"] or "", block["link"], block["said"]) for block in blocks}
    for page, link, reason in sorted(broken):
        yield tell("stop", "broken_link", page, link=link, said=reason)
    if not broken:  # the report is in a form that we do not know: say so, rather than nothing
        yield tell("stop", "links_wrong", detail=tuple(report.strip().splitlines()[-20:]))
