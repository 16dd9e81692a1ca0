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
from tests.project import ROOT
from tests.whole.browsing import opened

pytestmark = pytest.mark.browser

SHOWN = ".guide-finder-step:visible"
HEADING = f"{SHOWN} h3"
ANSWER = "a[data-answer]:visible"


def finder() -> Finder:
    entry = load(ROOT)[0].finder
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
        for key in ("europe", "transfer", "manager"):
            before = shown(page)
            press_to(page, page.locator(f"{ANSWER}[data-answer={key}]"))
            expect(page.locator(f"#{before}")).to_be_hidden()
            expect(page.locator(HEADING)).to_be_focused()
        assert shown(page) == "r-ceta--intra-company-transfer"
        status = page.locator(".guide-finder [role=status]")
        expect(status).to_have_text("Result. May fit: CETA, Intra-company transfer.")
        cards = page.locator(".guide-card-title a:visible")
        assert [card.inner_text() for card in cards.all()] == ["CETA", "Intra-company transfer"]
        for card in cards.all():
            assert "/categories/" in str(card.get_attribute("href"))
        given = page.locator(".guide-finder-given li")
        assert given.count() == 3
        assert "A European Union country" in given.first.inner_text()


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
        change = page.get_by_role("link", name="Change the answer to: Which citizenship")
        change.click()
        expect(page.locator("#q-citizenship")).to_be_focused()
        expect(page.locator(".guide-finder-given")).to_be_hidden()
        page.go_back()
        page.get_by_role("link", name="Start again").click()
        expect(page.locator("#q-citizenship")).to_be_focused()


@pytest.mark.parametrize(
    ("where", "given", "heading"),
    [
        ("#a-europe.transfer.manager", 3, "r-ceta--intra-company-transfer"),
        ("#a-elsewhere.other.none", 3, "r-tfwp"),
        ("#a-europe", 1, "q-work-europe"),
        ("#a-europe.gone.manager", 1, "q-work-europe"),
        ("#q-role-europe", 2, "q-role-europe"),
        ("#r-francophone-mobility", 3, "r-francophone-mobility"),
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
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
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
        page.locator("a[data-answer=europe]").click()
        assert page.url.endswith("/find/#q-work-europe")
        expect(page.locator("#q-work-europe")).to_be_in_viewport()
    finally:
        context.close()


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


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("where", ["", "#a-europe.transfer", "#a-elsewhere.other.unsure"])
def test_nothing_is_too_wide_and_nothing_too_small_to_touch(
    browser: Browser,
    address: str,
    where: str,
    width: int,
) -> None:
    with at(browser, address, where, width) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        links = page.locator(
            ".guide-finder-step > ul a:visible, .guide-finder-given a:visible,"
            " .guide-card-title a:visible"
        )
        for link in links.all():
            box = link.bounding_box()
            assert box is not None
            assert min(box["height"], box["width"]) >= 44, link.inner_text()


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
