"""A step as a card: one A4 sheet, both sides, to take into a meeting."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from macros.content.library import Library
from macros.content.outline import Step, place_label
from macros.core.cache import kept_at
from macros.core.html import Element, has_class, inner_html, remove, unwrap
from macros.documents.drawing import Drawing, Request
from macros.documents.edition_stamp import stamped
from macros.documents.output_kinds import each_card
from macros.documents.outputs import url_of
from macros.documents.page_parts import PagePart, PageParts, parse_part
from macros.documents.store import Documents
from macros.models.pages import Checklist, StepFrontMatter
from macros.paths import VIEWS
from macros.rendering.blank_pictures import blank_picture
from macros.rendering.colophon import PUBLISHER, Colophon
from macros.rendering.pdf import FONTS_ADDRESS, to_pdf
from macros.rendering.views import render

CARDS_MODULE = "macros.documents.step_cards"
CARD_SIDES = 2
# Letters in points; the first at which the step fits on its two sides is taken. Below 8.5 pt nobody reads on the move.
CARD_SIZES = (12.5, 11.5, 10.5, 9.5, 8.5)
ONE_SIDE_SIZES = (10, 9.25, 8.75)  # of a card on one side; a step that does not fit has both
NOT_ON_CARD = f".//*[{has_class('term__meaning')} or @data-screen-only]|.//script|.//style"


@dataclass(frozen=True)
class CardText:
    """All that stands on a card. ``to_do`` and ``watch_out`` are HTML; ``worksheets`` and ``papers`` are titles.

    ``stage`` is 0 for a step outside the stages. ``title`` and ``label`` say which step it is.
    """

    title: str
    label: str
    stage: int
    front_matter: StepFrontMatter
    checklist: Checklist
    to_do: str
    watch_out: str
    worksheets: tuple[str, ...]
    papers: tuple[str, ...]
    colophon: Colophon

    def shared(self) -> CardText:
        """The same without what is the edition's own."""
        return replace(self, colophon=self.colophon.shared())


def card_text(library: Library, step: Step, part: PagePart, colophon: Colophon) -> CardText:
    """The card of ``step``; ``part`` is its page as it is printed."""
    page = parse_part(part)
    for element in page.xpath(NOT_ON_CARD):
        remove(element)
    for link in page.xpath(".//a|.//*[contains(@class, 'term')]"):
        unwrap(link)
    front_matter, words = step.front_matter, library.strings["kicker"]
    return CardText(
        title=step.title,
        label=place_label(step, words) or str(words["outside"].get(step.path, "")),
        stage=step.stage.number if step.stage else 0,
        front_matter=front_matter,
        checklist=library.checklists[front_matter.checklist],
        to_do=_section(page, f"{part.id}-what-to-do"),
        watch_out=_section(page, f"{part.id}-watch-out-for"),
        worksheets=tuple(library.worksheets[name].title for name in front_matter.worksheets),
        papers=tuple(library.papers[name].title for name in front_matter.papers),
        colophon=colophon,
    )


def card_requests(
    library: Library, documents: Documents, parts: PageParts, *, on_one_side: bool = False
) -> dict[str, Request]:
    """The card of each step whose page is printed, by its path in docs/; ``on_one_side`` as packs hold it."""
    requests = {}
    for names in each_card(library):
        step, part = library.outline.find(names["path"]), parts.made.get(names["path"])
        if not isinstance(step, Step) or part is None:
            continue
        card = card_text(library, step, part, documents.colophon(names["url"], CARDS_MODULE))
        url = url_of("card", id=names["id"])
        text, sides = repr({**vars(card), "colophon": None}), "one side" * on_one_side
        drawn_from = (text, card.colophon.fingerprint(), sides)
        shared = documents.kept.place(CARDS_MODULE, text, card.colophon.shared().fingerprint(), sides)
        drawing = Drawing(CARDS_MODULE, "draw_one_side" if on_one_side else "draw", (card, shared))
        name = f"one side of {url}" if on_one_side else url
        requests[names["path"]] = Request(name, CARDS_MODULE, drawn_from, drawing.itself)
    return requests


def draw(card: CardText, shared: Path | None = None) -> bytes:
    """The card as a PDF of two pages, in the largest letters at which it fits.

    ``shared`` is where what all editions share of it is kept, if it is.
    """
    return stamped(kept_at(shared, lambda: _both_sides(card.shared())), card.colophon)


def draw_one_side(card: CardText, shared: Path | None = None) -> bytes:
    """The card as a PDF of one page, without what a pack says elsewhere; of two where its step is too long for one.

    ``shared`` as of :func:`draw`.
    """
    return stamped(kept_at(shared, lambda: _one_side(card.shared())), card.colophon)


def _both_sides(card: CardText) -> bytes:
    *sizes, smallest = CARD_SIZES
    for size in sizes:
        if drawn := to_pdf(_html(card, size), at_most=CARD_SIDES):
            return drawn
    return to_pdf(_html(card, smallest))  # pragma: no cover: only in whole builds, which are not measured


def _one_side(card: CardText) -> bytes:
    for size in ONE_SIDE_SIZES:
        if drawn := to_pdf(_html(card, size, "book/card-side.html"), at_most=1):
            return drawn
    return _both_sides(card)  # pragma: no cover: only in whole builds, which are not measured


def _html(card: CardText, size: float, view: str = "book/card.html") -> str:
    return render(
        view,
        card=card,
        size=size,
        colophon=card.colophon,
        t=card.colophon.strings,
        fonts=FONTS_ADDRESS,
        css=(VIEWS / "print/card.css").as_uri(),
        publisher=PUBLISHER,
        place=blank_picture,
    )


def _section(page: Element, heading_id: str) -> str:
    """The HTML of the paragraphs and lists between a heading and the next; empty where there is no such heading."""
    headings = page.xpath(f".//*[@id='{heading_id}']")
    html = []
    for element in headings[0].itersiblings() if headings else ():
        if element.tag == "h3":  # headings of a page stand one level lower in its printed part
            break
        if element.tag in ("p", "ul", "ol"):
            html.append(f"<{element.tag}>{inner_html(element)}</{element.tag}>")
    return "".join(html)
