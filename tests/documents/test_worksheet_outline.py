"""A worksheet's order stands in one place: a line that is added there is in every form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any, get_args

import pytest

from macros.content.library import Library
from macros.documents.formats import FORMATS
from macros.documents.odf import text as open_text
from macros.documents.store import Documents
from macros.documents.word import document as word
from macros.documents.workbook import plan
from macros.models.worksheets import Worksheet
from macros.paths import VIEWS
from macros.rendering import worksheet_outline
from macros.rendering.views import in_page
from macros.rendering.worksheet_outline import Block, Content, FieldBlock, Notice, Purpose, TableBlock, outline
from macros.rendering.worksheet_view import WorksheetView
from tests.support.awkward_documents import text_of
from tests.support.builds import ADDRESS

pytestmark = pytest.mark.usefixtures("draws")

SHEET = "asset-map"  # has a table and a picture, lies across, and is drawn soon
LINE, OTHER = "Bring the agenda & a pen.", "So that < nobody > comes for nothing."
FORMS = [name for name in FORMATS if "baseline" not in name]
KINDS = {block.kind for block in get_args(Block)} | {FieldBlock.kind, TableBlock.kind}
VIEW_TABLES = ("worksheet-page.html", "worksheet-document.html")


def page(library: Library, worksheet: Worksheet) -> str:
    card = {
        "step_url": "",
        "step_title": "",
        "downloads": [],
        "title": "",
        "example": dict.fromkeys(("url", "file", "size")),
        "short": dict.fromkeys(("url", "file", "size")),
    }
    return in_page(
        "worksheet/worksheet-page.html",
        sheet=WorksheetView(worksheet, library.strings),
        card=card,
        earlier=[],
        takes_over={},
        identity={},
        origins={},
        dated=[],
        holidays=[],
        kept="",
        link=str,
        edition=library.edition,
        t=library.strings,
    )


def test_a_line_that_is_added_to_the_order_is_in_every_form(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    worksheet = library.worksheets[SHEET]
    colophon = Documents(library, ADDRESS).colophon(f"worksheets/{SHEET}/")
    blocks: dict[str, Block] = {LINE: Notice("Before you come.", LINE), OTHER: Purpose(OTHER)}

    def more(_: Content) -> Iterator[Block]:
        yield from blocks.values()

    before = {form: text_of(FORMATS[form].draw(worksheet, colophon, False)) for form in FORMS}
    monkeypatch.setattr(worksheet_outline, "ORDER", [*worksheet_outline.ORDER[:2], more, *worksheet_outline.ORDER[2:]])
    after = {form: text_of(FORMATS[form].draw(worksheet, colophon, False)) for form in FORMS}
    on_page = unescape(page(library, worksheet))

    for line, block in blocks.items():
        words = line.replace(" ", "")
        assert [form for form in FORMS if words in before[form]] == [], block.kind
        assert [form for form in FORMS if words not in after[form]] == [], block.kind
        assert line in on_page, block.kind


@pytest.mark.parametrize(
    "blocks", [word.WORD_BLOCKS, open_text.ODF_BLOCKS, plan.PLANNED_BLOCKS], ids=["word", "open text", "plan"]
)
def test_a_form_draws_every_kind_of_block(blocks: dict[str, Callable[..., Any]]) -> None:
    assert set(blocks) == KINDS


@pytest.mark.parametrize("view", VIEW_TABLES)
def test_a_view_draws_every_kind_of_block(view: str) -> None:
    table = re.search(r"{% set drawn = {(.*?)} %}", (VIEWS / "worksheet" / view).read_text("utf-8"))
    assert table

    assert set(re.findall(r'"(\w+)":', table[1])) == {block.kind for block in get_args(Block)}


def test_the_order_is_title_purpose_effort_notices_sections_credit(library: Library) -> None:
    content = Content(library.worksheets["partner-map"], library.strings, filled=True, credit="Ours.")
    kinds = [block.kind for block in outline(content)]

    assert kinds[:3] == ["title", "purpose", "effort"] and kinds[3:5] == ["notice", "notice"]
    assert set(kinds[5:-1]) == {"section"} and kinds[-1] == "credit"
