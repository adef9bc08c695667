"""The site's design: its tokens are on its page, every pair of colours can be read, and no page needs inline styles.

That pages show no other pair is seen by `accessibility/test_each_kind`, where they are open.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from macros.content.library import Library
from macros.core import colour
from macros.rendering.pdf import to_pdf
from macros.rendering.views import render
from macros.theme import design_tokens as design
from macros.theme.contrast_pairs import measured
from tests.conftest import ROOT, Built
from tests.support.accessibility import found
from tests.support.accessibility.pairs import as_hex
from tests.support.contexts import context_of

OVERRIDES = ROOT / "overrides"
STEP = "focus/choose-the-community/"


@pytest.fixture
def built(quick: Built) -> Built:
    return quick


@pytest.fixture
def site(quick_address: str) -> str:
    return quick_address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with context_of(browser, viewport={"width": 1280, "height": 900}) as context:
        yield context.new_page()


def planted(to: Path, css: str) -> Path:
    """The frame's stylesheet, and another that holds ``css``."""
    folder = to / "assets" / "css"
    folder.mkdir(parents=True)
    (folder / "site.css").write_text((OVERRIDES / "assets/css/site.css").read_text("utf-8"), "utf-8")
    (folder / "own.css").write_text(css, "utf-8")
    return to


def test_every_token_in_the_css_is_on_the_page_or_internal(built: Built) -> None:
    shown = (built.site / "adopt/design/index.html").read_text("utf-8")
    named = [token.name for tokens in design.sizes(OVERRIDES).values() for token in tokens]

    assert design.unnamed(OVERRIDES) == set()
    assert len(named) > 12 and [name for name in named if f"--{name}<" not in shown] == []
    assert [name for name in colour.tokens("#000000", "#000000", "dark") if f"--{name}<" not in shown] == []


def test_a_token_that_nobody_shows_is_found(tmp_path: Path) -> None:
    assert design.unnamed(planted(tmp_path, ".x { --odd-gap: 3px; }")) == {"odd-gap"}


def test_every_token_that_is_asked_for_is_set() -> None:
    assert design.unset(OVERRIDES) == set()


def test_a_token_that_nothing_sets_is_found(tmp_path: Path) -> None:
    assert "step-9" in design.unset(planted(tmp_path, ".x { font-size: var(--step-9); }"))


def test_every_component_is_on_the_page_or_says_why_not(built: Built) -> None:
    page = (built.site / "adopt/design/index.html").read_text("utf-8")
    every = design.components(OVERRIDES)

    assert design.unshown(OVERRIDES, page) == set()
    assert len(every) > 40 and set(design.NOT_SHOWN) <= every
    assert {name for name in design.NOT_SHOWN if f'class="{name}"' in page} == set()


def test_a_component_that_nobody_shows_is_found(tmp_path: Path) -> None:
    css = '.odd-box__title, .seen--wide { top: 0.5rem; content: ".no" } /* .nor */'
    folder = planted(tmp_path, "") / "assets/css"
    (folder / "components.css").write_text(css, "utf-8")

    assert design.unshown(tmp_path, '<p class="seen__part">') == {"odd-box"}


def test_what_is_said_for_a_sign_comes_after_the_sign_alone() -> None:
    css = {path.name: path.read_text("utf-8") for path in (OVERRIDES / "assets/css").glob("*.css")}

    assert sum(text.count('/ ""') for text in css.values()) >= 5
    assert {name: signs for name, text in css.items() if (signs := dropped(text))} == {}


def test_a_sign_that_older_browsers_would_drop_is_found() -> None:
    assert dropped('a { content: "x"; content: "x" / ""; } b::after { top: 0; content: "y"/"" }') == ['"y"']
    assert dropped('a { content: "x"; content: "z" / ""; } b { content: attr(a) " / " attr(b) }') == ['"z"']


def dropped(css: str) -> list[str]:
    """What a browser does not draw that knows no ``content: … / …``, since no plain declaration stands before it."""
    without = re.sub(r'"[^"]*"', lambda text: text[0].replace("/", ""), css)  # a slash may itself be drawn
    return [
        sign
        for before, sign in re.findall(r"([^{};]*;)?\s*content: ([^;{}]*?)\s*/\s*[^;{}]*(?=[;}])", without)
        if before.strip() != f"content: {sign};"
    ]


def test_every_size_space_and_shape_says_what_it_is_for(library: Library) -> None:
    named = {token.name for tokens in design.sizes(OVERRIDES).values() for token in tokens}

    assert named == set(library.strings["design"]["tokens"])


def test_every_pair_can_be_read_whatever_colours_an_edition_chooses() -> None:
    chance = random.Random(6)
    choices = [f"#{chance.randrange(1 << 24):06x}" for _ in range(400)]

    weak = {
        (primary, pair.fore, pair.ground, round(pair.ratio, 2))
        for primary, accent in zip(choices, reversed(choices), strict=True)
        if colour.contrast(primary, "#ffffff") >= colour.TEXT  # an edition with a paler one is not built
        for pair in measured(primary, accent)
        if not pair.passes
    }

    assert weak == set()


