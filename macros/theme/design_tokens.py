"""The site's design as its own files say it: sizes, spaces and shapes out of the CSS, colours out of the edition."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.core import colour
from macros.rendering.views import render
from macros.theme.contrast_pairs import SCHEMES, USES, measure

DESIGN_PAGE = "adopt/design.md"  # its parts are live, so that it is of no use on paper: the book leaves it out
DESIGN_STYLES = "assets/css/design.css"
FRAME = "site.css"  # the file whose :root holds the tokens
# Set by a component for its own parts, or filled in where it is used: nobody chooses these.
INTERNAL = {"stage", "stage-wash", "trail-size", "disc", "line", "lines", "columns"}
# Components that the page does not show, each with the reason.
NOT_SHOWN = {
    "adapted": "a line of small print, where an edition changed a checklist",
    "case": "the box of facts at the top of a case: the same list as “At a glance”",
    "contents": "the contents of the page of all pages",
    "figures": "the list of one page: Figures",
    "glossary": "the list of one page: Glossary",
    "home-pair": "two columns, at the end of the home page",
    "is-all": "marks the page of all pages",
    "is-home": "marks the home page",
    "is-plain": "marks a page without a list of pages beside it",
    "listing": "a list of pages with lines between: the list of files shows the same",
    "md-section": "marks a part of the page of all pages",
    "news": "the list of what is new, on the home page",
    "pack": "a page made of panels, lists and one button, which are shown",
    "paper": "only on paper, while a pack is printed",
    "paper-links": "a plain list of links, in each step that has papers",
    "pick": "a tool that fills a page and needs its script: the page leads to it",
    "prints-example": "marks a worksheet that is printed with its example",
    "print-page": "marks a page on the page of all pages",
    "progress-part": "checklists one after the other, on the page of progress",
    "seen-in": "a line of small print that leads to cases",
    "sources": "a list in small print, at the end of a page that has sources",
    "worksheet-page": "the frame round a worksheet's form",
}
COMPONENTS = ("components.css", "checklist.css", "home.css", "pack-builder.css", "charts.css", "worksheet.css")
SET = re.compile(r"--([a-z][\w-]*)\s*:\s*([^;{}]+);")
ASKED = re.compile(r"var\(\s*--([a-z][\w-]*)\s*\)")  # without a value to fall back on
ROOT_RULE = re.compile(r":root\s*\{([^}]*)\}")
CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
COLUMN_CLASS = re.compile(r"col-\d+")  # the place of a column, which the style of a table needs: no part by itself
TEXT = re.compile(r'"[^"]*"')
CLASS = re.compile(r"\.([a-z][a-z0-9]*(?:-[a-z0-9]+)*)")  # of block__part and block--kind the block alone
CLASSES = re.compile(r'\sclass="([^"]*)"')


@dataclass(frozen=True)
class Token:
    """A custom property of the CSS, without its dashes."""

    name: str
    value: str


def _css(overrides: Path) -> dict[str, str]:
    """Every stylesheet by its name, without comments."""
    return {
        path.name: CSS_COMMENT.sub("", path.read_text("utf-8")) for path in sorted(overrides.glob("assets/css/*.css"))
    }


def sizes(overrides: Path) -> dict[str, list[Token]]:
    """The tokens of the frame: "step" (sizes of type), "space", and "shape" for all others, in their order."""
    tokens: dict[str, list[Token]] = {"step": [], "space": [], "shape": []}
    for block in ROOT_RULE.findall(_css(overrides)[FRAME]):
        for name, value in SET.findall(block):
            kind = name.partition("-")[0]
            tokens[kind if kind in tokens else "shape"].append(Token(name, value.strip()))
    return tokens


def unnamed(overrides: Path) -> set[str]:
    """Tokens that a stylesheet sets, and that are neither on the page nor internal to a component."""
    everywhere = {name for text in _css(overrides).values() for name, _ in SET.findall(text)}
    shown = {token.name for tokens in sizes(overrides).values() for token in tokens}
    return everywhere - shown - _colours() - INTERNAL


def unset(overrides: Path) -> set[str]:
    """Tokens that a stylesheet asks for, and that nothing sets."""
    css = "\n".join(_css(overrides).values())
    return set(ASKED.findall(css)) - {name for name, _ in SET.findall(css)} - _colours()


def components(overrides: Path) -> set[str]:
    """The components that the stylesheets draw, each by the name of its block."""
    css = _css(overrides)
    names = {name for file in COMPONENTS for name in CLASS.findall(TEXT.sub("", css.get(file, "")))}
    return {name for name in names if not COLUMN_CLASS.fullmatch(name)}


def unshown(overrides: Path, page: str) -> set[str]:
    """Components that are neither on the ``page``, as HTML, nor among those that need not be."""
    shown = {re.split("__|--", name)[0] for names in CLASSES.findall(page) for name in names.split()}
    return components(overrides) - shown - set(NOT_SHOWN)


def _colours() -> set[str]:
    return set(colour.tokens("#000000", "#000000", "light"))


def swatches(primary: str, accent: str) -> list[dict[str, str]]:
    """Every colour token with its value in each scheme."""
    palettes = {scheme: colour.tokens(primary, accent, scheme) for scheme in SCHEMES}
    return [{"name": name, **{scheme: palettes[scheme][name] for scheme in SCHEMES}} for name in palettes["light"]]


def pairings(primary: str, accent: str) -> list[dict[str, Any]]:
    """Each pair of colours, with what it is for, and what was measured for it in each scheme."""
    palettes = {scheme: colour.tokens(primary, accent, scheme) for scheme in SCHEMES}
    return [
        {
            "use": use.key,
            "least": use.least,
            "names": [name.replace("{}", "n") for name in pair],
            "schemes": {scheme: measure(use, pair, palettes[scheme]) for scheme in SCHEMES},
        }
        for use in USES
        for pair in use.pairs
    ]


def styles(overrides: Path) -> str:
    """The stylesheet of the design's page: a class for each size and space."""
    return render("design/design.css", **sizes(overrides)) + "\n"
