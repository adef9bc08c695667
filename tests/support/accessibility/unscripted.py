"""axe on page after page within one document, as each is before its scripts run.

Opening a page for axe costs most of the time: the browser has to read and warm up half a megabyte of axe each time.
Here it is read once, and asked of many pages in one call. What scripts add is looked at on each kind of page, which is
opened as a reader opens it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Page

from macros.quality.axe import add_axe
from tests.support.accessibility import OPEN, checker
from tests.support.accessibility.asks import BUT_COLOURS

# Scripts of one page would meet those of the last; and the rules of a page hold for its document, which is one here.
NOT_WRITTEN = re.compile(r"<script\b.*?</script>|<meta http-equiv=.?Content-Security-Policy[^>]*>", re.DOTALL | re.I)
# axe looks at nothing that is not shown, but takes its time for each item of the menus that this window hides. Without
# those that no other part names it comes to the same.
LOOK = f"""async ([pages, options]) => {{
  const reflow = {checker("reflow")};
  const seen = [];
  for (const [html, address] of pages) {{
    history.replaceState(null, '', address);
    document.open();
    const loaded = new Promise((tell) => {{ addEventListener('load', tell, {{once: true}}); }});
    document.write(html);
    document.close();
    await loaded;
    {OPEN}
    const mains = document.querySelectorAll('main').length;
    const wide = reflow();
    for (const list of document.querySelectorAll('nav :is(ul, ol)'))
      if (!list.checkVisibility() && !list.id && !list.querySelector('[id]')) list.remove();
    const {{ violations }} = await axe.run(document, options);
    seen.push([mains, wide, violations.map(({{ id, nodes }}) => `${{id}}: ${{nodes[0].html.slice(0, 120)}}`)]);
  }}
  return seen;
}}"""


@dataclass
class Seen:
    """What came up on one page."""

    mains: int  # how many parts it has for its words
    wide: list[str]  # what does not fit into the window
    faults: list[str]  # what axe finds, colours apart


def unscripted(page: Page, written: Sequence[tuple[str, str]]) -> list[Seen]:
    """What comes up on each page of ``written``: its HTML, and its address on the site of which ``page`` is open."""
    add_axe(page)
    pages = [[NOT_WRITTEN.sub("", html), address] for html, address in written]
    return [Seen(*lines) for lines in page.evaluate(LOOK, [pages, BUT_COLOURS])]
