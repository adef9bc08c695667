"""Sizes of boxes in WeasyPrint, in fewer steps: what a style says in pixels is the same for each box that has it."""

from __future__ import annotations

from functools import wraps
from typing import Any

SIZES = (
    *(f"{kind}_{side}" for kind in ("margin", "padding") for side in ("top", "right", "bottom", "left")),
    *("width", "min_width", "max_width", "height", "min_height", "max_height"),
)
BORDERS = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))


def size_once(weasyprint: Any) -> None:
    """Let WeasyPrint work sizes in pixels, and heights of lines, out once for each style."""
    resolve = weasyprint.layout.percent.resolve_percentages
    if getattr(resolve, "sizes_once", False):
        return
    pixels = weasyprint.css.properties.Dimension

    @wraps(resolve)
    def resolve_once(box: Any, containing_block: Any) -> None:
        style = box.style
        known = style.__dict__.get("sizes")
        if known is None:
            resolve(box, containing_block)
            # In a table whose borders collapse, a cell's are its neighbours' too.
            is_same = style["border_collapse"] != "collapse" and all(_is_same(style[name], pixels) for name in SIZES)
            style.sizes = {name: getattr(box, name) for name in (*SIZES, *BORDERS)} if is_same else {}
        elif known:
            getattr(box, "_box", box).__dict__.update(known)
        else:
            resolve(box, containing_block)

    resolve_once.sizes_once = True  # type: ignore[attr-defined]
    put_in_place(weasyprint.layout, "resolve_percentages", resolve, resolve_once)
    strut = weasyprint.text.line_break.strut

    @wraps(strut)
    def strut_once(style: Any) -> Any:
        known = style.__dict__.get("strut")
        if known is None:
            known = style.strut = strut(style)
        return known

    weasyprint.layout.inline.strut = strut_once


def put_in_place(package: Any, name: str, former: Any, new: Any) -> None:
    """Let every module of a ``package`` that calls ``former`` by ``name`` call what is ``new``."""
    for module in vars(package).values():
        if getattr(module, name, None) is former:
            setattr(module, name, new)


def _is_same(value: Any, pixels: Any) -> bool:
    """Whether a size is the same in any holder: it is in pixels, or for the layout to find."""
    return value == "auto" or (type(value) is pixels and value.unit == "px")
