"""An empty Word file of our own, and the parts for which python-docx has no call.

python-docx begins every file with a template of 2013, which leaves its styles, its thumbnail and "Compatibility Mode".
Names of parts and relations: ECMA-376 part 1, 11.3 and 15.2.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime, time
from functools import cache

from docx import Document
from docx.document import Document as DocumentType
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from macros.rendering.colophon import Colophon
from macros.rendering.views import render

BLANK = "\u2002" * 5  # what stands in an empty control: it can be clicked, and prints nothing
BLANK_PART = "EmptyAnswer"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_PARTS = {
    "styles": "office/word-styles.xml",
    "settings": "office/word-settings.xml",
    "numbering": "office/word-numbering.xml",
}


def new_document(colophon: Colophon, title: str, subject: str) -> DocumentType:
    """An empty document with our styles, its title, subject, author, language and dates."""
    language = str(colophon.strings["site"]["language"])
    document: DocumentType = Document(io.BytesIO(_empty(language)))
    # python-docx looks through all styles for each paragraph, which took half of a document's time.
    document.part.get_style_id = cache(document.part.get_style_id)
    properties = document.core_properties
    properties.title, properties.subject, properties.language = title, subject, language
    properties.author = properties.last_modified_by = colophon.edition.publisher
    properties.comments, properties.keywords, properties.version = "", "", colophon.release.version
    properties.created = properties.modified = datetime.combine(colophon.release.day, time(12))
    return document


@cache
def _empty(language: str) -> bytes:
    inside = {name: f"{name}.xml" for name in PACKAGE_PARTS}
    content = {
        "[Content_Types].xml": render("office/word-content-types.xml", word=WORD_TYPE, parts=PACKAGE_PARTS),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": _relations(inside),
        "word/document.xml": render("office/word-empty-body.xml"),
        **{f"word/{name}.xml": render(view, language=language) for name, view in PACKAGE_PARTS.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return out.getvalue()


def _relations(targets: dict[str, str]) -> str:
    return render("office/word-relations.xml", relations=RELATIONS, targets=targets)


def add_blanks(document: DocumentType) -> None:
    """Put in what stands in an empty control, see :data:`BLANK`."""
    content = render("office/word-glossary.xml", name=BLANK_PART, blank=BLANK).encode()
    part = Part(
        PackURI("/word/glossary/document.xml"), f"{WORD_TYPE}.document.glossary+xml", content, document.part.package
    )
    document.part.relate_to(part, f"{RELATIONS}/glossaryDocument")


def add_custom_properties(document: DocumentType, properties: Mapping[str, str]) -> None:
    """Let the file say ``properties`` of itself, each as a text (ECMA-376 part 1, 22.3)."""
    content = render("office/word-custom-properties.xml", properties=properties).encode()
    package = document.part.package
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    package.relate_to(Part(PackURI("/docProps/custom.xml"), kind, content, package), f"{RELATIONS}/custom-properties")
