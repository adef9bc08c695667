"""A council's logo keeps its shape wherever it is drawn, however wide it is."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from macros.content.library import Library
from macros.documents import pack_books, stage_books
from macros.documents.book import Book, draw
from macros.documents.share_image import share_page
from macros.documents.store import Documents
from macros.documents.word.oxml import as_png
from macros.paths import VIEWS
from macros.rendering.colophon import Colophon
from tests.support.builds import ADDRESS

WIDE, HIGH = 8, 1  # of the logo: a name in one line
RED = (204, 0, 0)
RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")


@pytest.fixture
def council(library: Library, tmp_path: Path) -> Colophon:
    """An invented council's, with a wide logo."""
    logo = tmp_path / "logo.png"  # an SVG keeps its shape by itself
    Image.new("RGB", (WIDE * 50, HIGH * 50), RED).save(logo)
    edition = library.edition.model_copy(update={"council": "Northwell Council", "neutral": False})
    return replace(Documents(library, ADDRESS).colophon(""), logo=logo, edition=edition)


def first_page(pdf: bytes) -> Image.Image:
    with pypdfium2.PdfDocument(pdf) as document:
        return document[0].render(scale=4).to_pil().convert("RGB")


def red_box(picture: Image.Image) -> float:
    """How many times as wide as it is high the red of a picture is."""
    is_red = picture.convert("RGB").split()[1].point(lambda level: 255 if level < 40 else 0)
    only = Image.composite(is_red, Image.new("L", is_red.size), picture.convert("RGB").split()[0].point(_bright))
    box = only.getbbox()
    assert box, "there is no logo"
    return (box[2] - box[0]) / (box[3] - box[1])


def _bright(level: int) -> int:
    return 255 if level > 160 else 0


def book(colophon: Colophon) -> Book:
    return Book(pieces=(), entries=(), colophon=colophon, elsewhere={}, title="A book", body="<h1>A pack</h1>")


DRAWN: dict[str, Callable[[Colophon], Image.Image]] = {
    "an office file": lambda colophon: Image.open(io.BytesIO(as_png(colophon.logo))),
    "the picture of a link": lambda colophon: first_page(share_page(colophon)),
    "the cover of the book": lambda colophon: first_page(draw(book(colophon))),
    "the cover of a stage": lambda colophon: first_page(stage_books.draw(book(colophon))),
    "the first page of a pack": lambda colophon: first_page(pack_books.draw(book(colophon))),
}


@pytest.mark.parametrize("place", DRAWN)
def test_a_wide_logo_keeps_its_shape(place: str, council: Colophon, draws: None) -> None:
    assert red_box(DRAWN[place](council)) == pytest.approx(WIDE / HIGH, rel=0.05)


@pytest.mark.parametrize("place", ["the cover of a stage", "the first page of a pack"])
def test_it_does_beside_a_name_that_is_too_long_for_its_place(place: str, council: Colophon, draws: None) -> None:
    edition = council.edition.model_copy(update={"council": "Northwell with All the Places Round about It Council"})
    picture = DRAWN[place](replace(council, edition=edition))

    assert red_box(picture) == pytest.approx(WIDE / HIGH, rel=0.05)
    ink = picture.convert("L").point(lambda level: 255 if level < 160 else 0).getbbox()
    assert ink and ink[2] < picture.width * 0.93  # it ends before the margin


def squashed(css: str) -> list[str]:
    """The selectors by which a picture that is too wide would be squashed: both of its sides are bound."""
    return [
        selector.strip()
        for selector, rules in RULE.findall(css)
        if re.search(r"(?<![\w-])height:", rules) and "max-width:" in rules and "object-fit:" not in rules
        if re.search(r"img|logo", selector)
    ]


def test_no_view_squashes_a_picture() -> None:
    files = [path for suffix in ("css", "html") for path in VIEWS.rglob(f"*.{suffix}")]

    assert {path.name: rules for path in files if (rules := squashed(path.read_text("utf-8")))} == {}


def test_a_rule_that_squashes_is_found() -> None:
    css = "a { height: 1em } .logo { height: 16mm; max-width: 60mm } img { max-height: 2em; max-width: 3em }"

    assert squashed(css) == [".logo"]
