"""The home page has a way in for each kind of reader, and each way leads to what that reader came for."""

from __future__ import annotations

import re

from tests.support.builds import ROOT

# Who comes, and where the home page sends them. That each place exists is checked with all other links.
READERS = {
    "works alone": "pick/lone-officer.md",
    "has a small team and a year": "first-100-days.md#with-a-small-team",
    "refers patients": "communities/patients-of-a-place.md#if-you-refer-people",
    "helps neighbours": "papers/how-far-may-i-help.md",
    "wants a sheet to print": "worksheets/tally-sheet.md",
    "decides in ten minutes": "launch/make-the-case.md#if-you-decide-in-ten-minutes",
    "asks what it costs": "costs.md",
    "is outside England": "nations/index.md",
}


def without_a_way(home: str) -> list[str]:
    """The readers that the page ``home`` does not send where they should go."""
    links = set(re.findall(r"\]\(([^)]+)\)", home))
    return [reader for reader, place in READERS.items() if place not in links]


def test_the_home_page_has_a_way_in_for_each_reader() -> None:
    assert without_a_way((ROOT / "docs/index.md").read_text("utf-8")) == []


def test_a_reader_without_a_way_is_found() -> None:
    home = " ".join(f"[go]({place})" for reader, place in READERS.items() if reader != "helps neighbours")

    assert without_a_way(home) == ["helps neighbours"]
