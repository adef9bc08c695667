"""One map of names: how a box of a worksheet is called in each form, and what each file says of itself.

Writers take their names from here, and so do the scripts that fill a file or read one that came back. A box's address
is its ``Box.name``: ``community`` for a field that stands alone, ``partners.2.organisation`` (table, row, column) for
one in a table. A row is its number from 1, or its id where its label is printed.

Word
    Address: ``w:tag`` of a content control, at most 64 letters (:func:`word_tag`). Its cell also begins with a bookmark
    (:func:`word_bookmark`), because LibreOffice 7 drops tags. Answer: the text of the table cell that holds the
    control, for nothing else stands in it; blanks are no answer. A date is ``w:date/@w:fullDate``, if that is set. A
    tick is ``w14:checked``, or ☒ in the text. A choice or a scale shows its option; ``w:listItem`` has what is kept
    of it as ``w:value``.
ODT
    Address: a bookmark, which is a point at the start of a table cell. Answer: the text of that cell, for nothing else
    stands in it, paragraph by paragraph. Of a list (``text:drop-down``), the selected label; the first label is a
    prompt and says nothing. A tick is ☒, else ☐.
XLSX, ODS
    Address: a defined name (:func:`cell_name`), such as ``box_partners__2__organisation``. Answer: the cell's value. A
    date is a day's number in XLSX, ``office:date-value`` in ODS. A tick is ✓. Each table has a name of its own, such as
    ``table_partners`` (:func:`table_name`), from its heads to its last row. It grows with rows that somebody puts in
    between; those have no names of their own.
Workbook of the whole project (XLSX, ODS)
    As above, with the worksheet's id before each address: ``partner-map.partners.2.organisation`` is called
    ``box_partner__map__partners__2__organisation``, and its table ``table_partner__map__partners``. Besides,
    ``box_project__community`` is the name of the community. Files of versions up to 1.6 have only ``keep_until`` of
    the questions outside tables.
PDF
    Address: the full name of a field, which is the names of its parents and its own, joined by full stops. Each part
    of the address is a level, because the standard allows no full stop in a name. Answer: ``/V``. That is a text; of a
    choice the option's id, as the page keeps it; of a tick ``/Yes`` or ``/Off``.
CSV
    A line ``label,answer`` for each field. A table comes after a line with its label and one with its columns' labels.
    A text that a spreadsheet would take for a number, a day or a formula begins with U+2060 (word joiner), which is no
    letter of the answer. Up to version 1.4 only what looked like a formula was marked, by an apostrophe.
JSON
    Keys of ``answers``: see js/worksheet/file.js.

What a file says of itself (:func:`identity`) stands under the same four keys in each form, so that a file is known
after it was renamed: in Word and XLSX as custom properties (docProps/custom.xml), in ODF as ``meta:user-defined``, in
PDF in the document information, in CSV as lines at the end, key and value.

Files of versions 1.0 to 1.4 are still about. They have no such keys: their title is the worksheet's, and the address in
their foot line ends in ``worksheets/<id>/``. Besides:

- Word: outside tables, the control stands in a paragraph of its own (style "Answer"). It shows "Write here", "…" or
  "Choose" in grey while ``w:showingPlcHdr`` is set.
- ODT: a pair ``text:bookmark-start`` and ``text:bookmark-end`` stands round a ``text:placeholder``, whose text is
  ``<Write here>`` or ``<…>``. Where somebody typed over it, only the first letter is inside the pair: the answer is the
  text of the whole paragraph, or of the cell.
- XLSX, ODS: tables have no name of their own.
- PDF: the address is the field's one name, full stops and all; so its full name is the same. The value of a choice is
  empty, whatever was chosen, and cannot be read back.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Iterable, Iterator

from macros.models.worksheets import Worksheet
from macros.rendering.colophon import Colophon

WORD_LIMIT = 64  # letters of a control's title and of its tag
WORD_BOOKMARK_LIMIT = 40
FINGERPRINT_DIGITS = 12
KEYS = ("Worksheet", "WorksheetFingerprint", "ToolkitVersion", "Edition")
PROJECT_KEYS = ("ProjectFingerprint", "ToolkitVersion", "Edition")


def identity(worksheet: Worksheet, colophon: Colophon) -> dict[str, str]:
    """What each file of ``worksheet`` says of itself, by the keys in ``KEYS``: id, questions, version, edition."""
    values = (worksheet.id, questions_fingerprint(worksheet), colophon.release.version, colophon.edition.slug)
    return dict(zip(KEYS, values, strict=True))


def project_identity(worksheets: Iterable[Worksheet], colophon: Colophon) -> dict[str, str]:
    """What the workbook of a whole project says of itself, by :data:`PROJECT_KEYS`: questions, version, edition.

    It is no file of one worksheet, so it has none of their first two keys. The first value changes whenever a question
    of any worksheet does.
    """
    ids = " ".join(f"{worksheet.id}:{questions_fingerprint(worksheet)}" for worksheet in worksheets)
    digest = hashlib.sha256(ids.encode()).hexdigest()[:FINGERPRINT_DIGITS]
    return dict(zip(PROJECT_KEYS, (digest, colophon.release.version, colophon.edition.slug), strict=True))


def questions_fingerprint(worksheet: Worksheet) -> str:
    """Twelve digits that change whenever a question, an option, a row or a word of help does; not with the example."""
    sections = [section.model_dump(mode="json", exclude_defaults=True) for section in worksheet.sections]
    text = json.dumps(sections, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:FINGERPRINT_DIGITS]


def parts(name: str) -> tuple[str, ...]:
    """The levels of an address: one, or table, row and column."""
    return tuple(name.split("."))


def word_tag(name: str) -> str:
    """The tag of a box's control. Two that are cut to the same letters are told apart by their order."""
    return name[:WORD_LIMIT]


def word_bookmark(name: str) -> str:
    """The name of the bookmark at the start of a box's cell: as in a spreadsheet, but Word allows 40 letters.

    A longer name keeps its first 31 letters and gets eight digits of its own, its checksum (CRC-32).
    """
    whole = cell_name(name)
    if len(whole) <= WORD_BOOKMARK_LIMIT:
        return whole
    return f"{whole[: WORD_BOOKMARK_LIMIT - 9]}_{zlib.crc32(whole.encode()):08x}"


def word_sum(table: str, column: str) -> str:
    """The name of the bookmark round the sum of a column."""
    return f"sum_{table}_{column}"[:WORD_BOOKMARK_LIMIT]


def cell_name(name: str) -> str:
    """The name of a box's cell: letters, digits and "_" only, and never like a cell ("Q1"), as every program asks."""
    return "box_" + re.sub(r"[^a-z0-9_]", "__", name)


def table_name(table: str, worksheet: str = "") -> str:
    """The name of a table's cells in a spreadsheet, from its heads to its last row.

    In a workbook of several worksheets, ``worksheet`` is the id of the one that it belongs to.
    """
    return f"table_{cell_name(worksheet).removeprefix('box_')}__{table}" if worksheet else f"table_{table}"


def cell_names(names: Iterable[str]) -> dict[str, str]:
    """The name of each box's cell by its address. A name that another box has already ends in ``___2``."""
    taken: dict[str, str] = {}
    for name in names:
        wanted = cell_name(name)
        free = next(free for free in _numbered(wanted) if free not in taken.values())
        taken[name] = free
    return taken


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 1
    while True:
        number += 1
        yield f"{name}___{number}"
