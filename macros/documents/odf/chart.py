"""A chart in an OpenDocument spreadsheet: a document of its own inside the package, with a frame that shows it."""

from __future__ import annotations

from odfdo import Document, Element

from macros.documents.odf.package import node, set_view
from macros.documents.odf.spreadsheet_parts import address
from macros.documents.workbook.model import Sheet

FOLDER = "Chart"  # in the package
KIND = "application/vnd.oasis.opendocument.chart"
HEIGHT = 95.0  # mm


def add_chart(document: Document, sheet: Sheet, look: str) -> Element:
    """Put the chart of ``sheet`` into the package; returns the frame that shows it, to stand in a cell."""
    chart = sheet.chart
    assert chart is not None
    size = {"width": round(sum(sheet.widths) - 5), "height": HEIGHT}
    series = [tuple(address(ref, sheet.name) for ref in pair) for pair in chart.series]
    names = address(chart.names, sheet.name)
    set_view(
        document, f"{FOLDER}/content.xml", "office/open-chart.xml", chart=chart, names=names, series=series, **size
    )
    document.manifest.add_full_path(f"{FOLDER}/", KIND)
    document.manifest.add_full_path(f"{FOLDER}/content.xml", "text/xml")
    frame = {"draw:name": chart.title, "draw:style-name": look, "svg:x": "0mm", "svg:y": "0mm"}
    frame |= {f"svg:{side}": f"{length}mm" for side, length in size.items()}
    link = {"xlink:href": f"./{FOLDER}", "xlink:type": "simple", "xlink:show": "embed", "xlink:actuate": "onLoad"}
    descriptions = [node("svg:title", None, chart.title), node("svg:desc", None, chart.alt)]
    return node("draw:frame", frame, node("draw:object", link), *descriptions)
