"""A page in Chromium worked by keys alone: told over a pipe, as the browser's own tools tell it."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from typing import IO, Any, Final

QUIET: Final = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars")
CODES: Final = {"Tab": 9, "Enter": 13, "ArrowRight": 39}
FOCUSED: Final = """(() => {
  const at = document.activeElement, look = getComputedStyle(at), place = at.getBoundingClientRect();
  return {
    name: at.className || at.tagName, goal: at.getAttribute("href") || "", outline: look.outlineStyle,
    seen: place.width > 0 && place.bottom > 0 && place.top < innerHeight && place.right > 0 && place.left < innerWidth,
    inside: document.querySelector("main").contains(at), scrolled: at.scrollLeft,
  };
})()"""


class Browser:
    """One page of a browser that takes orders over a pipe."""

    def __init__(self, orders: IO[bytes], answers: IO[bytes]) -> None:
        self.orders, self.answers = orders, answers
        self.number = 0
        self.session = ""

    def tell(self, method: str, **params: Any) -> dict[str, Any]:
        """Return what the browser answers to an order."""
        self.number += 1
        order = {"id": self.number, "method": method, "params": params}
        if self.session:
            order["sessionId"] = self.session
        self.orders.write(json.dumps(order).encode() + b"\0")
        self.orders.flush()
        while (answer := self._heard()).get("id") != self.number:
            pass
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def _heard(self) -> dict[str, Any]:
        said = bytearray()
        while (letter := self.answers.read(1)) != b"\0":
            assert letter, "the browser has ended"
            said += letter
        heard: dict[str, Any] = json.loads(said)
        return heard

    def open(self, page: Path, width: int) -> None:
        """Show a page in a window of a width."""
        target = self.tell("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.tell("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.tell(
            "Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False
        )
        self.tell("Page.enable")
        self.tell("Page.navigate", url=page.as_uri())
        while self._heard().get("method") != "Page.loadEventFired":
            pass

    def press(self, key: str) -> dict[str, Any]:
        """Press a key and return what has the focus then."""
        code = {"key": key, "code": key, "windowsVirtualKeyCode": CODES[key]}
        text = {"text": "\r"} if key == "Enter" else {}
        self.tell("Input.dispatchKeyEvent", type="keyDown", **code, **text)
        self.tell("Input.dispatchKeyEvent", type="keyUp", **code)
        return self.focused()

    def focused(self) -> dict[str, Any]:
        """Return what has the focus."""
        found: dict[str, Any] = self.tell("Runtime.evaluate", expression=FOCUSED, returnByValue=True)[
            "result"
        ]
        held: dict[str, Any] = found["value"]
        return held

    def settled(self) -> dict[str, Any]:
        """Return what has the focus once a scroll has come to rest."""
        before, now = None, self.focused()
        while now != before:
            sleep(0.2)
            before, now = now, self.focused()
        return now


@contextmanager
def opened(chromium: str, page: Path, width: int, profile: Path) -> Iterator[Browser]:
    """Give a browser that shows a page."""
    (take, orders), (answers, give) = os.pipe(), os.pipe()
    command = [chromium, *QUIET, "--remote-debugging-pipe", f"--user-data-dir={profile}"]
    shell = ["bash", "-c", f'exec "$0" "$@" 3<&{take} 4>&{give}', *command]
    process = subprocess.Popen(shell, pass_fds=(take, give), stderr=subprocess.DEVNULL)
    os.close(take)
    os.close(give)
    try:
        with os.fdopen(orders, "wb") as told, os.fdopen(answers, "rb") as heard:
            browser = Browser(told, heard)
            browser.open(page, width)
            yield browser
    finally:
        process.kill()
        process.wait()
