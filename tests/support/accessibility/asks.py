"""What is asked of an open page: by axe, by a checker beside this file, or with the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from playwright.sync_api import Page

from macros.quality.axe import add_axe, options, violations
from tests.support.accessibility import checker, found

# How axe is to look at all but colours: no other rule wants it to fetch the styles again.
_LESS = options(contrast=False)
BUT_COLOURS = {**_LESS, "rules": {**_LESS["rules"], "link-in-text-block": {"enabled": False}}, "preload": False}
MOST = 400  # presses of Tab before a page is left
AT_ONCE = 20  # presses before the page is asked what it saw
# The page looks by itself when a key is let go: by then the focus has moved, and the page has scrolled to it.
LOOK_AT_STOPS = f"""() => {{
  const look = {checker("focus")};
  globalThis.stops = {{ faults: [], end: false }};
  addEventListener('keyup', ({{ key }}) => {{
    if (key !== 'Tab' || stops.end) return;
    const lines = look();
    if (lines) stops.faults.push(...lines);
    else stops.end = true; // nothing has the focus, and nothing is to have it again
  }}, true);
  addEventListener('keydown', (event) => {{ if (stops.end) event.preventDefault(); }}, true);
}}"""


def tabbed(page: Page, most: int = MOST) -> list[str]:
    """What is wrong with the focus at each stop of the Tab key, from where it is to the end of the page."""
    page.evaluate(LOOK_AT_STOPS)
    for pressed in range(1, most + 1):
        page.keyboard.press("Tab")
        if pressed % AT_ONCE == 0 and page.evaluate("stops.end"):
            break
    return list(page.evaluate("stops.faults"))


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

ASKED_OF_CHECKERS = {"focus": "'all'"}  # with what a checker is asked, if it is not asked without

# How a question is asked that is not just a checker's name.
ASKED: dict[str, Callable[[Page], list[str]]] = {
    "axe": violations,
    "axe without contrast": lambda page: violations(page, contrast=False),
    "axe without colours": all_but_colours,
    "stops": few_stops,
}


def lines_of(page: Page, checkers: Sequence[str]) -> list[list[str]]:
    """What is wrong by each of these checkers, which look one after the other, and nothing is painted in between."""
    return [lines or [] for lines in page.evaluate(_all_of(tuple(checkers)))]


@cache
def _all_of(names: tuple[str, ...]) -> str:
    looks = [f"({checker(name)})({ASKED_OF_CHECKERS.get(name, '')})" for name in names]
    return f"() => [{', '.join(looks)}]"


def is_checker(ask: str) -> bool:
    """Whether this question is a checker's, and not axe's or the keyboard's."""
    return ask not in ASKED and ask not in ASKED_OF_KINDS


def faults_of(page: Page, ask: str) -> list[str]:
    """What is wrong with the open page by this question: one of the tables above, or a checker's name."""
    if ask in ASKED_OF_KINDS:
        which, asks = ASKED_OF_KINDS[ask]
        return asks(page, page.evaluate(checker("kinds"), which))
    return ASKED[ask](page) if ask in ASKED else lines_of(page, [ask])[0]
