"""What tests ask of the pictures on an open page: scripts that answer for each sheet, by its id."""

from __future__ import annotations

EACH = "Object.fromEntries([...document.querySelectorAll('section')].map((sheet) => [sheet.id, ask(sheet)]))"
VISIBLE = "const visible = (one) => one.checkVisibility({ visibilityProperty: true }) && one.clientWidth > 0;"
DRAWN = f"""(drawings) => {{
    const marks = ["x", "y", "width", "cx", "rx", "x1", "y2"];
    const read = (one) => [one.tagName, one.textContent, ...marks.map((name) => Number(one.getAttribute(name)))];
    const ask = (sheet) => drawings.map((drawing) => ({{
        marks: [...sheet.querySelectorAll(`:is(${{drawing}}) > :not(title)`)].map(read),
        labels: [...sheet.querySelectorAll(drawing)].map((svg) => svg.getAttribute("aria-label")),
    }}));
    return {EACH};
}}"""
# Whether the hint is there, and the markup of what is drawn.
HINTS = f"""(live) => {{
    {VISIBLE}
    const ask = (sheet) => [
        visible(sheet.querySelector(".picture__hint")),
        [...sheet.querySelectorAll(live)].map((svg) => svg.innerHTML).join(""),
    ];
    return {EACH};
}}"""
STOPS = "[...document.querySelectorAll('figure, figure *')].filter((one) => one.tabIndex >= 0).length"
NAMES = "(all) => all.map((one) => one.getAttribute('aria-label'))"
# How large the letters of each drawing are that is seen, and how wide the page is.
LETTERS = f"""() => {{
    const ask = (sheet) => [...sheet.querySelectorAll("svg")].filter((one) => one.clientWidth).map((one) =>
        14 * one.getBoundingClientRect().width / one.viewBox.baseVal.width);
    return [{EACH}, document.documentElement.scrollWidth];
}}"""
# How many pictures of the example are seen, and how many frames for what a script would draw.
SEEN = f"""() => {{
    {VISIBLE}
    const ask = (sheet) => [".example svg", "form figure"].map(
        (place) => [...sheet.querySelectorAll(place)].filter(visible).length,
    );
    return {EACH};
}}"""
