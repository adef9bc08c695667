"""Numbers of pages, put into parts of a book that were drawn before anybody knew them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pikepdf import Dictionary, Page, Pdf

from macros.documents.closing_up import close_up, gap_at, move_links
from macros.rendering.page_numbers import CODES, FOOT, NUMBER_PLACE, PAGE_MARK

ABOVE_ALL = 4000  # points: above any page
SHOWN_TEXT = re.compile(rb"/(\S+) ([\d.]+) Tf\n(\[.*?\] TJ)", re.DOTALL)
WIDTH_LISTS = re.compile(rb"(\d+) \[([^\]]*)\]")
NUMBER_MARGIN = 40  # points from the right edge of a sheet to the end of its number, and to it from the top
NUMBER_SIZE = 9  # points: the size of the number on a sheet


@dataclass
class Places:
    """Where things stand in a book: page indexes by part, and page, left and top by the name of a place."""

    starts: dict[str, int] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    named: dict[str, tuple[int, float, float]] = field(default_factory=dict)
    waiting: list[tuple[Any, int]] = field(default_factory=list)  # destinations whose page is not there yet
    total: int = 0

    def of_part(self, part: str) -> tuple[int, float, float]:
        """Where the part of a page begins. Raises ``KeyError`` where the book does not hold it."""
        return self.named.get(part, (self.starts[part], 0.0, float(ABOVE_ALL)))

    def find(self, target: str) -> tuple[int, float, float] | None:
        """Where a place is; a place that is not there is looked for at the top of its part. None if that is missing."""
        if target in self.named:
            return self.named[target]
        part = self.part(target)
        return self.of_part(part) if part else None

    def part(self, target: str) -> str:
        """The part that holds a place; empty where the book has none."""
        parts = (part for part in self.starts if target == part or target.startswith(f"{part}-"))
        return max(parts, key=len, default="")

    def title(self, target: str) -> str:
        """The title of the part that holds a place."""
        return self.titles[self.part(target)]


@dataclass(frozen=True)
class Letters:
    """A font of a PDF, the codes of its letters, and the widths of its codes in thousandths of an em."""

    font: Any
    codes: dict[str, int]
    widths: dict[int, int]

    def write(self, text: str) -> bytes:
        """``text`` in the font's codes."""
        return b"".join(b"%04x" % self.codes[letter] for letter in text)

    def width(self, text: str) -> int:
        """How wide ``text`` is."""
        return sum(self.widths.get(self.codes[letter], 500) for letter in text)


@dataclass(frozen=True)
class Foot:
    """What the foot of each page says, with its places for numbers, and the letters that it is drawn in."""

    text: str
    letters: Letters


def number_pages(part: Pdf, first: int, places: Places, word: str) -> Foot | None:
    """Put the numbers into the pages of ``part``, whose first page is number ``first``.

    Where a page is meant that the book does not hold, ``word`` says so. Returns what stands at the foot of a page.
    """
    foot = None
    for number, page in enumerate(part.pages, first):
        page.contents_coalesce()
        stream = page.Contents.read_bytes()
        if not PAGE_MARK.search(stream):  # pragma: no cover: only in whole builds, which are not measured
            continue
        pieces, end = [], 0
        while mark := PAGE_MARK.search(stream, end):
            shown = SHOWN_TEXT.search(stream, mark.end())
            assert shown, "a mark stands before the letters that it marks"
            marked = {name: bytes.fromhex(value.decode()).decode() for name, value in mark.groupdict().items()}
            target, text = marked["to"], marked["text"].rstrip()
            font = page.Resources.Font[f"/{shown[1].decode()}"]
            drawn = "".join(CODES.findall(shown[3].decode()))
            # A typeface has several forms of a figure: these are the ones that stand here.
            codes = (
                _coded(marked["text"], drawn)
                | _coded(marked["text"].strip(), drawn)
                | _coded(marked["letters"], marked["codes"])
            )
            letters = Letters(font, codes, _widths(font.DescendantFonts[0].W.unparse()))
            if target == FOOT:
                foot = Foot(text, letters)
                numbers = [number, places.total]
            else:
                place = places.find(target)
                numbers = [place[0] + 1] if place else []
            written = _written(text, numbers, word)
            pieces += [
                stream[end : mark.start()],
                stream[mark.end() : shown.start(3)],
                _drawn(written, letters, text if numbers and not _is_in_sentence(text) else ""),
            ]
            end, size = shown.end(), float(shown[2])
            if _is_in_sentence(text):
                narrower = (letters.width(text) - letters.width(written)) * size / 1000
                if gap := gap_at(stream[mark.end() : end], size, narrower):
                    stream = stream[:end] + close_up(stream[end:], gap)
                    move_links(page, gap)
        page.Contents = part.make_stream(b"".join([*pieces, stream[end:]]))
    return foot


def stamp_foot(whole: Pdf, page: Page, foot: Foot, number: int, total: int) -> None:
    """Write at the top of a sheet which page of the book it is."""
    text = foot.text.replace(NUMBER_PLACE, str(number), 1).replace(NUMBER_PLACE, str(total), 1)
    left = float(page.mediabox[2]) - NUMBER_MARGIN - foot.letters.width(text) * NUMBER_SIZE / 1000
    top = float(page.mediabox[3]) - NUMBER_MARGIN * 0.6
    page.obj.Resources.Font = Dictionary({**dict(page.obj.Resources.Font.items()), "/Foot": foot.letters.font})
    page.contents_add(whole.make_stream(b"q"), prepend=True)
    drawn = b"Q /Artifact <</Type /Pagination>> BDC 0 0 0 rg BT /Foot %d Tf 1 0 0 1 %.2f %.2f Tm <%s> Tj ET EMC"
    page.contents_add(whole.make_stream(drawn % (NUMBER_SIZE, left, top, foot.letters.write(text))))


def _is_in_sentence(text: str) -> bool:
    """Whether a number stands between brackets in a sentence. Any other ends its line."""
    return text.lstrip().startswith("(")


def _written(text: str, numbers: list[int], word: str) -> str:
    """``text`` with its ``numbers`` in their places; ``word`` where there are none."""
    if not numbers:
        before, bracket, _ = text.partition("(")  # a blank may be before it
        return f"{before}({word})" if bracket else word
    for number in numbers:
        text = text.replace(NUMBER_PLACE, str(number), 1)
    return text


def _drawn(written: str, letters: Letters, ends_with: str) -> bytes:
    """The letters of what is ``written``. It ends where ``ends_with`` would have ended, if that is not empty."""
    space = b"%d" % (letters.width(written) - letters.width(ends_with)) if ends_with else b""
    return b"[%s<%s>] TJ" % (space, letters.write(written))


def _coded(text: str, codes: str) -> dict[str, int]:
    """The code of each letter of ``text``; nothing where two letters have one code between them."""
    each = [int(codes[at : at + 4], 16) for at in range(0, len(codes), 4)]
    return dict(zip(text, each, strict=True)) if len(text) == len(each) else {}


@cache
def _widths(listed: bytes) -> dict[int, int]:
    widths: dict[int, int] = {}
    for first, following in WIDTH_LISTS.findall(listed):
        widths |= {int(first) + at: round(float(width)) for at, width in enumerate(following.split())}
    return widths
