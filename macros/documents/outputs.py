"""Every file that a build makes beside its pages: where it is, what it is called, what it is made from, who makes it.

The build keeps a place for each before the pages are drawn, so that links to them are checked. The downloads page,
``edition.json``, the tests and the benchmarks read this table. A new document is one line here and one function.
"""

from __future__ import annotations

from macros.content.library import Library
from macros.documents.formats import FORMATS
from macros.documents.output_kinds import (
    Output,
    OutputFile,
    each_card,
    each_form,
    each_neutral,
    each_pack,
    each_paper_form,
    each_part,
    each_project_form,
    each_stage,
    each_worksheet,
)

WORKSHEET_PAGE = "worksheets/{id}.md"
DOWNLOADS = "downloads/index.md"

OUTPUTS: dict[str, Output] = {
    "worksheet": Output(
        "downloads/worksheets/{file}",
        "forms.{form}",
        "the worksheet and the words of forms",
        "macros.documents.formats",
        WORKSHEET_PAGE,
        each_form,
    ),
    "example": Output(
        "downloads/examples/{id}.pdf",
        "worksheet.example_pdf",
        "the worksheet with its example",
        "macros.documents.worksheet_pdf",
        WORKSHEET_PAGE,
        each_worksheet,
    ),
    "short": Output(
        "downloads/short/{id}.pdf",
        "worksheet.short_pdf",
        "the labels of the worksheet",
        "macros.documents.worksheet_pdf",
        WORKSHEET_PAGE,
        each_worksheet,
    ),
    "worksheets_zip": Output(
        "downloads/worksheets.zip",
        "downloads.bundle_title",
        "every worksheet, short form and example",
        "macros.core.archives",
        DOWNLOADS,
    ),
    "project_workbook": Output(
        "downloads/project.{suffix}",
        "project_workbook.forms.{suffix}",
        "every worksheet with a table, and the titles of steps",
        "macros.documents.project_forms",
        DOWNLOADS,
        each_project_form,
    ),
    "project_questions": Output(
        "downloads/project-questions.json",
        "",
        "every worksheet with a table",
        "macros.documents.project_questions",
        is_download=False,
    ),
    "paper": Output(
        "downloads/papers/{id}.{suffix}",
        "papers.forms.{form}",
        "the paper's outline",
        "macros.documents.papers.formats",
        "papers/{id}.md",
        each_paper_form,
    ),
    "papers_zip": Output(
        "downloads/papers.zip",
        "papers.bundle_title",
        "every paper in every form",
        "macros.core.archives",
        "papers/index.md",
    ),
    "book": Output(
        "downloads/book.pdf",
        "downloads.book_title",
        "the parts of all pages",
        "macros.documents.book",
        DOWNLOADS,
        after_pages=True,
    ),
    "book_epub": Output(
        "downloads/book.epub",
        "downloads.epub_title",
        "the parts of all pages but worksheets",
        "macros.documents.epub",
        DOWNLOADS,
        after_pages=True,
    ),
    "pack": Output(
        "downloads/packs/{id}.pdf",
        "pick.ready_title",
        "the parts of the pack's pages",
        "macros.documents.pack_books",
        "pick/{id}.md",
        each_pack,
        after_pages=True,
    ),
    "stage": Output(
        "downloads/stage-{number}.pdf",
        "stage_books.title",
        "the parts of the stage's pages",
        "macros.documents.stage_books",
        "{path}",
        each_stage,
        after_pages=True,
    ),
    "part": Output(
        "downloads/part-{id}.pdf",
        "parts.title",
        "the parts of these pages",
        "macros.documents.stage_books",
        DOWNLOADS,
        each_part,
        after_pages=True,
    ),
    "large_print": Output(
        "downloads/book-large-print.pdf",
        "large_print.title",
        "the parts of the steps' pages",
        "macros.documents.large_print",
        DOWNLOADS,
        after_pages=True,
    ),
    "card": Output(
        "downloads/steps/{id}.pdf",
        "cards.title",
        "the step's page and checklist",
        "macros.documents.step_cards",
        "{path}",
        each_card,
        after_pages=True,
    ),
    "checklists": Output(
        "downloads/checklists.pdf",
        "model_sheets.checklists_title",
        "every checklist",
        "macros.documents.model_sheets",
        DOWNLOADS,
        after_pages=True,
    ),
    "checklists_folded": Output(
        "downloads/checklists-folded.pdf",
        "model_sheets.checklists_folded_title",
        "every checklist",
        "macros.documents.model_sheets",
        DOWNLOADS,
        after_pages=True,
    ),
    "poster": Output(
        "downloads/stage-map-a3.pdf",
        "model_sheets.poster_title",
        "stages and steps",
        "macros.documents.model_sheets",
        DOWNLOADS,
        after_pages=True,
    ),
    "offline": Output(
        "downloads/offline.zip",
        "downloads.offline_title",
        "the finished site",
        "macros.publishing.offline",
        DOWNLOADS,
        after_pages=True,
    ),
    "first_pages": Output(
        "assets/worksheets/first-pages.webp",
        "",
        "the worksheets as PDFs",
        "macros.documents.thumbnails",
        "worksheets/index.md",
        is_download=False,
    ),
    "share_image": Output(
        "assets/share.png",
        "",
        "the edition's names, colours and logo",
        "macros.documents.share_image",
        is_download=False,
    ),
    "name_letters": Output(
        "assets/name-letters.json",
        "",
        "our typeface",
        "macros.documents.name_letters",
        each=each_neutral,
        is_download=False,
    ),
    "manifest": Output(
        "edition.json",
        "",
        "every download",
        "macros.publishing.manifest",
        is_download=False,
        after_pages=True,
    ),
}


def output_files(library: Library) -> list[OutputFile]:
    """Every file that is made for ``library``, in the order of the table."""
    return [file for output in OUTPUTS.values() for file in output.files(library)]


def url_of(kind: str, **names: str) -> str:
    """The address of the file of this kind with these names, such as ``url_of("pack", id="lone-officer")``."""
    return OUTPUTS[kind].address.format(**names)


def worksheet_url(name: str, form: str) -> str:
    """The address of the worksheet ``name`` in this form, a key of :data:`macros.documents.formats.FORMATS`."""
    return url_of("worksheet", file=FORMATS[form].file(name))
