"""The documents of a build: draws each of the table of outputs once, keeps it, and knows how large it is."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, cached_property, partial
from typing import Any

from macros.content.library import Library
from macros.core.archives import bundle
from macros.core.cache import DocumentCache
from macros.core.code_fingerprint import mentioned
from macros.documents.awaited import Awaited
from macros.documents.build_options import BuildOptions
from macros.documents.drawing import Drawing, DrawingPool, Request
from macros.documents.formats import FORMATS, Colophon
from macros.documents.output_kinds import OutputFile, used_worksheets
from macros.documents.outputs import OUTPUTS, url_of, worksheet_url
from macros.documents.papers.make import bundle_papers, paper_requests
from macros.documents.project_forms import project_requests
from macros.documents.project_questions import project_questions
from macros.documents.thumbnail_places import Thumbnails, arranged
from macros.rendering.attribution import adapted_worksheet

log = logging.getLogger("mkdocs.toolkit")
THUMBNAILS = "macros.documents.thumbnails"
SHARE_IMAGE = "macros.documents.share_image"
NAME_LETTERS = "macros.documents.name_letters"
CURRENT_PAGE = "current/"
BEFORE_PAGES = (
    *("worksheet", "example", "short", "worksheets_zip", "project_workbook", "project_questions"),
    *("paper", "papers_zip", "first_pages", "share_image", "name_letters"),
)
# What stands in the place of a document that a build does not draw. It begins as a PDF does, and is one line.
NOT_DRAWN = b"%PDF-1.7 This build was made without its documents.\n"


class Documents:
    """The documents of one library, drawn for the site address ``site_url`` (empty where it is not known yet)."""

    book_url = url_of("book")
    offline_url = url_of("offline")
    bundle_url = url_of("worksheets_zip")
    papers_url = url_of("papers_zip")
    picture_url = url_of("first_pages")
    share_url = url_of("share_image")

    def __init__(self, library: Library, site_url: str, options: BuildOptions | None = None) -> None:
        self.library = library
        self.site_url = site_url
        self.options = options or BuildOptions()
        self.made = Awaited()
        self.kept = DocumentCache(library.root)
        self.pool = DrawingPool(is_alone=self.options.is_beside_others)
        self._colophons: dict[str, Colophon] = {}
        self._worksheet_texts: dict[str, str] = {}

    def make_all(self) -> Awaited:
        """Begin to make all that does not need the finished pages: worksheets, papers, workbooks, archives, pictures.

        Returns content by address, which is waited for where it is looked at: pages that show none of it are drawn
        meanwhile. Each is drawn only when something has changed that it is drawn from.
        """
        self.made = Awaited()
        for kind in BEFORE_PAGES:
            for file in OUTPUTS[kind].files(self.library):
                self.made.put(file.url, NOT_DRAWN)
        files = [file for kind in ("worksheet", "example", "short") for file in OUTPUTS[kind].files(self.library)]
        by_worksheet = sorted(files, key=lambda file: used_worksheets(self.library).index(file.names["id"]))
        as_awaited = sorted(by_worksheet, key=lambda file: self._first_shown(file.names["id"]))
        wanted = [self._request(file) for file in as_awaited if self.options.draws_worksheet(file.names["id"])]
        for url, wait in self.begin([*self._name_letters(), *self._others(), *wanted]).items():
            self.made.add(url, wait)
        self.made.add(self.bundle_url, lambda: self._bundle(by_worksheet))
        self.made.put(url_of("project_questions"), project_questions(self.library))
        if self.options.documents == "all":
            self.made.add(self.papers_url, lambda: bundle_papers(self.library, self.made))
            self.made.add(self.picture_url, self._first_pages)
        return self.made

    def _first_shown(self, name: str) -> tuple[bool, str]:
        """Which step comes first that shows the worksheet ``name``; one of no step comes before all in a folder."""
        paths = (step.path for step in self.library.outline.steps() if name in step.front_matter.worksheets)
        return min(map(as_drawn, paths), default=(True, ""))

    def _name_letters(self) -> Iterator[Request]:
        """What the form of editions writes names with: its page needs it, whichever documents are drawn."""
        for file in OUTPUTS["name_letters"].files(self.library):
            yield Request(file.url, NAME_LETTERS, (), Drawing(NAME_LETTERS, "draw", ()).itself)

    def _others(self) -> Iterator[Request]:
        """Papers, the project as a workbook, the picture that a link to the site is shown with; of whole builds."""
        if self.options.documents == "all":
            yield from paper_requests(self.library, self.colophon)
            if OUTPUTS["project_workbook"].files(self.library):
                yield from project_requests(self.library, self.colophon)
            colophon = self.colophon("", SHARE_IMAGE)
            drawing = Drawing(SHARE_IMAGE, "share_picture", (colophon,))
            yield Request(self.share_url, SHARE_IMAGE, (colophon.fingerprint(),), drawing.itself)

    def _first_pages(self) -> bytes:
        """The picture of the first pages of all worksheets."""
        pages = self.first_pages
        pdfs = {name: self.made[worksheet_url(name, "pdf")] for name in pages.places}
        thumbnails = tuple(hashlib.sha256(pdf).hexdigest() for pdf in pdfs.values())
        drawing = Drawing(THUMBNAILS, "picture", (pdfs, pages))
        return self.draw([Request(self.picture_url, THUMBNAILS, thumbnails, drawing.itself)])[self.picture_url]

    def draw(self, requests: Sequence[Request]) -> dict[str, bytes]:
        """Draw what is not kept, on all processors. Returns content by address, in the order of ``requests``."""
        return {url: wait() for url, wait in self.begin(requests).items()}

    def begin(self, requests: Sequence[Request]) -> dict[str, Callable[[], bytes]]:
        """Begin to draw what is not kept. Returns what waits for it, by address, in the order of ``requests``."""
        waits: dict[str, Callable[[], bytes]] = {}
        missing: list[Request] = []
        for request in requests:
            content = self.kept.find(request.module, *request.drawn_from)
            if content is None:
                missing.append(request)
            waits[request.url] = partial(bytes, content or b"")
        for request, wait in zip(missing, self.pool.begin([request.prepare() for request in missing]), strict=True):
            waits[request.url] = cache(partial(self._finished, request, wait))
        if waits:
            log.info("%s documents to draw, %s as they were", len(missing), len(waits) - len(missing))
        return waits

    def _finished(self, request: Request, wait: Callable[[], bytes]) -> bytes:
        """What was drawn, kept for the next build."""
        content = wait()
        self.kept.keep(content, request.module, *request.drawn_from)
        log.info("Drawn      %s  %s", request.url, size(content))
        return content

    @cached_property
    def first_pages(self) -> Thumbnails:
        """Where the first page of each worksheet stands in the picture of them all."""
        worksheets = self.library.worksheets
        names = used_worksheets(self.library)
        return arranged({name: worksheets[name].orientation == "landscape" for name in names})

    def colophon(self, page: str, module: str = "") -> Colophon:
        """What a document says of itself, with the address of ``page``.

        Where ``module`` is given, it holds only the words and settings that this module prints.
        """
        if module not in self._colophons:
            self._colophons[module] = self._printed_by(module) if module else self._colophon
        copy_id = self.library.releases.copy_id(page, self.library.release.version)
        current = f"{self.site_url}{CURRENT_PAGE}#{copy_id}" if self.site_url and copy_id else ""
        # A piece of an address leads nowhere: it is the whole one or none.
        return replace(self._colophons[module], address=self.site_url and self.site_url + page, current=current)

    def worksheet_colophon(self, name: str, module: str = "") -> Colophon:
        """What the documents of the worksheet ``name`` say of themselves, as in :meth:`colophon`."""
        colophon = self.colophon(f"worksheets/{name}/", module)
        return replace(colophon, adapted=adapted_worksheet(self.library, name))

    @staticmethod
    def pack_url(name: str) -> str:
        """Where a ready-made pack is as one PDF: see :mod:`macros.documents.pack_books`."""
        return url_of("pack", id=name)

    @cached_property
    def _colophon(self) -> Colophon:
        library = self.library
        return Colophon(
            edition=library.edition,
            release=library.release,
            strings=library.strings,
            logo=library.folder / library.edition.look.logo,
            address="",
        )

    def _printed_by(self, module: str) -> Colophon:
        words = mentioned(module, frozenset(self.library.strings))
        settings = mentioned(module, frozenset(type(self.library.edition).model_fields))
        return self._colophon.needing(words, settings)

    def sheet(self, name: str, *, is_example: bool = False, is_short: bool = False) -> Request:
        """The PDF of a worksheet: blank, with its example, or its short form."""
        if is_short:
            return self._request(OutputFile(url_of("short", id=name), "", "", OUTPUTS["short"], {"id": name}))
        output = OUTPUTS["example" if is_example else "worksheet"]
        names = {"id": name} if is_example else {"id": name, "form": "pdf"}
        return self._request(
            OutputFile(url_of("example", id=name) if is_example else worksheet_url(name, "pdf"), "", "", output, names)
        )

    def _request(self, file: OutputFile) -> Request:
        """A worksheet in one form, or its example or short form, which are PDFs."""
        name = file.names["id"]
        form, is_example = FORMATS[file.names.get("form", "pdf")], file.output is OUTPUTS["example"]
        function = "draw_short" if file.output is OUTPUTS["short"] else form.function
        worksheet = self.library.worksheets[name]
        colophon = self.worksheet_colophon(name, form.module)
        text = self._worksheet_text(name)
        values: tuple[Any, ...] = (worksheet, colophon, is_example)
        if form.is_shared:
            shared = (function, str(is_example), colophon.shared().fingerprint(), text)
            values = (*values, self.kept.place(form.module, *shared))
        drawing = Drawing(form.module, function, values)
        drawn_from = (file.url, colophon.fingerprint(), text)
        return Request(file.url, form.module, drawn_from, drawing.itself)

    def _bundle(self, files: Sequence[OutputFile]) -> bytes:
        """All worksheets in one .zip: in a folder for each form, under the names that a reader gets."""
        strings, edition = self.library.strings, self.library.edition.slug
        content = {}
        for file in files:
            name, form = file.names["id"], file.names.get("form")
            if form:
                path = f"{strings['forms'][form]}/{FORMATS[form].file(name, edition)}"
            elif file.output is OUTPUTS["short"]:
                path = f"{strings['downloads']['short']}/{name}-short-{edition}.pdf"
            else:
                path = f"{strings['downloads']['example']}/{name}-example-{edition}.pdf"
            content[path] = self.made[file.url]
        return bundle(content, self.library.release.day)

    def _worksheet_text(self, name: str) -> str:
        """Everything that a worksheet says, as a text: the same for all of its forms."""
        if name not in self._worksheet_texts:
            self._worksheet_texts[name] = repr(self.library.worksheets[name])
        return self._worksheet_texts[name]


def as_drawn(path: str) -> tuple[bool, str]:
    """Sorts steps by their paths in docs/, as the documents on their pages are drawn: first those in no folder."""
    return "/" in path, path


def size(content: bytes) -> str:
    """A size for a reader: "34 kB"."""
    return (
        f"{max(1, round(len(content) / 1000))} kB" if len(content) < 1_000_000 else f"{len(content) / 1_000_000:.1f} MB"
    )
