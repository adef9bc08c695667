"""HTML to PDF: tagged, named, fetched from nowhere, and the same bytes each time."""

from __future__ import annotations

import hashlib
import io
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from multiprocessing.util import Finalize
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.request import url2pathname

from macros.core.problems import ContentError, Problem
from macros.paths import FONT_STYLES, VIEWS
from macros.rendering import html_tree
from macros.rendering.line_ends import keep_full_lines
from macros.rendering.page_margins import keep_whole, place_notes
from macros.rendering.page_numbers import mark_places
from macros.rendering.pdf_pieces import find_repeated, join_pieces, mark_pieces
from macros.rendering.pdf_tags import complete_tags, only_whole_links, running_lines_are_artifacts
from macros.rendering.quick_lines import lay_out_once
from macros.rendering.quick_sizes import size_once
from macros.rendering.quick_styles import let_go, read_styles_quickly

if TYPE_CHECKING:
    import pikepdf

FONTS_ADDRESS = FONT_STYLES.as_uri()
STYLE_LINK = re.compile(r'<link rel="stylesheet" href="file://([^"]+)">\n?')
COLUMN_TAG = re.compile(r'<col width="([0-9.]+%)"')
LOCAL_FOLDER = re.compile(r"file://[^\"'\s)]*/")


def to_pdf(
    html: str,
    *,
    fillable: bool = False,
    has_notes: bool = False,
    at_most: int = 0,
    finish: Callable[[pikepdf.Pdf], None] | None = None,
) -> bytes:
    """Draw ``html`` as a tagged PDF/UA-1: see :func:`lay_out`.

    ``has_notes`` says that notes go into the outer margin: see :mod:`macros.rendering.page_margins`. ``finish`` may
    change the drawn document before it is written. What takes more pages than ``at_most``, where that is given, is laid
    out and not drawn: nothing comes back.
    """
    laid_out = lay_out(html, fillable=fillable)
    if at_most and laid_out.pages > at_most:
        let_go(laid_out.holders)
        return b""
    return laid_out.to_pdf(has_notes=has_notes, finish=finish)


@dataclass(frozen=True)
class LaidOut:
    """Pages that are laid out and not yet drawn, which takes about as long again; ``name`` is the same for the same."""

    document: Any
    options: dict[str, Any]
    name: str
    holders: tuple[Any, ...]  # what goes when they are drawn

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self.document.pages)

    def to_pdf(self, *, has_notes: bool = False, finish: Callable[[pikepdf.Pdf], None] | None = None) -> bytes:
        """Draw them, once; what is asked for is as of :func:`to_pdf`."""
        if has_notes:
            place_notes(self.document)
        find_repeated(self.document, load_weasyprint().formatting_structure.boxes)
        only_whole_links(self.document)

        def complete(_document: Any, pdf: Any) -> None:
            join_pieces(pdf)
            complete_tags(pdf, self.name)

        raw = self.document.write_pdf(finisher=complete, **self.options)
        let_go(self.holders)
        return _packed(raw, finish)


def lay_out(html: str, *, fillable: bool = False) -> LaidOut:
    """Lay out ``html`` on pages. ``fillable`` turns its inputs into fields that can be filled in.

    Only files are read: an address on the web in the HTML's styles or pictures raises. Raises :class:`ContentError`
    where the system's library that draws is missing.
    """
    weasyprint = load_weasyprint()
    # Web pages may have no style attribute; WeasyPrint knows the width of a column by nothing else.
    html = COLUMN_TAG.sub(r'<col style="width:\1"', html)
    styles = [Path(url2pathname(path)) for path in STYLE_LINK.findall(html)]
    document = weasyprint.HTML(
        string=STYLE_LINK.sub("", html), base_url=VIEWS.as_uri() + "/", url_fetcher=_files_only()
    )
    # Without folders, which differ from one computer to the next.
    same = hashlib.md5(LOCAL_FOLDER.sub("", html).encode(), usedforsecurity=False).digest()
    # qpdf packs and names the document when it is complete, in less than half the time that it takes WeasyPrint.
    options = {"pdf_variant": "pdf/ua-1", "pdf_forms": fillable, "uncompressed_pdf": True}
    try:
        laid_out = document.render(
            font_config=_fonts(),
            stylesheets=[_stylesheet(path, path.stat().st_mtime_ns) for path in styles],
            **options,
        )
    except weasyprint.urls.FatalURLFetchingError as error:  # it is no Exception, so that nobody else would catch it
        lost = str(error).partition('"')[2].rstrip('"').rpartition("/")[2]
        fix = "Look for its name in your pages and notes, and put the file there."
        raise ContentError(
            [Problem("downloads/", 0, f"A document shows “{lost}”, which is not there.", fix)]
        ) from error
    return LaidOut(laid_out, options, same.hex()[:8], getattr(_fonts(), "holders", ()))


