"""Every paper in every form, and all of them in one .zip."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from macros.content.library import Library
from macros.core.archives import bundle
from macros.documents.drawing import Drawing, Request
from macros.documents.papers.formats import PAPER_FORMATS, forms_of, paper_url
from macros.rendering.colophon import Colophon
from macros.rendering.paper_outline import outline_paper


def paper_requests(library: Library, colophon_of: Callable[[str, str], Colophon]) -> Iterator[Request]:
    """What each is drawn from, and how. ``colophon_of`` gives what the document of a page says of itself.

    Its second value is the module that draws the document.
    """
    for name, paper in library.papers.items():
        outline = outline_paper(paper, library.edition, library.figures, library.sources, library.strings)
        for form in forms_of(paper):
            module = PAPER_FORMATS[form].module
            colophon = colophon_of(f"papers/{name}/", module)
            drawing = Drawing(module, "draw", (outline, colophon))
            url = paper_url(name, form)
            yield Request(url, module, (url, colophon.fingerprint(), repr(outline)), drawing.itself)


def bundle_papers(library: Library, contents: Mapping[str, bytes]) -> bytes:
    """All papers in one .zip: in a folder for each form, under the names that a reader gets."""
    labels = library.strings["papers"]["forms"]
    content = {
        f"{labels[form]}/{name}-{library.edition.slug}.{PAPER_FORMATS[form].suffix}": contents[paper_url(name, form)]
        for name, paper in library.papers.items()
        for form in forms_of(paper)
    }
    return bundle(content, library.release.day)
