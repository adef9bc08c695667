"""Each download leads by its code to the page which says whether it is current, or is one of the named exceptions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from macros.content.library import Library
from macros.documents.formats import FORMATS
from macros.documents.output_kinds import OutputFile
from macros.documents.outputs import OUTPUTS, output_files
from macros.documents.papers.formats import PAPER_FORMATS, forms_of
from macros.documents.store import CURRENT_PAGE, Documents
from macros.rendering.paper_outline import outline_paper
from macros.rendering.pdf import to_pdf
from macros.rendering.qr import qr_code
from tests.support.builds import ADDRESS, Built
from tests.support.qr_codes import Code, codes_of_package, codes_of_pdf, faults

# Which sheet a download of each kind is, as its code says it, and on how many of a PDF's pages the code is looked for.
SHEETS = {
    "worksheet": ("worksheets/{id}", 1),
    "example": ("worksheets/{id}", 1),
    "short": ("worksheets/{id}", 1),
    "project_workbook": ("book", 1),
    "paper": ("papers/{id}", 1),
    "book": ("book", 1),
    "book_epub": ("book", 1),
    "pack": ("pick/{id}", 1),
    "stage": ("{folder}", 1),
    "part": ("{folder}", 1),
    "large_print": ("book", 2),
    "card": ("{folder}", 2),
    "checklists": ("checklists", 1),
    "checklists_folded": ("checklists", 1),
    "poster": ("book", 1),
}
# What has no code, by its kind or by how its name ends: see “A code on each download” in .github/decisions.md.
WITHOUT = {
    "worksheets_zip": "each file in it has its own",
    "papers_zip": "each file in it has its own",
    "offline": "it is the site, and holds the page itself",
    ".txt": "plain text holds no picture: it says the address in words",
}


def has_code(file: OutputFile, kind: str) -> bool:
    return kind not in WITHOUT and Path(file.url).suffix not in WITHOUT


def kind_of(file: OutputFile) -> str:
    return next(kind for kind, output in OUTPUTS.items() if output is file.output)


def wanted(file: OutputFile, kind: str, library: Library) -> str:
    """The address to which the code of a download must lead."""
    path = file.names.get("path", "").removesuffix(".md").removesuffix("/index")
    sheet = SHEETS[kind][0].format(**file.names, folder=path)
    return f"{ADDRESS}{CURRENT_PAGE}#{library.releases.copy_id(f'{sheet}/', library.release.version)}"


def codes_of(path: Path, pages: int) -> list[Code]:
    return codes_of_pdf(path, pages) if path.suffix == ".pdf" else codes_of_package(path.read_bytes())


def test_each_kind_of_download_has_its_code_or_its_reason() -> None:
    downloads = {kind for kind, output in OUTPUTS.items() if output.is_download}

    assert downloads == SHEETS.keys() | (WITHOUT.keys() & OUTPUTS.keys())
    assert not SHEETS.keys() & WITHOUT.keys() and all(WITHOUT.values())


def test_the_code_of_each_download_leads_to_what_is_said_of_it(built: Built, library: Library) -> None:
    files = [(file, kind_of(file)) for file in output_files(library) if file.output.is_download]
    coded = [(file, kind) for file, kind in files if has_code(file, kind)]
    wrong = {
        file.url: faults_of_it
        for file, kind in coded
        if (faults_of_it := faults(codes_of(built.site / file.url, SHEETS[kind][1]), wanted(file, kind, library)))
    }

    assert wrong == {} and len(coded) > 250
    assert {Path(file.url).suffix for file, kind in files if not has_code(file, kind)} == {".zip", ".txt"}


def test_where_the_address_is_not_known_no_office_file_has_a_code(library: Library, draws: None) -> None:
    sheet, paper, documents = library.worksheets["tally-sheet"], library.papers["review-slides"], Documents(library, "")
    outline = outline_paper(paper, library.edition, library.figures, library.sources, library.strings)
    forms = [form for form in FORMATS.values() if form.fits(sheet) and not form.name.endswith(".pdf")]
    colophon, of_paper = documents.worksheet_colophon(sheet.id), documents.colophon(f"papers/{paper.id}/")
    files = [form.draw(sheet, colophon, False) for form in forms]
    files += [PAPER_FORMATS[form].draw(outline, of_paper) for form in forms_of(paper) if form != "text"]

    assert len(files) == 8 and [codes_of_package(raw) for raw in files] == [[]] * 8


GOOD = Code(ADDRESS, 11.6, 11.6)


@pytest.mark.parametrize(
    ("codes", "fault"),
    [
        ([GOOD], []),
        ([], ["0 codes"]),
        ([GOOD, GOOD], ["2 codes"]),
        ([replace(GOOD, text="other")], ["says other"]),
        ([replace(GOOD, wide=14)], ["is not square"]),
        ([replace(GOOD, wide=4, high=4)], ["is too small"]),
    ],
)
def test_a_code_that_misleads_or_that_no_telephone_reads_is_found(codes: list[Code], fault: list[str]) -> None:
    assert faults(codes, ADDRESS) == fault


def test_a_code_is_read_from_a_page_with_its_size(draws: None) -> None:
    style = "@page { size: A5 } img { width: 14mm; height: 14mm }"
    pdf = to_pdf(f"<html lang=en><title>x</title><style>{style}</style><img src='{qr_code(ADDRESS)}' alt='A code'>")

    [code] = codes_of_pdf(pdf, 1)
    assert code.text == ADDRESS and abs(code.wide - 14 * 25 / 33) < 0.6  # 25 modules, and 4 on each side
