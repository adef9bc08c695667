"""The structure of a drawn PDF, made as PDF/UA-1 asks: WeasyPrint tags all but what is done here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.rendering.pdf_objects import Objects

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

    draw_context.marks_artifacts = True  # pyrefly: ignore[missing-attribute]
    draw.draw_stacking_context = draw_context
    tagging._build_box_tree = build


def only_whole_links(document: Any) -> None:
    """Let a link of a ``document`` of WeasyPrint be one on each line, and not also each piece of what it says.

    The pieces would lie over it, and stand in its tag outside of any that is a link's own. One in the margin of each
    page has no tag but where it is read.
    """
    for page in document.pages:
        page.links = [link for link in page.links if link[3].element_tag == "a" and not hasattr(link[3], "is_repeated")]


def complete_tags(pdf: Any, name: str) -> None:
    """Give headers of tables their scope, and lists nothing but items, in a ``pdf`` of pydyf that is not yet written.

    Headers are called by ``name``, which no other document has, so that several can be joined. Links are on paper as on
    screen.
    """
    objects = Objects(pdf)
    _complete(objects, objects.structure, name, in_head=False)
    for page in objects.pages():
        for annotation in page.get("Annots", ()):
            note = objects.of(annotation)
            note["F"] = note.get("F", 0) | PRINTED


def _complete(objects: Objects, node: Any, name: str, in_head: bool) -> None:
    kind = node.get("S", "")
    if kind == "/TH":
        scope = "/Column" if in_head else "/Row"
        node["A"] = objects.dictionary(O="/Table", Scope=scope)
        if "ID" in node:
            node["ID"] = objects.string(f"{name}-{node['ID'].string}")
    elif kind == "/TD" and "Headers" in node.get("A", {}):
        named = [objects.string(f"{name}-{header.string}") for header in node["A"]["Headers"]]
        node["A"]["Headers"] = objects.array(named)
    elif kind == "/L":
        _only_items(objects, node)
    elif any(_kind(objects.of(kid)) == "/LI" for kid in node["K"]):
        _in_list(objects, node)
    elif kind == "/LI":
        _in_body(objects, node)
    kids = [objects.of(kid) for kid in node["K"]]
    for kid in kids:
        if _kind(kid):
            _complete(objects, kid, name, in_head or kind == "/THead")
    if kind == "/LI" and all(_kind(kid) == "/LBody" and not kid["K"] for kid in kids):
        kids = []
        node["K"] = objects.array([])
    if any(_is_empty(kid) for kid in kids):
        node["K"] = objects.array([kid for kid in node["K"] if not _is_empty(objects.of(kid))])


def _is_empty(node: Any) -> bool:
    """Whether nothing is said by a part of the structure, nor by its being there, as by that of a cell."""
    return _kind(node) in SAYS_NOTHING and "Alt" not in node and not node["K"]


def _only_items(objects: Objects, listed: Any) -> None:
    """A group of terms and meanings, which HTML puts into a ``div``, is items of its list."""
    items = []
    for kid in listed["K"]:
        element = objects.of(kid)
        if _kind(element) != "/Div":
            items.append(kid)
            continue
        for item in element["K"]:
            objects.of(item)["P"] = listed.reference
            items.append(item)
    listed["K"] = objects.array(items)


def _in_list(objects: Objects, holder: Any) -> None:
    """Items of a list that stand in something else beside other text are a list in it."""
    kids = holder["K"]
    items = [kid for kid in kids if _kind(objects.of(kid)) == "/LI"]
    listed = objects.element("/L", items, holder)
    at = kids.index(items[0])
    for item in items:
        objects.of(item)["P"] = listed.reference
    others = [kid for kid in kids if kid not in items]
    holder["K"] = objects.array([*others[:at], listed.reference, *others[at:]])


def _in_body(objects: Objects, item: Any) -> None:
    """What is in an item of a list stands in its body, but for its bullet."""
    for at, kid in enumerate(item["K"]):
        element = objects.of(kid)
        if isinstance(element, dict) and _kind(element) not in ("/Lbl", "/LBody"):
            body = objects.element("/LBody", [kid], item)
            item["K"][at] = element["P"] = body.reference


def _kind(node: Any) -> str:
    return str(node.get("S", "")) if isinstance(node, dict) else ""
