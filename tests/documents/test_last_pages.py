"""No sheet is printed with a last page that has a line or two on it, in any form that an office program draws."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from macros.content.library import Library
from macros.documents.pdf_form.last_page import is_nearly_empty
from tests.support.office_files import WITH_TABLES, Draw, drawer

SUFFIXES = {"word": "docx", "text": "odt", "excel": "xlsx", "sheet": "ods"}
# Sheets that once ended with little on a page of its own, upright and across.
ENDED_ALONE = ["barriers-log", "report-pack", "workshop-planner", "testimonial-request", "community-chooser"]


@pytest.fixture(scope="module")
def draw(library: Library) -> Draw:
    return drawer(library)


def test_the_last_page_of_each_form_is_a_quarter_full(draw: Draw, draws: None, programs: None, tmp_path: Path) -> None:
    for form, suffix in SUFFIXES.items():
        for name in ENDED_ALONE:
            if form in ("word", "text") or name in WITH_TABLES:
                (tmp_path / f"{name}-{form}.{suffix}").write_bytes(draw(form, name, False))
    files = sorted(tmp_path.iterdir())
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path / "pdf", *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    pdfs = sorted((tmp_path / "pdf").iterdir())

    assert len(pdfs) == len(files) > 10
    assert [pdf.stem for pdf in pdfs if is_nearly_empty(pdf.read_bytes())] == []
