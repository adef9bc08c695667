"""Every document of a build: what is made, under which address, how large it is. Makes each once and keeps it."""

from __future__ import annotations

import hashlib
import logging
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace

from macros.content.library import Library
from macros.core.archives import bundle
from macros.core.cache import DocumentCache
from macros.documents.formats import FORMATS, Colophon
from macros.documents.papers.make import BUNDLE_URL, make_papers
from macros.documents.thumbnails import Thumbnails, arranged, picture
from macros.models.worksheets import Worksheet
from macros.rendering.attribution import adapted_worksheet

log = logging.getLogger("mkdocs.toolkit")
WORTH_STARTING = 8  # documents: starting processes takes about as long as drawing these


@dataclass(frozen=True)
class Job:
    """One document to draw: its site address, its form, and what stands in it."""

    url: str
    form: str
    worksheet: Worksheet
    colophon: Colophon
    filled: bool

    def drawn_from(self) -> tuple[str, ...]:
        """Everything that the document is drawn from, beside the code."""
        return self.url, self.colophon.fingerprint(), repr(self.worksheet)


class Documents:
    """The documents of one library, drawn for the site address ``site_url`` (empty where it is not known yet)."""

    book_url = "downloads/book.pdf"
    offline_url = "downloads/offline.zip"
    bundle_url = "downloads/worksheets.zip"
    papers_url = BUNDLE_URL
    picture_url = "assets/worksheets/first-pages.webp"

    def __init__(self, library: Library, site_url: str) -> None:
        self.library = library
        self.site_url = site_url
        self.made: dict[str, bytes] = {}
        self.kept = DocumentCache(library.root)

    def make_all(self) -> dict[str, bytes]:
        """Make every worksheet in every form, every example, and all of them in one .zip. Returns content by address.

        Each is drawn only when something has changed that it is drawn from.
        """
        jobs = [job for name in self._used() for job in self._jobs(name)]
        kept = {job.url: content for job in jobs if (content := self.kept.find(*job.drawn_from())) is not None}
        missing = [job for job in jobs if job.url not in kept]
        made = dict(zip([job.url for job in missing], _draw_all(missing), strict=True))
        for job in missing:
            self.kept.keep(made[job.url], *job.drawn_from())
        for job in jobs:  # in the order of the library, whichever was drawn first
            self.made[job.url] = kept.get(job.url) or made[job.url]
            if job.url not in kept:
                log.info("Made       %s  %s", job.url, size(self.made[job.url]))
        log.info("%s documents made, %s as they were", len(made), len(kept))
        files = {self._in_bundle(job): self.made[job.url] for job in jobs}
        self.made[self.bundle_url] = bundle(files, self.library.release.day)
        log.info("Made       %s  %s", self.bundle_url, size(self.made[self.bundle_url]))
        self.made.update(make_papers(self.library, self.colophon, self.kept))
        return self.made

    def papers_size(self) -> str:
        """The size of all papers in one .zip, in words."""
        return size(self.made[self.papers_url])

    def first_pages(self) -> Thumbnails:
        """Where the first page of each worksheet stands in the picture of them all."""
        worksheets = self.library.worksheets
        return arranged({name: worksheets[name].orientation == "landscape" for name in self._used()})

    def picture(self) -> bytes:
        """The picture of all first pages, for :attr:`picture_url`."""
        pages = self.first_pages()
        pdfs = {name: self.made[self._url(name, "pdf")] for name in pages.places}
        known = "first pages", *(hashlib.sha256(pdf).hexdigest() for pdf in pdfs.values())
        drawn = self.kept.find(*known) or picture(pdfs, pages)
        self.kept.keep(drawn, *known)
        return drawn

    def colophon(self, page: str) -> Colophon:
        """What a document says of itself, with the address of ``page``."""
        library = self.library
        return Colophon(
            edition=library.edition,
            release=library.release,
            strings=library.strings,
            logo=library.folder / library.edition.look.logo,
            address=self.site_url + page,
        )

    def of(self, name: str) -> list[dict[str, str]]:
        """The downloads of one worksheet: form, its label, address, size in words, and the name of the saved file."""
        labels, edition = self.library.strings["forms"], self.library.edition.slug
        return [
            {
                "form": key,
                "form_label": labels[key],
                "url": self._url(name, key),
                "size": size(self.made[self._url(name, key)]),
                "file": FORMATS[key].file(name, edition),
            }
            for key in self._forms(name)
        ]

    def example(self, name: str) -> dict[str, str]:
        """The filled-in example of a worksheet, as in :meth:`of`."""
        url, edition = self._example_url(name), self.library.edition.slug
        return {"url": url, "size": size(self.made[url]), "file": f"{name}-example-{edition}.pdf"}

    @staticmethod
    def pack_url(name: str) -> str:
        """Where a ready-made pack is as one PDF: see :mod:`macros.documents.pack_books`."""
        return f"downloads/packs/{name}.pdf"

    @staticmethod
    def _example_url(name: str) -> str:
        return f"downloads/examples/{name}.pdf"

    @staticmethod
    def _url(name: str, form: str) -> str:
        return f"downloads/worksheets/{FORMATS[form].file(name)}"

    def _used(self) -> list[str]:
        """Worksheets that a step uses."""
        return [name for name in self.library.worksheets if name not in self.library.unused_worksheets]

    def _forms(self, name: str) -> list[str]:
        return [key for key, form in FORMATS.items() if form.fits(self.library.worksheets[name])]

    def _jobs(self, name: str) -> list[Job]:
        worksheet = self.library.worksheets[name]
        colophon = replace(self.colophon(f"worksheets/{name}/"), adapted=adapted_worksheet(self.library, name))
        empty = [Job(self._url(name, key), key, worksheet, colophon, False) for key in self._forms(name)]
        return [*empty, Job(self._example_url(name), "pdf", worksheet, colophon, True)]

    def _in_bundle(self, job: Job) -> str:
        """Where a document is in the .zip: in a folder for its form, under the name that a reader gets."""
        strings, edition = self.library.strings, self.library.edition.slug
        if job.filled:
            return f"{strings['downloads']['example']}/{job.worksheet.id}-example-{edition}.pdf"
        return f"{strings['forms'][job.form]}/{FORMATS[job.form].file(job.worksheet.id, edition)}"


def _draw_all(jobs: list[Job]) -> list[bytes]:
    """Draw documents on all processors; few are not worth the time that it takes to start."""
    if len(jobs) < WORTH_STARTING:
        return [_draw(job) for job in jobs]
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        return list(pool.map(_draw, jobs, chunksize=4))


def _draw(job: Job) -> bytes:
    return FORMATS[job.form].draw(job.worksheet, job.colophon, job.filled)


def size(content: bytes) -> str:
    """A size for a reader: "34 kB"."""
    return (
        f"{max(1, round(len(content) / 1000))} kB" if len(content) < 1_000_000 else f"{len(content) / 1_000_000:.1f} MB"
    )
