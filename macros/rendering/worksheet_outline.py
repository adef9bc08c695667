"""A worksheet as a document: which blocks it has, in which order. Every form draws these, and has no order of its own.

A line for every worksheet is one more function in ``ORDER``. A new kind of block is a class here, and an entry in the
table of each form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from macros.models.fields import Simple
from macros.models.tables import Table
from macros.models.worksheets import Box, Section, Worksheet

Part = Literal["opening", "notices", "body", "closing"]


@dataclass(frozen=True)
class Title:
    """What the document is called. A page has its own heading instead."""

    kind: ClassVar[str] = "title"
    part: ClassVar[Part] = "opening"
    text: str


@dataclass(frozen=True)
class Purpose:
    """What the worksheet is for."""

    kind: ClassVar[str] = "purpose"
    part: ClassVar[Part] = "opening"
    text: str


@dataclass(frozen=True)
class Effort:
    """How long it takes ("About 75 minutes"), and who fills it in."""

    kind: ClassVar[str] = "effort"
    part: ClassVar[Part] = "opening"
    minutes: str
    who: str

    @property
    def line(self) -> str:
        """Both in one line."""
        return f"{self.minutes}. {self.who}."


@dataclass(frozen=True)
class Notice:
    """What must be known before anybody writes; ``title`` is a few words, with their full stop."""

    kind: ClassVar[str] = "notice"
    part: ClassVar[Part] = "notices"
    title: str
    text: str


@dataclass(frozen=True)
class FieldBlock:
    """A field that stands alone."""

    kind: ClassVar[str] = "field"
    field: Simple
    box: Box


@dataclass(frozen=True)
class TableBlock:
    """A table. ``named``: say its label; not where its section has the same. ``section_help``: for its own sheet."""

    kind: ClassVar[str] = "table"
    table: Table
    named: bool
    section_help: str | None


@dataclass(frozen=True)
class SectionBlock:
    """A heading with fields and tables under it; ``number`` counts from 1."""

    kind: ClassVar[str] = "section"
    part: ClassVar[Part] = "body"
    number: int
    section: Section
    blocks: tuple[FieldBlock | TableBlock, ...]

    @property
    def tables(self) -> list[TableBlock]:
        """The tables among the blocks."""
        return [block for block in self.blocks if isinstance(block, TableBlock)]


@dataclass(frozen=True)
class Credit:
    """Whose text this is. A page has it at its foot."""

    kind: ClassVar[str] = "credit"
    part: ClassVar[Part] = "closing"
    text: str


Block = Title | Purpose | Effort | Notice | SectionBlock | Credit


@dataclass(frozen=True)
class Told:
    """What an outline is made from. ``filled``: with the example. ``credit`` is empty where the form has its own."""

    worksheet: Worksheet
    strings: dict[str, Any]  # all interface words
    filled: bool = False
    credit: str = ""


def outline(told: Told) -> list[Block]:
    """The blocks of the document, in order."""
    return [block for blocks in ORDER for block in blocks(told)]


def title(told: Told) -> str:
    """What the document is called."""
    name = told.worksheet.title
    return str(told.strings["documents"]["example_title"]).format(title=name) if told.filled else name


def _title(told: Told) -> Iterator[Block]:
    yield Title(title(told))


def _purpose(told: Told) -> Iterator[Block]:
    yield Purpose(told.worksheet.purpose)


def _effort(told: Told) -> Iterator[Block]:
    minutes = told.strings["worksheet"]["minutes"].format(minutes=told.worksheet.minutes)
    yield Effort(minutes, told.worksheet.who)


def _invented(told: Told) -> Iterator[Block]:
    if told.filled:
        yield Notice(told.strings["worksheet"]["invented"], told.worksheet.example.about)


def _keep(told: Told) -> Iterator[Block]:
    if told.worksheet.keep:
        yield Notice(told.strings["worksheet"]["keep_title"], told.worksheet.keep)


def _sections(told: Told) -> Iterator[Block]:
    for number, section in enumerate(told.worksheet.sections, 1):
        yield SectionBlock(number, section, tuple(_field(field, section) for field in section.fields))


def _field(field: Simple | Table, section: Section) -> FieldBlock | TableBlock:
    if isinstance(field, Table):
        return TableBlock(field, field.label != section.title, section.help)
    return FieldBlock(field, Box(field.id, field))


def _credit(told: Told) -> Iterator[Block]:
    if told.credit:
        yield Credit(told.credit)


ORDER: list[Callable[[Told], Iterator[Block]]] = [_title, _purpose, _effort, _invented, _keep, _sections, _credit]
