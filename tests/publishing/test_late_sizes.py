"""The downloads page says how large each file is that is drawn after it."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf

from macros.content.library import Library
from macros.documents.outputs import OUTPUTS
from macros.documents.store import NOT_DRAWN
from macros.publishing.late_sizes import SIZE_PLACE, write_late_sizes
from tests.support.builds import Built

LINK = '<a href="book.pdf">Book</a> <span class="size" data-not-prose data-size-of="downloads/book.pdf"></span>'


def site_with(folder: Path, content: bytes | None) -> Path:
    (folder / "downloads").mkdir()
    (folder / "downloads/index.html").write_text(LINK, "utf-8")
    if content is not None:
        (folder / "downloads/book.pdf").write_bytes(content)
    return folder / "downloads/index.html"


def test_pages_and_size_stand_behind_the_link(tmp_path: Path, library: Library) -> None:
    pdf, out = pikepdf.new(), io.BytesIO()
    pdf.add_blank_page()
    pdf.add_blank_page()
    pdf.save(out)
    page = site_with(tmp_path, out.getvalue())

    write_late_sizes(tmp_path, library.strings)
    assert '<span class="size" data-not-prose>2 pages, 1 kB</span>' in page.read_text("utf-8")


def test_a_file_that_is_not_drawn_keeps_its_place(tmp_path: Path, library: Library) -> None:
    page = site_with(tmp_path, NOT_DRAWN)

    write_late_sizes(tmp_path, library.strings)
    assert page.read_text("utf-8") == LINK


def test_every_late_download_of_the_page_has_its_place(quick: Built, library: Library) -> None:
    places = {match[2] for match in SIZE_PLACE.finditer((quick.site / "downloads/index.html").read_text("utf-8"))}
    late = {
        file.url
        for output in OUTPUTS.values()
        if output.after_pages and output.is_download
        for file in output.files(library)
    }

    assert len(late) > len(library.packs) and places == late
