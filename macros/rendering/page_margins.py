"""Notes in the outer margin of a page, each beside its line.

CSS has no such place, and WeasyPrint no float to the outside. So a note is an absolutely positioned piece of the text,
which is laid out where it stands; when all pages are there it is moved into the margin of its own page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

MARGIN_KEY = "data-margin"  # set on what belongs there; its value says what kind it is
NOTE_TITLE = "note__title"  # the part of a note that is left out where there is no room
NOTES_APART = 2.5  # CSS pixels between two notes
DISTANCE = 19.0  # CSS pixels between text and notes: 5 mm
NO_END = -1e6  # space at the foot of a page that nothing can reach


def keep_whole(absolute: Any) -> None:
    """Let WeasyPrint, whose module ``absolute`` lays notes out, never cut one at the foot of a page."""
    layout = absolute.absolute_box_layout
    if getattr(layout, "keeps_whole", False):
        return

    def lay_out(context: Any, box: Any, holder: Any, fixed: Any, bottom_space: float, skip: Any) -> Any:
        return layout(context, box, holder, fixed, NO_END if _kind(box) else bottom_space, skip)

    lay_out.keeps_whole = True  # pyrefly: ignore[missing-attribute]
    absolute.absolute_box_layout = lay_out


def place_notes(document: Any) -> list[int]:
    """Move the notes of a ``document`` of WeasyPrint, whose first page is a left one, into the outer margins.

    What a page says twice it says once. Returns the indexes of pages on which there was not room for all.
    """
    full = []
    for index, page in enumerate(document.pages):
        box = page._page_box
        notes = [*_notes(box)]
        if not notes:
            continue
        seen: set[str] = set()
        kept = []
        for parent, note in notes:
            words = _words(note)
            if words in seen:
                parent.children = tuple(child for child in parent.children if child is not note)
            else:
                seen.add(words)
                kept.append(note)
        top, bottom = box.content_box_y(), box.content_box_y() + box.height
        if not _stack(kept, top, bottom):  # pragma: no cover: only in whole builds, which are not measured
            full.append(index)
        left, right = box.content_box_x(), box.content_box_x() + box.width
        for note in kept:
            x = left - DISTANCE - note.margin_width() if index % 2 == 0 else right + DISTANCE
            note.translate(dx=x - note.position_x)
        document.pages[index] = type(page)(box)  # which reads off where each link and each name is
    return full


def _stack(notes: list[Any], top: float, bottom: float) -> bool:
    """Put the notes of a page below each other, each as near to its line as can be. False if they are too many."""
    notes.sort(key=lambda note: note.position_y)
    room = bottom - top
    for note in reversed(notes):
        if sum(other.margin_height() + NOTES_APART for other in notes) <= room:
            break
        _without_title(note)
    ends = top
    for note in notes:
        note.translate(dy=max(note.position_y, ends) - note.position_y)
        ends = note.position_y + note.margin_height() + NOTES_APART
    limit = bottom + NOTES_APART
    for note in reversed(notes):
        limit -= note.margin_height() + NOTES_APART
        note.translate(dy=min(note.position_y, limit) - note.position_y)
        limit = note.position_y
    return not notes or notes[0].position_y >= top - NOTES_APART


def _without_title(note: Any) -> None:
    """Leave out the title of a source: it is in the list of addresses too."""
    box = getattr(note, "_box", note)
    for child in box.children:
        if child.element is not None and child.element.get("class") == NOTE_TITLE and child.element is not box.element:
            box.children = tuple(part for part in box.children if part is not child)
            box.height -= child.margin_height()
            return


def _notes(box: Any) -> Iterator[tuple[Any, Any]]:
    """Each note in ``box`` with the box that holds it, in the order of the text."""
    for child in [*getattr(box, "children", ())]:
        if _kind(child):
            yield box, child
        else:
            yield from _notes(child)


def _kind(box: Any) -> str:
    """What kind of note a box is; empty if it is none."""
    if box.element is None or box.style["position"] != "absolute" or box.element_tag != box.element.tag:
        return ""
    return str(box.element.get(MARGIN_KEY, ""))


def _words(note: Any) -> str:
    """What a note says, without the title of its source."""
    words = []
    for element in note.element.iter():
        if element.get("class") == NOTE_TITLE:
            continue
        words += [element.text or "", element.get("data-to", ""), element.get("src", "")[-40:]]
        words.append((element.tail or "") if element is not note.element else "")
    return "".join(words)
