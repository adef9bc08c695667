"""A Firefox without windows, driven by its own remote protocol (Marionette), so that no driver need be installed.

The protocol: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html. Its commands are WebDriver's.
"""

from __future__ import annotations

import base64
import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

COMMANDS = ("firefox-esr", "firefox")
PATIENCE = 60  # seconds, in which a Firefox starts even on a busy machine
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # by which the standard marks an element
# Firefox takes a tab out of memory, as it does by itself when that runs short, and the reader comes back to it.
UNLOAD = """return (async () => {
  const tab = gBrowser.selectedTab;
  const other = gBrowser.addTrustedTab("about:blank");
  gBrowser.selectedTab = other;
  await gBrowser.prepareDiscardBrowser(tab);
  if (!gBrowser.discardBrowser(tab, true)) throw new Error("Firefox kept the tab in memory.");
  gBrowser.selectedTab = tab;
  gBrowser.removeTab(other);
})()"""
PREFERENCES = {
    "marionette.port": 0,  # any that is free
    "browser.download.folderList": 2,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.normandy.enabled": False,
    "extensions.getAddons.cache.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "browser.safebrowsing.update.enabled": False,
    "print.always_print_silent": True,
    # What nobody looks at, and processes and pages that are made ready in case somebody wants them:
    "browser.newtab.preload": False,
    "browser.newtabpage.enabled": False,
    "browser.pagethumbnails.capturing_disabled": True,
    "browser.startup.page": 0,
    "dom.ipc.processPrelaunch.enabled": False,
    "layout.frame_rate": 10,
    "network.http.speculative-parallel-limit": 0,
    "ui.prefersReducedMotion": 1,
}


def command() -> str | None:
    """The Firefox of this machine, if it has one."""
    return next((path for name in COMMANDS if (path := shutil.which(name))), None)


class Firefox:
    """One Firefox with one tab. What a page throws when asked comes as ``RuntimeError``."""

    def __init__(self, connection: socket.socket, downloads: Path) -> None:
        self._connection = connection
        self._count = 0
        self.downloads = downloads
        self._receive()  # it greets
        self._ask("WebDriver:NewSession")

    def _receive(self) -> Any:
        """One message: its length, a colon, and JSON."""
        length = b""
        while (letter := self._connection.recv(1)) != b":":
            length += letter
        text = b""
        while len(text) < int(length):
            text += self._connection.recv(int(length) - len(text))
        return json.loads(text)

    def _ask(self, name: str, **given: Any) -> Any:
        self._count += 1
        raw = json.dumps([0, self._count, name, given]).encode()
        self._connection.sendall(b"%d:%s" % (len(raw), raw))
        _, _, error, value = self._receive()
        if error:
            raise RuntimeError(f"{name}: {error['error']}: {error['message']}")
        return value.get("value", value) if isinstance(value, dict) else value

    def open(self, address: str) -> None:
        """Go to an address, and wait until it is there."""
        self._ask("WebDriver:Navigate", url=address)

    def reload(self) -> None:
        self._ask("WebDriver:Refresh")

    def back(self) -> None:
        self._ask("WebDriver:Back")

    def new_tab(self) -> str:
        """Go on in a tab of its own; returns which one it is."""
        handle = str(self._ask("WebDriver:NewWindow", type="tab")["handle"])
        self.to_tab(handle)
        return handle

    def tab(self) -> str:
        """Which tab this is, for :meth:`to_tab`."""
        return str(self._ask("WebDriver:GetWindowHandle"))

    def to_tab(self, handle: str) -> None:
        """Go on in another tab."""
        self._ask("WebDriver:SwitchToWindow", handle=handle)

    def close_all_but(self, handle: str) -> None:
        """Close every other tab, and go on in this one."""
        for other in self._ask("WebDriver:GetWindowHandles"):
            if other != handle:
                self.to_tab(other)
                self._ask("WebDriver:CloseWindow")
        self.to_tab(handle)

    def unload(self) -> None:
        """Let Firefox take this tab out of memory, and come back to it."""
        handle = self.tab()
        self._ask("Marionette:SetContext", value="chrome")
        try:
            self._ask("WebDriver:ExecuteScript", script=UNLOAD, args=[])
        finally:
            self._ask("Marionette:SetContext", value="content")
        self.to_tab(handle)

    def run(self, script: str, *given: Any) -> Any:
        """What a function's body returns in the page, where ``arguments`` are ``given``."""
        return self._ask("WebDriver:ExecuteScript", script=script, args=list(given))

    def type(self, selector: str, text: str) -> None:
        """Type into an element, as with a keyboard; a file picker takes the path of a file."""
        self._ask("WebDriver:ElementSendKeys", id=self._find(selector), text=text)

    def click(self, selector: str) -> None:
        """Click on an element, as with a mouse."""
        self._ask("WebDriver:ElementClick", id=self._find(selector))

    def _find(self, selector: str) -> str:
        element = self._ask("WebDriver:FindElement", using="css selector", value=selector)
        return str(element[ELEMENT])

    def wait(self, condition: str) -> None:
        """Wait until an expression is true in the page."""
        for _ in range(PATIENCE * 10):
            if self.run(f"return Boolean({condition})"):
                return
            time.sleep(0.1)
        raise AssertionError(f"It never came true in Firefox: {condition}")

    def printed(self) -> bytes:
        """The page as a PDF, as Firefox prints it on A4."""
        page = {"width": 21.0, "height": 29.7}
        return base64.b64decode(self._ask("WebDriver:Print", page=page, background=True))

    def downloaded(self, suffix: str) -> Path:
        """The file with this suffix that comes into the folder of downloads."""
        for _ in range(PATIENCE * 10):
            files = [path for path in self.downloads.glob(f"*{suffix}") if path.stat().st_size]
            if files and not list(self.downloads.glob("*.part")):
                return files[0]
            time.sleep(0.1)
        raise AssertionError(f"Firefox saved no file {suffix}.")


@contextmanager
def firefox(folder: Path) -> Iterator[Firefox]:
    """A Firefox whose profile and downloads are in ``folder``. Needs :func:`command`."""
    profile, downloads = folder / "profile", folder / "downloads"
    for place in (profile, downloads):
        place.mkdir(parents=True)
    wanted = {**PREFERENCES, "browser.download.dir": str(downloads)}
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in wanted.items()]
    (profile / "user.js").write_text("\n".join(lines), "utf-8")
    program = command()
    assert program
    process = subprocess.Popen(
        [
            program,
            "--headless",
            "--marionette",
            "--remote-allow-system-access",
            "--no-remote",
            "--profile",
            str(profile),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        with socket.create_connection(("127.0.0.1", _port(profile)), timeout=PATIENCE) as connection:
            yield Firefox(connection, downloads)
    finally:
        process.kill()
        process.wait()


def _port(profile: Path) -> int:
    """The port on which it listens, which it writes down when it is ready."""
    file = profile / "MarionetteActivePort"
    for _ in range(PATIENCE * 10):
        if file.exists() and file.read_text("utf-8").strip():
            return int(file.read_text("utf-8"))
        time.sleep(0.1)
    raise AssertionError("Firefox did not start.")
