"""Which colour stands on which, everywhere on the site, and how well each pair can be read.

A test collects every pair of text and ground in the browser, and claims that it is in this list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.core import colour
from macros.core.colour import CONTROL, TEXT

SCHEMES = ("light", "dark")
STAGE_NUMBERS = range(1, len(colour.STAGES) + 1)
GROUNDS = ("paper", "paper-2", "primary-wash", "stage-{}-wash")  # {} is the number of a stage


@dataclass(frozen=True)
class Use:
    """What a colour does on a ground; ``key`` names it in the strings, ``least`` is what WCAG 2.2 AA asks of it."""

    key: str
    least: float
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Measured:
    """One pair in one scheme: the names of its tokens, their colours, and the contrast between them."""

    fore: str
    ground: str
    colours: tuple[str, str]
    ratio: float
    least: float

    @property
    def passes(self) -> bool:
        """Whether the pair can be read."""
        return self.ratio >= self.least


def _on(fore: str, *grounds: str) -> tuple[tuple[str, str], ...]:
    return tuple((fore, ground) for ground in grounds)


USES = (
    Use("text", TEXT, _on("ink", *GROUNDS)),
    Use("quiet", TEXT, _on("ink-2", *GROUNDS)),
    Use("link", TEXT, _on("primary-ink", *GROUNDS)),
    Use("button", TEXT, _on("on-primary", "primary")),
    Use("banner", TEXT, _on("paper", "ink")),
    Use("chip", TEXT, _on("paper", "primary-ink", "stage-{}")),
    Use("stage", TEXT, _on("stage-{}", "paper", "stage-{}-wash")),
    Use("box", CONTROL, _on("control", "paper", "paper-2")),
    Use("mark", CONTROL, _on("accent", "paper", "paper-2")),
    Use("ring", CONTROL, _on("focus", "paper", "paper-2")),
)


def measure(use: Use, pair: tuple[str, str], tokens: dict[str, str]) -> list[Measured]:
    """What ``pair`` measures with the colours ``tokens``: once for each stage, where it speaks of stages."""
    names = dict.fromkeys((pair[0].format(number), pair[1].format(number)) for number in STAGE_NUMBERS)
    measurements = []
    for fore, ground in names:
        colours = tokens[fore], tokens[ground]
        measurements.append(Measured(fore, ground, colours, colour.contrast(*colours), use.least))
    return measurements


def measured(primary: str, accent: str) -> Iterator[Measured]:
    """Every pair in both schemes, for an edition with these two colours."""
    for scheme in SCHEMES:
        tokens = colour.tokens(primary, accent, scheme)
        for use in USES:
            for pair in use.pairs:
                yield from measure(use, pair, tokens)
