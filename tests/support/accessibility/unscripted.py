"""axe on page after page within one document, as each is before its scripts run.

Opening a page for axe costs most of the time: the browser has to read and warm up half a megabyte of axe each time.
Here it is read once. What scripts add is looked at on each kind of page, which is opened as a reader opens it.
"""

from __future__ import annotations

import re

from playwright.sync_api import Page

from macros.quality.axe import add_axe
from tests.support.accessibility import OPEN
from tests.support.accessibility.asks import all_but_colours

# Scripts of one page would meet those of the last; and the rules of a page hold for its document, which is one here.
NOT_WRITTEN = re.compile(r"<script\b.*?</script>|<meta http-equiv=.?Content-Security-Policy[^>]*>", re.DOTALL | re.I)
WRITE = """async ([html, address]) => {
  history.replaceState(null, '', address);
  document.open();
  const loaded = new Promise((tell) => { addEventListener('load', tell, {once: true}); });
  document.write(html);
  document.close();
  await loaded;
}"""


def unscripted_violations(page: Page, html: str, address: str) -> list[str]:
    """What axe finds, colours apart, in ``html``; ``page`` is open at another ``address`` of the same site."""
    add_axe(page)
    page.evaluate(WRITE, [NOT_WRITTEN.sub("", html), address])
    page.evaluate(OPEN)
    return all_but_colours(page)
