"""A file that is brought in is read up to a bound, whatever it claims: so many parts and cells, and no more."""

from __future__ import annotations

import io
import json
import re
import zipfile

import pytest

from macros.content.library import Library
from macros.paths import SCRIPT_FILES
from tests.support.scripts import loaded, run

BYTES = "Uint8Array.from(given.content, (letter) => letter.charCodeAt(0))"
DECODER = """
globalThis.TextDecoder = class {
  decode(bytes) { return Array.from(bytes, (at) => String.fromCharCode(at)).join(""); }
};
"""
MOST_PARTS, MOST_CELLS, MOST_FIELDS = 2000, 200_000, 20_000


def archive(parts: dict[str, bytes]) -> str:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zip_file:
        for name, content in parts.items():
            zip_file.writestr(name, content)
    return out.getvalue().decode("latin-1")


def unpacked(parts: dict[str, bytes]) -> object:
    """How many parts the script reads, or what it says is wrong."""
    body = f"try {{ return module.textParts({BYTES}, () => true).size; }} catch (error) {{ return error.message; }}"
    return run("bring-in/zip.js", body, content=archive(parts))


@pytest.mark.parametrize(("count", "outcome"), [(MOST_PARTS, MOST_PARTS), (MOST_PARTS + 1, "bomb")])
def test_an_archive_may_have_so_many_parts_and_not_one_more(count: int, outcome: object) -> None:
    assert unpacked({f"{number}.xml": b"" for number in range(count)}) == outcome


def test_what_all_parts_unpack_into_counts_and_not_each_alone() -> None:
    small, just_below = {"a.xml": b"\0" * 2_000_000}, {"b.xml": b"\0" * 29_000_000}

    assert unpacked(small) == 1
    assert unpacked({**small, **just_below}) == "bomb"


def test_of_a_csv_file_so_many_cells_are_read_and_no_more() -> None:
    body = f"{DECODER} return module.fromCsv({BYTES}).blocks[0].rows.reduce((sum, row) => sum + row.length, 0);"

    assert run("bring-in/csv.js", body, content="x\n" * 1000) == 1001
    assert run("bring-in/csv.js", body, content="x\n" * (MOST_CELLS + 5000)) == MOST_CELLS + 1


def fields_read(count: int) -> object:
    """How many fields of a PDF form with ``count`` of them the script reads, or what it says is wrong."""
    fields = "".join(f"<</T(f{number})/FT/Tx/V(x)>>" for number in range(count))
    content = f"%PDF-1.7\n1 0 obj\n<</Type/Catalog/AcroForm<</Fields[{fields}]>>>>\nendobj\ntrailer\n<</Root 1 0 R>>\n"
    engine = loaded("bring-in/pdf.js")
    engine.run(f"""const given = {json.dumps({"content": content})};
      need("bring-in/pdf.js").fromPdf({BYTES})
        .then(({{ named }}) => named.size, (error) => error.message)
        .then((outcome) => (globalThis.outcome = outcome));""")
    return engine.run("return outcome;")  # what a promise leads to is done before the next run


@pytest.mark.parametrize(("count", "outcome"), [(MOST_FIELDS, MOST_FIELDS), (MOST_FIELDS + 1, "too_many_fields")])
def test_a_pdf_form_may_have_so_many_fields_and_of_one_more_nothing_is_read(count: int, outcome: object) -> None:
    assert fields_read(count) == outcome


def test_each_reason_why_a_file_is_not_read_has_its_sentence(library: Library) -> None:
    scripts = [path.read_text("utf-8") for path in (SCRIPT_FILES / "bring-in").glob("*.js")]
    reasons = {reason for text in scripts for reason in re.findall(r"(?:new Unreadable|refuse)\(\"(\w+)\"\)", text)}

    assert "too_many_fields" in reasons
    assert reasons - set(library.strings["bring_in"]["wrong"]) == set()
