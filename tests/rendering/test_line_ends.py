"""A line is not broken behind its first word for the sake of the blank behind its last one."""

from __future__ import annotations

import pypdfium2
import pytest

from macros.rendering.pdf import FONTS_ADDRESS, to_pdf

STYLE = f"""<link rel="stylesheet" href="{FONTS_ADDRESS}"><style>
p {{{{ width: {{width}}px; font: 16px "Atkinson Hyperlegible Next" }}}}</style>"""
PAGE = f"<!doctype html><html lang='en'><title>x</title>{STYLE}<p>{{words}}</p>"
FULL = 117  # pixels: as wide as the first three words, and not as the blank behind them


def first_line(width: int) -> str:
    html = PAGE.format(width=width, words="Ring five people <a>today</a>")
    with pypdfium2.PdfDocument(to_pdf(html)) as pdf:
        return str(pdf[0].get_textpage().get_text_range()).split("\r\n")[0].strip()


@pytest.mark.parametrize(("width", "line"), [(FULL, "Ring five people"), (FULL - 7, "Ring five")])
def test_a_line_holds_as_many_words_as_fit(draws: None, width: int, line: str) -> None:
    assert first_line(width) == line
