"""Every paper in every form, drawn once and kept until what it is drawn from changes; and all of them in one .zip."""

from __future__ import annotations

from collections.abc import Callable

from macros.content.library import Library
from macros.core.archives import bundle
from macros.core.cache import DocumentCache
from macros.documents.papers import PAPER_FORMATS, PAPERS, forms_of, paper_url
from macros.rendering.colophon import Colophon
from macros.rendering.paper_outline import outline_paper


def make_papers(library: Library, colophon_of: Callable[[str], Colophon], cache: DocumentCache) -> dict[str, bytes]:
    """Content by site address. ``colophon_of`` gives what a document says of itself, by the address of its page."""
    made: dict[str, bytes] = {}
    bundled: dict[str, bytes] = {}
    labels = library.strings["papers"]["forms"]
    for name, paper in library.papers.items():
        outline = outline_paper(paper, library.edition, library.figures, library.sources, library.strings)
        colophon = colophon_of(f"papers/{name}/")
        for form in forms_of(paper):
            url = paper_url(name, form)
            module = PAPER_FORMATS[form].draw.__module__
            drawn_from = (module, url, colophon.fingerprint(), repr(outline))
            content = cache.find(*drawn_from)
            if content is None:
                content = PAPER_FORMATS[form].draw(outline, colophon)
                cache.keep(content, *drawn_from)
            made[url] = content
            bundled[f"{labels[form]}/{name}-{library.edition.slug}.{PAPER_FORMATS[form].suffix}"] = content
    made[f"{PAPERS}.zip"] = bundle(bundled, library.release.day)
    return made
