"""Pictures of printed pages, many on a sheet, to look at what a change did to paper: for the checks on GitHub.

python -m macros.commands.page_pictures site/downloads pictures
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image

# One of each kind: all of them look alike.
WHOLE_DOCUMENTS = ("book.pdf", "book-large-print.pdf", "checklists.pdf", "checklists-folded.pdf", "stage-map-a3.pdf")
DOCUMENT_KINDS = ("packs/*.pdf", "steps/*.pdf", "worksheets/*.pdf", "examples/*.pdf")
ACROSS, DOWN = 6, 4
PAGE_WIDTH = 330  # pixels: as wide as each page
GAP, GREY = 6, 140


def sheets(pdf: Path) -> Iterator[Image.Image]:
    """The pages of ``pdf`` in grey, as they come from a printer, :data:`ACROSS` by :data:`DOWN` on each picture."""
    with pypdfium2.PdfDocument(pdf) as document:
        for first in range(0, len(document), ACROSS * DOWN):
            pages = [document[at] for at in range(first, min(first + ACROSS * DOWN, len(document)))]
            drawn = [page.render(scale=PAGE_WIDTH / page.get_width()).to_pil().convert("L") for page in pages]
            high = max(page.height for page in drawn)
            rows = -(-len(drawn) // ACROSS)
            sheet = Image.new("L", (ACROSS * (PAGE_WIDTH + GAP), rows * (high + GAP)), GREY)
            for at, page in enumerate(drawn):
                sheet.paste(page, (at % ACROSS * (PAGE_WIDTH + GAP), at // ACROSS * (high + GAP)))
            yield sheet


def draw(downloads: Path, to: Path) -> list[Path]:
    """Draw the pictures of what is in ``downloads`` into the folder ``to``. Returns their files."""
    to.mkdir(parents=True, exist_ok=True)
    chosen = [downloads / name for name in WHOLE_DOCUMENTS] + [
        min(downloads.glob(kind), default=Path()) for kind in DOCUMENT_KINDS
    ]
    pictures = []
    for pdf in chosen:
        if not pdf.is_file():
            continue
        for number, sheet in enumerate(sheets(pdf), 1):
            pictures.append(to / f"{pdf.parent.name}-{pdf.stem}-{number:02}.png")
            sheet.save(pictures[-1], optimize=True)
    return pictures


if __name__ == "__main__":
    print(f"{len(draw(Path(sys.argv[1]), Path(sys.argv[2])))} pictures")
