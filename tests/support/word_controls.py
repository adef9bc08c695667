"""The controls of a Word file with a reader's answers, and what must stand in them."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from typing import Any

from docx import Document
from docx.oxml.ns import qn


def controls(content: bytes) -> list[Any]:
    return list(Document(io.BytesIO(content)).element.body.iter(qn("w:sdt")))


def tag(control: Any) -> str:
    return str(control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")))


def text(control: Any) -> str:
    """What stands in a control; a line break is a line break."""
    parts = control.find(qn("w:sdtContent")).iter(qn("w:t"), qn("w:br"))
    return "".join("\n" if part.tag == qn("w:br") else part.text or "" for part in parts)


def expected(control: Any, value: Any) -> str:
    if value is True:
        return "☒"
    if re.fullmatch(r"£1,\d{3}\.5", str(value)):
        return f"{value}0"
    if control.find(f"{qn('w:sdtPr')}/{qn('w:date')}") is not None:
        day = date.fromisoformat(value)
        return f"{day.day} {day:%B %Y}"
    return str(value)


def check_answers(content: bytes, blank: bytes, answers: dict[str, Any]) -> None:
    """Every answer is in its control, and all else of the file is as the ``blank`` one has it."""
    in_file = controls(content)
    assert [tag(control) for control in in_file] == [tag(control) for control in controls(blank)]
    for control, (key, value) in zip(in_file, answers.items(), strict=True):
        assert tag(control) == key[:64]
        assert text(control) == expected(control, value), key
        assert control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is None
        assert control.find(f".//{qn('w:color')}") is None
    with zipfile.ZipFile(io.BytesIO(content)) as new, zipfile.ZipFile(io.BytesIO(blank)) as old:
        charts = [part for part in new.namelist() if part.startswith("word/media/chart-")]
        assert new.testzip() is None and [*old.namelist(), *charts] == new.namelist()
        changed = {"word/document.xml"} | ({"word/_rels/document.xml.rels"} if charts else set())
        for part in old.namelist():
            assert part in changed or new.read(part) == old.read(part)
