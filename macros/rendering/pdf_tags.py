"""The structure of a drawn PDF, made as PDF/UA-1 asks: WeasyPrint tags all but what is done here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

PRINTED = 4  # the flag of an annotation that is on paper as on screen


def running_lines_are_artifacts(draw: Any, boxes: Any, tagging: Any) -> None:
    """Let WeasyPrint, by these of its modules, not tag the lines in the margins of each page as text."""
    drawn, build_tree = draw.draw_stacking_context, tagging._build_box_tree
    if getattr(drawn, "marks_artifacts", False):
        return

    def draw_context(stream: Any, context: Any) -> None:
        if not isinstance(context.box, boxes.MarginBox) or stream._tags is None:
            drawn(stream, context)
            return
        with stream.artifact():
            tags, stream._tags = stream._tags, None
            try:
                drawn(stream, context)
            finally:
                stream._tags = tags

    draw_context.marks_artifacts = True  # type: ignore[attr-defined]
    draw.draw_stacking_context = draw_context
    tagging._build_box_tree = lambda box, *rest: () if isinstance(box, boxes.MarginBox) else build_tree(box, *rest)


def complete_tags(document: pikepdf.Pdf, name: str) -> None:
    """Give headers of tables their scope, and lists nothing but items; links are on paper as on screen.

    Headers are called by ``name``, which no other document has, so that several can be joined.
    """
    root = document.Root.get("/StructTreeRoot")
    if root is not None:
        _complete(root, name, in_head=False)
    for page in document.pages:
        for annotation in page.obj.get("/Annots", []):
            annotation.F = int(annotation.get("/F", 0)) | PRINTED


def _complete(node: pikepdf.Object, name: str, in_head: bool) -> None:
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
    kids = node.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            _complete(kid, name, in_head or kind == "/THead")


def _only_items(listed: pikepdf.Object) -> None:
    """A group of terms and meanings, which HTML puts into a ``div``, is items of its list."""
    import pikepdf

    kids = listed.get("/K")
    items = []
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        below = kid.get("/K") if isinstance(kid, pikepdf.Dictionary) and str(kid.get("/S", "")) == "/Div" else None
        if below is None:
            items.append(kid)
            continue
        for item in below if isinstance(below, pikepdf.Array) else [below]:
            item.P = listed
            items.append(item)
    listed.K = pikepdf.Array(items)
