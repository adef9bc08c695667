"""What an OpenDocument text and spreadsheet have in common: elements, the parts of the package, and its bytes.

Element names: OpenDocument 1.2, part 1. odfdo keeps the package; looks and page are views, because they are fixed text.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from copy import copy
from functools import cache
from typing import Any, Literal

from lxml import etree
from odfdo import Document, Element
from odfdo.element import ODF_NAMESPACES

from macros.core.archives import same_bytes
from macros.rendering.colophon import Colophon
from macros.rendering.views import render

# odfdo writes 1.4. Nothing here needs more than 1.2, which every program reads that a council may still have.
VERSION = b"1.2"
# What odfdo's templates bring along from the computer that they were made on.
NOT_OURS = ("Thumbnails/", "Configurations2/", "manifest.rdf")


def node(tag: str, attributes: dict[str, str] | None = None, *children: Element | str) -> Element:
    """The element ``tag`` (such as "text:p") with the attributes ``attributes`` and, in it, ``children``."""
    element = Element.from_tag(copy(_empty(tag)))
    for name, value in (attributes or {}).items():
        element.set_attribute(name, value)
    for child in children:
        if isinstance(child, str):
            element.append(child)
        else:
            element.extend([child])  # `append` puts a copy of a cell into a row, and of a row into a table
    return element


@cache
def _empty(tag: str) -> etree._Element:
    """The element ``tag`` with nothing in it, to be copied: odfdo reads a text with all namespaces for each."""
    prefix, _, name = tag.partition(":")
    return etree.Element(f"{{{ODF_NAMESPACES[prefix]}}}{name}", nsmap={prefix: ODF_NAMESPACES[prefix]})


def new_document(
    kind: Literal["text", "spreadsheet", "presentation"],
    colophon: Colophon,
    title: str,
    subject: str,
    identity: Mapping[str, str] | None = None,
) -> Document:
    """An empty document with its title, subject, author and dates, and without anything of the library's own.

    ``identity`` is what it says of itself besides, by key.
    """
    document = Document(kind)
    for path in document.parts:
        if path.startswith(NOT_OURS):
            document.del_part(path)
    for path in document.manifest.get_paths():
        if str(path).startswith(NOT_OURS):
            document.manifest.del_full_path(str(path))
    about = {"title": title, "subject": subject, "identity": identity or {}}
    set_view(document, "meta.xml", "office/open-meta.xml", colophon=colophon, **about)
    return document


def set_view(document: Document, part: str, view: str, **values: Any) -> None:
    """Put a view into the package as one of its parts."""
    assert document.container is not None
    document.container.set_part(part, render(view, **values).encode())


def to_bytes(document: Document) -> bytes:
    """The finished file."""
    out = io.BytesIO()
    document.save(out)
    parts = ("content.xml", "styles.xml", "meta.xml", "settings.xml", "META-INF/manifest.xml")
    return same_bytes(out.getvalue(), dict.fromkeys(parts, _with_version))


def _with_version(part: bytes) -> bytes:
    """Say the version that we write, in the root element; the manifest says it once more, of the whole package."""
    for name in (b"office:version", b"manifest:version"):
        part = part.replace(name + b'="1.4"', name + b'="' + VERSION + b'"', 2 if name.startswith(b"manifest") else 1)
    return part
