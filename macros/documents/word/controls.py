"""Content controls of a Word file: one for each box, of the box's kind, with its label as title and its name as tag.

Word allows 64 characters in a control's title and tag.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.text.paragraph import Paragraph

from macros.documents.answer_names import WORD_LIMIT, word_tag
from macros.documents.word.oxml import element
from macros.documents.word.package import BLANK, BLANK_PART
from macros.models.fields import Simple
from macros.models.kinds import ByKind
from macros.models.worksheets import Box

TICK_FONT_IN_WORD = "MS Gothic"  # Word's own choice for boxes to tick
TICKED, UNTICKED = "☒", "☐"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def add_control(paragraph: Paragraph, box: Box, label: str, value: str, shown: str) -> None:
    """Put a content control of the box's kind into ``paragraph``. It is called ``label`` and shows ``shown``.

    That is ``value`` in words. Where it is empty, blanks stand there: they print nothing, and go when somebody types.
    """
    kind = WORD_CONTROLS[box.field.kind]
    control, properties = element("sdt"), element("sdtPr")
    properties.append(element("alias", val=label[:WORD_LIMIT]))
    properties.append(element("tag", val=word_tag(box.name)))
    if not box.table:
        properties.append(element("lock", val="sdtLocked"))  # a row of a table must be free to go
    is_empty = not value and not kind.marks
    if is_empty:
        placeholder = element("placeholder")
        placeholder.append(element("docPart", val=BLANK_PART))
        properties.append(placeholder)
        properties.append(element("showingPlcHdr"))
    properties.append(kind.of(box.field, value))
    control.append(properties)
    content, run = element("sdtContent"), element("r")
    if kind.marks:
        face = element("rPr")
        face.append(element("rFonts", **dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), TICK_FONT_IN_WORD)))
        run.append(face)
    words = element("t")
    words.text = (TICKED if value else UNTICKED) if kind.marks else shown or BLANK
    words.set(SPACE, "preserve")
    run.append(words)
    content.append(run)
    control.append(content)
    paragraph._p.append(control)


def _line(_field: Simple, _value: str) -> Any:
    return element("text")


def _lines(_field: Simple, _value: str) -> Any:
    return element("text", multiLine="1")


def _list(field: Simple, _value: str) -> Any:
    control = element("dropDownList")
    for option, words in zip(field.choice_ids(), field.choices(), strict=True):
        control.append(element("listItem", displayText=words, value=option))
    return control


def _day(_field: Simple, value: str) -> Any:
    control = element("date", **({"fullDate": f"{value}T00:00:00Z"} if value else {}))
    control.append(element("dateFormat", val="d MMMM yyyy"))
    control.append(element("lid", val="en-GB"))
    return control


def _box(_field: Simple, value: str) -> Any:
    control = OxmlElement("w14:checkbox", nsdecls={"w14": W14})
    for name, state in (("checked", "1" if value else "0"), ("checkedState", "2612"), ("uncheckedState", "2610")):
        part = OxmlElement(f"w14:{name}", nsdecls={"w14": W14})
        part.set(f"{{{W14}}}val", state)
        if name != "checked":
            part.set(f"{{{W14}}}font", TICK_FONT_IN_WORD)
        control.append(part)
    return control


@dataclass(frozen=True)
class Control:
    """A kind of control: ``of(field, value)`` makes the element that says so. ``marks``: it shows a box to tick."""

    of: Callable[[Simple, str], Any]
    marks: bool = False


WORD_CONTROLS: ByKind[Control] = ByKind(
    "The Word form",
    {
        "text": Control(_line),
        "long_text": Control(_lines),
        "date": Control(_day),
        "number": Control(_line),
        "money": Control(_line),
        "choice": Control(_list),
        "tick": Control(_box, marks=True),
        "scale": Control(_list),
    },
)
