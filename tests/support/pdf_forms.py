"""Typing into PDFs as Chrome and Edge (PDFium) and Firefox (pdf.js) do it, and reading back what is in them."""

from __future__ import annotations

import io
import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from tests.support.builds import ROOT

TYPING = ROOT / "tests/support/pdf_typing.mjs"
Values = Mapping[str, str | bool]


def fields(pdf: pikepdf.Pdf) -> Iterator[tuple[str, int, pikepdf.Object]]:
    """Full name, number of the page and entry of each field that can be filled in."""
    for number, page in enumerate(pdf.pages):
        for field in page.get("/Annots", []):
            if "/FT" in field:
                yield full_name(field), number, field


def full_name(field: pikepdf.Object) -> str:
    names = [str(field.T)] if "/T" in field else []
    return ".".join([full_name(field.Parent), *names] if "/Parent" in field else names)


def rooms(raw: bytes) -> dict[str, int]:
    """How many letters each text field takes, where it says so, by its full name."""
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        return {name: int(field.MaxLen) for name, _, field in fields(pdf) if "/MaxLen" in field}


def answers(raw: bytes) -> dict[str, str]:
    """What is in each field that is not empty, by its full name."""
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        values = {name: str(field.get("/V", "")) for name, _, field in fields(pdf)}
    return {name: value for name, value in values.items() if value not in ("", "/Off")}


def typed_in_pdfium(raw: bytes, values: Values) -> bytes:
    """The file after somebody clicked into each field and typed, chose or ticked, and saved it."""
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        places = {
            name: (page, field.FT, [float(edge) for edge in field.Rect], _options(field))
            for name, page, field in fields(pdf)
        }
    document = pypdfium2.PdfDocument(raw)
    document.init_forms()
    form = document.formenv.raw  # type: ignore[union-attr]
    pages = [document[number] for number in range(len(document))]
    for name, value in values.items():
        number, kind, (left, bottom, right, top), options = places[name]
        page, middle = pages[number].raw, ((left + right) / 2, (bottom + top) / 2)
        pdfium.FORM_OnLButtonDown(form, page, 0, *middle)
        pdfium.FORM_OnLButtonUp(form, page, 0, *middle)
        if kind == "/Tx":
            for letter in str(value):
                pdfium.FORM_OnChar(form, page, ord(letter), 0)
        elif kind == "/Ch":
            pdfium.FORM_SetIndexSelected(form, page, _index(options, str(value)), True)
        pdfium.FORM_ForceToKillFocus(form)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _options(field: pikepdf.Object) -> list[tuple[str, str]]:
    """The id and the words of each option of a list."""
    return [(str(value), str(shown)) for value, shown in field.get("/Opt", [])]


def _index(options: list[tuple[str, str]], chosen: str) -> int:
    """Where the option with this id or these words stands: a viewer shows the words and keeps the id."""
    return next(at for at, option in enumerate(options) if chosen in option)


def typed_in_pdfjs(raw: bytes, values: Values, folder: Path) -> bytes:
    """The file after somebody filled it in with Firefox's viewer and saved it."""
    return all_typed_in_pdfjs([(raw, values)], folder)[0]


def all_typed_in_pdfjs(forms: Sequence[tuple[bytes, Values]], folder: Path) -> list[bytes]:
    """As :func:`typed_in_pdfjs`, for several files: the viewer is started once."""
    given: list[str | Path] = []
    for number, (raw, values) in enumerate(forms):
        blank, filled = folder / f"blank-{number}.pdf", folder / f"filled-{number}.pdf"
        blank.write_bytes(raw)
        given += [blank, filled, json.dumps(values)]
    subprocess.run(["node", TYPING, *given], check=True, capture_output=True, text=True)
    return [path.read_bytes() for path in map(Path, given[1::3])]


def seen_by_poppler(raw: bytes, folder: Path) -> str:
    """All text that poppler draws, that of fields too, with single blanks."""
    path = folder / "seen.pdf"
    path.write_bytes(raw)
    text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout
    return " ".join(text.split())
