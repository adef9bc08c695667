"""What stands in a paper, in order and once: every form of it, page, Word, text or slides, only draws these blocks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.content.papers import setting_of
from macros.models.citations import Figure, Source
from macros.models.editions import Edition
from macros.models.papers import GAP_IN_TEXT, Paper, Slot

ITEM = re.compile(r"^- ", re.M)


@dataclass(frozen=True)
class Gap:
    """A place for what only the reader knows. ``prompt`` is the question, ``value`` what is known already."""

    id: str
    prompt: str
    value: str = ""
    many: bool = False  # whether it is filled by all rows of a table's column


Line = list[str | Gap]  # what stands in one paragraph or list item


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph, a list, or what the speaker says; ``lines`` has one line but in a list."""

    kind: str  # "heading", "paragraph", "list" or "notes"
    lines: list[Line]


@dataclass(frozen=True)
class OutlinePart:
    """A part with its heading, its blocks and its notes. ``timing`` is "10 to 25 minutes" in an agenda, else empty."""

    heading: Line
    timing: str
    who: Line
    blocks: list[Block]
    notes: list[Block] = field(default_factory=list)


@dataclass(frozen=True)
class PaperOutline:
    """A whole paper, with what is known filled in."""

    paper: Paper
    subject: Line
    parts: list[OutlinePart]
    gaps: list[Gap]  # in the order of the definition; what is fixed is none


def outline_paper(
    paper: Paper,
    edition: Edition,
    figures: Mapping[str, Figure],
    sources: Mapping[str, Source],
    strings: dict[str, Any],
    example: bool = False,
) -> PaperOutline:
    """The paper for an edition; with the invented story's values where ``example``.

    Figures and settings that the edition has are fixed text; the rest are gaps with their question.
    """
    words = strings["papers"]
    fillings = {slot.id: _filling(slot, edition, figures, sources, words, example) for slot in paper.slots}
    parts, start = [], 0
    for part in paper.parts:
        timing = ""
        if part.minutes:
            timing = words["timing"].format(start=start, end=start + part.minutes)
            start += part.minutes
        parts.append(
            OutlinePart(
                heading=_line(part.title or "", fillings),
                timing=timing,
                who=_line(part.who or "", fillings),
                blocks=_blocks(part.text, fillings),
                notes=_blocks(part.notes or "", fillings),
            )
        )
    gaps = [filling for filling in fillings.values() if isinstance(filling, Gap)]
    return PaperOutline(paper, _line(paper.subject or "", fillings), parts, gaps)


def _filling(
    slot: Slot,
    edition: Edition,
    figures: Mapping[str, Figure],
    sources: Mapping[str, Source],
    words: dict[str, Any],
    example: bool,
) -> str | Gap:
    if slot.figure:
        figure = figures[slot.figure]
        source = sources[figure.source]
        pattern = words["figure_reported" if source.reported else "figure"]
        return str(pattern.format(says=figure.says, by=source.by, when=figure.when))
    if example:
        return slot.example or ""
    if slot.setting and (known := setting_of(edition, slot.setting)):
        return known
    return Gap(slot.id, slot.ask or words["ask_setting"], many=bool(slot.answer and slot.answer.count(".") == 2))


def _line(text: str, fillings: Mapping[str, str | Gap]) -> Line:
    """``text`` with each gap in its place; neighbouring texts are one."""
    line: Line = []
    for at, piece in enumerate(GAP_IN_TEXT.split(text)):
        filling = fillings[piece] if at % 2 else piece
        if isinstance(filling, str) and line and isinstance(line[-1], str):
            line[-1] += filling
        elif filling:
            line.append(filling)
    return line


def _blocks(text: str, fillings: Mapping[str, str | Gap]) -> list[Block]:
    """Paragraphs and lists of ``text``: a paragraph's lines are joined, a list's begin with "- "."""
    blocks = []
    for paragraph in filter(str.strip, re.split(r"\n\s*\n", text)):
        if ITEM.match(paragraph):
            items = [" ".join(item.split()) for item in ITEM.split(paragraph) if item.strip()]
            blocks.append(Block("list", [_line(item, fillings) for item in items]))
        else:
            blocks.append(Block("paragraph", [_line(" ".join(paragraph.split()), fillings)]))
    return blocks


def plain(line: Line) -> str:
    """A line as plain text: a gap is its value, or its question in square brackets."""
    return "".join(piece if isinstance(piece, str) else piece.value or f"[{piece.prompt}]" for piece in line)
