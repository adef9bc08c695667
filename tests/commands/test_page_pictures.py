"""Pictures of printed pages: every page of a PDF is on one of them."""

from __future__ import annotations

from pathlib import Path

import pikepdf
from PIL import Image

from macros.commands.page_pictures import ACROSS, DOWN, GAP, PAGE_WIDTH, draw


def test_every_page_is_on_a_picture(tmp_path: Path) -> None:
    pdf = pikepdf.new()
    for _ in range(ACROSS * DOWN + 1):
        pdf.add_blank_page()
    pdf.save(tmp_path / "book.pdf")
    first, second = draw(tmp_path, tmp_path / "pictures")

    with Image.open(first) as many, Image.open(second) as single:
        assert many.width == single.width == ACROSS * (PAGE_WIDTH + GAP)
        assert many.height == DOWN * single.height
