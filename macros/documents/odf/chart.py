"""Charts in an OpenDocument spreadsheet: each a document of its own inside the package, with a frame that shows it."""

from __future__ import annotations

from odfdo import Document, Element

from macros.documents.odf.package import node, set_view
from macros.documents.odf.spreadsheet_parts import address
from macros.documents.workbook.model import Chart, ChartKind, Sheet

KIND = "application/vnd.oasis.opendocument.chart"
CHART_VIEWS: dict[ChartKind, str] = {"bars": "office/open-chart.xml", "dates": "office/open-chart-dates.xml"}


def add_chart(document: Document, sheet: Sheet, chart: Chart, look: str) -> Element:
    """Put ``chart`` of ``sheet`` into the package; returns the frame that shows it, to stand in a cell."""
    folder = f"Chart{sum(path.endswith('/content.xml') for path in map(str, document.manifest.get_paths())) + 1}"
    width, height = (round(length) for length in chart.size)
    size = {"width": width, "height": height}
    series = [tuple(address(ref, sheet.name) for ref in pair) for pair in chart.series]
    names = address(chart.names, sheet.name)
    set_view(
        document, f"{folder}/content.xml", CHART_VIEWS[chart.kind], chart=chart, names=names, series=series, **size
    )
    document.manifest.add_full_path(f"{folder}/", KIND)
    document.manifest.add_full_path(f"{folder}/content.xml", "text/xml")
    frame = {"draw:name": chart.title, "draw:style-name": look, "svg:x": f"{chart.left:g}mm", "svg:y": "0mm"}
    frame |= {f"svg:{side}": f"{length}mm" for side, length in size.items()}
    link = {"xlink:href": f"./{folder}", "xlink:type": "simple", "xlink:show": "embed", "xlink:actuate": "onLoad"}
    descriptions = [node("svg:title", None, chart.title), node("svg:desc", None, chart.alt)]
    return node("draw:frame", frame, node("draw:object", link), *descriptions)
