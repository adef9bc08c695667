"""Papers: words to send, say or hand over, with gaps that are filled from what is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from macros.core.validation import StrictModel, rule_error
from macros.models.customisable import Replaceable
from macros.models.pages import Provenance
from macros.models.texts import FieldId, Id, Label, Words, unique, unprintable

GAP_IN_TEXT = re.compile(r"\{([^{}]*)\}")  # {sponsor-name}
PaperKind = Literal["email", "call", "agenda", "letter", "notice", "report", "slides"]


@dataclass(frozen=True)
class KindOfPaper:
    """What all papers of a kind have in common.

    ``is_checked``: somebody checks its facts before it goes out, so they are numbered unless the reader wants none.
    ``slide_lines``: it is shown as slides, with so many lines on each at most.
    """

    has_subject: bool = False
    is_checked: bool = False
    slide_lines: int | None = None


KINDS_OF_PAPER: dict[PaperKind, KindOfPaper] = {
    "email": KindOfPaper(has_subject=True),
    "call": KindOfPaper(),
    "agenda": KindOfPaper(),
    "letter": KindOfPaper(),
    "notice": KindOfPaper(),
    "report": KindOfPaper(is_checked=True),
    "slides": KindOfPaper(is_checked=True, slide_lines=6),  # more cannot be read from the back of a room
}


def _prose(text: str) -> str:
    """Paragraphs with an empty line between them; lines that begin with "- " are a list."""
    if not text.strip():
        raise rule_error("The text is empty.", "Write something, or delete the part.")
    if unprintable(text, "\n"):
        raise rule_error("The text holds a character that cannot be printed.", "Write the line again.")
    return text.strip()


Prose = Annotated[str, AfterValidator(_prose)]


class Slot(StrictModel):
    """A gap. A figure by id fills it; else the answer that ``from`` names, the edition's ``setting``, or a reader.

    ``from`` is ``<worksheet>.<field>``, or ``<worksheet>.<table>.<column>`` for every row of a column, or
    ``<worksheet>.<table>.<row>.<column>`` for one labelled row, or ``project.role``. ``example`` is what stands there
    in the invented story. ``beside`` are columns of the same table, whose answers stand after that of ``from``.
    """

    id: Id
    ask: Words | None = None
    answer: Annotated[str, Field(pattern=r"^[a-z0-9-]+(\.[a-z][a-z0-9_-]*){1,3}$")] | None = Field(
        default=None, alias="from"
    )
    beside: list[FieldId] = Field(default_factory=list)
    setting: Annotated[str, Field(pattern=r"^[a-z_]+(\.[a-z_]+)?$")] | None = None
    figure: Id | None = None
    example: Words | None = None

    @model_validator(mode="after")
    def _filled_one_way(self) -> Slot:
        if self.figure:
            if self.ask or self.answer or self.setting or self.example:
                raise rule_error(
                    f"The gap “{self.id}” has a figure and something else.", "Keep “figure” alone: it prints itself."
                )
        elif self.beside and (self.answer or "").count(".") != 2:
            raise rule_error(
                f"The gap “{self.id}” has “beside” without a column.", "Write “from: worksheet.table.column” with it."
            )
        elif not (self.example and (self.ask or self.setting)):
            raise rule_error(
                f"The gap “{self.id}” does not say what fills it.", "Add “ask”, a question, and an “example”."
            )
        return self


class Part(StrictModel):
    """Some text under a heading. ``notes`` are what the speaker says; ``minutes`` and ``who`` are for agendas.

    ``id`` is by which a council's own headings name the part.
    """

    id: Id | None = None
    title: Words | None = None
    minutes: int | None = Field(default=None, ge=1, le=480)
    who: Words | None = None
    text: Prose
    notes: Prose | None = None


class PaperExample(StrictModel):
    """The invented community that the examples of the gaps speak of."""

    community: Words


class Paper(Replaceable):
    """Words to send, say or hand over. ``step`` is the page that it serves, as a path in docs/."""

    id: str
    title: Label
    purpose: Words
    kind: PaperKind
    step: Words
    who: Words
    minutes: int = Field(ge=1, le=480)
    provenance: Provenance
    adviser: Words | None = None
    subject: Words | None = None
    slots: list[Slot] = Field(default_factory=list)
    parts: list[Part] = Field(min_length=1)
    example: PaperExample

    @property
    def traits(self) -> KindOfPaper:
        """What it has in common with all papers of its kind."""
        return KINDS_OF_PAPER[self.kind]

    def texts(self) -> list[str]:
        """Every text in which a gap may stand."""
        parts = [text for part in self.parts for text in (part.title, part.who, part.text, part.notes)]
        return [text for text in (self.subject, *parts) if text]

    @model_validator(mode="after")
    def _gaps_are_slots(self) -> Paper:
        unique([slot.id for slot in self.slots], "slot")
        unique([part.id for part in self.parts if part.id], "part")
        known = {slot.id for slot in self.slots}
        used = {name for text in self.texts() for name in GAP_IN_TEXT.findall(text)}
        for name in sorted(used - known):
            raise rule_error(f"The text has a gap {{{name}}} that no slot fills.", "Add the slot, or correct its name.")
        for name in sorted(known - used):
            raise rule_error(f"No text has the gap {{{name}}}.", "Use it, or delete the slot.", ("slots",))
        return self

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Paper:
        if self.traits.has_subject != bool(self.subject):
            raise rule_error(
                "An email needs a “subject”, and no other paper may have one.", "Add the line, or delete it."
            )
        if most := self.traits.slide_lines:
            for at, part in enumerate(self.parts):
                lines = part.text.count("\n") + 1
                if not part.title or lines > most:
                    message = f"Slide {at + 1} needs a title and at most {most} lines."
                    raise rule_error(message, "Shorten it, and use “notes” for what is said.", ("parts", at))
        return self


class PaperGroup(StrictModel):
    """Papers that stand together where a reader chooses one."""

    title: Words
    papers: list[Id] = Field(min_length=1)


class PaperGroups(StrictModel):
    """All groups, in order."""

    entries: list[PaperGroup]
