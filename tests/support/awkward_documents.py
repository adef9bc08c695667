"""Whether a document says what was typed, see :mod:`tests.support.awkward`, read back from its file."""

from __future__ import annotations

import io
import re
import zipfile

import pypdfium2
from lxml import etree

from tests.support.awkward import typed

# The name of a sheet: cut, and without what Excel refuses.
SHEET_NAME = re.compile(r"Table·\{\{77\}\}xy\(z\)(…|<scrip(t>?)?(?!t))")


def text_of(content: bytes) -> str:
    """All that is written in a document, with its own title and its headers, without blanks: paper breaks lines."""
    if content.startswith(b"%PDF"):
        with pypdfium2.PdfDocument(content) as pdf:
            texts = [pdf.get_metadata_value("Title"), *(page.get_textpage().get_text_range() for page in pdf)]
    elif content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [name for name in archive.namelist() if name.endswith((".xml", ".xhtml"))]
            parts = [etree.fromstring(archive.read(name)) for name in names]
        for header in (header for part in parts for header in part.iter("{*}oddHeader", "{*}oddFooter")):
            # Excel takes "&" and a letter for a code, such as one for the day; doubled, it is the letter itself.
            header.text = re.sub("&(.)", lambda code: "&" if code[1] == "&" else "", header.text or "")
        texts = ["".join(part.itertext()) for part in parts]
    else:
        texts = [content.decode("utf-8")]
    return re.sub(r"\s", "", "\n".join(texts))


def told(content: bytes, marks: list[str]) -> list[tuple[str, str]]:
    """Each mark in a document with what follows it there."""
    text = SHEET_NAME.sub("", text_of(content))
    return [(mark, text[at.end() : at.end() + 60]) for mark in marks for at in re.finditer(re.escape(mark), text)]


def is_as_typed(mark: str, words: str) -> bool:
    """Whether what follows a mark is what was typed, whole or cut short with three dots."""
    whole = re.sub(r"\s", "", typed(mark))
    return words.startswith(whole) or (len(cut := words.partition("…")[0]) > 20 and whole.startswith(cut))


def check_document(content: bytes, marks: list[str], wanted: set[str]) -> None:
    """A document holds what is ``wanted``, and each mark in it is followed by what was typed."""
    places = told(content, marks)

    assert [place for place in places if not is_as_typed(*place)] == []
    assert wanted <= {mark for mark, _ in places}
