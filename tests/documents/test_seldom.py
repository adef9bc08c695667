"""What a part of a document seldom is: a link alone in a paragraph, a term without its meaning, an empty cell."""

from __future__ import annotations

import io
from types import SimpleNamespace
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from PIL import Image

from macros.content.library import Library
from macros.core.html import inner_html, parse_fragment
from macros.documents import drawing, step_cards, worksheet_pdf
from macros.documents.answer_names import cell_name, word_bookmark
from macros.documents.epub_pages import _put_in_brackets, _remove_line
from macros.documents.excel import parts as excel_parts
from macros.documents.large_text import to_large_print
from macros.documents.side_notes import _meanings, _without_brackets
from macros.documents.thumbnails import first_page_of
from macros.documents.word import oxml
from macros.documents.workbook import measures, results


@pytest.mark.parametrize(
    ("html", "drawn"),
    [("<i>a</i>", "<i> [a]</i>"), ("<i>a<b>c</b></i>", "<i> [a<b>c</b>]</i>"), ("<i></i>", "<i> []</i>")],
)
def test_what_only_a_style_shows_stands_in_brackets(html: str, drawn: str) -> None:
    page = parse_fragment(html)

    _put_in_brackets(page[0])

    assert inner_html(page) == drawn


@pytest.mark.parametrize(
    ("html", "drawn"),
    [
        ("<p>See <a href='x'>the zip</a>.</p>", "<p>See the zip.</p>"),
        ("<ul><li><a href='x'>zip</a> 3 MB</li><li>b</li></ul>", "<ul><li>b</li></ul>"),
        ("<ul><li><a href='x'>zip</a> 3 MB</li></ul>", ""),
    ],
)
def test_a_download_that_is_nowhere_goes_with_its_line_and_its_words_stay(html: str, drawn: str) -> None:
    page = parse_fragment(html)

    _remove_line(next(page.iter("a")))

    assert inner_html(page) == drawn


def test_in_large_print_an_empty_cell_and_a_drawing_say_nothing() -> None:
    page = parse_fragment(
        "<svg class='picture__drawing'><text>tiny</text></svg>"
        "<table><tr><th>A</th><th>B</th></tr><tr><td>one</td><td></td></tr></table>"
    )

    to_large_print(page)

    text = "".join(page.itertext())
    assert "tiny" not in text and "one" in text and "B" not in text


def test_in_large_print_a_meaning_stands_behind_whose_it_is() -> None:
    page = parse_fragment(
        "<p>your <span class='term'>sponsor</span><span class='term__meaning'>Meaning</span>'s plan, "
        "<span class='term'>hub</span><span class='term__meaning'>Place</span> and more</p>"
    )

    to_large_print(page)

    assert "".join(page.itertext()) == "your sponsor'sMeaning plan, hubPlace and more"


def test_a_term_whose_meaning_is_not_there_is_a_word_like_others() -> None:
    page = parse_fragment("<p><span class='term'>hub</span> and more</p>")
    before = inner_html(page)

    _meanings(page)

    assert inner_html(page) == before


@pytest.mark.parametrize("html", ["<p>so <a href='#a'>A</a>)</p>", "<p>so (<a href='#a'>A</a></p>"])
def test_brackets_that_are_not_both_there_stay(html: str) -> None:
    page = parse_fragment(html)
    before = inner_html(page)

    _without_brackets(next(page.iter("a")))

    assert inner_html(page) == before


def test_one_first_page_is_cut_out_of_the_picture_of_all() -> None:
    whole = Image.new("L", (20, 10), 255)
    whole.paste(0, (10, 0, 20, 10))
    out = io.BytesIO()
    whole.save(out, "WEBP", lossless=True)
    place = SimpleNamespace(x=10, y=0, width=10, height=8)
    pages: Any = SimpleNamespace(places={"a": place})

    with Image.open(io.BytesIO(first_page_of(out.getvalue(), "a", pages))) as cut:
        assert cut.format == "PNG" and cut.size == (10, 8)
        assert cut.convert("L").getextrema() == (0, 0)


def test_a_drawing_that_is_stopped_leaves_no_process_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped() -> None:
        raise KeyboardInterrupt

    asked: list[str] = []
    pool = drawing.DrawingPool()
    waiting = SimpleNamespace(result=stopped)
    pool._processes = SimpleNamespace(submit=lambda *_: waiting)  # type: ignore[assignment]
    monkeypatch.setattr(pool, "close", lambda: asked.append("closed"))
    heavy: Any = SimpleNamespace(weight=1)

    with pytest.raises(KeyboardInterrupt):
        pool.draw([heavy, heavy])

    assert asked == ["closed"]


