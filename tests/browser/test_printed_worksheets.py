"""A blank worksheet printed from the browser: as few pages as its PDF, and its table on the first."""

from __future__ import annotations

import io

from playwright.sync_api import Browser
from pypdf import PageObject, PdfReader

from macros.content.library import Library
from macros.models.tables import Table
from tests.support.bring_in import TRIED
from tests.support.builds import Built
from tests.support.contexts import context_of
from tests.support.worksheet_page import opened

HEAD = ("community", "completed_by", "date")  # “About this sheet”


def words(page: PageObject) -> str:
    return " ".join(page.extract_text().split())


def test_a_worksheet_takes_one_page_more_than_its_pdf_at_most_and_begins_its_table_on_the_first(
    browser: Browser, built: Built, address: str, library: Library
) -> None:
    too_long: dict[str, tuple[int, int]] = {}
    late: list[str] = []
    with context_of(browser) as context:
        for name in TRIED:  # `make round-trips` tries all
            sheet = library.worksheets[name]
            pdf = PdfReader(built.site / f"downloads/worksheets/{name}.pdf")
            page = opened(context, address, name)
            paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
            page.close()
            if len(paper.pages) > len(pdf.pages) + 1:
                too_long[name] = (len(paper.pages), len(pdf.pages))
            first = next(field for field in sheet.fields() if field.id not in HEAD)
            table = next((field for field in sheet.fields() if isinstance(field, Table)), None)
            label = table.columns[-1].label if table else ""
            # A table after questions begins where it does on the PDF.
            if label not in words(paper.pages[0]) and (table is first or label in words(pdf.pages[0])):
                late.append(name)
    assert (too_long, late) == ({}, [])
