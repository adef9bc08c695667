"""What can be wrong with the structure of a PDF, by which a screen reader reads it: rules of PDF/UA-1, and a few more.

``problems`` walks through a document once and returns what is wrong as words, each beginning with its rule.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

# What an element may stand in, and what it may hold: of ISO 32000-1, 14.8.4.
INSIDE = {
    "LI": {"L"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
}
HOLDS = {"L": {"LI", "L", "Caption"}, "TR": {"TH", "TD"}, "Table": {"TR", "THead", "TBody", "TFoot", "Caption"}}
MAY_BE_EMPTY = {"TD", "TH", "Form"}  # a box to write in is a cell with nothing in it
HEADING = re.compile(r"H([1-6])$")
FILE_NAME = re.compile(r"^$|\.(png|svg|jpe?g|webp|pdf)$|^[\w-]+/[\w/-]+$")
MARKED = re.compile(rb"(BDC|BMC|EMC|Tj|TJ)\b")  # begins with letters, for which a search is quick
NUMBER = re.compile(rb"/MCID (\d+)\s*>>\s*$")  # before "BDC"
BEFORE = 60  # letters before it, in which its number stands


class _Walk:
    """What a walk through the structure keeps in mind."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.ids: Counter[str] = Counter()
        self.named: list[str] = []
        self.links: set[tuple[int, int]] = set()
        self.owners: Counter[tuple[tuple[int, int], int]] = Counter()  # of texts, by page and number
        self.level = 0

    def add(self, rule: str, what: str) -> None:
        self.problems.append(f"{rule}: {what}")


def kids(node: Any) -> list[Any]:
    """What an element holds: elements, numbers of texts, and references to annotations."""
    held = node.get("/K")
    return [*held] if isinstance(held, Array) else [] if held is None else [held]


def elements(node: Any) -> Iterator[Any]:
    """Every element below ``node``, in the order in which it is read."""
    for kid in kids(node):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def problems(pdf: pikepdf.Pdf) -> list[str]:
    """What is wrong with a document's structure, its links and the little that it says of itself."""
    walk = _Walk()
    _about(pdf, walk)
    _walk(pdf.Root.StructTreeRoot.K[0], "Document", walk)
    for name, count in walk.ids.items():
        if count > 1:
            walk.add("two headers of one name", name)
    for name in {*walk.named} - {*walk.ids}:
        walk.add("a header that is not there", name)
    for number, page in enumerate(pdf.pages, 1):
        notes: Any = page.obj.get("/Annots", [])
        if len(notes) and page.obj.get("/Tabs") != "/S":
            walk.add("order of fields", f"page {number}")
        for note in notes:
            if note.Subtype == "/Link" and note.objgen not in walk.links:
                walk.add("link outside of its element", f"page {number}")
            if note.Subtype == "/Link" and not str(note.get("/Contents", "")).strip():
                walk.add("link without words", f"page {number}")
        _texts(page, number, walk)
    return walk.problems


def _about(pdf: pikepdf.Pdf, walk: _Walk) -> None:
    root = pdf.Root
    title = re.search(rb"<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>", root.Metadata.read_bytes(), re.DOTALL)
    if not title or not title[1].strip():
        walk.add("no title", "")
    if "/Lang" not in root or not str(root.Lang):
        walk.add("no language", "")
    if not root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle"):
        walk.add("file name in place of the title", "")


def _walk(node: Any, kind: str, walk: _Walk) -> None:
    held = kids(node)
    kinds = [str(kid.S)[1:] if isinstance(kid, Dictionary) and "/S" in kid else "" for kid in held]
    if not held and kind not in MAY_BE_EMPTY and "/Alt" not in node:
        walk.add("empty element", kind)
    for inside in {*kinds}:
        allowed, holds = INSIDE.get(inside), HOLDS.get(kind)
        if (allowed and kind not in allowed) or (holds and inside not in holds):
            walk.add("wrong place", f"{inside or 'text'} in {kind}")
    if kind == "Table":
        _table(node, kinds, walk)
    for kid, inside in zip(held, kinds, strict=True):
        if inside:
            if heading := HEADING.match(inside):
                level = int(heading[1])
                if level > walk.level + 1:
                    walk.add("heading that skips a level", f"{inside} after H{walk.level}")
                walk.level = level
            elif inside == "Figure" and FILE_NAME.search(str(kid.get("/Alt", "")).strip()):
                walk.add("picture without words", str(kid.get("/Alt", "")))
            _walk(kid, inside, walk)
        elif isinstance(kid, int):
            walk.owners[node.Pg.objgen, kid] += 1
        elif "/MCID" in kid:
            walk.owners[kid.Pg.objgen, int(kid.MCID)] += 1
        elif kind == "Link":
            walk.links.add(kid.Obj.objgen)


def _table(node: Any, kinds: list[str], walk: _Walk) -> None:
    if kinds.count("THead") > 1:
        walk.add("two heads of one table", str(kinds))
    widths = set()
    rows = [row for part in kids(node) for row in ([part] if part.S == "/TR" else kids(part))]
    spans: Counter[int] = Counter()  # cells of earlier rows that reach into a row
    for at, row in enumerate(rows):
        width = spans[at]
        for cell in kids(row):
            style = cell.get("/A", Dictionary())
            width += int(style.get("/ColSpan", 1))
            for below in range(1, int(style.get("/RowSpan", 1))):
                spans[at + below] += int(style.get("/ColSpan", 1))
            if cell.S == "/TH":
                if "/Scope" not in style:
                    walk.add("header without scope", "")
                if "/ID" in cell:
                    walk.ids[str(cell.ID)] += 1
            walk.named += [str(name) for name in style.get("/Headers", ())]
        widths.add(width)
    if len(widths) > 1:
        walk.add("rows of different widths", str(sorted(widths)))


def _texts(page: pikepdf.Page, number: int, walk: _Walk) -> None:
    """Whether each text of a page belongs to one element, or to what is no part of the text, such as a running line."""
    depth = 0
    page.contents_coalesce()
    content = page.Contents.read_bytes()
    for mark in MARKED.finditer(content):
        at = mark.start()
        if content[max(0, at - 1) : at].isalnum():  # the end of a longer word
            continue
        if mark[1] in (b"Tj", b"TJ"):
            if not depth:
                walk.add("text that is not marked", f"page {number}")
            continue
        depth += -1 if mark[1] == b"EMC" else 1
        numbered = NUMBER.search(content[max(0, at - BEFORE) : at]) if mark[1] == b"BDC" else None
        if numbered and walk.owners[page.obj.objgen, int(numbered[1])] != 1:
            walk.add("text of no element or of two", f"page {number}")
