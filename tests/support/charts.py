"""What the tests of charts share: a page with a table's boxes and its chart, and the same placed by the build."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from html import escape
from typing import Any, get_args

from playwright.sync_api import Browser, Page, Route

from macros import charts as pictures
from macros.charts.drawing import Plot
from macros.charts.engine import place
from macros.content.library import Library
from macros.core import colour
from macros.models.pictures import Picture
from macros.models.tables import Table
from macros.models.worksheets import Worksheet, example_value, table_boxes
from macros.rendering.views import _environment, render
from tests.conftest import ROOT
from tests.support.contexts import context_of

SITE = "https://toolkit.example/"  # answered from the project's folder: nothing leaves the computer
# The kinds that a table may ask for.
ASKED_FOR = sorted(get_args(model.model_fields["kind"].annotation)[0] for model in get_args(get_args(Picture)[0]))
STYLES = ("fonts", "site", "components", "worksheet", "charts")


def pictured(library: Library) -> list[tuple[Worksheet, Table]]:
    """Every table that has a picture, with its worksheet."""
    return [
        (worksheet, field)
        for worksheet in library.worksheets.values()
        for field in worksheet.fields()
        if isinstance(field, Table) and field.picture
    ]


def of_kind(library: Library, kind: str) -> tuple[Worksheet, Table]:
    """The first table with a picture of ``kind``."""
    return next((sheet, table) for sheet, table in pictured(library) if table.picture and table.picture.kind == kind)


def placed(kind: str, plot: Plot, width: float, words: dict[str, str]) -> list[dict[str, Any]]:
    """The chart that the build places, whole and then in its parts."""
    [chart] = place(kind, plot, [width], words)
    return [asdict(drawing) for drawing in (chart.whole, *chart.parts)]


def still_html(worksheet: Worksheet, table: Table, strings: dict[str, Any], paper: bool = False) -> str:
    """The figure of the example."""
    view = '{% import "worksheet/picture-figure.html" as picture %}{{ picture.still(drawn, t, paper) }}'
    drawn = pictures.still(worksheet, table, strings["pictures"])
    return _environment().from_string(view).render(drawn=drawn, t=strings, paper=paper)


def page_html(pairs: list[tuple[Worksheet, Table]], strings: dict[str, Any]) -> str:
    """A page with each table's boxes in a form of its own, its live picture, and the picture of the example."""
    looks = {scheme: colour.tokens("#005a8c", "#b00060", scheme) for scheme in ("light", "dark")}
    links = "".join(f'<link rel="stylesheet" href="/assets/css/{name}.css">' for name in STYLES)
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Page</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{render('theme/palette.css', **looks)}</style>{links}"
        '<link rel="stylesheet" href="/assets/css/print.css" media="print">'
        '<script type="module">import { watchPictures } from "/assets/js/charts/live.js"; watchPictures();</script>'
        '</head><body><div class="frame"><main class="main"><h1>Pictures</h1>'
        f"{''.join(_sheet_html(worksheet, table, strings) for worksheet, table in pairs)}</main></div></body></html>"
    )


def _sheet_html(worksheet: Worksheet, table: Table, strings: dict[str, Any]) -> str:
    view = '{% import "worksheet/picture-figure.html" as picture %}{{ picture.live(settings, t) }}'
    settings = pictures.settings(table, strings["pictures"])
    live = _environment().from_string(view).render(settings=settings, t=strings)
    names = ["community", *(box.name for part in with_beside(table) for box in table_boxes(part))]
    boxes = "".join(f'<p><input class="field__input" name="{name}" aria-label="{name}"></p>' for name in names)
    return (
        f'<section id="{worksheet.id}"><h2>{escape(worksheet.title)}</h2>'
        f'<form class="worksheet worksheet--landscape">{live}{boxes}</form>'
        f'<div class="example">{still_html(worksheet, table, strings)}</div></section>'
    )


@contextmanager
def opened(browser: Browser, html: str = "", **settings: Any) -> Iterator[Page]:
    """``html`` in a browser, with the site's styles and scripts."""

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(SITE)
        if path == "":
            route.fulfill(body=html or "<!doctype html><title>Empty</title>", content_type="text/html")
        elif (ROOT / "overrides" / path).is_file():
            route.fulfill(path=ROOT / "overrides" / path)
        else:
            route.fulfill(status=404)

    with context_of(browser, **settings) as context:
        context.route("**/*", answer)
        page = context.new_page()
        page.goto(SITE, wait_until="load")
        yield page


def fill(page: Page, pairs: list[tuple[Worksheet, Table]]) -> None:
    """Put each example into its boxes, by name, and wait until the pictures are drawn."""
    script = """(sheets) => {
        for (const [id, values] of Object.entries(sheets)) {
            const form = document.querySelector(`#${id} form`);
            for (const [name, value] of Object.entries(values)) form.elements.namedItem(name).value = value;
            form.dispatchEvent(new Event("input", { bubbles: true }));
        }
    }"""
    page.evaluate(script, {worksheet.id: example(worksheet, table) for worksheet, table in pairs})
    settle(page)


def settle(page: Page) -> None:
    """Wait until each picture can be drawn, and for the frame in which it is."""
    page.wait_for_function("() => !document.querySelector('form figure:not([data-ready])')")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def with_beside(table: Table) -> list[Table]:
    """The table, and the other one that its picture shows."""
    return [table, table.beside] if table.beside else [table]


def example(worksheet: Worksheet, table: Table) -> dict[str, str]:
    """What the example writes in the table, and its community, by box name."""
    boxes = [box for part in with_beside(table) for box in table_boxes(part)]
    values = {box.name: example_value(worksheet, box) for box in boxes}
    return {"community": str(worksheet.example.values["community"]), **values}
