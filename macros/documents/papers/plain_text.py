"""A paper as plain text, to paste where nothing else can be pasted."""

from __future__ import annotations

import textwrap

from macros.rendering.colophon import Colophon
from macros.rendering.paper_outline import Block, PaperOutline, plain

LINE_WIDTH = 76  # letters a line: mail programs break longer ones by themselves


def draw(outline: PaperOutline, colophon: Colophon) -> bytes:
    """The paper as UTF-8 text with line ends that Notepad of any Windows shows."""
    words = colophon.strings["papers"]
    paper = outline.paper
    lines = [paper.title.upper(), ""]
    if paper.adviser:
        lines += [textwrap.fill(paper.adviser, LINE_WIDTH), ""]
    if outline.subject:
        lines += [f"{words['subject']}: {plain(outline.subject)}", ""]
    for part in outline.parts:
        head = ". ".join(filter(None, [part.timing, plain(part.heading), plain(part.who)]))
        if head:
            lines += [head, "-" * min(len(head), LINE_WIDTH), ""]
        lines += _blocks(part.blocks)
        if part.notes:
            lines += [f"{words['notes']}:", "", *_blocks(part.notes)]
    lines += ["", textwrap.fill(f"{colophon.version}. {colophon.credit}", LINE_WIDTH)]
    lines += [colophon.is_current] if colophon.is_current else []  # an address that is cut leads nowhere
    return ("\r\n".join("\n".join(lines).split("\n")) + "\r\n").encode("utf-8")


def _blocks(blocks: list[Block]) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        if block.kind == "list":
            lines += [
                textwrap.fill(plain(line), LINE_WIDTH, initial_indent="- ", subsequent_indent="  ")
                for line in block.lines
            ]
        else:
            lines += [textwrap.fill(plain(line), LINE_WIDTH) for line in block.lines]
        lines.append("")
    return lines
