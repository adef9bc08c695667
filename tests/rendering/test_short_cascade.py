"""The short way to what no rule sets gives the same document as WeasyPrint's own."""

from __future__ import annotations

import pytest
import weasyprint.css

from macros.rendering.pdf import to_pdf
from macros.rendering.short_cascade import shorten

# What is inherited, what begins as CSS has it, and what has rules of its own.
HTML = """<html lang="en"><title>x</title><style>
@page { size: A6; @bottom-left { content: "Foot" } } @page wide { size: A6 landscape }
body { color: #333; line-height: calc(1em + 2pt); direction: rtl; --gap: 4mm }
.logical { margin-inline-start: 9mm; padding-block: var(--gap); border-inline-end: 1pt solid }
.floating { float: left; position: relative; width: calc(50% - 2mm); text-decoration: underline dotted }
.wide { page: wide } table { border-collapse: collapse } td::before { content: "- " }
</style><div class="logical">One <u>two <b>three</b></u><p class="floating">Four</p></div>
<table><tr><td>Five<td>Six</table><div class="wide"><ul><li>Seven</ul></div></html>"""


def test_a_document_is_the_same_by_both_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    short = to_pdf(HTML)
    style = weasyprint.css.ComputedStyle
    monkeypatch.setattr(style, "__missing__", style.__missing__.whole_way)

    assert to_pdf(HTML) == short


def test_the_way_is_shortened_once() -> None:
    to_pdf(HTML)
    once = weasyprint.css.ComputedStyle.__missing__
    shorten(weasyprint.css)

    assert weasyprint.css.ComputedStyle.__missing__ is once
