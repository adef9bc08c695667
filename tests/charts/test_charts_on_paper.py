"""Pictures of worksheets' tables on paper: with all their words, a name for those who listen, and the same bytes."""

from __future__ import annotations

import io
import logging
import re
from typing import Any

import pytest
from pypdf import PdfReader

from macros import charts as pictures
from macros.content.library import Library
from macros.rendering.pdf import FONTS_ADDRESS, to_pdf
from tests.support.charts import ASKED_FOR, of_kind, still_html


def pdf_of(library: Library, kind: str) -> bytes:
    figure = still_html(*of_kind(library, kind), library.strings, paper=True)
    head = f'<meta charset="utf-8"><title>Picture</title><link rel="stylesheet" href="{FONTS_ADDRESS}">'
    return to_pdf(f'<!doctype html><html lang="en-GB"><head>{head}</head><body>{figure}</body></html>')


@pytest.mark.usefixtures("draws")
@pytest.mark.parametrize("kind", ASKED_FOR)
def test_paper_has_the_picture_with_its_words_and_the_same_bytes(
    library: Library, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    worksheet, table = of_kind(library, kind)
    drawn = pictures.still(worksheet, table, library.strings["pictures"])
    assert drawn
    with caplog.at_level(logging.ERROR, "weasyprint"):
        first = pdf_of(library, kind)
    document = PdfReader(io.BytesIO(first))
    shown = re.sub(r"\s+", "", "".join(page.extract_text() for page in document.pages))
    names = {mark["words"] for part in drawn.wide for mark in part.marks if mark["shape"] == "text"}
    alts = [page["/Alt"] for page in tagged(document)]

    assert caplog.records == []
    assert pdf_of(library, kind) == first
    assert [name for name in names if re.sub(r"\s+", "", name) not in shown] == []
    assert alts == [part.label for part in drawn.wide]


def tagged(document: PdfReader) -> list[Any]:
    """Every picture in the tree of tags."""

    def walk(node: Any) -> list[Any]:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            return [element for kid in node for element in walk(kid)]
        if not isinstance(node, dict):
            return []
        return ([node] if "/Alt" in node else []) + walk(node.get("/K", []))

    return walk(document.trailer["/Root"]["/StructTreeRoot"])
