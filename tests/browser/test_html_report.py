"""The HTML report in a real browser: Chromium, driven by Playwright.

Skipped where either is missing: `pip install -e '.[browser]'`, `apt-get install chromium`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mtcheck.finding import DocumentReport, Finding, Origin, Report
from mtcheck.registry import find_rule
from mtcheck.reporters.html import render
from mtcheck.rule import Related, Severity

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

sync_api = pytest.importorskip(
    "playwright.sync_api", reason="playwright is not installed: pip install 'mtcheck[browser]'"
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
CHROMIUM = next((path for path in map(shutil.which, NAMES) if path), None)
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium on the PATH: apt-get install chromium"
)

HOSTILE = (
    "Hostile <script>document.title = 'taken'</script>\r\n\r\n"
    "</style></p></mark></article><img src=x onerror=\"document.title = 'taken'\"> &amp; <!--"
    "\r\n\r\n"
    "Bidi \u202egnorw si siht\u202c end, zero\u200bwidth, nul \x00, lone \ud800.\r\n\r\n"
    "<a href='https://example.org/'>link</a> <b>bold"
)
VOTE = "Vote in Bern\n\nThe OTAN met in Bern.\n\nThe OTAN will meet again."
TALKS = "محادثات في جنيف\n\nقال الوزير إن OTAN ستجتمع يوم الثلاثاء.\n\nوقال أيضا 35 دولة."
SOURCE = "Talks in Geneva\n\nThe minister said NATO would meet on Tuesday.\n\nHe also said 32."


def finding(
    text: str, part: str, rule: str, severity: Severity, *related: Related, nth: int = 0
) -> Finding:
    start = -1
    for _ in range(nth + 1):
        start = text.index(part, start + 1)
    return Finding(
        rule, find_rule(rule).family, "accuracy/untranslated", severity, "high",
        f"“{part}” betrays a translation.", start, start + len(part), part, "NATO", None, related,
        f"{part}{nth}",
    )  # fmt: skip


def document(path: str, text: str, language: str, *findings: Finding) -> DocumentReport:
    return DocumentReport(
        path, None, text, language, None, Origin(None, 0.8), 60, 5.0, 20.0, {}, findings
    )


def make_report(copies: int = 1) -> Report:
    there = SOURCE.index("32")
    documents = (
        document(
            "vote.txt", VOTE, "en",
            finding(VOTE, "OTAN", "untranslated-acronym", "major"),
            finding(VOTE, "OTAN met", "calque", "minor"),
            finding(VOTE, "OTAN", "untranslated-acronym", "major", nth=1),
        ),
        document("clean.txt", "All is well\n\nNothing was found in Aarau.", "en"),
        document(
            "hostile.txt", HOSTILE, "en",
            finding(HOSTILE, "<script>", "stray-markup", "critical"),
            finding(HOSTILE, "\u200b", "invisible-characters", "minor"),
        ),
        document(
            "talks.txt", TALKS, "ar",
            finding(TALKS, "OTAN", "untranslated-acronym", "major"),
            finding(
                TALKS, "35", "calque", "major", Related(there, there + 2, "in the source", "source")
            ),
        )._replace(source_text=SOURCE, source_language="en"),
    ) * copies  # fmt: skip
    rules = tuple(find_rule(name) for name in ("calque", "untranslated-acronym"))
    return Report(documents, (), 240 * copies, 20.0, False, "version:test", rules)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # Chromium's sandbox does not work for root, as in containers of CI.
    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


Opener = Callable[..., "Page"]


@pytest.fixture
def open_report(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Opens a report; at the end nothing may have been asked of a network or complained of."""
    complaints: list[str] = []
    requests: list[str] = []
    contexts = []

    def open_page(report: Report, anchor: str = "", **options: object) -> Page:
        path = tmp_path / "report.html"
        path.write_bytes(render(report).encode("utf-8"))
        context = browser.new_context(**{"viewport": {"width": 1400, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(path.as_uri() + anchor)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
    assert {url.partition("#")[0] for url in requests} == {(tmp_path / "report.html").as_uri()}


def visible_articles(page: Page) -> list[str]:
    return page.locator("article:visible h2").all_text_contents()


def reloads_as(page: Page, expression: str, value: object, tries: int = 25) -> bool:
    """Whether the page, loaded again, soon has this value: Chromium stores in the background."""
    for _ in range(tries):
        page.reload()
        if page.evaluate(expression) == value:
            return True
        page.wait_for_timeout(200)
    return False


def current(page: Page) -> str | None:
    return page.locator(".card.current").get_attribute("id")


def test_opens_with_every_finding(open_report: Opener) -> None:
    page = open_report(make_report())
    assert page.title() == "mtcheck report: failed"
    sync_api.expect(page.locator(".card:visible")).to_have_count(7)
    sync_api.expect(page.locator("#shown")).to_have_text("7 findings")
    sync_api.expect(page.locator("#score-chart")).to_be_visible()
    assert page.locator("#family-chart g").count() == 3


def test_text_is_the_articles(open_report: Opener) -> None:
    page = open_report(make_report())
    cell = page.locator("#a3 .cell.target")
    expected = HOSTILE.replace("\x00", "\ufffd").replace("\ud800", "\ufffd")
    assert cell.evaluate("element => element.textContent") == expected
    sources = page.locator("#a4 .cell.source")
    assert "".join(sources.all_text_contents()) == SOURCE


def test_hostile_text_stays_text(open_report: Opener) -> None:
    page = open_report(make_report())
    assert page.title() == "mtcheck report: failed"
    assert (
        page.locator("article img, article b, article script, .text a[href^='http']").count() == 0
    )
    assert page.locator("article").count() == 4
    turned = page.locator("#a3 .hidden-character[data-label=RLO]")
    assert turned.evaluate("element => getComputedStyle(element).unicodeBidi") == "isolate"


def test_filters(open_report: Opener) -> None:
    page = open_report(make_report())
    shown = page.locator("#shown")
    page.locator("#rule").select_option("rule:calque")
    sync_api.expect(shown).to_have_text("2 of 7 findings")
    assert visible_articles(page) == ["vote.txt", "talks.txt"]
    assert page.locator("#a1 mark.off").count() > 0
    page.locator("#language").select_option("ar")
    sync_api.expect(shown).to_have_text("1 of 7 findings")
    page.locator("#clear").click()
    sync_api.expect(shown).to_have_text("7 findings")
    page.locator("input[value=major]").uncheck()
    sync_api.expect(shown).to_have_text("3 of 7 findings")
    page.locator("#clear").click()
    page.locator("#article").select_option("a2")
    assert visible_articles(page) == ["clean.txt"]
    page.locator("#clear").click()
    page.locator("#rule").select_option("family:untranslated")
    sync_api.expect(shown).to_have_text("3 of 7 findings")
    assert page.locator(".off").count() > 0
    page.locator("#clear").click()
    assert page.locator(".off").count() == 0


def test_search(open_report: Opener) -> None:
    page = open_report(make_report())
    page.locator("#search").fill("aarau")
    sync_api.expect(page.locator("article:visible")).to_have_count(1)
    assert visible_articles(page) == ["clean.txt"]
    assert page.evaluate("CSS.highlights.get('search')?.size ?? 0") == 0, "it is folded"
    page.locator("#search").fill("will meet")
    sync_api.expect(page.locator("#shown")).to_have_text("3 of 7 findings")
    assert page.evaluate("CSS.highlights.get('search').size") == 1
    page.locator("#search").fill("found nowhere")
    sync_api.expect(page.locator("#nothing")).to_be_visible()


def test_keyboard(open_report: Opener) -> None:
    page = open_report(make_report())
    page.keyboard.press("j")
    assert current(page) == "a1f1"
    assert page.evaluate("document.activeElement.id") == "a1m1"
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert current(page) == "a3f1", "the clean article has none"
    page.keyboard.press("k")
    assert current(page) == "a1f3"
    sync_api.expect(page.locator("#said")).to_contain_text("Finding 3 of 7")
    page.keyboard.press("Escape")
    assert page.locator(".current").count() == 0
    page.keyboard.press("k")
    assert current(page) == "a4f2", "backwards from nowhere is the last"
    page.keyboard.press("j")
    assert current(page) == "a1f1", "and on to the first"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("jk?")
    assert page.locator("#search").input_value() == "jk?"
    page.keyboard.press("Escape")
    sync_api.expect(page.locator("#shown")).to_have_text("7 findings")
    assert page.evaluate("document.activeElement.id") != "search"
    page.keyboard.press("?")
    sync_api.expect(page.locator("#help")).to_be_visible()
    page.locator("#use-keys").uncheck()
    page.keyboard.press("Escape")
    sync_api.expect(page.locator("#help")).to_be_hidden()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert page.locator(".card.current").count() == 0, "the keys are switched off"


def test_next_skips_what_is_filtered(open_report: Opener) -> None:
    page = open_report(make_report())
    page.locator("input[value=major]").uncheck()
    visited = []
    for _ in range(3):
        page.locator("#next").click()
        visited.append(current(page))
    assert visited == ["a1f2", "a3f1", "a3f2"]


def test_mark_and_note_lead_to_each_other(open_report: Opener) -> None:
    page = open_report(make_report())
    page.locator("#a1 mark[data-f='3']").click()
    assert current(page) == "a1f3"
    page.locator("#a1 mark[data-f='1 2']").click()
    first = current(page)
    page.locator("#a1 mark[data-f='1 2']").click()
    assert {first, current(page)} == {"a1f1", "a1f2"}, "nested ones by turns"
    page.locator("#a4f2 .message").click()
    assert page.locator("#a4 .target mark.current").text_content() == "35"
    assert page.locator("#a4 .source mark.current").text_content() == "32"
    sync_api.expect(page.locator("#a4 .target mark.current")).to_be_in_viewport()


def test_address_names_a_finding(open_report: Opener) -> None:
    page = open_report(make_report(copies=30), "#a81f3")
    assert current(page) == "a81f3"
    sync_api.expect(page.locator("#a81 mark.current").first).to_be_in_viewport()


def test_right_to_left(open_report: Opener) -> None:
    page = open_report(make_report())
    style = "element => getComputedStyle(element).direction"
    assert page.locator("#a4 .target .block").first.evaluate(style) == "rtl"
    assert page.locator("#a4 .source .block").first.evaluate(style) == "ltr"
    target, source = (
        page.locator(f"#a4 .{side}").first.bounding_box() for side in ("target", "source")
    )
    assert target and source
    assert source["x"] < target["x"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_and_dark(open_report: Opener, scheme: str) -> None:
    page = open_report(make_report(), color_scheme=scheme)
    background = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(background)
    page.keyboard.press("t")
    after = page.evaluate(background)
    assert before != after
    assert (before == "rgb(251, 250, 247)") == (scheme == "light")
    assert reloads_as(page, background, after), "the choice is kept"
    page.emulate_media(media="print")
    assert page.evaluate(background) == "rgb(255, 255, 255)"


@pytest.mark.parametrize("width", [360, 800, 1200, 1600])
def test_nothing_sticks_out(open_report: Opener, width: int) -> None:
    page = open_report(make_report(), viewport={"width": width, "height": 800})
    page.keyboard.press("j")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    sync_api.expect(page.locator(".card.current")).to_be_in_viewport()


def test_readable_without_script_and_on_paper(open_report: Opener) -> None:
    page = open_report(make_report(copies=30), java_script_enabled=False)
    sync_api.expect(page.locator("#filters")).to_be_hidden()
    sync_api.expect(page.locator("#a1 .card").first).to_be_visible()
    page.emulate_media(media="print")
    sync_api.expect(page.locator("#a120 .target").first).to_be_visible()
    assert page.pdf().startswith(b"%PDF")
