"""What goes over several pages is one element of a PDF's structure, and is read as one; WeasyPrint makes one a page.

While it builds the structure, each element is marked with the element of HTML that it is a piece of. When the document
is drawn, neighbours that are pieces of the same are put together, and the marks go. A header that is on each page of
its table is one header, which is read once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

PIECE = "PieceOf"  # whose piece an element is
READ_LAST = "ReadLast"  # set on what stands in a margin, and is read behind all else
READ_INSTEAD = "ActualText"  # what is read of an element, in place of its texts
READ_ONCE = "data-read-once"  # set on what stands in a margin of each page, and is text on the first alone


def mark_pieces(boxes: Any, tagging: Any, to_string: Any) -> None:
    """Let WeasyPrint, by these of its modules, mark the elements of a structure as pieces of those of HTML.

    ``to_string`` makes a text of a PDF.
    """
    build = tagging._build_box_tree
    if getattr(build, "marks_pieces", False):
        return

    def build_marked(box: Any, parent: Any, *rest: Any) -> Iterator[Any]:
        box = getattr(box, "_box", box)
        is_last = isinstance(box, boxes.MarginBox)
        for element in build(box, parent, *rest):
            if is_last:
                element[READ_LAST] = "true"
            elif box.element is not None:
                element[PIECE] = f"({id(box.element)} {box.element_tag})"
                if box.element_tag == "th" and getattr(box, "is_repeated", False):
                    element[READ_INSTEAD] = to_string(_words(box.element))
                if box.link_annotation and any(map(str.isalpha, words := _words(box.element))):
                    box.link_annotation["Contents"] = to_string(words)  # in place of the address
            yield element

    build_marked.marks_pieces = True  # type: ignore[attr-defined]
    tagging._build_box_tree = build_marked


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def find_repeated(document: Any, boxes: Any) -> None:
    """Find in a ``document`` of WeasyPrint what comes again: headers of tables, and lines in the margins of pages.

    A line in the margin that is to be read once is text where it is first.
    """
    seen: set[int] = set()
    for page in document.pages:
        for box in page._page_box.descendants():
            if isinstance(box, boxes.TableRowGroupBox) and box.is_header:
                _find(box, id(box.element) in seen)
                seen.add(id(box.element))
            elif isinstance(box, boxes.MarginBox):
                lines = [id(child.element) for child in box.children if _is_read_once(child)]
                box.is_text = bool(lines) and not seen.issuperset(lines)
                _find(box, not box.is_text)
                seen.update(lines)


def _find(box: Any, is_repeated: bool) -> None:
    if is_repeated:
        for inside in (box, *box.descendants()):
            inside.is_repeated = True


def _is_read_once(box: Any) -> bool:
    return box.element is not None and box.element.get(READ_ONCE) is not None


@dataclass
class _Joined:
    """What became a part of another: its owners by the reference of the piece, its headers by the piece's name."""

    owners: dict[tuple[int, int], Any] = field(default_factory=dict)
    names: dict[str, Any] = field(default_factory=dict)


def join_pieces(document: pikepdf.Pdf) -> None:
    """Put pieces of the same together, in the structure of a ``document`` that was marked, and take the marks off."""
    import pikepdf

    root = document.Root.get("/StructTreeRoot")
    if root is None:  # pragma: no cover: every document of ours is tagged
        return
    joined = _Joined()
    for top in root.K:
        last = [kid for kid in top.K if f"/{READ_LAST}" in kid]
        if last:
            top.K = pikepdf.Array([*(kid for kid in top.K if f"/{READ_LAST}" not in kid), *last])
        _join(top, joined)
    numbers = root.ParentTree.Nums
    for at in range(1, len(numbers), 2):
        held = numbers[at]
        if isinstance(held, pikepdf.Array):
            for number, owner in enumerate(held):
                if owner is not None and owner.objgen in joined.owners:
                    held[number] = joined.owners[owner.objgen]
        elif held.objgen in joined.owners:
            numbers[at] = joined.owners[held.objgen]


def _join(node: Any, joined: _Joined) -> None:
    import pikepdf

    kids = [*node.get("/K", [])]
    whole: list[Any] = []
    for kid in kids:
        piece = _piece(kid)
        # The cells of a row stand beside each other, and a table has its header again: each has a piece further on.
        before = whole if str(node.S) in ("/TR", "/Table") else whole[-1:]
        first = next((other for other in before if piece and _piece(other) == piece), None)
        if first is None:
            whole.append(kid)
        else:
            _take(first, kid, joined)
    if len(whole) < len(kids):
        node.K = pikepdf.Array(whole)
    for kid in whole:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            _join(kid, joined)
            for mark in (f"/{PIECE}", f"/{READ_LAST}"):
                if mark in kid:
                    del kid[mark]
            if "/Headers" in kid.get("/A", {}):  # the head of a table stands before its cells, and is joined by now
                kid.A.Headers = pikepdf.Array([joined.names.get(str(name), name) for name in kid.A.Headers])


def _piece(node: Any) -> tuple[str, str] | None:
    """Whose piece a part of the structure is, and of which kind; None for what is whole."""
    import pikepdf

    if not isinstance(node, pikepdf.Dictionary) or f"/{PIECE}" not in node:
        return None
    return str(node[f"/{PIECE}"]), str(node.S)


def _take(first: Any, second: Any, joined: _Joined) -> None:
    """Let ``first`` hold what ``second``, which stands behind it, holds."""
    import pikepdf

    joined.owners[second.objgen] = first
    if "/ID" in second:
        joined.names[str(second.ID)] = first.ID
    if f"/{READ_INSTEAD}" in second:
        first[f"/{READ_INSTEAD}"] = second[f"/{READ_INSTEAD}"]
    for kid in second.K:
        if isinstance(kid, pikepdf.Dictionary):
            if "/S" in kid:
                kid.P = first
            first.K.append(kid)
        elif first.Pg.objgen == second.Pg.objgen:
            first.K.append(kid)
        else:  # pragma: no cover: only in whole builds. The number of a text is one of its page.
            first.K.append(pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=second.Pg, MCID=int(kid)))
