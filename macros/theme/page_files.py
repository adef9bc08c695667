"""Which style sheets and scripts a page is given: those of its kind, and of the tools that stand on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

# Every style sheet beside main.css and print.css, in the order in which a page names it, and who asks for it: a tool,
# or a kind of page ("home", "step", "not-found", and "all-pages", which is printed).
PAGE_STYLES = {
    "home": {"home", "all-pages", "design"},
    "worksheet": {"worksheet", "bring-in", "edition-form", "design"},
    "edition-form": {"edition-form"},
    "kept": {"kept"},
    "project": {"project"},
    "paper": {"paper"},
    "paper-chart": {"paper-chart"},
    "design": {"design"},
    "not-found": {"not-found"},
    "pack-builder": {"pack-builder", "design"},
}
# The same for the scripts of overrides/assets/js/entries/ beside search.js, which every page has. The bundler joins
# these and no others.
PAGE_SCRIPTS = {
    "checklist": {"checklist", "project", "home", "step"},
    "worksheet": {"worksheet"},
    "charts": {"charts", "paper-chart"},
    "bring-in": {"bring-in"},
    "send-back": {"send-back"},
    "earlier": {"earlier"},
    "edition-form": {"edition-form"},
    "current": {"current"},
    "kept": {"kept"},
    "project": {"project"},
    "paper": {"paper"},
    "not-found": {"not-found"},
    "pack-builder": {"pack-builder"},
}
ON_PAPER = {"all-pages", "worksheet"}  # who is heard on the page of all pages, on which no tool works


@dataclass(frozen=True)
class PageFiles:
    """The names of the style sheets and of the scripts that a page needs, in order."""

    styles: list[str]
    scripts: list[str]


def page_files(kind: str, tools: Iterable[str]) -> PageFiles:
    """What a page of this ``kind`` with these ``tools`` needs; ``kind`` is empty where it is like most."""
    asking = {kind, *tools}
    if kind == "all-pages":
        return PageFiles(_wanted(PAGE_STYLES, asking & ON_PAPER), [])
    return PageFiles(_wanted(PAGE_STYLES, asking), _wanted(PAGE_SCRIPTS, asking))


def _wanted(files: dict[str, set[str]], asking: set[str]) -> list[str]:
    return [name for name, askers in files.items() if askers & asking]
