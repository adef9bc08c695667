"""What is worked out once is drawn as WeasyPrint draws it: the same bytes, of a page that has all that could differ."""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace

import pytest

from macros.paths import VIEWS
from macros.rendering import pdf, quick_lines, quick_sizes, quick_styles
from macros.rendering.pdf import FONTS_ADDRESS, load_weasyprint, to_pdf

pytestmark = pytest.mark.usefixtures("draws")
LONG = "Ring five people today, and ask each of them whom they would ring. " * 3
PICTURE = (
    """<svg viewBox="0 0 90 20" width="90" height="20"><title>A word</title><text x="0" y="12">Word</text></svg>"""
)
PAGE = f"""<!doctype html><html lang="en"><title>x</title><link rel="stylesheet" href="{FONTS_ADDRESS}"><style>
@page {{ size: 120mm 160mm; @top-left {{ content: "Above" }} }}
html {{ font: 12px/1.3 "Atkinson Hyperlegible Next"; --wide: 40% }}
.logical {{ margin-inline-start: 31px; padding-block-end: 7px }}
.rtl {{ direction: rtl; margin-inline-start: 31px }}
.sum {{ width: calc(50% + 9px); line-height: calc(1em + 7px) }}
.part {{ width: var(--wide); padding: 3%; box-sizing: border-box; border: 2px solid; min-width: 10% }}
.shrink {{ float: left; clear: both }} .shrink .part {{ display: block; min-width: 0 }}
.round {{ border: 1px solid; border-radius: 4px 9% }}
.just {{ text-align: justify }}
.far {{ letter-spacing: 2px }}
.cut {{ width: 60px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }}
.split {{ width: 30px; overflow-wrap: anywhere; hyphens: manual }}
.lines {{ white-space: pre-line }}
.flex {{ display: flex }} .flex p {{ flex: 1 }}
.two {{ columns: 2 }}
table {{ border-collapse: collapse; width: 70% }} td, th {{ border: 1px solid; padding: 2px }}
del {{ text-decoration: line-through }}
</style><body><ul><li>Ring five people</li>
<li>Ring five people</li><li class="far">Ring five people</li><li><b>Ring five people</b></li>
<li><a href="https://a.example/">Ring</a></li></ul>
<p class="shrink">Short<span class="part">A</span></p><p class="shrink">Somewhat longer<span class="part">A</span></p>
<p class="logical">{LONG}</p><p class="rtl">{LONG}</p><p class="sum">{LONG}</p><p class="part">{LONG}</p>
<p class="just">{LONG}</p><p class="round">Round</p>
<p class="far">{LONG}</p><p>{LONG}</p><p class="cut">{LONG}</p><p class="cut">{LONG}</p>
<p class="split">Extra\xadordinarily unfathomable</p><p class="lines">One
two</p><div class="flex"><p>One</p><p>Two <del>three</del></p></div><div class="two">{LONG}</div>
<table><tr><th>One<th>Two<tr><td>Ring<td>five people</table>{PICTURE}</body></html>"""


@cache
def plain() -> bytes:
    """The page as WeasyPrint draws it by itself."""
    with pytest.MonkeyPatch.context() as patch:
        weasyprint = load_weasyprint()
        for hurry in ("read_styles_quickly", "size_once", "lay_out_once"):  # which would come again
            patch.setattr(pdf, hurry, lambda *_: None)
        patch.setattr(quick_lines, "letters_of", lambda style: {})
        for module in (weasyprint.css, weasyprint.layout, *vars(weasyprint.layout).values()):
            for name in ("check_math", "resolve_percentages", "resolve_radii_percentages", "strut"):
                if former := getattr(getattr(module, name, None), "__wrapped__", None):
                    patch.setattr(module, name, former)
        layout = weasyprint.text.line_break.Layout
        for name in ("set_text", "deactivate", "reactivate"):
            patch.setattr(layout, name, getattr(layout, name).__wrapped__)
        style = weasyprint.css.ComputedStyle
        patch.setattr(style, "__missing__", style.__missing__.__wrapped__)
        return to_pdf(PAGE)


def test_what_is_drawn_is_what_weasyprint_draws() -> None:
    assert to_pdf(PAGE) == plain()


@pytest.mark.parametrize("left_out", ["letter_spacing", "font_weight"])
def test_letters_that_are_taken_for_others_are_seen(monkeypatch: pytest.MonkeyPatch, left_out: str) -> None:
    monkeypatch.setattr(
        quick_lines, "STYLE_OF_LETTERS", tuple(name for name in quick_lines.STYLE_OF_LETTERS if name != left_out)
    )

    assert to_pdf(PAGE) != plain()


def test_a_size_that_is_another_in_each_holder_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick_sizes, "_is_same", lambda *_: True)

    assert to_pdf(PAGE) != plain()


def test_a_side_that_is_called_by_the_way_of_text_is_no_plain_one(monkeypatch: pytest.MonkeyPatch) -> None:
    css = load_weasyprint().css
    blind = SimpleNamespace(**{**vars(css), "PHYSICAL_FUNCTIONS": {}})
    monkeypatch.setattr(css.ComputedStyle, "__missing__", quick_styles.quick_style(blind))

    assert to_pdf(PAGE) != plain()


def test_no_view_has_a_footnote_of_weasyprints_own() -> None:
    """Their styles are left out."""
    styles = [path.read_text("utf-8") for path in VIEWS.rglob("*.css")]

    assert styles and not any("footnote" in style or "note(" in style or "::note-" in style for style in styles)


def test_what_was_drawn_or_is_too_long_is_let_go() -> None:
    laid_out = pdf.lay_out(PAGE)
    style_for, _ = laid_out.holders
    laid_out.to_pdf()
    assert not vars(style_for)

    assert to_pdf(PAGE, at_most=1) == b""
    style_for, _ = pdf._fonts().holders
    assert not vars(style_for)
