"""Sizes of boxes in WeasyPrint, in fewer steps: what a style says in pixels is the same for each box that has it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from macros.rendering.quick_styles import logical_names

BOX_SIZES = (
    *(f"{kind}_{side}" for kind in ("margin", "padding") for side in ("top", "right", "bottom", "left")),
    *("width", "min_width", "max_width", "height", "min_height", "max_height"),
)
CORNERS = tuple(f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left"))
NO_RULES: dict[str, Any] = {}
BORDERS = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))


def size_once(weasyprint: Any) -> None:
    """Let WeasyPrint work sizes in pixels, and heights of lines, out once for each style."""
    resolve = weasyprint.layout.percent.resolve_percentages
    if getattr(resolve, "sizes_once", False):
        return
    pixels = weasyprint.css.properties.Dimension
    is_plain, plain = _plain_sizes(weasyprint.css)

    @wraps(resolve)
    def resolve_once(box: Any, containing_block: Any) -> None:
        style = box.style
        known = style.__dict__.get("sizes")
        if known is None and is_plain(style):
            known = style.sizes = plain
        if known is None:
            resolve(box, containing_block)
            # In a table whose borders collapse, a cell's are its neighbours' too.
            is_same = style["border_collapse"] != "collapse" and all(
                _is_same(style[name], pixels) for name in BOX_SIZES
            )
            style.sizes = {name: getattr(box, name) for name in (*BOX_SIZES, *BORDERS)} if is_same else {}
        elif known:
            getattr(box, "_box", box).__dict__.update(known)
        else:
            resolve(box, containing_block)

    resolve_once.sizes_once = True  # pyrefly: ignore[missing-attribute]
    put_in_place(weasyprint.layout, "resolve_percentages", resolve, resolve_once)
    weasyprint.layout.background.resolve_radii_percentages = _without_corners(weasyprint)
    strut = weasyprint.text.line_break.strut

    @wraps(strut)
    def strut_once(style: Any) -> Any:
        known = style.__dict__.get("strut")
        if known is None:
            known = style.strut = strut(style)
        return known

    weasyprint.layout.inline.strut = strut_once


def _plain_sizes(css: Any) -> tuple[Callable[[Any], bool], dict[str, Any]]:
    """Sizes of a box whose style says nothing of them, as most do; and what tells whether it says nothing."""
    plain = {name: getattr(value, "value", value) for name in BOX_SIZES for value in [css.INITIAL_VALUES[name]]}
    plain |= dict.fromkeys(("min_width", "min_height", *BORDERS), 0)
    edges = [name.replace("_width", kind) for name in BORDERS for kind in ("_width", "_style")]
    logical = logical_names(css.PHYSICAL_FUNCTIONS)
    says = {"box_sizing", *BOX_SIZES, *edges}.union(*(logical.get(name, ()) for name in (*BOX_SIZES, *edges)))

    def is_plain(style: Any) -> bool:
        if not getattr(style, "cascaded", NO_RULES).keys().isdisjoint(says):
            return False
        is_said = not style.keys().isdisjoint(BOX_SIZES) or any(map(style.get, BORDERS))
        return not is_said and style["border_collapse"] != "collapse"

    return is_plain, plain


def _without_corners(weasyprint: Any) -> Callable[[Any], None]:
    """Ask a style once whether its corners are round: nearly none are."""
    resolve = weasyprint.layout.background.resolve_radii_percentages
    square = (weasyprint.css.INITIAL_VALUES[CORNERS[0]],) * len(CORNERS)
    none = dict.fromkeys(CORNERS, (0, 0))

    @wraps(resolve)
    def resolve_if_round(box: Any) -> None:
        style = box.style
        known = style.__dict__.get("is_square")
        if known is None:
            known = style.is_square = tuple(style[corner] for corner in CORNERS) == square
        if known:
            getattr(box, "_box", box).__dict__.update(none)
        else:
            resolve(box)

    return resolve_if_round


def put_in_place(package: Any, name: str, former: Any, new: Any) -> None:
    """Let every module of a ``package`` that calls ``former`` by ``name`` call what is ``new``."""
    for module in vars(package).values():
        if getattr(module, name, None) is former:
            setattr(module, name, new)


def _is_same(value: Any, pixels: Any) -> bool:
    """Whether a size is the same in any holder: it is in pixels, or for the layout to find."""
    return value == "auto" or (type(value) is pixels and value.unit == "px")
