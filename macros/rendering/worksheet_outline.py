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

ABREAST = 4  # fields
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

    @property
    def stands_in_a_row(self) -> bool:
        """Whether its fields fit beside each other: the first section's, which say whose sheet this is."""
        short = [isinstance(block, FieldBlock) and block.field.room() == 1 for block in self.blocks]
        return self.number == 1 and len(short) <= ABREAST and all(short)


@dataclass(frozen=True)
class Credit:
    """Whose text this is. A page has it at its foot."""

    kind: ClassVar[str] = "credit"
    part: ClassVar[Part] = "closing"
    text: str


Block = Title | Purpose | Effort | Notice | SectionBlock | Credit


@dataclass(frozen=True)
class Content:
    """What an outline is made from. ``filled``: with the example. ``credit`` is empty where the form has its own."""

    worksheet: Worksheet
    strings: dict[str, Any]  # all interface words
    filled: bool = False
    credit: str = ""


def outline(content: Content) -> list[Block]:
    """The blocks of the document, in order."""
    return [block for blocks in ORDER for block in blocks(content)]


def answer_lines(worksheet: Worksheet, field: Simple) -> int:
    """How many lines an answer outside a table takes by hand, in a form that does not know where its pages end.

    The last answer of a sheet that lies down has two more: where it stands alone on a page, it fills a quarter of it.
    """
    is_last = worksheet.orientation == "landscape" and field is worksheet.fields()[-1]
    return field.room() + (2 if is_last else 0)


def title(content: Content) -> str:
    """What the document is called."""
    name = content.worksheet.title
    return str(content.strings["documents"]["example_title"]).format(title=name) if content.filled else name


def _title(content: Content) -> Iterator[Block]:
    yield Title(title(content))


def _purpose(content: Content) -> Iterator[Block]:
    yield Purpose(content.worksheet.purpose)


def _effort(content: Content) -> Iterator[Block]:
    minutes = content.strings["worksheet"]["minutes"].format(minutes=content.worksheet.minutes)
    yield Effort(minutes, content.worksheet.who)


def _invented(content: Content) -> Iterator[Block]:
    if content.filled:
        yield Notice(content.strings["worksheet"]["invented"], content.worksheet.example.about)


def _keep(content: Content) -> Iterator[Block]:
    if content.worksheet.keep:
        yield Notice(content.strings["worksheet"]["keep_title"], content.worksheet.keep)


def _sections(content: Content) -> Iterator[Block]:
    for number, section in enumerate(content.worksheet.sections, 1):
        yield SectionBlock(number, section, tuple(_field(field, section) for field in section.fields))


def _field(field: Simple | Table, section: Section) -> FieldBlock | TableBlock:
    if isinstance(field, Table):
        return TableBlock(field, field.label != section.title, section.help)
    return FieldBlock(field, Box(field.id, field))


def _credit(content: Content) -> Iterator[Block]:
    if content.credit:
        yield Credit(content.credit)


ORDER: list[Callable[[Content], Iterator[Block]]] = [_title, _purpose, _effort, _invented, _keep, _sections, _credit]
