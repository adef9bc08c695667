"""The code of a module with a note of its line before each statement."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from types import CodeType
from typing import Any

RAN = "@ran"  # the name of a module's notes, which no code can have


def with_notes(source: bytes, path: str) -> CodeType:
    """The code of ``source``, each of whose lines notes that it runs; who loads it lends it the notes."""
    tree = Noting().visit(ast.parse(source, path))
    size = source.count(b"\n") + 2
    begin = ast.parse(f"ran = __spec__.loader.notes({size})").body[0]
    begin.targets[0].id = RAN  # type: ignore[attr-defined]
    first = next((at for at, statement in enumerate(tree.body) if not _comes_first(statement, at)), len(tree.body))
    tree.body.insert(first, begin)
    return compile(tree, path, "exec", dont_inherit=True)


class Noting(ast.NodeTransformer):
    """Puts a note of its line before each statement. Docstrings and ``from __future__`` stay the first."""

    def generic_visit(self, node: ast.AST) -> ast.AST:
        """Note what stands in each block of ``node``."""
        super().generic_visit(node)
        for block in ("body", "orelse", "finalbody"):
            statements = getattr(node, block, None)
            if isinstance(statements, list):
                setattr(node, block, list(_noted(statements, _header(node) if block == "body" else ())))
        return node

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> ast.AST:
        """The line of an ``except`` runs where it asks whether it handles what was raised."""
        self.generic_visit(node)
        if node.type:
            notes = ast.Attribute(ast.Name(RAN, ast.Load()), "__setitem__", ast.Load())
            note = ast.Call(notes, [ast.Constant(node.lineno), ast.Constant(1)], [])
            both = ast.Tuple([note, node.type], ast.Load())
            node.type = _placed(ast.Subscript(both, ast.Constant(1), ast.Load()), node)
        return node


def _header(block: ast.AST) -> Sequence[int]:
    """The lines that ran where the body of ``block`` runs, and for which no statement stands."""
    if isinstance(block, ast.match_case):
        return (block.pattern.lineno,)
    if isinstance(block, ast.ExceptHandler) and not block.type:
        return (block.lineno,)
    return ()


def _noted(statements: list[ast.stmt], unsaid: Sequence[int]) -> Iterator[ast.stmt]:
    """``statements`` with their notes; ``unsaid`` are lines before them for which there is no note yet."""
    last = 0
    for at, statement in enumerate(statements):
        lines = [*(each.lineno for each in getattr(statement, "decorator_list", ())), statement.lineno]
        if _is_future(statement):
            unsaid = lines
        elif not _comes_first(statement, at):
            for line in (*unsaid, *lines):
                if line != last:
                    yield _note(line, statement)
                last = line
            unsaid = ()
        yield statement


def _comes_first(statement: ast.stmt, at: int) -> bool:
    """Whether nothing may stand before a statement of a block."""
    is_words = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    return (at == 0 and is_words) or _is_future(statement)


def _is_future(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.ImportFrom) and statement.module == "__future__"


def _note(line: int, place: ast.stmt) -> ast.stmt:
    target = ast.Subscript(ast.Name(RAN, ast.Load()), ast.Constant(line), ast.Store())
    return _placed(ast.Assign([target], ast.Constant(1)), place)


def _placed(node: Any, place: Any) -> Any:
    """``node`` and its parts, which stand where ``place`` does."""
    for part in ast.walk(node):
        if not hasattr(part, "lineno"):
            part.lineno, part.col_offset = place.lineno, place.col_offset
            part.end_lineno, part.end_col_offset = place.lineno, place.col_offset
    return node
