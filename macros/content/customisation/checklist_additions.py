"""Items that an edition adds to one of the toolkit's checklists, without replacing it."""

from __future__ import annotations

from pydantic import Field

from macros.core.parsing import ParsedFile
from macros.core.problems import ContentError, Problem
from macros.core.suggestions import near
from macros.core.validation import StrictModel, validate
from macros.models.pages import Checklist, Item
from macros.models.texts import Id


class AddedItem(Item):
    """An item of the edition's own. It stands after the item ``after``, or at the end."""

    after: Id | None = None


class Additions(StrictModel):
    """An edition's file of the same name as the toolkit's checklist."""

    add: list[AddedItem] = Field(min_length=1)


def with_additions(checklist: Checklist, source: ParsedFile) -> Checklist:
    """The toolkit's ``checklist`` with the items of the edition's file ``source``.

    Raises :class:`ContentError` for ids that clash and for items to stand after that are not there.
    """
    if "items" in source.keys:
        message = "The file says both “add” and “items”."
        fix = "Keep “add” to add items to the toolkit's checklist, or “items” to write your own in its place."
        raise ContentError([Problem(source.file, source.line(("items",)), message, fix)])
    additions = validate(Additions, source).add
    items: list[Item] = list(checklist.items)
    taken = {item_name for item in items for item_name in item.names}
    problems: list[Problem] = []
    for at, new in enumerate(additions):
        clash = next((item_name for item_name in new.names if item_name in taken), None)
        if clash:
            message = f"The item id “{clash}” is taken."
            fix = f"Give it another, such as “our-{clash}”. An id is never used again, not even for a retired item."
            key = "id" if clash == new.id else "renamed_from"
            problems.append(Problem(source.file, source.line(("add", at, key)), message, fix))
            continue
        taken.update(new.names)
        place = _place(items, new.after)
        if place is None:
            known = [item.id for item in items]
            message = f"“after” names “{new.after}”, which is not an item of this checklist."
            problems.append(
                Problem(source.file, source.line(("add", at, "after")), message, near(str(new.after), known))
            )
            continue
        items.insert(place, new)
    if problems:
        raise ContentError(problems)
    return checklist.model_copy(update={"items": items})


def _place(items: list[Item], after: str | None) -> int | None:
    """Where an item that stands after ``after`` goes; None where there is no such item.

    Several after one item stand in the order of the file, each with those that come after it in turn.
    """
    if after is None:
        return len(items)
    place = next((at + 1 for at, item in enumerate(items) if after in item.names), None)
    if place is not None:
        block = set(items[place - 1].names)
        while place < len(items) and getattr(items[place], "after", None) in block:
            block.update(items[place].names)
            place += 1
    return place
