"""The whole guide as an EPUB 3, for e-readers and phones: one XHTML file a page, with contents and a cover.

Its letters take the size, colours and font that a reader has set. The same texts give the same bytes:
https://www.w3.org/TR/epub-33/
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from uuid import NAMESPACE_URL, uuid5

import pypdfium2
from PIL import Image

from macros.core import colour
from macros.core.archives import MIMETYPE, bundle
from macros.documents.epub_pages import EPUB_FOLDER, EpubLinks, file_of, page_bodies
from macros.documents.page_parts import Entry, PagePart
from macros.paths import VIEWS
from macros.rendering.colophon import Colophon
from macros.rendering.pdf import FONTS_ADDRESS, to_pdf
from macros.rendering.qr import qr_png
from macros.rendering.views import render

EPUB = b"application/epub+zip"
EPUB_ROOT = "EPUB/"
COVER_SIZE = (1200, 1800)
PICTURE_KINDS = {
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}


@dataclass(frozen=True)
class EpubBook:
    """All that an EPUB is made from.

    ``addresses`` says where inside the site every page is, by its id; ``pictures`` are the content of each by its
    address there.
    """

    pages: tuple[PagePart, ...]
    entries: tuple[Entry, ...]
    colophon: Colophon
    addresses: Mapping[str, str]
    pictures: Mapping[str, bytes]


@dataclass(frozen=True)
class EpubFile:
    """A file as the package lists it."""

    id: str
    href: str
    kind: str


def draw(book: EpubBook) -> bytes:
    """The EPUB of ``book``. The picture of its cover is drawn as a PDF first."""
    colophon, pictures = book.colophon, _pictures(book.pictures)
    links = EpubLinks(colophon.address, book.addresses, {source: file.href for source, file in pictures.items()})
    bodies = page_bodies(book.pages, links)
    pages = [EpubFile(f"page-{at}", EPUB_FOLDER + file_of(page), "") for at, page in enumerate(book.pages, 1)]
    words = {"colophon": colophon, "t": colophon.strings}
    files = {
        "package.opf": render(
            "epub/package.xml", **words, identifier=identifier(colophon), pages=pages, pictures=[*pictures.values()]
        ),
        "nav.xhtml": render("epub/nav.xml", **words, entries=book.entries, folder=EPUB_FOLDER, first=pages[0].href),
        "title.xhtml": render("epub/title.xml", **words),
        "book.css": (VIEWS / "epub/book.css").read_text("utf-8"),
    }
    for page, file, body in zip(book.pages, pages, bodies, strict=True):
        files[file.href] = render("epub/page.xml", **words, title=page.title, body=body)
    content = {EPUB_ROOT + name: f"{text}\n".encode() for name, text in files.items()}
    content[f"{EPUB_ROOT}cover.png"] = _cover(colophon)
    if colophon.current:
        content[f"{EPUB_ROOT}code.png"] = qr_png(colophon.current)
    content |= {EPUB_ROOT + file.href: book.pictures[source] for source, file in pictures.items()}
    # A reader tells the kind of file from what stands first, and is not packed.
    first = {MIMETYPE: EPUB, "META-INF/container.xml": render("epub/container.xml", root=EPUB_ROOT).encode()}
    return bundle(first | content, colophon.release.day)


def identifier(colophon: Colophon) -> str:
    """The same for each build of one version of one edition, and for no other."""
    name = f"community-digital-inclusion-toolkit/{colophon.edition.slug}/{colophon.release.version}"
    return uuid5(NAMESPACE_URL, name).urn


def picture_names(pages: Sequence[PagePart]) -> list[str]:
    """The pictures of ``pages`` that an EPUB may hold, by their addresses inside the site."""
    names = {name for page in pages for name in page.pictures}
    return sorted(name for name in names if PurePosixPath(name).suffix.lower() in PICTURE_KINDS)


def _pictures(sources: Mapping[str, bytes]) -> dict[str, EpubFile]:
    """Each picture's file in the book, by its address inside the site."""
    return {
        source: EpubFile(f"picture-{at}", f"pictures/{at}{suffix}", PICTURE_KINDS[suffix])
        for at, source in enumerate(sources, 1)
        for suffix in [PurePosixPath(source).suffix.lower()]
    }


def _cover(colophon: Colophon) -> bytes:
    """The picture that stands on a reader's shelf, as a PNG."""
    edition = colophon.edition
    tokens = colour.tokens(edition.look.primary, edition.look.accent, "light")
    page = to_pdf(
        render(
            "epub/cover.html",
            colophon=colophon,
            t=colophon.strings,
            ink=tokens["on-primary"],
            fonts=FONTS_ADDRESS,
            logo=colophon.logo.as_uri(),
        )
    )
    with pypdfium2.PdfDocument(page) as document:
        drawn = document[0].render(scale=COVER_SIZE[0] / document[0].get_width()).to_pil().convert("RGB")
    out = io.BytesIO()
    drawn.resize(COVER_SIZE).quantize(64, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()
