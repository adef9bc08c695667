"""A built page as plain Markdown: no macro, no HTML, nothing that only this toolkit could read.

It is made from the finished page, so that notes, cards and checklists are in it as readers see them. What works by a
script alone, such as a button, is not.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml
from markdown.extensions.toc import slugify

from macros.core.html import Element, has_class, parse_fragment, remove, text_of, unwrap
from macros.core.urls import address
from macros.documents.page_parts import resolved
from macros.publishing.plain_markdown import plain_markdown
from macros.rendering.glossary_terms import to_paper

NOT_IN_MARKDOWN = (
    ".//script|.//style|.//template|.//svg|.//button|.//datalist|.//*[@hidden]|.//*[@data-tools]|.//*[@data-pick]"
)
HEADING_ELEMENTS = ("h1", "h2", "h3", "h4", "h5", "h6")
OUTSIDE_EXPORT = ("http:", "https:", "mailto:", "tel:", "data:", "//")
# What the converter would leave out with all that stands in it, or draw as HTML.
PLAIN = {
    "form": "div",
    "nav": "div",
    "fieldset": "div",
    "legend": "p",
    "summary": "p",
    "details": "div",
    "header": "div",
}
MARKDOWN_BLOCKS = (
    "p",
    "div",
    "ul",
    "ol",
    "dl",
    "table",
    "figure",
    "section",
    "blockquote",
    "details",
    "h2",
    "h3",
    "h4",
)
TICK, GAP = "☐", "…………"


@dataclass
class ExportedPage:
    """``text`` is the page with its front matter; ``pictures`` are addresses inside the site."""

    text: str
    pictures: list[str] = field(default_factory=list)


def exported(
    path: str, html: str, front_matter: Mapping[str, Any], paths: Mapping[str, str], site_url: str
) -> ExportedPage:
    """The page ``path`` in docs/ as Markdown; ``html`` is the content of its ``main``.

    ``paths`` are the pages that are exported, by address: links between them lead to files. Any other place of the site
    is named with ``site_url``, or is only words where that is empty.
    """
    page = parse_fragment(html)
    to_paper(page)
    for element in page.xpath(
        f"{NOT_IN_MARKDOWN}|.//*[{has_class('term__meaning')}]"
    ):  # meanings stand in the glossary
        remove(element)
    _controls(page)
    _headings(page)
    for link in page.xpath(".//a[@href]"):
        _point(link, path, paths, site_url)
    pictures = [*_pictures(page, path)]
    for list_ in [*page.iter("dl")]:
        _plain_list(list_)
    for cell in page.xpath(".//td|.//th"):
        _one_line(cell)
    for old, new in PLAIN.items():
        for element in [*page.iter(old)]:
            element.tag = new
    head = yaml.safe_dump(dict(front_matter), allow_unicode=True, sort_keys=False, width=10_000)
    return ExportedPage(f"---\n{head}---\n\n{plain_markdown(page)}\n", pictures)


def _controls(page: Element) -> None:
    """What is filled in becomes a mark to fill in by hand; a choice, its options."""
    for control in page.xpath(".//input|.//textarea|.//select"):
        kind = control.get("type", "")
        in_table = next(control.iterancestors("td"), None) is not None  # whose head says what there is to choose
        options = [text for option in control.iter("option") if (text := text_of(option)) and not in_table]
        mark = TICK if kind in ("checkbox", "radio") else " / ".join(options) if options else GAP
        put = control.makeelement("span")
        put.text, put.tail = f" {mark} ", control.tail
        control.getparent().replace(control, put)


def _headings(page: Element) -> None:
    """Keep the id of a heading where it is not the one that any tool would make of its words."""
    for heading in page.iter(*HEADING_ELEMENTS):
        text = text_of(heading)
        for inside in heading.xpath(f".//*[{has_class('visually-hidden')}]"):
            unwrap(inside)
        if (name := heading.get("id")) and name != slugify(text, "-"):
            last = [*heading][-1] if len(heading) else None
            mark = f" {{#{name}}}"
            if last is None:
                heading.text = (heading.text or "") + mark
            else:
                last.tail = (last.tail or "") + mark


def _point(link: Element, path: str, paths: Mapping[str, str], site_url: str) -> None:
    """Let a link lead to the file of a page, or to the site."""
    way, mark, anchor = link.get("href").partition("#")
    if way.startswith(OUTSIDE_EXPORT):
        return
    if not way:
        link.set("href", mark + _heading_of(link, anchor))
        return
    to = resolved(way, address(path))
    if to in paths:
        link.set("href", posixpath.relpath(paths[to], posixpath.dirname(path) or ".") + mark + anchor)
    elif site_url:
        link.set("href", site_url + to + mark + anchor)
    else:
        unwrap(link)


def _heading_of(link: Element, anchor: str) -> str:
    """The id of the heading that ``anchor`` is, or below which it stands: Markdown names nothing else."""
    headings = link.getroottree().xpath(
        "(//*[@id=$id]/descendant-or-self::*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"
        "|//*[@id=$id]/preceding::*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6])[last()]",
        id=anchor,
    )
    return str(headings[0].get("id") or "") if headings else ""


def _pictures(page: Element, path: str) -> Iterator[str]:
    """Let every picture be found from the page's file. Yields its address inside the site."""
    for picture in page.iter("img"):
        source = picture.get("src", "")
        if source and not source.startswith(OUTSIDE_EXPORT):
            to = resolved(source, address(path))
            picture.set("src", posixpath.relpath(to, posixpath.dirname(path) or "."))
            yield to


def _plain_list(list_: Element) -> None:
    """Terms and what is said of them as a list: Markdown has none of that kind that every tool reads."""
    for group in list_.xpath("./div"):
        unwrap(group)
    item = None
    for child in [*list_]:
        if child.tag == "dt":
            child.tag = "strong"
            child.tail = ": "
            item = list_.makeelement("li")
            child.addprevious(item)
            item.append(child)
        elif item is not None and child.tag == "dd":
            child.tag = "div" if child.xpath("|".join(f"./{tag}" for tag in MARKDOWN_BLOCKS)) else "span"
            child.tail = " "
            item.append(child)
    list_.tag = "ul"


def _one_line(cell: Element) -> None:
    """A cell of a table is one line: what would begin another is set apart by a space."""
    for inside in cell.xpath(".//p|.//div|.//ul|.//ol|.//li|.//br"):
        inside.tail = f" {inside.tail or ''}"
        if inside.getprevious() is not None:
            inside.getprevious().tail = f"{inside.getprevious().tail or ''} "
        unwrap(inside)
