"""Typing into forms as somebody does it in LibreOffice. It is run by the system's own Python, which has ``uno``.

What it is told is a file of JSON: {"profile": folder, "files": [{"from", "to", "values": {name: {"kind", "text"}}}]}.
"""

from __future__ import annotations

import json
import pathlib
import re
import subprocess
import sys
import time
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]

FILTERS = {"odt": "writer8", "ods": "calc8", "xlsx": "Calc MS Excel 2007 XML", "docx": "MS Word 2007 XML"}
UNTICKED, TICKED = "☐", "☒"


def properties(**values: Any) -> tuple[Any, ...]:
    """Values as the program takes them."""
    result = []
    for name, value in values.items():
        prop = PropertyValue()
        prop.Name, prop.Value = name, value
        result.append(prop)
    return tuple(result)


class Office:
    """A LibreOffice of our own, with a profile of its own."""

    def __init__(self, profile: str) -> None:
        pipe = f"typing{time.time_ns()}"
        self.process = subprocess.Popen(
            [
                "soffice",
                "--headless",
                "--norestore",
                f"--accept=pipe,name={pipe};urp;",
                f"-env:UserInstallation=file://{profile}",
            ]
        )
        here = uno.getComponentContext()
        resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
        for _ in range(240):
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except Exception:
                time.sleep(0.25)
        manager = context.ServiceManager
        self.desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        self.dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)

    def send(self, frame: Any, command: str, **values: Any) -> None:
        """What a key or a menu would do."""
        self.dispatcher.executeDispatch(frame, f".uno:{command}", "", 0, properties(**values))

    def fill(self, blank: str, filled: str, values: dict[str, dict[str, str]]) -> int:
        """Type ``values`` and save; how many found their place."""
        suffix = pathlib.Path(blank).suffix[1:]
        document = self.desktop.loadComponentFromURL(f"file://{blank}", "_blank", 0, properties(Hidden=True))
        done = (self.in_writer if suffix == "odt" else self.in_calc)(document, values)
        document.storeToURL(f"file://{filled}", properties(FilterName=FILTERS[pathlib.Path(filled).suffix[1:]]))
        document.close(True)
        return done

    def in_calc(self, document: Any, values: dict[str, dict[str, str]]) -> int:
        """Type into the cell with each name."""
        controller, names, done = document.CurrentController, document.NamedRanges, 0
        for name, value in values.items():
            cell = "box_" + re.sub(r"[^a-z0-9_]", "__", name)
            if names.hasByName(cell):
                controller.select(names.getByName(cell).ReferredCells)
                self.send(controller.Frame, "EnterString", StringName=value["text"])
                done += 1
        return done

    def in_writer(self, document: Any, values: dict[str, dict[str, str]]) -> int:
        """Type where each bookmark stands; choose in the list that stands there."""
        controller, done = document.CurrentController, 0
        lists = self._lists(document)
        for name, value in values.items():
            if not document.Bookmarks.hasByName(name):
                continue
            anchor = document.Bookmarks.getByName(name).Anchor
            field = next((field_list for field_list in lists if self._beside(anchor, field_list)), None)
            if field is not None:
                field.SelectedItem = TICKED if value["kind"] == "tick" else value["text"]
            else:
                controller.ViewCursor.gotoRange(anchor.End, False)
                for at, line in enumerate(value["text"].split("\n")):
                    if at:
                        self.send(controller.Frame, "InsertPara")
                    self.send(controller.Frame, "InsertText", Text=line)
            done += 1
        return done

    @staticmethod
    def _lists(document: Any) -> list[Any]:
        fields, lists = document.TextFields.createEnumeration(), []
        while fields.hasMoreElements():
            field = fields.nextElement()
            if field.supportsService("com.sun.star.text.TextField.DropDown"):
                lists.append(field)
        return lists

    @staticmethod
    def _beside(anchor: Any, field: Any) -> bool:
        """Whether a list stands in the same cell as a bookmark."""
        there, here = field.Anchor.Text, anchor.Text
        return bool(there == here)


def main() -> None:
    """Fill every file, and say how many answers were typed into each."""
    job = json.loads(pathlib.Path(sys.argv[1]).read_text("utf-8"))
    office = Office(job["profile"])
    try:
        print(json.dumps([office.fill(file["from"], file["to"], file["values"]) for file in job["files"]]))
    finally:
        try:
            office.desktop.terminate()
        except Exception:
            office.process.kill()


main()
