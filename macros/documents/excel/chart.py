"""Charts of an Excel file: native ones, drawn again when a number changes. Black on white, so that they print."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from xlsxwriter import Workbook

from macros.documents.excel.parts import PIXEL, at
from macros.documents.workbook.model import Chart, ChartKind

INK, GREY = "#404040", "#bfbfbf"
FONT_SIZE = {"size": 9}


def insert_chart(workbook: Workbook, worksheet: Any, row: int, chart: Chart) -> None:
    """Put ``chart`` into ``worksheet`` at ``row``, counted from 0."""
    drawn = EXCEL_CHARTS[chart.kind](workbook, chart)
    drawn.set_title({"name": chart.title, "name_font": {"size": 12}, "overlay": False})
    width, height = (round(length / PIXEL) for length in chart.size)
    drawn.set_size({"width": width, "height": height})
    place = {"x_offset": round(chart.left / PIXEL), "object_position": 2, "description": chart.alt}
    worksheet.insert_chart(row, 0, drawn, place)


def _series(chart: Chart) -> list[dict[str, str]]:
    return [
        {"name": f"={at(head)}", "categories": f"={at(chart.names)}", "values": f"={at(numbers)}"}
        for head, numbers in chart.series
    ]


def _bars(workbook: Workbook, chart: Chart) -> Any:
    drawn = workbook.add_chart({"type": "bar"})
    for places in _series(chart):
        look = {"fill": {"color": GREY}, "border": {"color": INK}, "data_labels": {"value": True}, "gap": 60}
        drawn.add_series({**places, **look})
    drawn.set_y_axis({"reverse": True, "num_font": FONT_SIZE})  # the first name on top, as in the table
    drawn.set_legend({"none": True})
    drawn.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    return drawn


def _dates(workbook: Workbook, chart: Chart) -> Any:
    drawn = workbook.add_chart({"type": "scatter", "subtype": "straight_with_markers"})
    marker = {"type": "circle", "size": 7, "fill": {"color": "#ffffff"}, "border": {"color": INK}}
    for places in _series(chart):
        look = {
            "line": {"color": INK, "width": 1.5},
            "marker": marker,
            "data_labels": {"value": True, "position": "above"},
        }
        drawn.add_series({**places, **look})
    axis = {"num_format": "d mmm yyyy", "num_font": {**FONT_SIZE, "rotation": -45}, "label_position": "low"}
    drawn.set_x_axis({**axis, "major_gridlines": {"visible": False}})
    drawn.set_y_axis({"num_font": FONT_SIZE})
    drawn.set_legend({"position": "bottom"})  # it says what the series is called, which somebody writes in a cell
    drawn.show_na_as_empty_cell()
    drawn.show_blanks_as("span")
    return drawn


EXCEL_CHARTS: dict[ChartKind, Callable[[Workbook, Chart], Any]] = {"bars": _bars, "dates": _dates}
