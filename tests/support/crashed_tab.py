"""A tab whose process ends, as it does when the memory runs out, and the reader's reload of that very tab.

Playwright gives up a page that crashed, so what comes after is asked by Chromium's own protocol:
https://chromedevtools.github.io/devtools-protocol/.
"""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Browser, Page

from tests.support.settling import until_so


class CrashedTab:
    """The tab of ``page``; the process that drew it is ended at once, with whatever it was about to do.

    ``beside`` is another page of the same browser, on which the test can wait.
    """

    def __init__(self, browser: Browser, page: Page, beside: Page) -> None:
        crashes: list[Page] = []
        page.on("crash", lambda crashed: crashes.append(crashed))
        self._beside = beside
        self._session = browser.new_browser_cdp_session()
        self._answers: dict[int, Any] = {}
        self._session.on("Target.receivedMessageFromTarget", self._hear)
        targets = self._session.send("Target.getTargets")["targetInfos"]
        target = next(each["targetId"] for each in targets if each["url"] == page.url)
        attached = self._session.send("Target.attachToTarget", {"targetId": target, "flatten": False})
        self._id = attached["sessionId"]
        self._count = 0
        self._send("Page.crash")
        until_so(beside, lambda: bool(crashes))

    def reload(self) -> None:
        """Press “Reload” in it."""
        self._ask("Page.reload")

    def wait_for(self, expression: str, value: object) -> None:
        """Wait until a script's expression has this value in it."""

        def is_there() -> bool:
            answer = self._ask("Runtime.evaluate", expression=expression)
            return bool(answer.get("result", {}).get("value") == value)

        until_so(self._beside, is_there)

    def _hear(self, event: dict[str, Any]) -> None:
        message = json.loads(event["message"])
        if "id" in message:
            self._answers[message["id"]] = message.get("result", {})

    def _send(self, method: str, **given: Any) -> int:
        self._count += 1
        message = json.dumps({"id": self._count, "method": method, "params": given})
        self._session.send("Target.sendMessageToTarget", {"sessionId": self._id, "message": message})
        return self._count

    def _ask(self, method: str, **given: Any) -> Any:
        number = self._send(method, **given)
        until_so(self._beside, lambda: number in self._answers)
        return self._answers[number]
