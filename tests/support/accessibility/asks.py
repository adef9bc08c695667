"""What is asked of an open page: by axe, by a checker beside this file, or with the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from macros.quality.axe import add_axe, options, violations
from tests.support.accessibility import checker, found

# How axe is to look at all but colours: no other rule wants it to fetch the styles again.
_LESS = options(contrast=False)
BUT_COLOURS = {**_LESS, "rules": {**_LESS["rules"], "link-in-text-block": {"enabled": False}}, "preload": False}
MOST = 400  # presses of Tab before a page is left


def tabbed(page: Page, most: int = MOST) -> list[str]:
    """What is wrong with the focus at each stop of the Tab key, from where it is to the end of the page."""
    faults: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        lines = page.evaluate(checker("focus"))
        if lines is None:  # nothing has the focus
            break
        faults += lines
    return faults


def few_stops(page: Page) -> list[str]:
    """The focus at the next sixty stops."""
    page.keyboard.press("Tab")
    return tabbed(page, 60)


def weak_colours(page: Page, kinds: list[int]) -> list[str]:
    """Words of these kinds that axe finds too weak on their ground, and nothing else of what it can find."""
    return _of_kinds(page, "words", kinds, "color-contrast")


def weak_links(page: Page, kinds: list[int]) -> list[str]:
    """Links of these kinds that axe cannot tell from the words round them."""
    return _of_kinds(page, "links", kinds, "link-in-text-block")


def _of_kinds(page: Page, which: str, kinds: list[int], rule: str) -> list[str]:
    add_axe(page)
    return list(page.evaluate(OF_KINDS, [which, kinds, {"runOnly": [rule], **SHORT}]))


def all_but_colours(page: Page) -> list[str]:
    """What axe finds, colours apart: those of words and of links take two thirds of the time."""
    add_axe(page)
    return list(page.evaluate(OF_ALL, BUT_COLOURS | SHORT))


# axe writes down the source of all that it looks at. Here that of what has a fault alone is read.
SHORT = {"resultTypes": ["violations"], "elementRef": True, "iframes": False}
WITHOUT_SOURCES = """const run = async (...given) => {
  axe.configure({ noHtml: true });
  try { return await axe.run(...given); } finally { axe.configure({ noHtml: false }); }
};
const line = (id, { element }) => `${id}: ${element.outerHTML.slice(0, 120)}`;"""
OF_ALL = f"""async (options) => {{
  {WITHOUT_SOURCES}
  const {{ violations }} = await run(document, options);
  return violations.map(({{ id, nodes }}) => line(id, nodes[0]));
}}"""
OF_KINDS = f"""async ([which, kinds, options]) => {{
  {WITHOUT_SOURCES}
  const {{ violations }} = await run({{ include: kinds.map((kind) => firstOfKind[which].get(kind)) }}, options);
  return violations.flatMap(({{ id, nodes }}) => nodes.map((node) => line(id, node)));
}}"""
# What is asked of the first of each kind, which shows it of all that styles cannot tell from it: of what, and how.
ASKED_OF_KINDS: dict[str, tuple[str, Callable[[Page, list[int]], list[str]]]] = {
    "contrast": ("words", weak_colours),
    "links": ("links", weak_links),
    "focus of each kind": ("controls", lambda page, kinds: found(page, "focus", kinds)),
}

# How a question is asked that is not just a checker's name.
ASKED: dict[str, Callable[[Page], list[str]]] = {
    "axe": violations,
    "axe without contrast": lambda page: violations(page, contrast=False),
    "axe without colours": all_but_colours,
    "focus": lambda page: found(page, "focus", "all"),
    "stops": few_stops,
}


def faults_of(page: Page, ask: str) -> list[str]:
    """What is wrong with the open page by this question: one of the tables above, or a checker's name."""
    if ask in ASKED_OF_KINDS:
        which, asks = ASKED_OF_KINDS[ask]
        return asks(page, page.evaluate(checker("kinds"), which))
    return ASKED[ask](page) if ask in ASKED else found(page, ask)
