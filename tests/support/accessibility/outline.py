"""What a page's skeleton says by itself: title, headings, and the words of its links. No browser is needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import urljoin

from lxml.html import HtmlElement, tostring

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
VAGUE = {
    "here",
    "click here",
    "read",
    "read more",
    "more",
    "link",
    "this",
    "this page",
    "page",
    "go",
    "see",
    "download",
}
UNSAID = {"aria-hidden", "hidden", "popover"}
PARTS = ("nav", "aside", "main", "footer", "header", "section")
HOME = "https://x.test/"


def name_of(tag: HtmlElement) -> str:
    """What a link or a heading is called: its label, or its words and those of its pictures."""
    if label := tag.get("aria-label"):
        return str(label)
    return " ".join("".join(_said(tag)).split())


def _said(tag: HtmlElement) -> Iterator[str]:
    if not UNSAID.isdisjoint(tag.keys()):
        return
    yield tag.text or ""
    for part in tag:
        if part.tag == "img":
            yield part.get("alt", "")
        elif isinstance(part.tag, str):  # no comment
            yield from _said(part)
        yield part.tail or ""


def _shown(tag: HtmlElement, letters: int) -> str:
    """The beginning of an element's source, to find it by."""
    return tostring(tag, encoding="unicode", with_tail=False)[:letters]


def heading_faults(tree: HtmlElement) -> list[str]:
    """One h1, no level passed over, no heading without words, and none twice under the same heading."""
    faults = []
    tags = list(tree.iter(*HEADINGS))
    tops = [name_of(tag) for tag in tags if tag.tag == "h1"]
    if len(tops) != 1:
        faults.append(f"{len(tops)} headings of the first level: {tops}")
    above: list[tuple[int, set[str]]] = [(0, set())]
    last = 0
    for tag in tags:
        level, words = int(tag.tag[1]), name_of(tag)
        if not words:
            faults.append(f"a heading without words: {_shown(tag, 100)}")
        if level > last + 1:
            faults.append(f"{tag.tag} follows h{last}: {words}")
        while above[-1][0] >= level:
            above.pop()
        if words in above[-1][1]:
            faults.append(f"twice under the same heading: {words}")
        above[-1][1].add(words)
        above.append((level, set()))
        last = level
    return faults


def frame_faults(tree: HtmlElement) -> list[str]:
    """A language, a title, one main, one header, one footer, and a way past them."""
    faults = []
    if tree.get("lang") not in ("en", "en-GB"):
        faults.append("the page does not say its language")
    if len(tree.xpath("normalize-space(//head/title)")) < 5:
        faults.append("the page has no title")
    for name in ("main", "header", "footer"):
        parts = [
            tag for tag in tree.iter(name) if name == "main" or next(tag.iterancestors("main", "article"), None) is None
        ]
        if len(parts) != 1:
            faults.append(f"{len(parts)} of {name}")
    for nav in tree.xpath("(//nav | //aside)[not(ancestor::template)]"):
        if not (nav.get("aria-label") or nav.get("aria-labelledby")):
            faults.append(f"{nav.tag} without a name: {_shown(nav, 80)}")
    if tree.xpath("string(//a/@href)") != "#main" or not tree.xpath("//main[@id='main'][@tabindex]"):
        faults.append("the first link does not lead to the words")
    return faults


def link_faults(tree: HtmlElement, path: str) -> list[str]:
    """Links whose words say nothing, and links with the same words in the same part that lead to different places.

    A part is a landmark; on the page of all pages, it is one of those pages. A description tells links apart as well.
    """
    faults = []
    led: dict[tuple[str, HtmlElement | None], set[str]] = defaultdict(set)
    for link in tree.xpath("//a[@href][not(ancestor::template or ancestor::*[@hidden])]"):
        words, to = name_of(link), urljoin(HOME + path, link.get("href"))
        if not words:
            faults.append(f"a link without words: {_shown(link, 100)}")
        elif words.lower().strip(" .→") in VAGUE:
            faults.append(f"these words say nothing alone: “{words}”")
        part = next(link.iterancestors(*PARTS), None)
        described = link.get("title") or link.get("aria-describedby") or ""
        led[f"{words} {described}".lower(), part].add(to)
    for (words, _), places in led.items():
        if len(places) > 1:
            faults.append(f"“{words.strip()}” leads to {sorted(place.removeprefix(HOME) for place in places)}")
    return faults


def same_titles(titles: dict[str, str]) -> dict[str, list[str]]:
    """Titles that more than one page has, with the pages."""
    pages = defaultdict(list)
    for path, title in titles.items():
        pages[title].append(path)
    return {title: paths for title, paths in pages.items() if len(paths) > 1}
