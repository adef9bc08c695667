"""The structure of a drawn PDF, made as PDF/UA-1 asks: WeasyPrint tags all but what is done here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

RUNNING_LINE = "<</Type /Pagination>>"
SAYS_NOTHING = (
    "/Link",  # a piece at the end of a line, before its first word
    "/Span",
    "/NonStruct",
    "/Div",
    "/P",
    "/LI",
    "/L",
)  # of themselves: where they are empty, they may go
PRINTED = 4  # the flag of an annotation that is on paper as on screen


def running_lines_are_artifacts(draw: Any, boxes: Any, tagging: Any) -> None:
    """Let WeasyPrint, by these of its modules, not tag the lines in the margins of each page as text."""
    drawn, build_tree = draw.draw_stacking_context, tagging._build_box_tree
    if getattr(drawn, "marks_artifacts", False):
        return

    def _is_running(box: Any) -> bool:
        return isinstance(box, boxes.MarginBox) and not getattr(box, "is_text", False)

    def build(box: Any, *rest: Any) -> Iterator[Any]:
        if isinstance(box, boxes.MarginBox):  # of which WeasyPrint keeps nothing
            for child in box.children if getattr(box, "is_text", False) else ():
                yield from tagging._build_box_tree(child, *rest)
        else:
            yield from build_tree(box, *rest)

    def draw_context(stream: Any, context: Any) -> None:
        if not _is_running(context.box) or stream._tags is None:
            drawn(stream, context)
            return
        stream.begin_marked_content("Artifact", RUNNING_LINE)
        tags, stream._tags = stream._tags, None
        try:
            drawn(stream, context)
        finally:
            stream._tags = tags
            stream.end_marked_content()

    draw_context.marks_artifacts = True  # type: ignore[attr-defined]
    draw.draw_stacking_context = draw_context
    tagging._build_box_tree = build


def only_whole_links(document: Any) -> None:
    """Let a link of a ``document`` of WeasyPrint be one on each line, and not also each piece of what it says.

    The pieces would lie over it, and stand in its tag outside of any that is a link's own. One in the margin of each
    page has no tag but where it is read.
    """
    for page in document.pages:
        page.links = [link for link in page.links if link[3].element_tag == "a" and not hasattr(link[3], "is_repeated")]


def complete_tags(document: pikepdf.Pdf, name: str) -> None:
    """Give headers of tables their scope, and lists nothing but items; links are on paper as on screen.

    Headers are called by ``name``, which no other document has, so that several can be joined.
    """
    root = document.Root.get("/StructTreeRoot")
    if root is not None:
        _complete(document, root, name, in_head=False)
    for page in document.pages:
        for annotation in page.obj.get("/Annots", []):
            annotation.F = int(annotation.get("/F", 0)) | PRINTED


def _complete(document: pikepdf.Pdf, node: pikepdf.Object, name: str, in_head: bool) -> None:
    import pikepdf

    kind = str(node.get("/S", ""))
    if kind == "/TH":
        direction = pikepdf.Name("/Column") if in_head else pikepdf.Name("/Row")
        node["/A"] = pikepdf.Dictionary(O=pikepdf.Name("/Table"), Scope=direction)
        if "/ID" in node:
            node.ID = pikepdf.String(f"{name}-{node.ID}")
    elif kind == "/TD" and "/Headers" in node.get("/A", {}):
        node.A.Headers = pikepdf.Array([pikepdf.String(f"{name}-{header}") for header in node.A.Headers])
    elif kind == "/L":
        _only_items(node)
    elif any(_kind(kid) == "/LI" for kid in _kids(node)):
        _in_list(document, node)
    elif kind == "/LI":
        _in_body(document, node)
    kids = _kids(node)
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary):
            _complete(document, kid, name, in_head or kind == "/THead")
    if kind == "/LI" and all(_kind(kid) == "/LBody" and not _kids(kid) for kid in kids):
        kids = []
        node.K = pikepdf.Array()
    if any(_is_empty(kid) for kid in kids):
        node.K = pikepdf.Array([kid for kid in kids if not _is_empty(kid)])


def _is_empty(node: Any) -> bool:
    """Whether nothing is said by a part of the structure, nor by its being there, as by that of a cell."""
    return _kind(node) in SAYS_NOTHING and "/Alt" not in node and not _kids(node)


def _only_items(listed: pikepdf.Object) -> None:
    """A group of terms and meanings, which HTML puts into a ``div``, is items of its list."""
    import pikepdf

    items = []
    for kid in _kids(listed):
        if _kind(kid) != "/Div":
            items.append(kid)
            continue
        for item in _kids(kid):
            item.P = listed
            items.append(item)
    listed.K = pikepdf.Array(items)


def _in_list(document: pikepdf.Pdf, holder: pikepdf.Object) -> None:
    """Items of a list that stand in something else beside other text are a list in it."""
    import pikepdf

    kids = _kids(holder)
    items = [kid for kid in kids if _kind(kid) == "/LI"]
    listed = pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.L, K=pikepdf.Array(items), P=holder)
    if "/Pg" in holder:
        listed.Pg = holder.Pg
    at, listed = kids.index(items[0]), document.make_indirect(listed)
    for item in items:
        item.P = listed
    others = [kid for kid in kids if _kind(kid) != "/LI"]
    holder.K = pikepdf.Array([*others[:at], listed, *others[at:]])


def _in_body(document: pikepdf.Pdf, item: pikepdf.Object) -> None:
    """What is in an item of a list stands in its body, but for its bullet."""
    import pikepdf

    kids = _kids(item)
    outside = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and _kind(kid) not in ("/Lbl", "/LBody")]
    if not outside:
        return
    for kid in outside:
        body = pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.LBody, K=pikepdf.Array([kid]), P=item)
        if "/Pg" in item:
            body.Pg = item.Pg
        kids[kids.index(kid)] = kid.P = document.make_indirect(body)
    item.K = pikepdf.Array(kids)


def _kids(node: pikepdf.Object) -> list[Any]:
    import pikepdf

    kids = node.get("/K")
    return [*kids] if isinstance(kids, pikepdf.Array) else [] if kids is None else [kids]


def _kind(node: Any) -> str:
    import pikepdf

    return str(node.get("/S", "")) if isinstance(node, pikepdf.Dictionary) else ""
