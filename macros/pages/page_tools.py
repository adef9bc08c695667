"""Which tools a page needs, so that the theme gives it their styles and scripts, and no others.

A view says it on the element that the tool works on: ``data-tool="worksheet"``. So a macro that puts such an element
into a page need not tell anybody, and the theme need not know any view.
"""

from __future__ import annotations

import re

# Inside a tag only: words on a page may show such an attribute too. Values of attributes have no `<` or `>`.
SAID = re.compile(r'<[a-z][^<>]*?\sdata-tool=["\']?([a-z-]+)')


def tools_of(html: str) -> list[str]:
    """The names of the tools that the elements of ``html`` ask for, each once, in the order in which they come."""
    return list(dict.fromkeys(SAID.findall(html)))
