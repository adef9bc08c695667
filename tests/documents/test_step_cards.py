"""Cards, checklists and the poster: the model on few sheets, each whole and on as many pages as it promises."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from macros.content.library import Library
from macros.documents import step_cards
from macros.documents.build_options import BuildOptions
from macros.documents.model_sheets import SHEET_VIEWS, folded, model_lines
from macros.documents.output_kinds import card_id, each_card
from macros.documents.outputs import url_of
from macros.documents.page_parts import PageParts
from macros.documents.step_cards import CARD_SIZES, ONE_SIDE_SIZES, CardText, card_requests, draw_one_side
from macros.documents.store import Documents
from tests.support.builds import ADDRESS, Built

FOLD = (142, 155)  # millimetres from the left of an A4 sheet that lies: nothing stands there


@pytest.fixture(scope="module")
def cards(parts: PageParts, library: Library) -> dict[str, CardText]:
    """What each card is drawn from."""
    documents = Documents(library, ADDRESS, BuildOptions("none"))
    requests = card_requests(library, documents, parts)
    return {Path(request.url).stem: request.prepare().values[0] for request in requests.values()}


def words(pdf: bytes) -> list[str]:
    """The text of each page, its white space made one."""
    with pdfium.PdfDocument(pdf) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def test_every_step_has_a_card_with_what_to_do_and_its_checklist(cards: dict[str, CardText], library: Library) -> None:
    assert list(cards) == [card_id(step.path) for step in library.outline.steps() if step.path not in library.hidden]
    for card in cards.values():
        assert "<li>" in card.to_do and "<li>" in card.watch_out and card.checklist.shown
        assert "term__meaning" not in card.to_do + card.watch_out and "<a" not in card.to_do


def test_no_two_cards_share_a_name(library: Library) -> None:
    names = [card["id"] for card in each_card(library)]

    assert len(set(names)) == len(names) > 15


def test_the_longest_card_has_two_sides_and_all_of_its_words(cards: dict[str, CardText], built: Built) -> None:
    name, longest = max(cards.items(), key=lambda card: len(card[1].to_do))
    front, back = words((built.site / url_of("card", id=name)).read_bytes())

    assert longest.front_matter.done_when in front and longest.title in front
    assert all(item.text in back.replace("\n", " ") for item in longest.checklist.shown)


def test_in_a_pack_it_is_one_side_and_has_both_where_its_step_is_too_long(
    cards: dict[str, CardText], monkeypatch: pytest.MonkeyPatch
) -> None:
    longest = max(cards.values(), key=lambda card: len(card.to_do))
    (side,) = words(draw_one_side(longest))

    assert longest.front_matter.done_when in side and longest.title in side
    assert all(item.text in side for item in longest.checklist.shown)
    # What does not fit in the smallest letters does not fit in larger ones.
    monkeypatch.setattr(step_cards, "ONE_SIDE_SIZES", ONE_SIDE_SIZES[-1:])
    monkeypatch.setattr(step_cards, "CARD_SIZES", CARD_SIZES[-1:])
    assert len(words(draw_one_side(replace(longest, to_do=longest.to_do * 2)))) > 1


@pytest.fixture(scope="module")
def sheets(built: Built) -> dict[str, bytes]:
    return {kind: (built.site / url_of(kind)).read_bytes() for kind in SHEET_VIEWS}


def test_each_checklist_has_a_page_of_its_own(sheets: dict[str, bytes], library: Library) -> None:
    steps = [step for stage in model_lines(library) for step in stage.all_steps]
    pages = words(sheets["checklists"])

    assert len(pages) == len(steps)
    for step, page in zip(steps, pages, strict=True):
        assert step.title in page and all(item.text in page for item in step.checklist.shown)


def on_the_fold(pdf: bytes) -> list[str]:
    """Lines of text that stand where the sheet is folded, or beyond its edge; sizes are in points."""
    lines = []
    with pdfium.PdfDocument(pdf) as document:
        for page in document:
            text, (width, height) = page.get_textpage(), page.get_size()
            left, right = (width * place / 297 for place in FOLD)
            for at in range(text.count_rects()):
                x0, y0, x1, y1 = text.get_rect(at)
                is_foot = y1 < height * 0.05
                if (x0 < right and x1 > left and not is_foot) or x1 > width:
                    lines.append(text.get_text_bounded(x0, y0, x1, y1))
    return lines


def test_every_item_is_on_the_folded_sheet_and_none_on_its_fold(sheets: dict[str, bytes], library: Library) -> None:
    pages = words(sheets["checklists_folded"])
    halves = [stage for side in folded(model_lines(library)) for stage in side]

    assert len(pages) == 2 and on_the_fold(sheets["checklists_folded"]) == []
    assert {step.title for stage in halves for step in stage.all_steps} == {
        step.title for stage in model_lines(library) for step in stage.all_steps
    }


def test_words_on_the_fold_are_found(sheets: dict[str, bytes]) -> None:
    assert on_the_fold(sheets["poster"]) != []


def test_the_poster_is_one_a3_page_with_every_stage_and_step(sheets: dict[str, bytes], library: Library) -> None:
    with pdfium.PdfDocument(sheets["poster"]) as document:
        assert [tuple(map(round, page.get_size())) for page in document] == [(1191, 842)]
    (text,) = words(sheets["poster"])
    for stage in library.outline.stages:
        assert all(word in text for word in stage.title.split())
        assert all(word in text for step in stage.steps for word in step.title.split())
