"""The finder in a real Chromium: by keyboard, by its addresses, on paper and without a script."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Locator, Page, expect

from generator.model.finder import Finder
from generator.model.load import load
from tests.builds import find, html_files
from tests.project import GUIDE
from tests.whole.browsing import new_page, opened

pytestmark = pytest.mark.browser

SHOWN = ".guide-finder-step:visible"
HEADING = f"{SHOWN} h3"
ANSWER = "a[data-answer]:visible"


def finder() -> Finder:
    entry = load(GUIDE)[0].finder
    assert entry is not None
    return entry.record


def ways() -> list[tuple[list[str], str]]:
    """Return every way through the finder: keys of answers, and the result they lead to."""
    by_key = {question.key: question for question in finder().questions}
    found = []
    ahead: list[tuple[str, list[str]]] = [(finder().questions[0].key, [])]
    for key, keys in ahead:
        for answer in by_key[key].answers:
            if answer.next:
                ahead.append((answer.next, [*keys, answer.key]))
            else:
                found.append(([*keys, answer.key], answer.target))
    return found


def shown(page: Page) -> str:
    """Return the id of the one heading that is shown."""
    heading = page.locator(HEADING)
    expect(heading).to_have_count(1)
    return str(heading.get_attribute("id"))


@contextmanager
def at(browser: Browser, address: str, where: str = "", width: int = 1280) -> Iterator[Page]:
    page, wrong = opened(browser, width, address, f"find/{where}")
    try:
        expect(page.locator("[data-finder][data-ready]")).to_have_count(1)
        yield page
        assert not wrong
    finally:
        page.close()


def press_to(page: Page, link: Locator) -> None:
    """Reach a link with the Tab key alone, then follow it with Enter."""
    wanted = link.element_handle()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement === wanted", wanted):
            page.keyboard.press("Enter")
            return
    pytest.fail("the Tab key does not reach the link")


def test_the_keyboard_leads_to_a_result(browser: Browser, address: str) -> None:
    with at(browser, address) as page:
        expect(page.locator(".guide-finder-progress")).to_have_text("Question 1 of 4 at most")
        assert page.evaluate("document.activeElement === document.body")
        for key in ("rivers", "transfer", "manager"):
            before = shown(page)
            press_to(page, page.locator(f"{ANSWER}[data-answer={key}]"))
            expect(page.locator(f"#{before}")).to_be_hidden()
            expect(page.locator(HEADING)).to_be_focused()
        assert shown(page) == "r-orca--lighthouse-keeper-swap"
        status = page.locator(".guide-finder [role=status]")
        expect(status).to_have_text("Result. May fit: ORCA, Lighthouse keeper swap.")
        cards = page.locator(".guide-card-title a:visible")
        assert [card.inner_text() for card in cards.all()] == ["ORCA", "Lighthouse keeper swap"]
        for card in cards.all():
            assert "/categories/" in str(card.get_attribute("href"))
        given = page.locator(".guide-finder-given li")
        assert given.count() == 3
        assert "A Riverside country" in given.first.inner_text()


def test_back_forward_change_and_start_again(browser: Browser, address: str) -> None:
    with at(browser, address) as page:
        for key, follows in (("elsewhere", "q-work-elsewhere"), ("other", "q-job")):
            page.locator(f"{ANSWER}[data-answer={key}]").click()
            expect(page.locator(f"#{follows}")).to_be_visible()
        page.go_back()
        expect(page.locator("#q-work-elsewhere")).to_be_focused()
        assert page.locator(".guide-finder-given li").count() == 1
        page.go_forward()
        expect(page.locator("#q-job")).to_be_focused()
        change = page.get_by_role("link", name="Change the answer to: Where do you")
        change.click()
        expect(page.locator("#q-citizenship")).to_be_focused()
        expect(page.locator(".guide-finder-given")).to_be_hidden()
        page.go_back()
        page.get_by_role("link", name="Start again").click()
        expect(page.locator("#q-citizenship")).to_be_focused()


@pytest.mark.parametrize(
    ("where", "given", "heading"),
    [
        ("#a-rivers.transfer.manager", 3, "r-orca--lighthouse-keeper-swap"),
        ("#a-elsewhere.other.none", 3, "r-tfwp"),
        ("#a-rivers", 1, "q-work-rivers"),
        ("#a-rivers.gone.manager", 1, "q-work-rivers"),
        ("#q-role-rivers", 2, "q-role-rivers"),
        ("#r-mountain-rescue-team", 3, "r-mountain-rescue-team"),
        ("#no-such-place", 0, "q-citizenship"),
        ("", 0, "q-citizenship"),
    ],
)
def test_an_address_opens_what_it_names(
    browser: Browser,
    address: str,
    where: str,
    given: int,
    heading: str,
) -> None:
    with at(browser, address, where) as page:
        assert shown(page) == heading
        assert page.locator(".guide-finder-given li").count() == given


def test_every_way_ends_where_the_data_says(browser: Browser, address: str) -> None:
    assert len(ways()) > 20
    with at(browser, address) as page:
        for keys, target in ways():
            page.goto(f"{address}find/#a-{'.'.join(keys)}")
            expect(page.locator(f"[id='{target}']")).to_be_visible()
            assert shown(page) == target
            assert page.locator(".guide-finder-given li").count() == len(keys)


def test_without_a_script_every_way_can_be_walked_by_links(
    browser: Browser,
    address: str,
) -> None:
    page = new_page(browser, java_script_enabled=False)
    try:
        page.goto(f"{address}find/")
        steps = page.locator(".guide-finder-step")
        assert all(step.is_visible() for step in steps.all())
        for keys, target in ways():
            anchor = "q-citizenship"
            for key in keys:
                section = page.locator(f".guide-finder-step:has([id='{anchor}'])")
                link = section.locator(f"a[data-answer={key}]")
                anchor = str(link.get_attribute("href")).removeprefix("#")
            assert anchor == target
        page.locator("a[data-answer=rivers]").click()
        assert page.url.endswith("/find/#q-work-rivers")
        expect(page.locator("#q-work-rivers")).to_be_in_viewport()
    finally:
        page.close()


def test_every_link_of_the_built_finder_leads_somewhere(site: Path) -> None:
    document = html.document_fromstring((site / "find/index.html").read_bytes())
    inside = "//div[@data-finder]"
    ids = set(find(document, "//@id"))
    hrefs = [str(href) for href in find(document, f"{inside}//a/@href")]
    assert {href[1:] for href in hrefs if href.startswith("#")} <= ids
    pages = {href.partition("#")[0] for href in hrefs if href.startswith("../")}
    assert {f"{page.removeprefix('../')}index.html" for page in pages} <= html_files(site)
    results = find(document, f"{inside}//section[h3[starts-with(@id, 'r-')]]")
    assert len(results) == len(finder().results())
    for section in results:
        cards = find(section, ".//*[@class='guide-card-title']")
        assert bool(cards) is (find(section, "./h3/@id") != ["r-tfwp"])


@pytest.mark.parametrize("where", ["", "#a-rivers.transfer", "#a-elsewhere.other.unsure"])
def test_nothing_is_too_wide_and_nothing_too_small_to_touch(
    browser: Browser, address: str, where: str
) -> None:
    touched = ".guide-finder-step > ul a, .guide-finder-given a, .guide-card-title a"
    with at(browser, address, where) as page:
        for width in (320, 360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            sizes = page.evaluate(
                "names => [...document.querySelectorAll(names)]"
                ".filter(link => link.checkVisibility())"
                ".map(link => [link.innerText, link.getBoundingClientRect()])"
                ".map(([text, box]) => [text, Math.round(Math.min(box.width, box.height))])",
                touched,
            )
            assert sizes
            assert [(text, size) for text, size in sizes if size < 44] == [], width


def test_on_paper_everything_is_shown(browser: Browser, address: str) -> None:
    with at(browser, address) as page:
        assert page.locator(SHOWN).count() == 1
        page.emulate_media(media="print")
        assert page.locator(SHOWN).count() == page.locator(".guide-finder-step").count()
        assert page.locator(".guide-finder h2:visible").count() == 2


@pytest.mark.parametrize(("motion", "moves"), [("reduce", False), ("no-preference", True)])
def test_nothing_moves_for_those_who_asked_for_less(
    browser: Browser,
    address: str,
    motion: str,
    moves: bool,
) -> None:
    with at(browser, address) as page:
        page.emulate_media(reduced_motion=motion)  # type: ignore[arg-type]
        name = page.locator(SHOWN).evaluate("step => getComputedStyle(step).animationName")
        assert (name != "none") is moves


def test_only_the_page_with_the_finder_loads_its_script(site: Path) -> None:
    loading = {
        name
        for name in html_files(site)
        if find(
            html.document_fromstring((site / name).read_bytes()),
            "//script[contains(@src, 'finder')]",
        )
    }
    assert loading == {"find/index.html"}
