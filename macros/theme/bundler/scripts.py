"""Scripts joined: a file for each tool of a page, and a file for each part of it that comes only when it is needed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from macros.core.es_module import Module, read_module
from macros.core.problems import ContentError, Problem
from macros.rendering.views import render


def bundle_scripts(sources: Mapping[str, str], tools: Iterable[str], folder: str) -> dict[str, str]:
    """The files that browsers are sent, by path below ``folder``.

    ``sources`` are all modules by their path there; ``tools`` those that pages name in a script element. A file has
    the address of the module that it is made for. Raises :class:`macros.core.problems.ContentError`.
    """
    modules = {path: read_module(path, text, folder) for path, text in sources.items()}
    problems = [problem for module in modules.values() for problem in module.problems]
    problems += [
        Problem(f"{folder}/{module.path}", 0, f"It asks for {name}, and there is no such file.", "Fix the address.")
        for module in modules.values()
        for name in [*module.needs, *module.brings]
        if name not in modules
    ]
    problems += [
        Problem(
            f"{folder}/{module.path}", 0, f"It takes “{name}” from {other}, which does not offer it.", "Fix the name."
        )
        for module in modules.values()
        for other, names in module.needs.items()
        for name in sorted(names - set(modules[other].offers if other in modules else names))
    ]
    if problems:
        raise ContentError(problems)
    there: dict[str, list[set[str]]] = {}  # part: what is there already, for each tool that brings it
    bundles = {}
    for tool in tools:
        needed = _with_needs(tool, modules, folder)
        bundles[tool] = _bundle("bundler/joined-tool.js", tool, needed, modules)
        for part in _parts(needed, modules, folder):
            there.setdefault(part, []).append(set(needed))
    for part, already in there.items():
        new = [path for path in _with_needs(part, modules, folder) if path not in set.intersection(*already)]
        bundles[part] = _bundle("bundler/joined-part.js", part, new, modules)
    return bundles


def _with_needs(path: str, modules: Mapping[str, Module], folder: str, above: tuple[str, ...] = ()) -> list[str]:
    """``path`` and all that it needs, each once, what is needed first. Raises ContentError if two need each other."""
    if path in above:
        ring = " → ".join([*above[above.index(path) :], path])
        fix = "Move what both need to a file of its own."
        raise ContentError([Problem(f"{folder}/{path}", 0, f"These scripts need each other: {ring}.", fix)])
    needed: dict[str, None] = {}
    for other in modules[path].needs:
        needed.update(dict.fromkeys(_with_needs(other, modules, folder, (*above, path))))
    return [*needed, path]


def _parts(paths: list[str], modules: Mapping[str, Module], folder: str) -> list[str]:
    """All that these modules, or what they bring, may bring."""
    parts: dict[str, None] = {}
    waiting = list(paths)
    while waiting:
        for part in modules[waiting.pop()].brings:
            if part not in parts:
                parts[part] = None
                waiting += _with_needs(part, modules, folder)
    return list(parts)


def _bundle(view: str, path: str, needed: list[str], modules: Mapping[str, Module]) -> str:
    """The file at ``path``: the modules of these paths, joined by ``view``."""
    written = [
        {"path": name, "body": Markup(modules[name].body), "offers": modules[name].offers}  # noqa: S704 - our own script
        for name in needed
    ]
    return f"{render(view, path=path, modules=written)}\n"
