"""One page of the site as a part of a book: a PDF of its own, drawn once, for every book that holds the page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from macros.core.html import Element, has_class, outer_html, remove, replace, text_of
from macros.documents.free_lines import LINE_ENDS, WHOLE, with_lines
from macros.documents.growing_pdf import ON_SITE
from macros.documents.joined_pdf import pages_of
from macros.documents.large_text import to_large_print
from macros.documents.page_parts import PagePart, parse_part
from macros.documents.pdf_form.last_page import is_nearly_empty
from macros.documents.side_notes import to_margin
from macros.paths import VIEWS
from macros.rendering.colophon import Colophon
from macros.rendering.page_numbers import NUMBER_PLACE, POINTS_TO, TO
from macros.rendering.pdf import FONTS_ADDRESS, to_pdf
from macros.rendering.views import render

NOT_IN_BOOK = ".//*[@data-not-in-book or @data-screen-only]|.//script|.//style"  # a view sets the marks
# Sizes of files and lists of them, which differ by edition: a book that held them would be drawn again for each.
NOT_IN_PRINT = f"{NOT_IN_BOOK}|.//*[@data-not-on-paper]"
BOXES = ".//input|.//select|.//textarea"
HEAD_WORDS = 7  # of a title, above each of its pages
KICKER = f".//p[{has_class('kicker')}]"
LARGE_LINES = (1.3, 1.35, 1.4)  # how high a line of large print may be, in its letters
OUTSIDE_BOOK = ("#", "http", "mailto:", "tel:")


@dataclass(frozen=True)
class PartText:
    """A page of the site, or several that run on, as a part of a book: ready to be handed to another process."""

    id: str
    body: str
    colophon: Colophon
    head: str = ""  # what stands at the top of each page: the stage and the step
    stage: int = 0  # whose tab is at the outer edge; 0 for none
    ends_wide: bool = False  # whether its last page takes the whole sheet, and has no margin for notes
    is_large: bool = False  # whether it is in large print


@dataclass(frozen=True)
class Around:
    """What a part shows of other pages: their ``titles`` by id, and ``pictures`` by the id of a worksheet's page.

    Each is what holds the place of a picture: see :mod:`macros.documents.sheet_pictures`. ``site`` is the built site,
    where the part's own pictures are. The paths of ``wide`` take the whole sheet; ``is_large`` says that it is in large
    print.
    """

    site: Path
    titles: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, str] = field(default_factory=dict)
    wide: Collection[str] = ()
    is_large: bool = False


def part_text(parts: Sequence[PagePart], colophon: Colophon, around: Around) -> PartText:
    """The text of one part, of these pages."""
    bodies, heads = list[str](), list[tuple[str, int]]()
    for part in parts:
        page = parse_part(part)
        heads.append(_running_head(page))
        mark_title(page)
        leave_out(page)
        if around.is_large:
            to_large_print(page)
        elif part.path in around.wide:
            page.set("class", f"{page.get('class')} is-wide")
        else:
            to_margin(page, around.titles, around.pictures, colophon.strings["book"]["picture"])
        to_paper(page, colophon, around.site)
        bodies.append(outer_html(page))
    return PartText(parts[0].id, "".join(bodies), colophon, *heads[0], parts[-1].path in around.wide, around.is_large)


def printed(parts: Sequence[PagePart], colophon: Colophon, around: Around) -> tuple[str, ...]:
    """All that :func:`draw` prints of these pages, but for their own pictures: no other change draws them again.

    What is on the screen alone may name the edition; so may what a download is called when it is saved. Whose edition
    it is comes onto the part when it is joined; so do its address and pictures of worksheets.
    """
    texts, heads = list[str](), list[tuple[str, int]]()
    for part in parts:
        page = parse_part(part)
        heads.append(_running_head(page))
        leave_out(page)
        for link in page.xpath(".//a[@download]"):
            del link.attrib["download"]
        texts.append(outer_html(page))
    shape = ([part.path in around.wide for part in parts], around.is_large)
    beside = (parts[0].id, heads[0], sorted(around.titles.items()), sorted(around.pictures.items()), shape)
    return (*texts, repr(beside), repr(colophon.strings))


def draw(text: PartText) -> bytes:
    """Draw one part as a PDF, which :mod:`macros.documents.book` joins with others."""
    if text.is_large:
        return _large(text)
    pdf = to_pdf(_html(text), has_notes=True)
    return with_lines(pdf, *(WHOLE if text.ends_wide else LINE_ENDS))


def _large(text: PartText) -> bytes:
    """Draw it in large print, its lines a little closer where a line or two would stand alone on the last page."""
    *others, widest = LARGE_LINES
    first = to_pdf(_html(text, widest))
    if is_nearly_empty(first):
        pages = pages_of(first)
        for line in reversed(others):
            if closer := to_pdf(_html(text, line), at_most=pages - 1):
                return closer
    return first


def _html(text: PartText, line: float = 0) -> str:
    """``line`` is how high a line of large print is, in its letters."""
    return render(
        "book/part.html",
        body=text.body,
        id=text.id,
        t=text.colophon.strings,
        text=text,
        line=line,
        place=NUMBER_PLACE,
        fonts=FONTS_ADDRESS,
        css=(VIEWS / "print/book.css").as_uri(),
    )


def _running_head(page: Element) -> tuple[str, int]:
    """Where in the model a page is, as its own head says it, and the number of its stage; nothing outside stages."""
    for kicker in page.xpath(KICKER):
        for chip in kicker.xpath(f".//*[{has_class('chip')}]"):
            remove(chip)
        words = [text_of(part).partition(":")[0] for part in kicker]
        numbers = [name.removeprefix("stage-") for name in kicker.get("class").split() if name.startswith("stage-")]
        return " · ".join(word for word in words if word), int(numbers[0]) if numbers else 0
    return "", 0


def mark_title(page: Element) -> None:
    """Mark the title of one page, say how it runs above each page, and turn the page of a wide worksheet."""
    title = next(page.iter("h2"))
    title.set("class", "title")
    if (short := _short(text_of(title))) != text_of(title):
        title.set("data-head", short)
    if page.xpath(f".//*[{has_class('worksheet--landscape')}]"):  # pragma: no cover: only in whole builds
        page.set("class", f"{page.get('class')} wide")


def _short(title: str) -> str:
    """A title as it runs above a page: a long one goes up to its colon, or has its first words alone."""
    if len(title.split()) <= HEAD_WORDS:
        return title
    first = title.partition(":")[0]
    words = first.split()
    return first if len(words) <= HEAD_WORDS else f"{' '.join(words[:HEAD_WORDS])}\N{HORIZONTAL ELLIPSIS}"


def leave_out(page: Element, not_here: str = NOT_IN_PRINT) -> None:
    """Take from a page what has no place on paper; ``not_here`` is its XPath."""
    for element in page.xpath(not_here):
        remove(element)


def to_paper(page: Element, colophon: Colophon, site: Path) -> None:
    """Make of a page what is on paper: boxes to write in, links that lead somewhere, pictures from files."""
    _paper_boxes(page)
    for holder in page.xpath(".//dl|.//dl/div"):
        for element in (holder, *holder):  # a blank between the items of a list would be text in the list itself
            field = "text" if element is holder else "tail"
            if not (getattr(element, field) or "").strip():
                setattr(element, field, None)
    for listed in page.xpath(".//ol[@start]"):  # which WeasyPrint knows as a style alone
        listed.set("style", f"counter-reset: list-item {int(listed.get('start')) - 1}")
    _point_out(page)
    for link in page.xpath(".//a[starts-with(@href, '#')]"):
        link.set("href", f"{TO}{link.get('href')[1:]}")
    for shown in page.xpath(f".//a[starts-with(@href, '{TO}')]|.//*[@{POINTS_TO}]"):
        shown.set("data-or", colophon.strings["book"]["online"])  # its letters have to be there
    for picture in page.iter("img"):
        source = picture.get("src", "")
        if source and not source.startswith("data:"):  # pragma: no cover: only in whole builds, which are not measured
            picture.set("src", (site / "print_page" / source).resolve().as_uri())


def pictures_of(parts: Iterable[PagePart], site: Path) -> list[bytes]:
    """Every picture of these pages: a new one under the same name makes a new book."""
    names = sorted({name for part in parts for name in part.pictures})
    return [(site / name).read_bytes() for name in names if (site / name).is_file()]


def _paper_boxes(page: Element) -> None:
    """What is filled in on screen becomes a box to write in."""
    for control in page.xpath(BOXES):
        kind = "tick" if control.get("type") == "checkbox" else "long" if control.tag == "textarea" else "short"
        box = control.makeelement("span")
        box.set("class", f"box box--{kind}")
        box.set("style", f"--lines: {control.get('rows') or 2}")
        replace(control, box)


def _point_out(page: Element) -> None:
    """A link to a download leads to the site, whose address is put in when the part is joined."""
    for link in page.xpath(".//a[@href]"):
        target = link.get("href")
        if target.startswith(OUTSIDE_BOOK):
            continue
        link.set("href", f"{ON_SITE}{target.removeprefix('../')}")
