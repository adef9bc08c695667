"""Every form of a paper says the same words in the same order, opened and read back."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache

import pytest
from docx import Document as Word
from lxml import etree
from pptx import Presentation

from macros.content.library import Library
from macros.documents.papers.formats import PAPER_FORMATS, forms_of, paper_url
from macros.documents.papers.make import bundle_papers
from macros.documents.store import NOT_DRAWN, Documents
from macros.rendering.paper_outline import PaperOutline, outline_paper, plain
from tests.support.builds import Built

pytestmark = pytest.mark.usefixtures("draws")

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Together they have every kind of block: a subject, lists, timings, notes, an adviser, figures, slides.
PAPERS = [
    "email-sponsor",
    "first-partners-meeting-agenda",
    "first-partners-meeting-slides",
    "privacy-notice",
    "director-page",
]
Draw = Callable[[str, str], bytes]


def outlined(library: Library, name: str) -> PaperOutline:
    return outline_paper(library.papers[name], library.edition, library.figures, library.sources, library.strings)


@pytest.fixture(scope="module")
def draw(library: Library) -> Draw:
    documents = Documents(library, "https://toolkit.example/")

    @cache
    def drawn(form: str, name: str) -> bytes:
        return PAPER_FORMATS[form].draw(outlined(library, name), documents.colophon(f"papers/{name}/"))

    return drawn


def said(outline: PaperOutline) -> str:
    """Every word of the paper's parts, in order, without what differs by form."""
    lines = [plain(outline.subject)] if outline.subject else []
    for part in outline.parts:
        lines += [plain(part.heading), plain(part.who)]
        lines += [plain(line) for block in [*part.blocks, *part.notes] for line in block.lines]
    return squeezed(" ".join(lines))


def squeezed(text: str) -> str:
    return re.sub(r"[^\w]+", " ", text).strip()


def of_word(raw: bytes) -> str:
    body = Word(io.BytesIO(raw)).element.body
    return " ".join("".join(node.text or "" for node in paragraph.iter(f"{W}t")) for paragraph in body.iter(f"{W}p"))


def of_odf(raw: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        root = etree.fromstring(archive.read("content.xml"))
    return " ".join("".join(paragraph.itertext()) for paragraph in root.iter("{*}p", "{*}h"))


def of_text(raw: bytes) -> str:
    return raw.decode("utf-8")


def of_slides(raw: bytes) -> str:
    lines = []
    for slide in Presentation(io.BytesIO(raw)).slides:
        lines += [slide.shapes.title.text_frame.text, slide.placeholders[1].text_frame.text]
        lines.append(slide.notes_slide.notes_text_frame.text)
    return " ".join(lines)


READERS = {"word": of_word, "open_text": of_odf, "text": of_text, "slides": of_slides, "open_slides": of_odf}


def test_the_bundle_has_a_folder_for_each_form_with_every_paper_in_it(library: Library) -> None:
    contents = {
        paper_url(name, form): form.encode() for name in library.papers for form in forms_of(library.papers[name])
    }

    with zipfile.ZipFile(io.BytesIO(bundle_papers(library, contents))) as bundle:
        files = {name: bundle.read(name).decode() for name in bundle.namelist()}

    assert len(files) == len(contents)
    labels = library.strings["papers"]["forms"]
    assert {name.partition("/")[0] for name in files} == {labels[form.decode()] for form in contents.values()}
    assert all(
        name.startswith(f"{labels[form]}/") and f"-{library.edition.slug}." in name for name, form in files.items()
    )


def test_every_form_has_a_reader() -> None:
    assert READERS.keys() == PAPER_FORMATS.keys()


@pytest.mark.parametrize("name", PAPERS)
def test_every_form_says_the_same_words_in_the_same_order(library: Library, draw: Draw, name: str) -> None:
    wanted = said(outlined(library, name)).split()
    for form in forms_of(library.papers[name]):
        words = iter(squeezed(READERS[form](draw(form, name))).split())
        missing = [word for word in wanted if word not in words]  # an iterator: so in this order
        assert not missing, (form, missing[:5])


def test_all_papers_are_drawn_in_all_their_forms(library: Library, built: Built) -> None:
    forms = [(form, name) for name, paper in library.papers.items() for form in forms_of(paper)]
    drawn = {(form, name): (built.site / paper_url(name, form)).read_bytes() for form, name in forms}

    assert len(drawn) > 3 * len(library.papers)
    assert [place for place, raw in drawn.items() if not raw or raw == NOT_DRAWN] == []
    packages = [raw for (form, _), raw in drawn.items() if form != "text"]
    assert packages and all(zipfile.is_zipfile(io.BytesIO(raw)) for raw in packages)


@pytest.mark.parametrize("form", PAPER_FORMATS)
def test_the_same_paper_gives_the_same_bytes(library: Library, draw: Draw, form: str) -> None:
    name = "first-partners-meeting-slides"
    again = PAPER_FORMATS[form].draw(
        outlined(library, name), Documents(library, "https://toolkit.example/").colophon(f"papers/{name}/")
    )

    assert draw(form, name) == again


@pytest.mark.parametrize("form", PAPER_FORMATS)
def test_each_form_says_where_its_age_is_told(library: Library, draw: Draw, form: str) -> None:
    name = "first-partners-meeting-slides"
    copy_id = library.releases.copy_id(f"papers/{name}/", library.release.version)
    raw = draw(form, name)
    if zipfile.is_zipfile(io.BytesIO(raw)):
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            raw = b"".join(archive.read(part) for part in archive.namelist() if part.endswith(".xml"))

    assert raw.count(f"https://toolkit.example/current/#{copy_id}".encode()) == 1


def test_word_has_a_named_control_for_every_gap(library: Library, draw: Draw) -> None:
    outline = outlined(library, "email-sponsor")
    body = Word(io.BytesIO(draw("word", "email-sponsor"))).element.body
    names = {tag.get(f"{W}val") for tag in body.iter(f"{W}tag")}

    assert names == {gap.id for gap in outline.gaps}


def test_slides_have_notes_and_few_lines(library: Library, draw: Draw) -> None:
    for name, paper in library.papers.items():
        if paper.kind == "slides":
            slides = list(Presentation(io.BytesIO(draw("slides", name))).slides)
            assert len(slides) == len(paper.parts)
            for slide in slides:
                assert slide.shapes.title.text_frame.text
                assert len(slide.placeholders[1].text_frame.paragraphs) <= 6
                assert slide.notes_slide.notes_text_frame.text, name


def test_a_figure_brings_its_source_and_date(library: Library) -> None:
    outline = outlined(library, "director-page")
    figure = library.figures[next(slot.figure for slot in library.papers["director-page"].slots if slot.figure)]
    words = " ".join(plain(line) for part in outline.parts for block in part.blocks for line in block.lines)

    assert figure.says in words and figure.when in words and library.sources[figure.source].by in words


def test_an_agenda_says_when_each_part_begins(library: Library) -> None:
    timings = [part.timing for part in outlined(library, "first-partners-meeting-agenda").parts if part.timing]

    assert timings[0].startswith("0 to ") and timings[-1].startswith("58 to 60")


def test_an_example_leaves_no_gap(library: Library) -> None:
    for paper in library.papers.values():
        example = outline_paper(paper, library.edition, library.figures, library.sources, library.strings, example=True)
        assert example.gaps == [], paper.id
