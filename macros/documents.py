"""Every document of a build: what is made, under which address, how large it is. Makes each once and keeps it."""

from __future__ import annotations

import logging
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace

from macros.adapted import adapted_worksheet
from macros.forms import FORMS, Imprint
from macros.kept import Kept
from macros.library import Library
from macros.worksheet import Worksheet

log = logging.getLogger("mkdocs.toolkit")
WORTH_STARTING = 8  # documents: starting processes takes about as long as drawing these


@dataclass(frozen=True)
class Job:
    """One document to draw: its site address, its form, and what stands in it."""

    url: str
    form: str
    worksheet: Worksheet
    imprint: Imprint
    filled: bool

    def drawn_from(self) -> tuple[str, ...]:
        """Everything that the document is drawn from, beside the code."""
        return self.url, self.imprint.fingerprint(), repr(self.worksheet)


class Documents:
    """The documents of one library, drawn for the site address ``site_url`` (empty where it is not known yet)."""

    book_url = "downloads/book.pdf"

    def __init__(self, library: Library, site_url: str) -> None:
        self.library = library
        self.site_url = site_url
        self.made: dict[str, bytes] = {}
        self.kept = Kept(library.root)

    def make_all(self) -> dict[str, bytes]:
        """Make every worksheet in every form, and every example. Returns content by site address."""
        jobs = [job for name in self.library.worksheets if name not in self.library.idle for job in self._jobs(name)]
        kept = {job.url: content for job in jobs if (content := self.kept.find(*job.drawn_from())) is not None}
        missing = [job for job in jobs if job.url not in kept]
        made = dict(zip([job.url for job in missing], _draw_all(missing), strict=True))
        for job in missing:
            self.kept.keep(made[job.url], *job.drawn_from())
        for job in jobs:  # in the order of the library, whichever was drawn first
            self.made[job.url] = kept.get(job.url) or made[job.url]
            log.info("%s  %s  %s", "Unchanged" if job.url in kept else "Made     ", job.url, size(self.made[job.url]))
        return self.made

    def imprint(self, page: str) -> Imprint:
        """What a document says of itself, with the address of ``page``."""
        library = self.library
        return Imprint(
            edition=library.edition,
            release=library.release,
            strings=library.strings,
            logo=library.folder / library.edition.look.logo,
            address=self.site_url + page,
        )

    def of(self, name: str) -> list[dict[str, str]]:
        """The downloads of one worksheet: label of the form, address, size in words."""
        labels = self.library.strings["forms"]
        return [
            {"form_label": labels[key], "url": url, "size": size(self.made[url])}
            for key, form in FORMS.items()
            if (url := f"downloads/worksheets/{name}.{form.suffix}")
        ]

    @staticmethod
    def example_url(name: str) -> str:
        """Where the filled-in example of a worksheet is."""
        return f"downloads/examples/{name}.pdf"

    def _jobs(self, name: str) -> list[Job]:
        worksheet = self.library.worksheets[name]
        imprint = replace(self.imprint(f"worksheets/{name}/"), adapted=adapted_worksheet(self.library, name))
        forms = [(f"downloads/worksheets/{name}.{form.suffix}", key, False) for key, form in FORMS.items()]
        return [
            Job(url, key, worksheet, imprint, filled)
            for url, key, filled in [*forms, (self.example_url(name), "pdf", True)]
        ]


def _draw_all(jobs: list[Job]) -> list[bytes]:
    """Draw documents on all processors; few are not worth the time that it takes to start."""
    if len(jobs) < WORTH_STARTING:
        return [_draw(job) for job in jobs]
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        return list(pool.map(_draw, jobs, chunksize=4))


def _draw(job: Job) -> bytes:
    return FORMS[job.form].draw(job.worksheet, job.imprint, job.filled)


def size(content: bytes) -> str:
    """A size for a reader: "34 kB"."""
    return (
        f"{max(1, round(len(content) / 1000))} kB" if len(content) < 1_000_000 else f"{len(content) / 1_000_000:.1f} MB"
    )
