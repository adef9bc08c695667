"""What goes over several pages is one element of a PDF's structure, and is read as one; WeasyPrint makes one a page.

While it builds the structure, each element is marked with the element of HTML that it is a piece of. Before the
document is written, neighbours that are pieces of the same are put together. A header that is on each page of its table
is one header, which is read once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from macros.rendering.pdf_objects import Objects

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
                element.is_read_last = True
            elif box.element is not None:
                element.piece = (id(box.element), box.element_tag)
                if box.element_tag == "th" and getattr(box, "is_repeated", False):
                    element[READ_INSTEAD] = to_string(_words(box.element))
                if box.link_annotation and any(map(str.isalpha, words := _words(box.element))):
                    box.link_annotation["Contents"] = to_string(words)  # in place of the address
            yield element

    build_marked.marks_pieces = True  # pyrefly: ignore[missing-attribute]
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

    objects: Objects
    owners: dict[bytes, bytes] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)


def join_pieces(pdf: Any) -> None:
    """Put pieces of the same together, in the structure of a ``pdf`` of pydyf that was marked."""
    objects = Objects(pdf)
    root, joined = objects.structure, _Joined(objects)
    for reference in root["K"]:
        top = objects.of(reference)
        last = [kid for kid in top["K"] if hasattr(objects.of(kid), "is_read_last")]
        if last:
            top["K"] = objects.array([*(kid for kid in top["K"] if kid not in last), *last])
        _join(top, joined)
    numbers = objects.of(root["ParentTree"])["Nums"]
    for at in range(1, len(numbers), 2):
        held = numbers[at]
        if isinstance(held, list):
            held[:] = [joined.owners.get(owner, owner) for owner in held]
        else:
            numbers[at] = joined.owners.get(held, held)


def _join(node: Any, joined: _Joined) -> None:
    # The cells of a row stand beside each other, and a table has its header again: each has a piece further on.
    looks_far = node["S"] in ("/TR", "/Table")
    whole: list[tuple[Any, Any]] = []  # each with what it stands for
    pieces: dict[Any, Any] = {}
    for kid in node["K"]:
        element = joined.objects.of(kid)
        piece = (element.piece, element["S"]) if hasattr(element, "piece") else None
        first = pieces.get(piece) if piece else None
        if first is not None:
            _take(first, kid, element, joined)
            continue
        whole.append((kid, element))
        if not looks_far:
            pieces.clear()
        pieces[piece] = element
    if len(whole) < len(node["K"]):
        node["K"] = joined.objects.array([kid for kid, _ in whole])
    for _, element in whole:
        if isinstance(element, dict) and "S" in element:
            _join(element, joined)
            if "Headers" in element.get("A", {}):  # the head of a table stands before its cells, and is joined by now
                for name in element["A"]["Headers"]:
                    name.string = joined.names.get(name.string, name.string)


def _take(first: Any, reference: bytes, second: Any, joined: _Joined) -> None:
    """Let ``first`` hold what ``second``, which stands behind it and has this ``reference``, holds."""
    joined.owners[reference] = first.reference
    if "ID" in second:
        joined.names[second["ID"].string] = first["ID"].string
    if READ_INSTEAD in second:
        first[READ_INSTEAD] = second[READ_INSTEAD]
    for kid in second["K"]:
        element = joined.objects.of(kid)
        if isinstance(element, dict) or first["Pg"] == second["Pg"]:
            if isinstance(element, dict) and "S" in element:
                element["P"] = first.reference
            first["K"].append(kid)
        else:  # pragma: no cover: only in whole builds. The number of a text is one of its page.
            first["K"].append(joined.objects.dictionary(Type="/MCR", Pg=second["Pg"], MCID=kid))
