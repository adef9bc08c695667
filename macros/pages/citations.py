"""Macros for what is known and from whom: sources, figures, terms and quotations."""

from __future__ import annotations

from macros.pages.context import PageContext


class CitationMacros:
    """The macros, bound to the page at hand. They remember what each page cited."""

    def __init__(self, here: PageContext) -> None:
        self._here = here
        self._cited: dict[str, list[str]] = {}

    def cite(self, source: str) -> str:
        """A link that names the source in brackets, and a place in this page's list of sources."""
        self._note(source)
        return self._here.view("citation/cite.html", source=self._here.library.sources[source])

    def figure(self, name: str) -> str:
        """A figure as a whole statement without its full stop, with source and date; and a place in the sources."""
        figure = self._here.library.figures[name]
        self._note(figure.source)
        return self._here.view("citation/figure.html", figure=figure, source=self._here.library.sources[figure.source])

    def sources(self) -> str:
        """Everything that this page cited so far."""
        ids = self._cited.get(self._here.path, [])
        return self._here.view("citation/sources.html", sources=[self._here.library.sources[id] for id in ids])

    def all_sources(self) -> str:
        """Every source of the guide with its link, by who wrote it."""
        every = {source.url: source for source in self._here.library.sources.values()}
        by_author = sorted(every.values(), key=lambda source: (source.by.lower(), source.title.lower()))
        return self._here.view("citation/all-sources.html", sources=by_author)

    def figures(self) -> str:
        """Every figure with source, date and when to look again."""
        library = self._here.library
        rows = [
            {"id": id, "figure": figure, "source": library.sources[figure.source]}
            for id, figure in sorted(library.figures.items(), key=lambda item: item[1].says.lower())
        ]
        return self._here.view("citation/figures.html", rows=rows)

    def glossary(self) -> str:
        """Every term with its meaning."""
        terms = sorted(self._here.library.terms, key=lambda term: term.term.lower())
        return self._here.view("citation/glossary.html", terms=terms, sources=self._here.library.sources)

    def quotations(self, *ids: str) -> str:
        """What councils say, word for word: the quotations of these ids in this order, or without ids all of them."""
        known = {quotation.id: quotation for quotation in self._here.library.quotations}
        chosen = [known[id] for id in ids] if ids else list(known.values())
        for quotation in chosen:
            self._note(quotation.source)
        return self._here.view("citation/quotations.html", quotations=chosen)

    def _note(self, source: str) -> None:
        seen = self._cited.setdefault(self._here.path, [])
        if source not in seen:
            seen.append(source)
