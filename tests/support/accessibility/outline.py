"""What a page's skeleton says by itself: title, headings, and the words of its links. No browser is needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag

HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
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
PARTS = ["nav", "aside", "main", "footer", "header", "section"]
HOME = "https://x.test/"


def name_of(tag: Tag) -> str:
    """What a link or a heading is called: its label, or its words and those of its pictures."""
    if label := tag.get("aria-label"):
        return str(label)
    return " ".join("".join(_said(tag)).split())


def _said(tag: Tag) -> Iterator[str]:
    if UNSAID & tag.attrs.keys():
        return
    for part in tag.children:
        if not isinstance(part, Tag):
            yield str(part)
        elif part.name == "img":
            yield str(part.get("alt", ""))
        else:
            yield from _said(part)


def heading_faults(soup: BeautifulSoup) -> list[str]:
    """One h1, no level passed over, no heading without words, and none twice under the same heading."""
    faults = []
    tags = soup.find_all(HEADINGS)
    tops = [name_of(tag) for tag in tags if tag.name == "h1"]
    if len(tops) != 1:
        faults.append(f"{len(tops)} headings of the first level: {tops}")
    above: list[tuple[int, set[str]]] = [(0, set())]
    last = 0
    for tag in tags:
        level, words = int(tag.name[1]), name_of(tag)
        if not words:
            faults.append(f"a heading without words: {tag}")
        if level > last + 1:
            faults.append(f"{tag.name} follows h{last}: {words}")
        while above[-1][0] >= level:
            above.pop()
        if words in above[-1][1]:
            faults.append(f"twice under the same heading: {words}")
        above[-1][1].add(words)
        above.append((level, set()))
        last = level
    return faults


def frame_faults(soup: BeautifulSoup) -> list[str]:
    """A language, a title, one main, one header, one footer, and a way past them."""
    faults = []
    html = soup.html
    if not html or html.get("lang") not in ("en", "en-GB"):
        faults.append("the page does not say its language")
    if not soup.title or len(soup.title.get_text(strip=True)) < 5:
        faults.append("the page has no title")
    for name in ("main", "header", "footer"):
        parts = [tag for tag in soup.find_all(name) if name == "main" or tag.find_parent(["main", "article"]) is None]
        if len(parts) != 1:
            faults.append(f"{len(parts)} of {name}")
    for nav in soup.find_all(["nav", "aside"]):
        if not nav.find_parent("template") and not (nav.get("aria-label") or nav.get("aria-labelledby")):
            faults.append(f"{nav.name} without a name: {str(nav)[:80]}")
    first = soup.select_one("body a[href]")
    if not first or first.get("href") != "#main" or not soup.select_one("main#main[tabindex]"):
        faults.append("the first link does not lead to the words")
    return faults


def link_faults(soup: BeautifulSoup, path: str) -> list[str]:
    """Links whose words say nothing, and links with the same words in the same part that lead to different places.

    A part is a landmark; on the page of all pages, it is one of those pages. A description tells links apart as well.
    """
    faults = []
    led: dict[tuple[str, str], set[str]] = defaultdict(set)
    away = {id(link) for part in soup.select("[hidden], template") for link in part.find_all("a")}
    for link in soup.find_all("a", href=True):
        if id(link) in away:
            continue
        words, to = name_of(link), urljoin(HOME + path, str(link["href"]))
        if not words:
            faults.append(f"a link without words: {str(link)[:100]}")
        elif words.lower().strip(" .→") in VAGUE:
            faults.append(f"these words say nothing alone: “{words}”")
        part = link.find_parent(PARTS)
        described = link.get("title") or link.get("aria-describedby") or ""
        led[f"{words} {described}".lower(), str(id(part))].add(to)
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
