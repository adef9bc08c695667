"""Checks of finished pages. Each returns the faults it found, in words; `test_page_checks` plants one of each."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import parse_qs, urlsplit

from lxml.html import HtmlElement

from macros.core.html import has_class
from tests.support.parsed import part_of, tree_of

STEP_HEADINGS = [
    "What to do",
    "Checklist",
    "Worksheets and papers",
    "Why it matters",
    "In practice",
    "Watch out for",
    "Make it fit",
    "Sources",
]
FITS = ["Working alone", "Rural areas", "Communities of interest"]
GLANCE, ONE_HOUR = f".//*[{has_class('glance')}]", f".//*[{has_class('one-hour')}]"
OF_A_STEP = {
    "at a glance": f"{GLANCE}//dl",
    "one hour": ONE_HOUR,
    "provenance": f".//*[{has_class('provenance')}]",
    "checklist": f".//*[{has_class('checklist')}]//input[@type='checkbox']",
    "worksheet": f".//*[{has_class('cards')}]//a",
    "sources": f".//*[{has_class('sources')}]//a[starts-with(@href, 'http')]",
    "way on": f".//*[{has_class('way-on')}]//a",
}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
CODE = ("script", "style")
UNFINISHED = re.compile(
    r"\{\{|\}\}|\{%|lorem ipsum|\bTODO\b|\bTBC\b|\bFIXME\b|\bXXX\b|placeholder|coming soon|\bUndefined\b", re.I
)
# Without any of these letters there is nothing to find, and they are looked for a hundred times faster.
SIGNS = ("{{", "}}", "{%", "lorem", "todo", "tbc", "fixme", "xxx", "placeholder", "coming soon", "undefined")


def outline_faults(html: str) -> list[str]:
    """One h1; no level skipped on the way down; no empty heading."""
    headings = [heading for main in tree_of(html).iter("main") for heading in main.iter(*HEADINGS)]
    levels = [int(heading.tag[1]) for heading in headings]
    problems = [] if levels.count(1) == 1 else [f"{levels.count(1)} h1"]
    problems += [f"empty {heading.tag}" for heading in headings if not heading.text_content().strip()]
    for before, after, heading in zip(levels, levels[1:], headings[1:], strict=False):
        if after > before + 1:
            problems.append(f"h{after} after h{before}: {heading.text_content().strip()}")
    return problems


def id_faults(html: str) -> list[str]:
    """Ids that stand twice, and labels without their box."""
    tree = tree_of(html)
    ids = Counter(tree.xpath("//@id"))
    problems = [f"id twice: {id}" for id, count in ids.items() if count > 1]
    return problems + [f"label for nothing: {name}" for name in tree.xpath("//label/@for") if name not in ids]


def unfinished(html: str) -> list[str]:
    """Template marks and filler in what a reader sees."""
    texts = tree_of(html).xpath(f"//text()[not({' or '.join(f'parent::{name}' for name in CODE)})] | //comment()")
    shown = " ".join(str(getattr(text, "text", text)) for text in texts)
    lowered = shown.lower()
    return UNFINISHED.findall(shown) if any(sign in lowered for sign in SIGNS) else []


def words_of(element: HtmlElement) -> str:
    """What an element says, without the blanks around each part of it."""
    return "".join(text.strip() for text in element.xpath(".//text()"))


def step_faults(html: str) -> list[str]:
    """What every step page must show."""
    main = next(tree_of(html).iter("main"))
    headings = [*map(words_of, main.iter("h2"))]
    problems = [] if headings == STEP_HEADINGS else [f"headings are {headings}"]
    if [words for words in map(words_of, main.iter("h3")) if words in FITS] != FITS:
        problems.append("Make it fit lacks one of its three parts")
    problems += [f"no {name}" for name, path in OF_A_STEP.items() if not main.xpath(path)]
    opening = [next(iter(main.xpath(path)), None) for path in (GLANCE, ONE_HOUR, ".//h2")]
    in_order = main.xpath(f"{GLANCE} | {ONE_HOUR} | .//h2")
    if None not in opening and [tag for tag in in_order if tag in opening] != opening:
        problems.append("not in order: at a glance, one hour, the body")
    for heading in main.iter("h2"):
        follows = heading.xpath("following-sibling::*[1]")
        if not follows or follows[0].tag == "h2":
            problems.append(f"nothing under {words_of(heading)}")
    return problems


def feedback_faults(html: str, address: str) -> list[str]:
    """The foot of the page at ``address`` offers an email and a form that name this page, its version and edition."""
    problems = []
    for name, start, field in (("email", "mailto:", "body"), ("form", "https://github.com/", "page")):
        link = part_of(html, "footer").select_one(f'.footer a[href^="{start}"]')
        filled = parse_qs(urlsplit(str(link["href"])).query) if link else {}
        if not link:
            problems.append(f"no {name}")
        elif address not in re.split(r"\s+", " ".join(filled.get(field, []))):
            problems.append(f"the {name} does not name {address}")
        elif not re.search(r"\d+\.\d+\.\d+", " ".join([*filled.get("body", []), *filled.get("version", [])])):
            problems.append(f"the {name} does not name the version")
    return problems
