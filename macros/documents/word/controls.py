"""Content controls of a Word file: one for each box, of the box's kind, with its label as title and its name as tag.

Word allows 64 characters in a control's title and tag.
"""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.text.paragraph import Paragraph

from macros.documents.word.oxml import element
from macros.models.worksheets import Box

LIMIT = 64
MARKS = "MS Gothic"  # Word's own choice for boxes to tick
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def add_control(paragraph: Paragraph, box: Box, label: str, value: str, shown: str) -> None:
    """Put a content control of the box's kind into ``paragraph``. It is called ``label`` and shows ``shown``.

    That is ``value`` in words, or a prompt where that is empty.
    """
    control, properties = element("sdt"), element("sdtPr")
    properties.append(element("alias", val=label[:LIMIT]))
    properties.append(element("tag", val=box.name[:LIMIT]))
    kind = box.field.kind  # type: ignore[attr-defined]
    text = shown
    if not value and kind != "tick":
        properties.append(element("showingPlcHdr"))
    properties.append(_kind_of_control(box, kind, value))
    control.append(properties)
    content, run = element("sdtContent"), element("r")
    if kind == "tick":
        text = "☒" if value else "☐"
        face = element("rPr")
        face.append(element("rFonts", **dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), MARKS)))
        run.append(face)
    if not value and kind != "tick":
        grey = element("rPr")
        grey.append(element("color", val="595959"))
        run.append(grey)
    words = element("t")
    words.text = text
    run.append(words)
    content.append(run)
    control.append(content)
    paragraph._p.append(control)


def _kind_of_control(box: Box, kind: str, value: str) -> Any:
    if kind in ("choice", "scale"):
        made = element("dropDownList")
        for option in box.field.options:  # type: ignore[attr-defined]
            made.append(element("listItem", displayText=option, value=option))
        return made
    if kind == "date":
        made = element("date", **({"fullDate": f"{value}T00:00:00Z"} if value else {}))
        made.append(element("dateFormat", val="d MMMM yyyy"))
        made.append(element("lid", val="en-GB"))
        return made
    if kind == "tick":
        made = OxmlElement("w14:checkbox", nsdecls={"w14": W14})
        for name, state in (("checked", "1" if value else "0"), ("checkedState", "2612"), ("uncheckedState", "2610")):
            part = OxmlElement(f"w14:{name}", nsdecls={"w14": W14})
            part.set(f"{{{W14}}}val", state)
            if name != "checked":
                part.set(f"{{{W14}}}font", MARKS)
            made.append(part)
        return made
    return element("text", multiLine="1") if kind == "long_text" else element("text")
