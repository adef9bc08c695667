"""What can be wrong with a printed page, found in the PDF itself: text at the edge, notes over text, empty pages.

Each function returns what is wrong as a list of words, empty where nothing is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, cached_property
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw

MILLIMETRE = 72 / 25.4
EDGE = 5  # mm: no printer reaches further
TAB = 9  # mm: the number on a stage's tab stands nearer to the edge, by intent
FOOT, HEAD = 17, 18  # mm: running lines
QUARTER = 0.25
OURS = ("Atkinson", "ZapfDingbats")  # the second is for ticks alone, and every viewer has it
HAND = 8  # mm: a line of handwriting
FRAME = 1.5  # mm: what the frame of a box takes from it
YEAR = 4  # figures: a year at the end of a note's line is no number of one
LOWEST = 9  # mm: a box for several lines, however few
SEVERAL_LINES = 1 << 12  # the flag of a field
HEADING = 15  # CSS pixels: what is larger than the text
POINTS_IN_A_PIXEL = 0.75
COLUMNS = {0: (68, 192), 1: (18, 142)}  # mm: from where to where the text of a left and of a right page goes
TOUCH = 1.0  # points by which letters may stand over the end of a line
TOKEN = re.compile(
    rb"(rg|q|Q|Tj|TJ)\b"
)  # begins with letters: to look for a number at each place takes 20 times as long
OPERANDS = 60  # letters before "rg" that hold its three numbers
START = 14  # letters by which a cell or a paragraph is known
ENOUGH = 4.5  # contrast


class Run:
    """A piece of text on a page, in millimetres from its left and its foot.

    Its words and the size of its letters are looked for when they are asked: that takes most of the time, and most
    questions are about places alone. A piece may have no words.
    """

    def __init__(self, page: Any, box: tuple[float, float, float, float]) -> None:
        self._page, self._box = page, box
        self.left, self.bottom, self.right, self.top = (side / MILLIMETRE for side in box)

    @cached_property
    def text(self) -> str:
        """Its words."""
        return str(self._page.get_text_bounded(*self._box)).strip()

    @cached_property
    def size(self) -> float:
        """How large its letters are."""
        left, bottom, _, top = self._box
        at = max(0, self._page.get_index((left + 2), (bottom + top) / 2, 4, 4) or 0)
        return float(pypdfium2.raw.FPDFText_GetFontSize(self._page.raw, at))


@cache
def text_page(page: Any) -> Any:
    """The text of a page of pypdfium2; read once, since many questions are asked of it."""
    return page.get_textpage()


@cache
def runs(page: Any) -> list[Run]:
    """Every piece of text on a page; found once, too."""
    text = text_page(page)
    return [Run(text, text.get_rect(number)) for number in range(text.count_rects())]


def at_the_edge(page: Any, edge: float = EDGE) -> list[str]:
    """Text that stands nearer than ``edge`` to an edge, in millimetres, where a printer may not reach."""
    wide, high = page.get_width() / MILLIMETRE, page.get_height() / MILLIMETRE
    outside = []
    for run in runs(page):
        if min(run.left, run.bottom) < edge or run.right > wide - edge or run.top > high - edge:
            is_tab = len(run.text) == 1 and (run.right < TAB or run.left > wide - TAB)
            outside += [run.text] if run.text and not is_tab else []
    return outside


def across_columns(page: Any, number: int) -> list[str]:
    """Text of the page ``number`` that is neither in the column nor in the margin beside it, but in both."""
    left, right = COLUMNS[number % 2]
    inner = left if number % 2 == 0 else right
    across = [run.text for run in runs(page) if run.left < inner - 2.5 and run.right > inner + 2.5]
    return [words for words in across if words]


def over_each_other(page: Any, number: int) -> list[str]:
    """Notes in the margin of the page ``number`` that cover one another."""
    left, right = COLUMNS[number % 2]
    notes = [run for run in runs(page) if (run.right < left if number % 2 == 0 else run.left > right)]
    notes = [run for run in notes if run.bottom > FOOT]
    covered = []
    for at, note in enumerate(notes):
        for other in notes[at + 1 :]:
            high = min(note.top, other.top) - max(note.bottom, other.bottom)
            wide = min(note.right, other.right) - max(note.left, other.left)
            if high > 0.9 and wide > 0.5 and note.text and other.text:
                covered.append(f"{note.text} / {other.text}")
    return covered


def is_nearly_empty(page: Any) -> bool:
    """Whether less than a quarter of a page has text, lines or pictures."""
    high = page.get_height() / MILLIMETRE
    body = [run for run in runs(page) if run.bottom > FOOT and run.top < high - HEAD]
    lowest = next((run.bottom for run in upwards(body) if run.text), high)
    if (high - HEAD - lowest) / (high - HEAD - FOOT) >= QUARTER:
        return False
    image = page.render(scale=1, may_draw_forms=False).to_pil().convert("L")
    wide, tall = image.size
    body = image.crop((0, int(HEAD * MILLIMETRE), wide, int(tall - FOOT * MILLIMETRE)))
    ink = body.point(lambda level: 255 if level < 190 else 0).getbbox()
    return ink is None or ink[3] / body.size[1] < QUARTER


def upwards(pieces: Iterable[Run]) -> list[Run]:
    """Pieces of text from the lowest to the highest."""
    return sorted(pieces, key=lambda run: run.bottom)


def ends_with_heading(page: Any) -> list[str]:
    """The heading that is the last thing on a page; what belongs to it is overleaf."""
    body = upwards(run for run in runs(page) if run.bottom > FOOT)
    last = next((run for run in body if len(run.text) > 1), None)  # but not the tab's number
    return [last.text] if last and last.size > HEADING else []


def smaller(page: Any, points: float) -> list[str]:
    """Text on a page that is smaller than ``points``. A PDF of ours measures its letters in CSS pixels."""
    least = (points - TOUCH / 10) / POINTS_IN_A_PIXEL
    return [run.text for run in runs(page) if run.size < least and run.text]


def letters(text: str) -> str:
    """The letters and figures of a text, which no line break moves."""
    return re.sub(r"\W", "", text)


def cut_rows(rows: list[list[str]], pages: list[str]) -> list[list[str]]:
    """Rows of tables of which no page holds the beginning of every cell. ``rows`` are the texts of their cells."""
    held = [letters(page) for page in pages]
    cut = []
    for row in rows:
        starts = [start for cell in row if len(start := letters(re.split(r"[(\d]", cell)[0])[:START]) == START]
        known = [start for start in starts if any(start in page for page in held)]
        if known and not any(all(start in page for start in known) for page in held):
            cut.append(row)
    return cut


def not_read_once(beginnings: Iterable[str], pages: Sequence[str]) -> list[str]:
    """Which of these do not stand in the text of ``pages`` exactly once, each behind the one before it."""
    text, at, wrong = letters(" ".join(pages)), 0, []
    for beginning in beginnings:
        words = letters(beginning)
        place = text.find(words, at)
        if place < 0 or text.count(words) != 1:
            wrong.append(beginning)
        else:
            at = place
    return wrong


def note_numbers(page: Any, number: int) -> set[int]:
    """The numbers of the notes in the margin of the page ``number``."""
    left, right = COLUMNS[number % 2]
    notes = [run for run in runs(page) if (run.right < left if number % 2 == 0 else run.left > right)]
    return {int(run.text) for run in notes if run.bottom > FOOT and run.text.isdecimal() and len(run.text) < YEAR}


def gaps(numbers: Collection[int]) -> list[int]:
    """Which of the numbers from 1 to the highest are missing."""
    return [number for number in range(1, max(numbers, default=0) + 1) if number not in numbers]


def wrong_entries(entries: Iterable[tuple[str, int]], contents: str) -> list[str]:
    """Titles, given with the number of their page, that do not stand with it in the text of the contents."""
    return [title for title, number in entries if not re.search(rf"{re.escape(title)}[ .]*{number}\b", contents)]


def wrong_references(text: str, led_to: Collection[int]) -> list[int]:
    """Pages that the ``text`` of a page names, and to which none of its links leads."""
    return sorted({int(number) for number in re.findall(r"page\s(\d+)\b(?! of)", text)} - {*led_to})


def wrong_index(lines: Iterable[tuple[str, str]], texts: Sequence[str]) -> list[tuple[str, int]]:
    """Names of an index with numbers of pages that do not say them. ``lines`` are names and their numbers."""
    wrong = []
    for name, numbers in lines:
        for first, last in re.findall(r"(\d+)(?:–(\d+))?", numbers):
            pages = range(int(first), int(last or first) + 1)
            wrong += [(name, page) for page in pages if page > len(texts) or name not in texts[page - 1]]
    return wrong


def beyond(measured: Mapping[str, int], bounds: Mapping[str, tuple[int, int]]) -> dict[str, int]:
    """What is less or more than the bounds of its kind. ``bounds`` are by how a name begins; the longest counts."""
    wrong = {}
    for name, value in measured.items():
        kind = max((start for start in bounds if name.startswith(start)), key=len, default="")
        if kind and not bounds[kind][0] <= value <= bounds[kind][1]:
            wrong[name] = value
    return wrong


def low_boxes(pdf: Any, lines: Mapping[str, int]) -> list[str]:
    """Boxes of a form that are too low to write in by hand. ``lines`` says how many each promises, by its name."""
    low = []
    with pikepdf.open(pdf) as document:
        for page in document.pages:
            notes: Any = page.obj.get("/Annots", [])
            for note in notes:
                if note.get("/FT") == "/Tx" and int(note.get("/Ff", 0)) & SEVERAL_LINES:
                    high = abs(float(note.Rect[3]) - float(note.Rect[1])) / MILLIMETRE
                    if high < max(LOWEST, lines.get(str(note.T), 1) * HAND - FRAME):
                        low.append(str(note.T))
    return low


def fonts_not_inside(pdf: Any) -> list[str]:
    """Fonts that a PDF names and does not hold."""
    missing = set()
    with pikepdf.open(pdf) as document:
        for page in document.pages:
            fonts: Any = page.obj.Resources.get("/Font", pikepdf.Dictionary())
            for font in fonts.values():
                below = font.DescendantFonts[0] if "/DescendantFonts" in font else font
                described: Any = below.get("/FontDescriptor", pikepdf.Dictionary())
                if not any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3")):
                    missing.add(str(font.get("/BaseFont", "")))
    return sorted(missing)


def fonts_not_ours(pdf: Any) -> list[str]:
    """Fonts that a PDF holds, and which the toolkit does not bring: another machine would draw with others."""
    with pikepdf.open(pdf) as document:
        names = {
            str(font.get("/BaseFont", "")).rpartition("+")[2].lstrip("/")
            for page in document.pages
            for font in dict(page.obj.Resources.get("/Font", pikepdf.Dictionary())).values()
        }
    return sorted(name for name in names if not name.startswith(OURS))


def too_pale(stream: bytes) -> list[str]:
    """Colours in which a page's content writes that grey print would lose; white stands on black."""
    colours, now, pale = [], (0.0, 0.0, 0.0), set()
    for token in TOKEN.finditer(stream):
        at = token.start()
        if stream[max(0, at - 1) : at].isalnum():  # the end of a longer word
            continue
        if token[1] == b"q":
            colours.append(now)
        elif token[1] == b"Q":
            now = colours.pop() if colours else now
        elif token[1] == b"rg":
            red, green, blue = map(float, stream[max(0, at - OPERANDS) : at].split()[-3:])
            now = (red, green, blue)
        elif now != (1.0, 1.0, 1.0) and 1.05 / (_light(now) + 0.05) < ENOUGH:
            pale.add(str(now))
    return sorted(pale)


@cache
def _light(colour: tuple[float, float, float]) -> float:
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
