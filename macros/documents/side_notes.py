"""What interrupts a text on paper goes into the outer margin: meanings, numbers of pages, sources, small pictures.

Each is a piece of the text with the mark :data:`MARGIN_KEY`, right behind what it belongs to, so it is read there;
:mod:`macros.rendering.page_margins` puts it beside its line. Sources are numbered by page of the site.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from macros.core.html import Element, has_class, remove, text_of
from macros.documents.page_parts import TITLES
from macros.rendering.page_margins import MARGIN_KEY

OUTSIDE_LINKS = ".//a[starts-with(@href, 'http')]"
SOURCES = f".//ul[{has_class('sources')}]"
NOTED_ELEMENTS = ("p", "li", "td", "th", "dt", "dd", "h3", "h4", "h5")
NO_WORD = re.compile(r"\W+")


def to_margin(page: Element, titles: Mapping[str, str], pictures: Mapping[str, str], picture: str = "{title}") -> None:
    """Put what interrupts the text of ``page`` into its margin.

    ``titles`` are those of pages by their ids, ``pictures`` the addresses of a worksheet's picture by its page's id;
    ``picture`` says of one, with its title, what it shows.
    """
    _meanings(page)
    _numbers(page, titles, pictures, picture)
    number_sources(page)
    for sources in page.xpath(SOURCES):
        _remove_with_heading(sources)


def number_sources(page: Element) -> None:
    """Let each source that ``page`` names be a number in the text, with who says so and when in the margin."""
    numbers: dict[str, int] = {}
    titled: set[int] = set()
    links = [link for link in page.xpath(OUTSIDE_LINKS) if not link.xpath(f"ancestor::*[{has_class('sources')}]")]
    cited = {link.get("href"): (text_of(link), link.get("title", "")) for link in reversed(links) if _is_citation(link)}
    for link in links:
        url = link.get("href")
        number = numbers.setdefault(url, len(numbers) + 1)
        by, title = cited.get(url, (host(url), ""))
        note = _margin(link, "note")
        _part(note, "b", "note__number", str(number)).tail = f" {text_of(link) if _is_citation(link) else by}"
        if title and number not in titled:
            _part(note, "span", "note__title", title)
            titled.add(number)
        if _is_citation(link):
            _without_brackets(link)
            link.text = str(number)
            link.addnext(note)
            note.tail, link.tail = link.tail, None
        else:
            mark = link.makeelement("span", {"class": "note-mark"})
            mark.text = str(number)
            note.tail, link.tail = link.tail, None
            link.addnext(mark)
            mark.addnext(note)


def _is_citation(link: Element) -> bool:
    return bool(link.get("class") == "cite")


def host(url: str) -> str:
    """Whose site an address is on, as a reader says it: "ons.gov.uk"."""
    return urlsplit(url).netloc.removeprefix("www.")


def term_id(word: str) -> str:
    """What the place is called, within its page, where a term is explained."""
    return f"term--{NO_WORD.sub('-', word.lower()).strip('-')}"


def _meanings(page: Element) -> None:
    """Let the meaning of each term stand beside the line that uses it."""
    for term in page.xpath(f".//*[{has_class('term')}]"):
        meaning = term.getnext()
        if meaning is None or meaning.get("class") != "term__meaning":
            continue
        word = text_of(meaning[0]).rstrip(":") if len(meaning) else text_of(term)
        term.set("id", f"{page.get('id')}-{term_id(word)}")
        meaning.set(MARGIN_KEY, "term")


def _numbers(page: Element, titles: Mapping[str, str], pictures: Mapping[str, str], words: str) -> None:
    """Let the number of the page to which a link leads stand beside it; of a worksheet also its picture."""
    for link in page.xpath(f".//a[starts-with(@href, '#')][not(ancestor::*[{has_class('kicker')}])]"):
        target = link.get("href")[1:]
        title = titles.get(max((key for key in titles if f"{target}-".startswith(f"{key}-")), key=len, default=""), "")
        note = _margin(link, "place")
        if (picture := pictures.get(target)) and link.getparent().get("class") == "card__title":
            note.append(note.makeelement("img", {"src": picture, "alt": words.format(title=title)}))
            _beside_picture(link)
        elif not _is_alone(link):
            note.text = f"{title}, " if title else ""
        place = _part(note, "span", "place", "")
        place.set("data-to", target)
        note.tail, link.tail = link.tail, None
        link.addnext(note)


def _beside_picture(link: Element) -> None:
    """Say of the card of a worksheet that its picture is in the margin: it has to be as high."""
    card = next((above for above in link.iterancestors() if "card" in (above.get("class") or "").split()), None)
    if card is not None:
        card.set("class", f"{card.get('class')} card--margin")


def _is_alone(link: Element) -> bool:
    """Whether a link is the only one of its paragraph, item, cell or meaning."""
    blocks = [above for above in link.iterancestors() if above.tag in NOTED_ELEMENTS] or [link.getparent()]
    block = next((above for above in blocks if above.tag == "dd"), blocks[0])  # whose items stand side by side
    return sum(1 for _ in block.iter("a")) == 1


def _margin(near: Element, kind: str) -> Element:
    return near.makeelement("span", {"class": f"side side--{kind}", MARGIN_KEY: kind})


def _part(note: Element, tag: str, name: str, text: str) -> Element:
    part = note.makeelement(tag, {"class": name})
    part.text = text
    note.append(part)
    return part


def _without_brackets(link: Element) -> None:
    """Take the brackets from around a source; a number needs none, nor a space before it."""
    before, holder = link.getprevious(), link.getparent()
    text = (holder.text if before is None else before.tail) or ""
    if not text.endswith("(") or not (link.tail or "").startswith(")"):
        return
    text, link.tail = text[:-1].rstrip(), link.tail[1:]
    if before is None:
        holder.text = text
    else:
        before.tail = text


def _remove_with_heading(sources: Element) -> None:
    """Take a list of sources from a page, and its heading where nothing else stands under it."""
    heading, after = sources.getprevious(), sources.getnext()
    if heading is not None and heading.tag in TITLES and (after is None or after.tag in (*TITLES, "nav")):
        remove(heading)
    remove(sources)
