"""lxml reads the HTML of documents as WeasyPrint's own parser does."""

from __future__ import annotations

import io
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5

from macros.content.library import Library
from macros.documents import worksheet_pdf
from macros.documents.store import Documents
from macros.rendering import html_tree
from tests.support.worksheet_names import EVERY_KIND


def outline(element: Element) -> list[tuple[object, ...]]:
    """Every element in its order with its attributes, and the words in and behind it."""
    inside = [(each.tag, sorted(each.attrib.items()), _words(each.text), _words(each.tail)) for each in element.iter()]
    return [entry for entry in inside if isinstance(entry[0], str)]  # a comment is none


def _words(text: str | None) -> str:
    return " ".join((text or "").split())


def trees(html: str) -> tuple[Element, Element]:
    ours = html_tree.parse(io.StringIO(html), namespace_html_elements=False)
    return ours, tinyhtml5.parse(io.StringIO(html), namespace_html_elements=False)


@pytest.mark.parametrize("name", EVERY_KIND)
def test_a_worksheet_has_the_same_elements_attributes_and_words(library: Library, name: str) -> None:
    colophon = Documents(library, "https://toolkit.example/").worksheet_colophon(name)
    html = worksheet_pdf._html(library.worksheets[name], colophon, False, 1, send_back=True)

    ours, theirs = map(outline, trees(html))

    assert ours == theirs


def test_a_picture_inside_the_text_keeps_the_names_of_svg() -> None:
    picture = '<svg viewBox="0 0 9 9" class="x"><path d="M1 1" pathLength="2" /></svg>'
    html = f"<html><head></head><body><p>a {picture} b &amp; c</body>"

    ours, theirs = map(outline, trees(html))

    assert ours == theirs
    assert ("{http://www.w3.org/2000/svg}path", [("d", "M1 1"), ("pathLength", "2")], "", "") in ours


def test_a_document_that_does_not_say_where_its_body_begins_loses_nothing() -> None:
    html = "<html lang='en'><title>t</title><nav><ol><li>a</ol></nav><p>b"

    ours, theirs = map(outline, trees(html))

    assert ours == theirs
    assert "body" in [tag for tag, *_ in ours]


@pytest.mark.parametrize(
    "pasted", ["<o:p>Words</o:p>", "<p v:shape='1'>Words</p>", '<p class=a"b>Words</p>', "Words\ufffe"]
)
def test_what_xml_forbids_is_drawn_as_before(pasted: str) -> None:
    html = f"<html><head></head><body><div>{pasted}</div></body></html>"

    ours, theirs = map(outline, trees(html))

    assert ours == theirs
    assert any("Words" in str(entry) for entry in ours)
