"""Whether an SVG file carries nothing but a drawing. What is not known to be harmless is refused."""

from __future__ import annotations

import re
from xml.parsers import expat

from macros.core.css_urls import asked_for

SVG = "http://www.w3.org/2000/svg"
DRAWS = (
    "svg g defs symbol use image switch view title desc metadata style path rect circle ellipse line polyline polygon "
    "text tspan textPath marker pattern mask clipPath linearGradient radialGradient stop filter feBlend feColorMatrix "
    "feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow "
    "feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset "
    "fePointLight feSpecularLighting feSpotLight feTile feTurbulence"
)
SHAPES = set(DRAWS.split())
# What drawing programs note in their files: no browser does anything with it.
NOTES = {
    "http://www.inkscape.org/namespaces/inkscape",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/",
    "http://purl.org/dc/elements/1.1/",
}
WITHIN = re.compile(r"\s*(?:#|$|data:(?:image/(?:png|jpe?g|gif|webp)|font/[a-z0-9-]+)[;,])", re.IGNORECASE)
NO_PICTURE = "cannot be read as a picture."
FETCHES = "fetches something from elsewhere."


class _DrawingError(Exception):
    """What was found first; the text tells it."""


def drawing_problem(content: bytes) -> str:
    """What an SVG file holds besides a drawing, to be said after its name; empty where it is sound."""
    try:
        _Reader().read(content)
    except _DrawingError as error:
        return str(error)
    except (expat.ExpatError, LookupError, ValueError):  # broken, or in an encoding that is not known
        return NO_PICTURE
    return ""


class _Reader:
    """Reads the file once, with the parser's own account of what it declares, in whichever encoding."""

    def __init__(self) -> None:
        self._depth = 0
        self._style: list[str] | None = None

    def read(self, content: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(content, True)

    def _doctype(self, _name: str, _system: str | None, _public: str | None, has_own_words: bool) -> None:
        if has_own_words:
            raise _DrawingError("defines words of its own (a DOCTYPE), which could be a trap.")

    def _instruction(self, target: str, _data: str) -> None:
        raise _DrawingError(f"tells programs what to do with it (“{target}”).")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        space, _, name = tag.rpartition("}")
        if not self._depth and (space, name) != (SVG, "svg"):
            raise _DrawingError(NO_PICTURE)
        self._depth += 1
        if self._style is not None or (space not in NOTES and (space != SVG or name not in SHAPES)):
            raise _DrawingError(f"holds “{name}”, and a picture may hold only shapes and words.")
        if (space, name) == (SVG, "style"):
            self._style = []
        for key, value in attributes.items():
            _attribute(key.rpartition("}")[2].lower(), value)

    def _text(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)

    def _end(self, tag: str) -> None:
        if tag == f"{SVG}}}style":
            _styles("".join(self._style or []))
            self._style = None


def _attribute(key: str, value: str) -> None:
    if key.startswith("on"):
        raise _DrawingError(f"holds a script in “{key}”.")
    if key in {"href", "src", "base"} and not WITHIN.match(value):
        raise _DrawingError(f"leads elsewhere, to {value[:60]}.")
    if "(" in value or key == "style":  # only then may a browser fetch; and a path may be very long
        _styles(value)


def _styles(css: str) -> None:
    if any(
        request.kind == "import" or (request.kind == "address" and not WITHIN.match(request.text))
        for request in asked_for(css)
    ):
        raise _DrawingError(FETCHES)
