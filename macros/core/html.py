"""A page's content as a tree of lxml: parsed once, changed in place, written once."""

from __future__ import annotations

from typing import Any, TypeAlias

from lxml import etree

PARSER = etree.HTMLParser(encoding="utf-8", huge_tree=True)
Element: TypeAlias = Any  # lxml's, which says nothing of its types


def parse_fragment(html: str) -> Element:
    """The elements of ``html`` under one ``div``, which is not part of it."""
    document = etree.fromstring(f"<body><div>{html}</div></body>".encode(), PARSER)
    return document[0][0]


def inner_html(element: Element) -> str:
    """What stands inside ``element``, as HTML."""
    whole = outer_html(element)
    return whole[whole.index(">") + 1 : whole.rindex("<")]


def outer_html(element: Element) -> str:
    """``element`` itself with what stands in it, as HTML; without the text that follows it."""
    return str(etree.tostring(element, method="html", encoding="unicode", with_tail=False))


def text_of(element: Element) -> str:
    """The words inside ``element``, without the space around them."""
    return "".join(element.itertext()).strip()


def has_class(*names: str) -> str:
    """The condition of an XPath that holds for an element with one of these classes."""
    return " or ".join(f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')" for name in names)


def remove(element: Element) -> None:
    """Take ``element`` out of its tree with all that stands in it, and keep the text that follows it."""
    _take_out(element, element.tail)


def unwrap(element: Element) -> None:
    """Take ``element`` out of its tree, and leave what stands in it in its place."""
    parent = element.getparent()
    at = parent.index(element)
    children = [*element]
    if children:
        children[-1].tail = (children[-1].tail or "") + (element.tail or "") or None
        _take_out(element, element.text)
        for number, child in enumerate(children):
            parent.insert(at + number, child)
    else:
        _take_out(element, (element.text or "") + (element.tail or ""))


def replace(element: Element, other: Element) -> None:
    """Put ``other`` in the place of ``element``; the text that follows stays behind it."""
    other.tail = element.tail
    element.getparent().replace(element, other)


def _take_out(element: Element, left: str | None) -> None:
    """Remove ``element`` from its parent, and put the text ``left`` where it was."""
    parent, before = element.getparent(), element.getprevious()
    parent.remove(element)
    if left and before is None:
        parent.text = (parent.text or "") + left
    elif left:
        before.tail = (before.tail or "") + left
