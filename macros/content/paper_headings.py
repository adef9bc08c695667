"""A council's own headings for one of the toolkit's papers: its titles, in its order, over the toolkit's words."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field, model_validator

from macros.content.customisation.overlay import OverlayFile
from macros.core.parsing import ParsedFile
from macros.core.problems import ContentError, Problem
from macros.core.suggestions import near
from macros.core.validation import StrictModel, rule_error, validate
from macros.models.papers import GAP_IN_TEXT, Paper, Part, Slot
from macros.models.texts import Id, Words

KEY = "headings"
OWN_GAP = "own-heading-{number}"


class Heading(StrictModel):
    """A heading with the toolkit's ``parts`` under it, or with a gap: the question ``ask`` and an ``example``."""

    title: Words
    parts: list[Id] = Field(default_factory=list)
    ask: Words | None = None
    example: Words | None = None

    @model_validator(mode="after")
    def _has_text(self) -> Heading:
        if GAP_IN_TEXT.search(self.title):
            raise rule_error(f"The heading “{self.title}” has a gap in it.", "Write the words, without { and }.")
        if bool(self.ask) != bool(self.example):
            raise rule_error(
                f"The heading “{self.title}” has only one of a question and an example.",
                "Write both “ask” and “example”.",
            )
        if not self.parts and not self.ask:
            message = f"There is nothing under the heading “{self.title}”."
            raise rule_error(message, "Add “parts”, or “ask” and “example” for a text of your own.")
        return self


class Headings(StrictModel):
    """An edition's file of the same name as the toolkit's paper."""

    headings: list[Heading] = Field(min_length=1)


def has_headings(parsed: ParsedFile) -> bool:
    """Whether a paper's file gives headings to the toolkit's paper, and is no paper itself."""
    return KEY in parsed.keys


def original_of(parsed: ParsedFile, written: OverlayFile) -> str:
    """The toolkit's file under whose words the headings of ``parsed`` stand.

    Raises :class:`ContentError` where the toolkit has no such paper, or the file is the toolkit's own.
    """
    if written.original:
        return written.original
    message = "“headings” is for a file in your edition's folder that has the name of one of the toolkit's papers."
    fix = "Give the file the name of the paper, such as “committee-paper.yml”, or write the whole paper in it."
    raise ContentError([Problem(parsed.file, parsed.line((KEY,)), message, fix)])


def with_headings(paper: Paper, parsed: ParsedFile) -> Paper:
    """The toolkit's ``paper`` under the headings of the edition's file ``parsed``.

    A part that no heading names keeps its title and stands at the end; one without a title stays at the top. So nothing
    of the paper is lost. Raises :class:`ContentError` for parts that are not there or named twice, and for a file that
    has both headings and a text.
    """
    if "parts" in parsed.keys:
        message = "The file says both “headings” and “parts”."
        fix = "Keep “headings” to use the toolkit's words, or “parts” to write the whole paper yourself."
        raise ContentError([Problem(parsed.file, parsed.line((KEY,)), message, fix)])
    headings = validate(Headings, parsed).headings
    known = {part.id: part for part in paper.parts if part.id}
    if problems := list(_problems(headings, known, parsed, paper)):
        raise ContentError(problems)
    named = {name for heading in headings for name in heading.parts}
    first = [part for part in paper.parts if part.id not in named and not part.title]
    last = [part for part in paper.parts if part.id not in named and part.title]
    parts, slots = list(first), list(paper.slots)
    for number, heading in enumerate(headings, 1):
        texts = [known[name].text for name in heading.parts]
        if heading.ask:
            gap = OWN_GAP.format(number=number)
            slots.append(Slot(id=gap, ask=heading.ask, example=heading.example))
            texts.append(f"{{{gap}}}")
        notes = [known[name].notes or "" for name in heading.parts if known[name].notes]
        parts.append(Part(title=heading.title, text="\n\n".join(texts), notes="\n\n".join(notes) or None))
    return paper.model_copy(update={"parts": [*parts, *last], "slots": slots})


def _problems(headings: list[Heading], known: dict[str, Part], parsed: ParsedFile, paper: Paper) -> Iterator[Problem]:
    if not known or paper.kind in ("agenda", "slides"):
        message = f"The paper “{paper.title}” cannot have headings of your own."
        yield Problem(parsed.file, parsed.line((KEY,)), message, "Write the whole paper in your file instead.")
        return
    seen: dict[str, str] = {}
    for at, heading in enumerate(headings):
        for number, name in enumerate(heading.parts):
            line = parsed.line((KEY, at, "parts", number))
            if name not in known:
                listed = ", ".join(known)
                fix = near(name, known) if near(name, known).startswith("Did") else f"Its parts are: {listed}."
                yield Problem(parsed.file, line, f"The paper has no part “{name}”.", fix)
            elif name in seen:
                message = f"The part “{name}” is under “{seen[name]}” already."
                yield Problem(parsed.file, line, message, "Name each part once.")
            seen.setdefault(name, heading.title)
