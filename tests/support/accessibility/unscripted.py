"""axe on page after page within one document, as each is before its scripts run.

Opening a page for axe costs most of the time: the browser has to read and warm up half a megabyte of axe each time.
Here it is read once. What scripts add is looked at on each kind of page, which is opened as a reader opens it.
"""

from __future__ import annotations

import re

from playwright.sync_api import Page

from macros.quality.axe import RUN, add_axe, options

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
    """What axe finds, contrast apart, in ``html``; ``page`` is open at another ``address`` of the same site.

    Whether links in a text stand out is a matter of colours too, and takes a third of the time. No other rule wants
    axe to fetch the styles again.
    """
    add_axe(page)
    page.evaluate(WRITE, [NOT_WRITTEN.sub("", html), address])
    asked = options(contrast=False)
    without = asked["rules"] | {"link-in-text-block": {"enabled": False}}
    return list(page.evaluate(RUN, asked | {"rules": without, "preload": False}))
