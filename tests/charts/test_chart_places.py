"""Where the shapes of a chart stand: none over another, nothing beyond the edge, and each day where it belongs."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Browser

from macros.charts.drawing import Plot
from macros.charts.engine import kinds
from macros.content.library import Library
from tests.conftest import ROOT
from tests.support.charts import ASKED_FOR, SITE, of_kind, opened, placed
from tests.support.scripts import run

PART = 620  # the height that has room on one page of A4, landscape too
WIDTHS = (272, 390, 519, 520, 680, 1000)
LONG = "The Barking & Dagenham voluntary organisations' network, number"
KINDS = pytest.mark.parametrize("kind", ASKED_FOR)
Rect = tuple[float, float, float, float]


def words_of(library: Library, kind: str) -> dict[str, str]:
    words = library.strings["pictures"]
    return {**words["all"], **words[kind]}


def crowded(kind: str, count: int = 12) -> Plot:
    """Plots that are hard to place: long names, many rows, things that cannot be drawn, other alphabets."""
    options = ["Core", "Wider circle of people who help at times", "Informed"]
    names = [f"{LONG} {number}" for number in range(count)] + ["Ynys Môn", "图书馆", "W" * 90, "🙂 café"]
    rows = []
    for at, name in enumerate([*names * 3, "Without"]):
        chosen = (options * len(names) * 3)[at // len(names)] if name != "Without" else "None of these"
        days = ("2027-02-04", f"2027-{at % 12 + 1:02}-{at % 28 + 1:02}") if at % 5 else ("", "2027-02-30")
        rows.append({"label": name, "ring": chosen, "level": chosen, "group": chosen, "start": days[0], "end": days[1]})
        rows[-1]["value"] = ["12", "3.5", "-2", "many", ""][at % 5]
        rows[-1] |= {"day": days[1], "people": ["3", "20", ""][at % 3], "better": chosen, "limits": name}
    roles = {"scores": ("value",), "rings": ("ring",), "levels": ("level",), "timeline": ("start", "end", "group")}
    roles["changes"] = ("day", "value", "people", "better", "limits")
    places = [{role: row[role] for role in ("label", *roles[kind])} for row in rows]
    return Plot(places, [] if kind == "scores" else options, 15 if kind == "scores" else None, LONG)


def frames(drawing: dict[str, Any]) -> list[Rect]:
    """Left, top, right and bottom of everything that stands on a ring."""
    overlaps = []
    for mark in drawing["marks"]:
        if mark["look"] in ("plate", "centre", "ring-name"):
            overlaps.append((mark["x"], mark["y"], mark["x"] + mark["width"], mark["y"] + mark["height"]))
        if mark["look"] in ("dot", "middle"):
            cx, cy, rx, ry = mark["cx"], mark["cy"], mark["rx"], mark["ry"]
            overlaps.append((cx - rx, cy - ry, cx + rx, cy + ry))
    return overlaps


def overlaps(boxes: list[Rect]) -> list[tuple[Rect, Rect]]:
    return [
        (box, other)
        for box, other in combinations(boxes, 2)
        if box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
    ]


def test_every_kind_that_a_table_may_ask_for_can_be_drawn_and_has_its_words(library: Library) -> None:
    assert set(ASKED_FOR) == kinds() == set(library.strings["pictures"]) - {"hint", "all"}
    for kind in ASKED_FOR:
        assert of_kind(library, kind), f"no worksheet has a picture of the kind {kind}"


def test_a_page_can_fetch_every_kind() -> None:
    text = (ROOT / "overrides/assets/js/charts/loaded.js").read_text("utf-8")

    assert {line.split(":")[0].strip() for line in text.splitlines() if "async () =>" in line} == kinds()


@pytest.mark.parametrize("count", [1, 5, 12])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_covers_another_on_rings_however_long_the_names(library: Library, width: int, count: int) -> None:
    rows = [
        {"label": f"{LONG} {at}", "ring": ring} for ring in ("Core", "Wider", "Informed", "Far") for at in range(count)
    ]
    for rings in (["Core"], ["Core", "Wider"], ["Core", "Wider", "Informed", "Far"]):
        plot = Plot([row for row in rows if row["ring"] in rings], rings, None, LONG)
        drawing = placed("rings", plot, width, words_of(library, "rings"))[0]
        shown = " ".join(mark["words"] for mark in drawing["marks"] if mark["shape"] == "text").replace(" ", "")
        assert overlaps(frames(drawing)) == []
        assert all(left >= 0 and right <= width for left, _, right, _ in frames(drawing))
        assert shown.count(LONG.replace(" ", "")) >= count * len(rings), "a name is missing"


def test_the_check_for_overlaps_finds_one() -> None:
    assert overlaps([(0, 0, 10, 10), (9, 9, 20, 20), (10, 0, 20, 9)]) == [((0, 0, 10, 10), (9, 9, 20, 20))]


def test_no_text_is_wider_than_its_room(browser: Browser, library: Library) -> None:
    """Measured in the browser, in the site's typeface."""
    script = """async ([cases]) => {
        const { SIZE } = await import("/assets/js/charts/text-metrics.js");
        const { toSvg } = await import("/assets/js/charts/svg.js");
        const { KINDS: made } = await import("/assets/js/charts/registry.js");
        const side = (one) => { const box = one.getBBox(); return [one.textContent, box.x, box.x + box.width]; };
        const measured = async ([kind, width, plot, words]) => {
            const svg = toSvg(made[kind](plot, width, words));
            svg.style.cssText = `font: 700 ${SIZE}px "Atkinson Hyperlegible Next", sans-serif`;
            document.querySelector("#here").replaceChildren(svg);
            await document.fonts.load(svg.style.font);
            return [...svg.querySelectorAll("text")].map(side);
        };
        const all = [];
        for (const one of cases) all.push(await measured(one));
        return [all, document.fonts.check(`700 ${SIZE}px "Atkinson Hyperlegible Next"`)];
    }"""
    cases = [
        (kind, width, asdict(crowded(kind)), words_of(library, kind)) for kind in ASKED_FOR for width in (272, 680)
    ]
    with opened(browser, f'<link rel="stylesheet" href="{SITE}assets/css/fonts.css"><div id="here"></div>') as page:
        measured, has_typeface = page.evaluate(script, [cases])

    assert has_typeface and len(measured) == len(cases) == 2 * len(ASKED_FOR)
    for (kind, width, *_), boxes in zip(cases, measured, strict=True):
        assert len(boxes) > 20, (kind, width)
        assert [box for box in boxes if box[1] < -1 or box[2] > width + 1] == [], (kind, width)