def test_a_worksheet_that_no_room_makes_end_well_is_drawn_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[float] = []

    def draw(_sheet: object, _colophon: object, _filled: bool, room: float, send_back: bool = False) -> bytes:
        drawn.append(room)
        return b"%PDF with the line" if send_back else f"%PDF {room:.2f}".encode()

    monkeypatch.setattr(worksheet_pdf, "_drawn", draw)
    monkeypatch.setattr(worksheet_pdf, "is_nearly_empty", lambda _: True)
    sheet: Any = SimpleNamespace(for_residents=False)
    nothing: Any = None

    assert worksheet_pdf._roomy(sheet, nothing, False) == b"%PDF 1.00"
    assert drawn == [1, *worksheet_pdf.ROOMS]


@pytest.mark.parametrize(("fits", "drawn"), [((1.35,), "kept 1.35"), ((), "plain 1.35")])
def test_a_row_before_the_last_goes_along_to_its_page_where_that_takes_no_page_more(
    monkeypatch: pytest.MonkeyPatch, fits: tuple[float, ...], drawn: str
) -> None:
    def draw(*given: Any, is_kept: bool, at_most: int, **_: Any) -> bytes:
        room = given[3]
        fitting = fits if is_kept else (1.35,)
        return f"{'kept' if is_kept else 'plain'} {room}".encode() * (room in fitting and at_most == 2)

    monkeypatch.setattr(worksheet_pdf, "_drawn", draw)
    monkeypatch.setattr(worksheet_pdf, "page_fills", lambda _: [0.5, 0.9])
    monkeypatch.setattr(worksheet_pdf, "last_rows_alone", lambda pdf: pdf.startswith(b"plain"))
    sheet: Any = SimpleNamespace(orientation="landscape")
    nothing: Any = None

    assert worksheet_pdf._higher(b"first", sheet, nothing) == drawn.encode()


@pytest.mark.parametrize("before", ["", "<w:tcW w:w='12'/>"])
def test_a_width_is_a_share_of_the_whole_whether_or_not_there_was_one(before: str) -> None:
    properties = parse_xml(f"<w:tcPr {nsdecls('w')}>{before}</w:tcPr>")

    oxml._in_percent(properties, "tcW", 0.25)

    [width] = properties
    assert (width.get(qn("w:type")), width.get(qn("w:w"))) == ("pct", "1250")


def test_a_step_that_is_not_printed_has_no_card(library: Library) -> None:
    parts: Any = SimpleNamespace(made={})
    documents: Any = None

    assert step_cards.card_requests(library, documents, parts) == {}


@pytest.mark.parametrize("name", ["Barking & Dagenham ", "Jo’s & Co. & Sons & "])
@pytest.mark.parametrize("room", [20, 120, 255])
def test_what_is_cut_to_fit_a_line_of_excel_says_so_and_keeps_its_signs_whole(name: str, room: int) -> None:
    cut = excel_parts._fit(name * 20, room)

    assert room - 4 <= len(cut) <= room and cut.endswith("…")
    assert cut.count("&") % 2 == 0
    assert excel_parts._fit("A & B", 6) == "A && B"


def test_five_people_are_shown_and_four_are_not() -> None:
    """Fewer could be recognised. What is recalculated is tested with LibreOffice; this is the edge itself."""
    assert measures.SHOWN_IF_SAFE.count("{people}<5") == 1 and "{people}<=5" not in measures.SHOWN_IF_SAFE
    assert results.SHOWN_IF_ENOUGH.count(">=5") == 1 and "<=0" in results.SHOWN_IF_ENOUGH


@pytest.mark.parametrize("letters", [39, 40, 41, 80])
def test_a_bookmark_of_word_has_forty_letters_and_is_cut_only_where_it_has_more(letters: int) -> None:
    name = "a" * (letters - len("box_"))

    whole, mark = cell_name(name), word_bookmark(name)

    assert len(whole) == letters and len(mark) == min(letters, 40)
    assert (mark == whole) is (letters <= 40)
    assert mark != word_bookmark(f"{name}b") or letters > 200
