"""What would interrupt a text on paper stands in the outer margin, beside its line."""

from __future__ import annotations

import pypdfium2
import pytest

from macros.core.html import Element, parse_fragment, text_of
from macros.documents.back_matter import addresses_of
from macros.documents.large_text import to_large_print
from macros.documents.page_parts import PagePart
from macros.documents.side_notes import to_margin
from macros.models.citations import Source
from macros.rendering.pdf import to_pdf
from tests.support import pdf_pages

CITED = '(<a class="cite" href="https://a.example/one" title="The title">A Council, 2024</a>)'
PAGE = f"""<section class="print-page" id="step"><h2>Step</h2>
<p id="first">They were <span class="term">excluded</span><span class="term__meaning"><span class="term__word">Excluded:
</span>Held back.</span> {CITED}. Look at <a href="#other-part">the other step</a> and <a href="#third">a third</a>.</p>
<p id="again">Again {CITED}, and <a href="https://www.b.example/x">a site</a>.</p>
<h3>Sources</h3><ul class="sources"><li>
<a href="https://a.example/one">The title</a>, A Council, 2024</li></ul></section>"""
TITLES = {"other": "The other step", "third": "Third"}
STYLE = """<style>@page { size: A4; margin: 20mm } @page :left { margin-left: 68mm } @page :right { margin-right: 68mm }
html { break-before: left; font: 10pt sans-serif } [data-margin] { position: absolute; width: 44mm; font-size: 8pt }
.note__title { display: block }</style>"""


@pytest.fixture
def page() -> Element:
    section = parse_fragment(PAGE)[0]
    to_margin(section, TITLES, {})
    return section


def notes(page: Element) -> list[str]:
    return [" ".join(text_of(note).split()) for note in page.xpath(".//*[@data-margin]")]


def test_a_source_is_a_number_in_the_text_and_by_name_in_the_margin(page: Element) -> None:
    first = page.xpath(".//p")[0]
    cite = first.xpath("./a[@class='cite']")[0]

    assert cite.text == "1" and cite.get("href") == "https://a.example/one"
    assert "1 A Council, 2024The title" in notes(page)
    assert not any(bracket in "".join(first.xpath("./text()")) for bracket in "()")


def test_a_source_that_is_named_again_keeps_its_number_and_says_its_title_once(page: Element) -> None:
    assert notes(page).count("1 A Council, 2024") == 1 and "2 b.example" in notes(page)


def test_the_list_of_sources_and_its_heading_are_gone(page: Element) -> None:
    assert not page.xpath(".//ul|.//h3")


def test_a_link_says_its_page_in_the_margin_with_its_title_where_there_are_several(page: Element) -> None:
    places = page.xpath(".//*[@data-to]")

    assert [place.get("data-to") for place in places] == ["other-part", "third"]
    assert [note for note in notes(page) if note in ("The other step,", "Third,")] == ["The other step,", "Third,"]


def test_a_meaning_is_in_the_margin_and_its_word_can_be_found(page: Element) -> None:
    assert page.xpath(".//*[@class='term']/@id") == ["step-term--excluded"]
    assert page.xpath(".//*[@class='term__meaning']/@data-margin") == ["term"]


def test_notes_stand_outside_on_either_side_and_none_covers_another(draws: None) -> None:
    line = "<p>Text that goes on{}</p>".format("<span data-margin='note'>A note of several words, which is long</span>")
    html = f"<!doctype html><html lang='en'><title>x</title>{STYLE}{line * 30}<p style='break-before: page'>{line * 3}"
    html = "".join(part if not at else f"{at} {part}" for at, part in enumerate(html.split("A note of")))
    with pypdfium2.PdfDocument(to_pdf(html, has_notes=True)) as pdf:
        for number, side in ((1, 0), (2, 1)):
            runs = [run for run in pdf_pages.runs(pdf[number - 1]) if "note" in run.text or "words" in run.text]
            assert pdf_pages.over_each_other(pdf[number - 1], side) == []
            assert runs and all(run.right < 68 if side == 0 else run.left > 142 for run in runs)
            assert pdf_pages.at_the_edge(pdf[number - 1]) == []


def test_a_title_is_left_out_where_a_margin_is_full(draws: None) -> None:
    title = "<span class='note__title'>A title that is long enough for two lines</span>"
    note = f"<span data-margin='note'>{{}} Who{title}</span>"
    notes = "".join(note.format(number) for number in range(45))
    html = f"<!doctype html><html lang='en'><title>x</title>{STYLE}<p>Text{notes}</p>"
    with pypdfium2.PdfDocument(to_pdf(html, has_notes=True)) as pdf:
        text = pdf[0].get_textpage().get_text_range()
        assert pdf_pages.at_the_edge(pdf[0]) == [] and pdf_pages.over_each_other(pdf[0], 0) == []
        assert text.count("Who") == 45 and 0 < text.count("A title") < 45


def test_what_a_margin_says_already_is_not_said_again_on_its_page(draws: None) -> None:
    line = "<p>Text<span data-margin='note'>Who counted</span></p>"
    html = (
        f"<!doctype html><html lang='en'><title>x</title>{STYLE}<p>Alone</p><div style='break-before: page'>{line * 2}"
    )
    with pypdfium2.PdfDocument(to_pdf(html, has_notes=True)) as pdf:
        texts = [page.get_textpage().get_text_range() for page in pdf]
        assert [text.count("Who counted") for text in texts] == [0, 1]
        assert texts[1].count("Text") == 2


def test_in_large_print_sources_are_listed_once_at_the_end_and_rows_are_items() -> None:
    table = "<table><thead><tr><th>Who<th>When</tr></thead><tbody><tr><td>Ann<td>May</tr></tbody></table>"
    section = parse_fragment(PAGE.replace("<h3>", f"{table}<h3>"))[0]
    to_large_print(section)

    assert [text_of(item) for item in section.xpath(".//ol/li")] == ["A Council, 2024The title", "b.example"]
    assert not section.xpath(".//table") and text_of(section.xpath(".//ul[@class='rows']/li")[0]) == "Who: AnnWhen: May"


def test_each_address_is_listed_once_by_who_wrote_it() -> None:
    known = {"https://a.example/one": Source(title="The title", by="A Council", year=2024, url="https://a.example/one")}
    part = PagePart("step.md", "step", "Step", PAGE, ())

    assert [(address.by, address.title) for address in addresses_of([part, part], known)] == [
        ("A Council", "The title"),
        ("b.example", "a site"),
    ]


def test_the_card_of_a_worksheet_is_as_high_as_its_picture_in_the_margin() -> None:
    card = '<div class="card"><h3 class="card__title"><a href="#sheet">Sheet</a></h3></div>'
    page = parse_fragment(f'<section class="print-page" id="step"><h2>Step</h2>{card}</section>')[0]

    to_margin(page, {"sheet": "Sheet"}, {"sheet": "data:image/png;base64,AA"})

    assert [part.get("class") for part in page.xpath("./div")] == ["card card--margin"]
    assert len(page.xpath(".//*[@data-margin]/img")) == 1
