"""What WeasyPrint leaves out of fields that people fill in, so that every viewer shows and prints the same.

Each field gets a font that has all letters of Latin scripts, one size of letters with a limit that keeps them inside
the box, an appearance of its own, and a full name made of levels. Names of entries: PDF 1.7, 12.7.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.documents.answer_names import parts
from macros.documents.pdf_form.font import embed, usual_width, width

if TYPE_CHECKING:
    import pikepdf

# PDFium looks for a letter outside Latin-1 in the field's own font only where that goes by one of five names, such as
# this one. By any other it takes a font of the computer, and where there is none the letter is gone.
TICK_FONT = "/Webdings"
LINES, ONE_LINE = 1 << 12, 0  # flags of a text field
FIELD_SIZES = (10.0, 9.0, 8.0)  # points
SMALLER = (7.0,)  # in a column of a table
WIDEST_IN_COLUMN = 250.0  # points: a field that is wider does not stand in a column
SMALLEST_LIST = 6.0
FIELD_LEADING = 1.35  # what pdf.js gives a line; the others give less
BESIDE, ABOVE = 3.0, 2.0  # points between a letter and the edge
WRAPPED = 0.86  # of a line, on average, is used before a word goes to the next
ENOUGH = 600  # letters: where fewer fit, they are drawn smaller
ARROW = 14.0  # points, of a list's arrow


@dataclass(frozen=True)
class Room:
    """How much can be typed: the size of letters in points, and how many fit."""

    size: float
    letters: int


def complete_fields(document: pikepdf.Pdf, limit: str) -> None:
    """Complete every field of ``document``.

    ``limit`` is a sentence with ``{letters}``, which is added to what a text field is called.
    """
    import pikepdf

    if "/AcroForm" not in document.Root:
        return
    form = document.Root.AcroForm
    font = embed(document)
    form.DR = pikepdf.Dictionary(Font=pikepdf.Dictionary({TICK_FONT: font}))
    form.DA = pikepdf.String(_look(FIELD_SIZES[0]))
    if "/NeedAppearances" in form:
        del form["/NeedAppearances"]  # a viewer that draws fields anew loses ticks, or draws letters of its own size
    levels = _Levels(document)
    for page in document.pages:
        for field in page.get("/Annots", []):
            if "/FT" in field:
                PDF_FIELDS[str(field.FT)](document, field, font, limit)
                levels.put(field)
    form.Fields = levels.top


def room_for(wide: float, high: float, several_lines: bool) -> Room:
    """How much fits into a box of this size in points, in the largest letters in which that is enough."""
    if not several_lines:
        return Room(FIELD_SIZES[0], int(_a_line(wide, FIELD_SIZES[0])))
    sizes = FIELD_SIZES if wide > WIDEST_IN_COLUMN else FIELD_SIZES + SMALLER
    rooms = [Room(size, _fitting(wide, high, size)) for size in sizes]
    return next((room for room in rooms if room.letters >= ENOUGH), rooms[-1])


def _fitting(wide: float, high: float, size: float) -> int:
    lines = max(1, int((high - 2 * ABOVE) / (size * FIELD_LEADING)))
    return int(lines * _a_line(wide, size) * WRAPPED)


def _a_line(wide: float, size: float) -> float:
    return (wide - 2 * BESIDE) / (usual_width() * size)


def _look(size: float) -> str:
    return f"0 g {TICK_FONT} {size:g} Tf"


def _size_of(field: pikepdf.Object) -> tuple[float, float]:
    left, bottom, right, top = (float(edge) for edge in field.Rect)
    return abs(right - left), abs(top - bottom)


def _text(document: pikepdf.Pdf, field: pikepdf.Object, font: pikepdf.Object, limit: str) -> None:
    import pikepdf

    room = room_for(*_size_of(field), bool(int(field.get("/Ff", ONE_LINE)) & LINES))
    field.DA = pikepdf.String(_look(room.size))
    field.MaxLen = room.letters
    name = str(field.TU)
    stop = "" if name[-1:] in ".?!:" else "."
    field.TU = pikepdf.String(f"{name}{stop} {limit.format(letters=room.letters)}")
    _empty(document, field, font)


def _list(document: pikepdf.Pdf, field: pikepdf.Object, font: pikepdf.Object, _limit: str) -> None:
    import pikepdf

    wide, _ = _size_of(field)
    longest = max(width(str(shown)) for _value, shown in field.Opt)
    size = max(SMALLEST_LIST, min(FIELD_SIZES[1], (wide - ARROW - 2 * BESIDE) / (longest or 1)))
    field.DA = pikepdf.String(_look(round(size, 1)))
    _empty(document, field, font)


def _tick(_document: pikepdf.Pdf, field: pikepdf.Object, _font: pikepdf.Object, _limit: str) -> None:
    import pikepdf

    field.DA = pikepdf.String("0 g /ZaDb 0 Tf")
    field.MK = pikepdf.Dictionary(CA=b"4")  # the tick among the dingbats; the box is drawn on the page


PDF_FIELDS: dict[str, Callable[[pikepdf.Pdf, pikepdf.Object, pikepdf.Object, str], None]] = {
    "/Tx": _text,
    "/Ch": _list,
    "/Btn": _tick,
}


def _empty(document: pikepdf.Pdf, field: pikepdf.Object, font: pikepdf.Object) -> None:
    """The appearance of a field in which nothing stands, with the font for what will. The box is drawn on the page."""
    import pikepdf

    wide, high = _size_of(field)
    shown = pikepdf.Stream(document, b"/Tx BMC EMC")
    shown.Type, shown.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    shown.BBox = [0, 0, round(wide, 2), round(high, 2)]
    shown.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary({TICK_FONT: font}))
    field.AP = pikepdf.Dictionary(N=document.make_indirect(shown))
    field.BS = pikepdf.Dictionary(W=0, S=pikepdf.Name.S)


class _Levels:
    """Fields in the order in which they are put, each under the fields that its name names first."""

    def __init__(self, document: pikepdf.Pdf) -> None:
        import pikepdf

        self.document = document
        self.top = pikepdf.Array()
        self._known: dict[tuple[str, ...], pikepdf.Object] = {}

    def put(self, field: pikepdf.Object) -> None:
        """Give ``field`` its place, and only the last part of its name."""
        import pikepdf

        *above, last = parts(str(field.T))
        field.T = pikepdf.String(last)
        parent = self._parent(tuple(above))
        if parent is None:
            self.top.append(field)
        else:
            field.Parent = parent
            parent.Kids.append(field)

    def _parent(self, names: tuple[str, ...]) -> pikepdf.Object | None:
        import pikepdf

        if not names:
            return None
        if names not in self._known:
            level = self.document.make_indirect(pikepdf.Dictionary(T=pikepdf.String(names[-1]), Kids=pikepdf.Array()))
            parent = self._parent(names[:-1])
            if parent is None:
                self.top.append(level)
            else:
                level.Parent = parent
                parent.Kids.append(level)
            self._known[names] = level
        return self._known[names]
