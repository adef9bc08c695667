"""Parts of an OpenDocument spreadsheet: places, formulas, rules for cells, and shading by score."""

from __future__ import annotations

from collections.abc import Callable

from odfdo import Element

from macros.documents.odf.package import node
from macros.documents.workbook.model import Check, CheckKind, Formula, Ref, Scored


def address(ref: Ref, sheet: str) -> str:
    """A place as attributes of tables say it, such as "$'Main sheet'.$B$3"; ``sheet`` is where it is attributes."""
    named = "'" + (ref.sheet or sheet).replace("'", "''") + "'"
    return ":".join(f"${named}.{_corner(row, column, fixed=True)}" for row, column in ref.corners())


def at(ref: Ref) -> str:
    """A place as a formula says it, such as "[.B3:.B9]"."""
    sheet = "$'" + ref.sheet.replace("'", "''") + "'" if ref.sheet else ""
    first, *rest = (_corner(row, column, fixed=ref.fixed) for row, column in ref.corners())
    return f"[{sheet}.{first}{''.join(f':.{corner}' for corner in rest)}]"


def formula(value: Formula) -> str:
    """A formula as OpenDocument keeps it."""
    return "of:=" + value.written(";", {name: at(ref) for name, ref in value.refs().items()})


def _corner(row: int, column: int, *, fixed: bool) -> str:
    letters, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    mark = "$" if fixed else ""
    return f"{mark}{letters}{mark}{row + 1}"


class Rules:
    """The rules for cells, each kept once however many cells it is for."""

    def __init__(self) -> None:
        self.known: dict[tuple[Check, str], str] = {}

    def name(self, check: Check, sheet: str) -> str:
        """The name by which a cell of ``sheet`` calls its rule."""
        return self.known.setdefault((check, sheet), f"rule{len(self.known) + 1}")

    def element(self) -> Element:
        """All rules."""
        rules = [_rule(check, sheet, name) for (check, sheet), name in self.known.items()]
        return node("table:content-validations", None, *rules)


def _rule(check: Check, sheet: str, name: str) -> Element:
    attributes = {"table:name": name, "table:allow-empty-cell": "true"}
    attributes["table:base-cell-address"] = address(Ref(0, 0), sheet)
    rule = node("table:content-validation", attributes | CONDITIONS[check.kind](check))
    shown = {"table:title": check.title, "table:display": "true"}
    if check.message:
        rule.append(node("table:help-message", shown, node("text:p", None, check.message)))
    if check.wrong:
        stop = shown | {"table:message-type": "stop"}
        rule.append(node("table:error-message", stop, node("text:p", None, check.wrong)))
    if check.kind == "offer":
        rule.append(node("table:error-message", {"table:display": "false", "table:message-type": "information"}))
    return rule


def _anything(_check: Check) -> dict[str, str]:
    return {}


def _listed(check: Check) -> dict[str, str]:
    options = ";".join('"' + str(option).replace('"', '""') + '"' for option in check.options)
    return {"table:condition": f"of:cell-content-is-in-list({options})", "table:display-list": "unsorted"}


def _offered(check: Check) -> dict[str, str]:
    assert check.source
    return {"table:condition": f"of:cell-content-is-in-list({at(check.source)})", "table:display-list": "unsorted"}


def _day(_check: Check) -> dict[str, str]:
    return {"table:condition": "of:cell-content-is-date() and cell-content()>=0"}


def _number(_check: Check) -> dict[str, str]:
    return {"table:condition": "of:cell-content-is-decimal-number() and cell-content-is-between(-1E12,1E12)"}


CONDITIONS: dict[CheckKind, Callable[[Check], dict[str, str]]] = {
    "any": _anything,
    "list": _listed,
    "offer": _offered,
    "date": _day,
    "number": _number,
}


def shading(scored: Scored, sheet: str, name: str, parent: str) -> Element:
    """A style for the cells of one scored column: darker from third to third; the highest bold, with a line round it.

    Bars inside a cell, as in the Excel form, are no part of the standard.
    """
    start, end = scored.cells.corners()
    here, every = Ref(*start), Ref(*start, *end, fixed=True)
    step = (scored.high - scored.low) / 3
    tests = [
        (f"is-true-formula(AND(ISNUMBER({at(here)});{at(here)}=MAX({at(every)})))", "highest"),
        (f"is-true-formula(AND(ISNUMBER({at(here)});{at(here)}>{scored.high - step}))", "high"),
        (f"is-true-formula(AND(ISNUMBER({at(here)});{at(here)}>{scored.low + step}))", "middle"),
    ]
    base = address(here, sheet)
    maps = [
        node("style:map", {"style:condition": test, "style:apply-style-name": look, "style:base-cell-address": base})
        for test, look in tests
        if scored.highest or look != "highest"
    ]
    attributes = {"style:name": name, "style:family": "table-cell", "style:parent-style-name": parent}
    return node("style:style", attributes, *maps)
