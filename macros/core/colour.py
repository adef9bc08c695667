"""Colour tokens for the edition, with contrast computed rather than hoped for.

Contrast is WCAG 2.2's: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

from __future__ import annotations

PAPER = {"light": "#ffffff", "dark": "#14181c"}
INK = {"light": "#15191d", "dark": "#f0f2f4"}
TEXT, CONTROL = 4.5, 3.0
LINK_CONTRAST = {"light": TEXT, "dark": 7.0}  # on a dark ground 4.5 passes, but looks dim
# Stages are told apart by number and word first; the hues only help the eye.
STAGES = ("#0b5c6b", "#6b3d8f", "#8a4b08", "#2a6233")


def channels(colour: str) -> tuple[float, float, float]:
    """``#rrggbb`` as three numbers from 0 to 1."""
    return tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))  # pyrefly: ignore[bad-return]


def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(colour: str, into: str, share: float) -> str:
    """``colour`` with ``share`` (0 to 1) of it replaced by ``into``, as ``#rrggbb``."""
    pairs = zip(channels(colour), channels(into), strict=True)
    return "#" + "".join(f"{round((a + (b - a) * share) * 255):02x}" for a, b in pairs)


def readable(colour: str, on: str, least: float = TEXT) -> str:
    """The colour nearest to ``colour`` that has at least ``least`` contrast on ``on``."""
    towards = "#000000" if luminance(on) > 0.18 else "#ffffff"
    for step in range(101):
        candidate = mix(colour, towards, step / 100)
        if contrast(candidate, on) >= least:
            return candidate
    return towards


def tokens(primary: str, accent: str, scheme: str) -> dict[str, str]:
    """CSS colour tokens (name without dashes to ``#rrggbb``) for ``scheme``, "light" or "dark"."""
    paper, ink = PAPER[scheme], INK[scheme]
    panel = mix(paper, ink, 0.05)
    washes = {"light": 0.93, "dark": 0.82}[scheme]
    # Anything that carries text must read on the panel too, which is the harder of the two backgrounds.
    colours = {
        "paper": paper,
        "paper-2": panel,
        "ink": ink,
        "ink-2": readable(mix(ink, paper, 0.3), panel),
        "rule": mix(paper, ink, 0.16),
        "control": readable(mix(ink, paper, 0.45), panel, CONTROL),
        "primary": primary,
        "on-primary": "#ffffff" if contrast("#ffffff", primary) >= TEXT else "#000000",
        "primary-wash": mix(primary, paper, washes),
        "accent": readable(accent, panel, CONTROL),
        "focus": readable(accent, panel, CONTROL),
    }
    for number, hue in enumerate(STAGES, 1):
        wash = mix(hue, paper, washes)
        colours[f"stage-{number}"] = readable(readable(hue, panel), wash)
        colours[f"stage-{number}-wash"] = wash
    link = readable(primary, panel, LINK_CONTRAST[scheme])
    for wash in [value for name, value in colours.items() if name.endswith("-wash")]:  # links stand on each of them
        link = readable(link, wash)
    colours["primary-ink"] = link
    return colours
