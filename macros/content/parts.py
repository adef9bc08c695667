"""The parts of the guide beside its stages: where each begins, which pages it holds, and which stand on no paper."""

from __future__ import annotations

from collections.abc import Collection, Iterable

# Where a part of the guide begins that is not a stage.
BEGINS = ("pick/index.md", "communities/index.md", "evidence/index.md", "find-local-data.md", "about.md")
# Pages that lead nowhere on paper: what is done on the site, and how one is published.
NOT_ON_PAPER = (
    "accessibility.md",
    "adopt/",
    "bring-in.md",
    "checklists/",
    "current.md",
    "downloads/",
    "editions.md",
    "evidence/sources.md",
    "kept.md",
    "launch/index.md",
    "launch/plan-the-launch.md",
    "launch/test-your-edition.md",
    "privacy.md",
    "project.md",
)


def part_pages(paths: Iterable[str], alone: Collection[str]) -> dict[str, list[str]]:
    """The pages of each part by the page with which it begins; ``paths`` are all pages in docs/, in the nav's order.

    A part goes on to the next beginning, or to one of the pages ``alone``, such as a step.
    """
    parts: dict[str, list[str]] = {}
    begin = ""
    for path in paths:
        begin = path if path in BEGINS else "" if path in alone else begin
        if begin and not path.startswith(NOT_ON_PAPER):
            parts.setdefault(begin, []).append(path)
    return parts


def sheet_of(path: str) -> str:
    """What a page without a checklist is called as a sheet: "communities/index" for ``communities/index.md``."""
    return path.removesuffix(".md")


def part_id(path: str) -> str:
    """What the part that begins with a page is called: "communities" for ``communities/index.md``."""
    return sheet_of(path).removesuffix("/index")
