"""What a reader is told of a document to download: what it is called, where it is, how large it is, how it is saved."""

from __future__ import annotations

from typing import TypedDict

from macros.documents.formats import FORMATS
from macros.documents.outputs import OUTPUTS, url_of, worksheet_url
from macros.documents.papers.formats import PAPER_FORMATS, forms_of, paper_url
from macros.documents.store import Documents, size


class Download(TypedDict):
    """One file: its address inside the site, its size in words, and the name under which a reader saves it."""

    url: str
    size: str
    file: str


class FormDownload(Download):
    """A file in one of several forms: the form's key, and what a reader sees it called."""

    form: str
    form_label: str


class PaperDownload(FormDownload):
    """A paper's file, and how its name ends."""

    suffix: str


def worksheet_downloads(documents: Documents, name: str) -> list[FormDownload]:
    """The worksheet ``name`` in each form that it has."""
    library = documents.library
    return [
        {
            "form": key,
            "form_label": library.strings["forms"][key],
            "url": worksheet_url(name, key),
            "size": size(documents.made[worksheet_url(name, key)]),
            "file": form.file(name, library.edition.slug),
        }
        for key, form in FORMATS.items()
        if form.fits(library.worksheets[name])
    ]


def worksheet_example(documents: Documents, name: str) -> Download:
    """The filled-in example of the worksheet ``name``."""
    return _beside(documents, name, "example")


def worksheet_short_form(documents: Documents, name: str) -> Download:
    """The short form of the worksheet ``name``."""
    return _beside(documents, name, "short")


def _beside(documents: Documents, name: str, output: str) -> Download:
    """The PDF that a worksheet has beside its forms; ``output`` says in the table of outputs which, and in its name."""
    url = url_of(output, id=name)
    file = f"{name}-{output}-{documents.library.edition.slug}.pdf"
    return {"url": url, "size": size(documents.made[url]), "file": file}


def paper_downloads(documents: Documents, name: str) -> list[PaperDownload]:
    """The paper ``name`` in each form that it has."""
    library = documents.library
    return [
        {
            "form": form,
            "suffix": PAPER_FORMATS[form].suffix,
            "form_label": library.strings["papers"]["forms"][form],
            "url": paper_url(name, form),
            "size": size(documents.made[paper_url(name, form)]),
            "file": f"{name}-{library.edition.slug}.{PAPER_FORMATS[form].suffix}",
        }
        for form in forms_of(library.papers[name])
    ]


def project_downloads(documents: Documents) -> list[FormDownload]:
    """The workbook with the whole project in each form; none where no worksheet has a table."""
    library = documents.library
    words = library.strings["project_workbook"]
    return [
        {
            "form": output.names["suffix"],
            "form_label": words["links"][output.names["suffix"]],
            "url": output.url,
            "size": size(documents.made[output.url]),
            "file": f"{words['file']}-{library.edition.slug}.{output.names['suffix']}",
        }
        for output in OUTPUTS["project_workbook"].files(library)
    ]