def test_a_weak_pair_says_so_on_the_page(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = colour.tokens
    weaker = {"ink-2": "#999999", "control": "#d0d0d0"}
    monkeypatch.setattr(colour, "tokens", lambda primary, accent, scheme: {**sound(primary, accent, scheme), **weaker})

    drawn = render("design/design-pairings.html", t=library.strings, rows=design.pairings("#12436d", "#b0560f"))

    assert drawn.count(library.strings["design"]["weak"]) >= 4
    assert "2.8 too weak" in drawn and "1.5 too weak" in drawn


def test_a_pair_that_is_not_in_the_list_is_seen(page: Page) -> None:
    page.goto("about:blank")  # a page of the site may have left its policy
    page.set_content("<body style='background:#fff'><p style='color:#777'>Pale <b style='background:#123'>words</b>")

    assert set(map(as_hex, found(page, "pairs"))) == {("#777777", "#ffffff"), ("#777777", "#112233")}


def test_every_icon_has_one_home_and_a_meaning(library: Library) -> None:
    names = library.strings["design"]["icons"]
    drawn = {name: render("theme/icon.html", name=name) for name in names}
    templates = "".join(path.read_text("utf-8") for path in OVERRIDES.rglob("*.html"))

    assert len(set(drawn.values())) == len(names) and all("/>" in icon for icon in drawn.values())
    assert "<svg" not in templates
    assert {name for name in names if f"config.extra.icons.{name}" not in templates} == set()


def test_every_sign_that_the_css_draws_has_a_meaning(library: Library) -> None:
    css = "".join(path.read_text("utf-8") for path in (OVERRIDES / "assets/css").glob("*.css"))
    signs = {sign for text in re.findall(r'content: "([^"]+)"', css) for sign in text if not sign.isalnum()}

    assert "→" in signs and signs - set(' ()[].,"') <= set(library.strings["design"]["signs"])


def test_no_page_has_a_style_of_its_own(built: Built) -> None:
    by_page = {
        page.relative_to(built.site).as_posix(): styles
        for page in built.pages
        if (styles := inline(page.read_text("utf-8")))
    }

    assert by_page == {}


def test_a_style_in_a_page_is_found() -> None:
    assert inline("<p style='x'>a</p>") and inline('<col\nstyle="width:2%">') and inline("<head><style></style><style>")
    assert not inline("<head><style>a</style></head><p>The word style= is no style.</p>")


def inline(html: str) -> list[str]:
    """Style attributes, and style elements beyond the one with the edition's colours."""
    return re.findall(r"<[^<>]*\sstyle\s*=[^<>]*>", html) + re.findall(r"<style", html)[1:]


def test_columns_are_as_wide_on_paper_as_on_the_page(draws: None) -> None:
    table = '<table style="table-layout:fixed;width:100%"><colgroup><col width="80.0%"><col width="20.0%"></colgroup>'
    pdf = to_pdf(f"<html lang='en'><title>x</title>{table}<tr><td>one</td><td>two</td></tr></table></html>")
    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()

    starts = [text.get_charbox(text.get_text_range().index(word))[0] for word in ("one", "two")]

    assert starts[1] - starts[0] > 0.6 * page.get_width()


def test_the_page_of_the_design_is_not_on_the_page_of_all_pages(built: Built) -> None:
    whole = (built.site / "print_page/index.html").read_text("utf-8")

    assert "adopt-host" in whole and 'id="adopt-design' not in whole and 'href="#adopt-design' not in whole


def test_the_page_of_the_design_fits_a_small_phone_and_asks_for_little(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(site + "adopt/design/", wait_until="networkidle")
    asked = page.evaluate("performance.getEntriesByType('resource').map((entry) => entry.name)")

    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert any(name.endswith(".css") for name in asked) and len({page.url, *asked}) < 14


@pytest.mark.parametrize("path", ["evidence/figures/", "adopt/design/", STEP])
def test_the_page_at_hand_is_in_sight_in_a_long_list_of_pages(page: Page, site: str, path: str) -> None:
    page.goto(site + path)
    at = page.locator(".side [aria-current=page]").bounding_box()

    assert at and at["y"] + at["height"] < 900
    if path == STEP:
        assert page.locator(".side").evaluate("(side) => side.scrollTop") == 0
        check_that_steps_hang_from_the_number_of_their_stage(page)


def check_that_steps_hang_from_the_number_of_their_stage(page: Page) -> None:
    chip = page.locator(".side .nav__item--stage:has(.trail) .chip").bounding_box()
    stop = page.locator(".side .trail__stop").first.evaluate(
        """(stop) => {
          const { left, width } = getComputedStyle(stop, "::before");
          return stop.getBoundingClientRect().left + parseFloat(left) + parseFloat(width) / 2;
        }"""
    )

    assert chip and abs(chip["x"] + chip["width"] / 2 - stop) < 2, "steps hang from the number of their stage"


def test_what_is_chosen_or_dated_in_a_table_has_room(page: Page, site: str) -> None:
    page.goto(site + "worksheets/staged-plan/")
    widths = page.locator(".worksheet-table :is(select, [type=date])").evaluate_all(
        "(all) => all.map((box) => box.offsetWidth)"
    )

    assert len(widths) > 10 and min(widths) > 110


def test_words_in_a_table_on_a_phone_stay_whole(page: Page, site: str) -> None:
    """The words of the narrowest column, as the lines on which they stand."""
    lines = """(all) => all.map((cell) => {
      const words = document.createRange();
      words.selectNodeContents(cell);
      return new Set([...words.getClientRects()].map(({ top }) => Math.round(top))).size;
    })"""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site + "adopt/")
    numbers = page.locator(".main td:last-child").evaluate_all(lines)

    assert len(numbers) == 8 and set(numbers) == {1}


def test_an_answer_longer_than_a_sheet_may_break_on_paper(page: Page, site: str) -> None:
    page.goto(site + "worksheets/partner-map/")
    page.emulate_media(media="print")
    field = page.locator(".worksheet > .worksheet__section > .field").first
    broken = "(field) => getComputedStyle(field).breakInside"
    assert field.evaluate(broken) == "avoid"
    field.evaluate("(field) => field.insertAdjacentHTML('beforeend', '<span class=field__printed>x</span>')")

    assert field.evaluate(broken) == "auto"
