"""What the views of a worksheet are given, the same for the page and for paper."""

from __future__ import annotations

from typing import Any

from macros.tables import Table
from macros.worksheet import Box, Section, Worksheet, example_value, table_boxes


def drawn(worksheet: Worksheet) -> dict[str, Any]:
    """What the worksheet views need beside strings: the worksheet and how to walk its boxes and example."""

    def example(box: Box) -> str:
        return example_value(worksheet, box)

    def rows(table: Table) -> list[dict[str, Any]]:
        labels = {row.id: row.label for row in table.row_labels}
        boxes = list(table_boxes(table))
        result = []
        for key in table.row_keys:
            own = [box for box in boxes if box.row == key]
            result.append({"label": labels.get(key, ""), "boxes": own, "filled": any(map(example, own))})
        return result

    def filled(section: Section) -> bool:
        mine = {field.id for field in section.fields}
        return any(example(box) for box in worksheet.boxes() if (box.table or box.field).id in mine)

    boxes = {box.name: box for box in worksheet.boxes()}
    return {
        "worksheet": worksheet,
        "rows": rows,
        "example": example,
        "filled": filled,
        "box": boxes,
        "prefix": worksheet.id,
    }