@KINDS
@pytest.mark.parametrize("width", [272, 680])
def test_parts_have_room_on_a_page_and_keep_every_shape(library: Library, kind: str, width: int) -> None:
    whole, *parts = placed(kind, crowded(kind), width, words_of(library, kind))
    if kind == "levels":  # a step is never cut, so a full one may be higher than a page
        assert len(parts) > 1
    else:
        assert len(parts) > 1 and all(part["height"] <= max(PART, 0.9 * width) for part in parts)
    assert sum(len(part["marks"]) for part in parts) == len(whole["marks"])
    for part in parts:
        feet = [mark["y"] + mark.get("height", 0) for mark in part["marks"] if "y" in mark]
        assert min(feet) >= 0 and max(feet) <= part["height"], "a shape lies across the end of a page"


def test_scores_are_in_order_and_bars_as_long_as_their_score(library: Library) -> None:
    rows = [{"label": name, "value": value} for name, value in (("a", "5"), ("b", "10"), ("c", ""), ("d", "10"))]
    drawing = placed("scores", Plot(rows, most=15), 680, words_of(library, "scores"))[0]
    names = [mark["words"] for mark in drawing["marks"] if mark["look"] == "text"]
    bars = [mark["width"] for mark in drawing["marks"] if mark["look"] == "bar"]

    assert names == ["b", "d", "a", "c"]  # equal ones as in the table, and last, in words, what has no score
    assert bars[0] == bars[1] == pytest.approx(2 * bars[2], abs=0.2)


def test_days_are_counted_as_the_calendar_does(library: Library) -> None:
    words = words_of(library, "timeline")
    days = [(date(1999, 12, 1) + timedelta(days=later)).isoformat() for later in range(4000)]
    wrong = ["", "2027-02-29", "2027-13-01", "2027-00-10", "2027-01-00", "27-01-01", "2027-01-01x", "1/2/2027"]
    read = "return given.texts.map((text) => module.readDay(text, given.words)?.number ?? null);"
    numbers = run("charts/days.js", read, texts=days, words=words)

    assert [number - numbers[0] for number in numbers] == list(range(4000))
    assert run("charts/days.js", read, texts=wrong, words=words) == [None] * len(wrong)
    day = run("charts/days.js", "return module.readDay(given.text, given.words).said", text="2028-02-29", words=words)
    assert day == "29 Feb 2028"


def test_a_timeline_says_in_words_what_it_cannot_draw(library: Library) -> None:
    rows = [
        {"label": "backwards", "start": "2027-03-02", "end": "2027-03-01", "group": "Start"},
        {"label": "one day", "start": "2027-03-01", "end": "2027-03-01", "group": ""},
        {"label": "no end", "start": "2027-03-01", "end": "", "group": "Start"},
        {"label": "no days", "start": "", "end": "", "group": "Start"},
        {"label": "half typed", "start": "0002-03-01", "end": "9999-12-31", "group": "Start"},
    ]
    words = words_of(library, "timeline")
    drawing = placed("timeline", Plot(rows, ["Start"]), 680, words)[0]
    shown = [mark["words"] for mark in drawing["marks"] if mark["shape"] == "text"]
    bars = [mark for mark in drawing["marks"] if mark["look"] == "bar"]

    assert len(bars) == 2 and all(bar["width"] >= 3 for bar in bars)
    assert [words[key] in shown for key in ("reversed", "half", "no_dates", "no_group")] == [True] * 4
    assert words["one_day"].format(start="1 Mar 2027") in shown
    assert len(drawing["marks"]) < 100  # years that a half-typed date passes through must not draw thousands of lines