@cache
def _files_only() -> Any:
    return load_weasyprint().urls.URLFetcher(allowed_protocols=["file", "data"], fail_on_errors=True)


@cache
def _fonts() -> Any:
    """The fonts of this process. To unpack them takes longer than to draw a worksheet, so it is done once."""
    from weasyprint.text.fonts import FontConfiguration

    # Unpacked fonts are in a folder that goes with them: here, since nothing goes in order once Python itself ends.
    Finalize(None, _fonts.cache_clear, exitpriority=0)
    return FontConfiguration()


@cache
def _stylesheet(path: Path, _changed: int) -> Any:
    """A stylesheet, read once until its file changes, with the fonts that it names."""
    return load_weasyprint().CSS(filename=path, font_config=_fonts(), url_fetcher=_files_only())


def load_weasyprint() -> Any:
    """The library that draws. It takes a second to load, and a build that draws nothing need not wait for it."""
    try:
        import pydyf
        import weasyprint.css
        import weasyprint.draw
        import weasyprint.formatting_structure.boxes
        import weasyprint.layout.absolute
        import weasyprint.layout.inline
        import weasyprint.pdf.tags
        import weasyprint.urls
    except OSError as error:  # Pango is a library of the system, which pip cannot bring
        raise ContentError(
            [
                Problem(
                    "WeasyPrint",
                    0,
                    f"The library that draws PDFs is not on this computer ({str(error).splitlines()[0]}).",
                    "On Debian or Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0. "
                    "On Windows and macOS: see “Installation” in WeasyPrint's documentation.",
                )
            ]
        ) from error
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    weasyprint.tinyhtml5 = html_tree
    pydyf.PDF.page_references = property(_page_references)
    read_styles_quickly(weasyprint)
    size_once(weasyprint)
    mark_places(weasyprint.draw.draw_text, weasyprint.draw)
    keep_whole(weasyprint.layout.absolute)
    callers = (weasyprint.layout.inline, weasyprint.layout.preferred)
    lay_out_once(weasyprint.text.line_break, weasyprint.draw.text, callers)
    keep_full_lines(weasyprint.layout.inline)
    running_lines_are_artifacts(weasyprint.draw, weasyprint.formatting_structure.boxes, weasyprint.pdf.tags)
    mark_pieces(weasyprint.formatting_structure.boxes, weasyprint.pdf.tags, pydyf.String)
    return weasyprint


def _page_references(pdf: Any) -> tuple[bytes, ...]:
    """The references of all pages. pydyf works them out for each tag anew, which took a fourteenth of a book's time."""
    kids = pdf.pages["Kids"]
    known: tuple[int, tuple[bytes, ...]] = getattr(pdf, "_known_references", (0, ()))
    if known[0] != len(kids):
        known = pdf._known_references = (len(kids), tuple(f"{number} 0 R".encode("ascii") for number in kids[::3]))
    return known[1]


def _packed(raw: bytes, finish: Callable[[pikepdf.Pdf], None] | None) -> bytes:
    """The drawn document, changed by ``finish`` and packed."""
    import pikepdf

    with pikepdf.open(io.BytesIO(raw)) as document:
        if finish:
            finish(document)
        out = io.BytesIO()
        document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()
