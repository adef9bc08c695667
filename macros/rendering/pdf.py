"""HTML to PDF: tagged, named, fetched from nowhere, and the same bytes each time."""

from __future__ import annotations

import hashlib
import io
import logging
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from macros.core.problems import ContentError, Problem
from macros.paths import FONT_STYLES, VIEWS

if TYPE_CHECKING:
    import pikepdf

FONTS = FONT_STYLES.as_uri()
COLUMN = re.compile(r'<col width="([0-9.]+%)"')
FOLDER = re.compile(r"file://[^\"'\s)]*/")


def to_pdf(html: str, *, fillable: bool = False, finish: Callable[[pikepdf.Pdf], None] | None = None) -> bytes:
    """Draw ``html`` as a tagged PDF/UA-1. ``fillable`` turns its inputs into fields that can be filled in.

    ``finish`` may change the drawn document before it is written.

    Only files are read: an address on the web in the HTML's styles or pictures raises. Raises :class:`ContentError`
    where the system's library that draws is missing.
    """
    weasyprint = load_weasyprint()
    # Web pages may have no style attribute; WeasyPrint knows the width of a column by nothing else.
    html = COLUMN.sub(r'<col style="width:\1"', html)
    files_only = weasyprint.urls.URLFetcher(allowed_protocols=["file", "data"], fail_on_errors=True)
    document = weasyprint.HTML(string=html, base_url=VIEWS.as_uri() + "/", url_fetcher=files_only)
    # Without folders, which differ from one computer to the next.
    same = hashlib.md5(FOLDER.sub("", html).encode(), usedforsecurity=False).digest()
    raw = document.write_pdf(pdf_variant="pdf/ua-1", pdf_forms=fillable, pdf_identifier=same)
    return _completed(raw, finish)


def load_weasyprint() -> Any:
    """The library that draws. It takes a second to load, and a build that draws nothing need not wait for it."""
    try:
        import pydyf
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
    pydyf.PDF.page_references = property(_page_references)
    return weasyprint


def _page_references(pdf: Any) -> tuple[bytes, ...]:
    """The references of all pages. pydyf works them out for each tag anew, which took a fourteenth of a book's time."""
    kids = pdf.pages["Kids"]
    known: tuple[int, tuple[bytes, ...]] = getattr(pdf, "_known_references", (0, ()))
    if known[0] != len(kids):
        known = pdf._known_references = (len(kids), tuple(f"{number} 0 R".encode("ascii") for number in kids[::3]))
    return known[1]


def _completed(raw: bytes, finish: Callable[[pikepdf.Pdf], None] | None) -> bytes:
    """With the scope of table headers, which WeasyPrint leaves out and PDF/UA-1 asks for."""
    import pikepdf

    with pikepdf.open(io.BytesIO(raw)) as document:
        root = document.Root.get("/StructTreeRoot")
        if root is not None:
            _scope(root, in_head=False)
        if finish:
            finish(document)
        out = io.BytesIO()
        document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _scope(node: pikepdf.Object, in_head: bool) -> None:
    import pikepdf

    kind = str(node.get("/S", ""))
    if kind == "/TH":
        direction = pikepdf.Name("/Column") if in_head else pikepdf.Name("/Row")
        node["/A"] = pikepdf.Dictionary(O=pikepdf.Name("/Table"), Scope=direction)
    kids = node.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            _scope(kid, in_head or kind == "/THead")
