"""HTML to the tree that WeasyPrint lays out, by the parser of lxml.

WeasyPrint's own parser is written in Python, and took a twentieth of the time of a document. What it knows of SVG, and
lxml's does not, is taken from its tables: https://html.spec.whatwg.org/multipage/parsing.html#adjust-svg-attributes
"""

from __future__ import annotations

import io
from typing import Any, TextIO
from xml.etree import ElementTree

import tinyhtml5
from lxml import etree
from tinyhtml5.constants import adjust_svg_attributes, namespaces

DOCUMENT_PARSER = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
BODY = "<body"  # lxml does not know which elements of HTML 5 end a head


def parse(file: TextIO, **options: Any) -> Any:
    """The tree of a whole document, as Python's library makes them, its elements in no namespace but those of SVG.

    A document that does not say where its body begins is left to WeasyPrint's parser, with its ``options``; so is one
    with names that XML forbids, such as ``<o:p>`` in what was pasted from Word.
    """
    text = file.read()
    if BODY not in text:
        return tinyhtml5.parse(io.StringIO(text), **options)
    root = etree.fromstring(text.encode(), DOCUMENT_PARSER)
    for picture in root.iter("svg"):
        for element in picture.iter(etree.Element):
            element.tag = f"{{{namespaces['svg']}}}{element.tag}"
            element.attrib.pop("xmlns", None)
            for name in element.keys() & adjust_svg_attributes.keys():
                element.set(adjust_svg_attributes[name], element.attrib.pop(name))
    try:
        return ElementTree.fromstring(etree.tostring(root, encoding="unicode"))  # noqa: S314 - it was written just now
    except ElementTree.ParseError:
        return tinyhtml5.parse(io.StringIO(text), **options)
