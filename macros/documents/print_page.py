"""The page that holds all pages: fixes what print-site leaves, so that it is sound HTML with its own contents.

What print-site does: https://timvink.github.io/mkdocs-print-site-plugin/. It passes over ``select`` and
``textarea`` when it renames ids, prints a stage's title twice, and draws its contents with a script.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup, Tag

from macros.rendering.glossary_terms import to_paper
from macros.rendering.views import render


@dataclass
class Entry:
    """A line of the contents: a page of the nav, with the pages below it."""

    title: str
    id: str
    children: list[Entry] = field(default_factory=list)


def tidy(html: str, title: str, contents_title: str, outside: Iterable[str] = ()) -> str:
    """Return the print page fixed: one h1, headings in order, every label with its box, every link with its place.

    ``outside`` are addresses of pages of the site that this page does not hold.
    """
    soup = BeautifulSoup(html, "lxml")
    body = body_of(soup)
    for script in soup.find_all("script"):
        if "remove_material_navigation" in script.text:
            script.decompose()
    if isinstance(style := body.find_next_sibling("style"), Tag):
        style.decompose()
    away = {url.strip("/").replace("/", "-"): f"../{url}" for url in outside}
    for section in body.select("section.print-page"):
        if section.get("id") in away:
            section.decompose()
    for tool in body.select("[data-tools], [data-told], [data-picture], [data-pick]"):  # no script of theirs runs here
        tool.decompose()
    for section in body.select("section.md-section"):
        if not section.select_one("section.print-page"):  # all its pages are left out
            section.decompose()
    for section in body.select("section[heading-number]"):
        del section["heading-number"]
    for page in body.select("section.print-page:not(.md-section)"):
        _name_boxes(page)
    to_paper(body)
    _drop_doubled_titles(body)
    _lower_headings(body)
    _mend_links(body, away)
    entries = contents(body)
    body.insert(
        0,
        BeautifulSoup(
            render("book/contents.html", title=title, heading=contents_title, entries=entries), "html.parser"
        ),
    )
    return str(soup)


def body_of(soup: BeautifulSoup) -> Tag:
    """The element that holds every page."""
    body = soup.select_one("#print-site-page")
    assert body is not None, "print-site wrote a page without #print-site-page"
    return body


def contents(body: Tag) -> list[Entry]:
    """The nav, as the print page has it."""
    entries: list[Entry] = []
    for part in body.find_all("section", class_="print-page", recursive=False):
        if "md-section" not in part["class"]:
            entries.append(_entry(part))
            continue
        pages = [_entry(page) for page in part.select("section.print-page")]
        entries.append(Entry(pages[0].title, pages[0].id, pages[1:]))
    return entries


def _entry(page: Tag) -> Entry:
    heading = page.find(["h1", "h2"])
    assert heading is not None, f"{page.get('id')} has no heading"
    return Entry(heading.get_text(strip=True), str(page["id"]))


def _name_boxes(page: Tag) -> None:
    """print-site renames labels and inputs; do the same to the boxes that it passes over."""
    for box in page.select("select[id], textarea[id]"):
        box["id"] = f"{page['id']}-{box['id']}"
        box["name"] = f"{page['id']}-{box['name']}"


def _drop_doubled_titles(body: Tag) -> None:
    for section in body.select("section.md-section"):
        heading = section.find("h1", recursive=False)
        if isinstance(heading, Tag):
            heading.decompose()


def _lower_headings(body: Tag) -> None:
    """Every page's h1 becomes an h2, and so on down: the page as a whole has one title."""
    for heading in body.find_all(["h1", "h2", "h3", "h4", "h5"]):
        heading.name = f"h{int(heading.name[1]) + 1}"


def _mend_links(body: Tag, outside: dict[str, str]) -> None:
    there = {str(one["id"]) for one in body.select("[id]")}
    for link in body.select('a[href^="#"]'):
        target = str(link["href"])[1:]
        if target in (".", ""):
            link["href"] = "#index"
        elif target in outside:
            link["href"] = outside[target]
        elif target not in there:
            # An anchor on an element whose id print-site does not rename still has its own name.
            bare: Any = next((one for one in there if target.endswith(f"-{one}")), None)
            link["href"] = f"#{bare}" if bare else f"#{target}"
