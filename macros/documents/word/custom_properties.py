"""What a Word file says of itself besides the usual: docProps/custom.xml (ECMA-376 part 1, 22.3), for which
python-docx has no call."""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document as DocumentType
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from macros.rendering.views import render

NAME = PackURI("/docProps/custom.xml")
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"


def add_custom_properties(document: DocumentType, properties: Mapping[str, str]) -> None:
    """Put ``properties`` into the file, each as a text."""
    content = render("office/word-custom-properties.xml", properties=properties).encode()
    package = document.part.package
    package.relate_to(Part(NAME, CONTENT_TYPE, content, package), RELATION)
