"""The toolkit's own edition carries its own name and mark, and no council's, on every page and document."""

from __future__ import annotations

import io
import json

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from macros.content.library import Library
from macros.core.html import has_class
from macros.documents.papers.make import paper_requests
from macros.documents.store import Documents
from tests.support.builds import Built
from tests.support.parsed import page_at, tree_at

NAME = "Community digital inclusion toolkit"


def test_documents_name_the_toolkit_as_their_author_and_at_the_top_of_each_page(built: Built) -> None:
    folder = built.site / "downloads/worksheets"
    pdf, word = PdfReader(folder / "partner-map.pdf"), Document(str(folder / "partner-map.docx"))
    excel = load_workbook(folder / "partner-map.xlsx")

    assert pdf.metadata and pdf.metadata.author == NAME
    assert word.core_properties.author == excel.properties.creator == NAME
    assert word.sections[0].header.paragraphs[0].text == NAME
    assert "Leeds City Council" not in "".join(page.extract_text() for page in pdf.pages)


@pytest.mark.usefixtures("draws")
def test_papers_name_the_toolkit_as_their_author(library: Library) -> None:
    requests = paper_requests(library, Documents(library, "").colophon)
    slides = next(request for request in requests if request.url.endswith(".pptx")).prepare().draw()

    assert Presentation(io.BytesIO(slides)).core_properties.author == NAME


def test_pages_carry_the_toolkits_mark_and_no_council_as_publisher(quick: Built) -> None:
    listed = json.loads((quick.site / "edition.json").read_text("utf-8"))
    for path in quick.pages:
        tree = tree_at(path)
        assert {name.text_content() for name in tree.xpath(f"//*[{has_class('brand__name')}]")} <= {NAME}, path
        assert not [logo for logo in tree.xpath(f"//*[{has_class('brand__logo')}]") if logo.get("alt")], path
    assert (listed["council"], listed["place"], listed["programme"]) == (NAME, "your area", NAME)


def test_where_there_is_no_contact_pages_say_who_to_ask(quick: Built) -> None:
    foot = page_at(quick.site / "roles/index.html").select_one("footer.footer")
    assert foot and "Ask your own council's digital inclusion team." in foot.get_text()
    assert "ul" not in [tag.name for tag in foot.select(".feedback")]
    statement = page_at(quick.site / "accessibility/index.html").get_text()
    assert "belongs to no council" in statement and "mailto:" not in statement
