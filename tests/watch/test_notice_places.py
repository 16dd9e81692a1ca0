"""Where on a page a notice stands: outside its main part, straight below its title, in a panel."""

import pytest

from generator.watch.page import parse, read_page
from tests.watch.pages.frame import canada
from tests.watch.pages.texts import GUIDANCE


def kinds(main: str = "", above: str = "") -> list[str]:
    page = canada(main + GUIDANCE, above=above, title="Keepers")
    found = read_page(parse(page.encode(), "text/html; charset=utf-8")).notices
    return [notice.kind.value for notice in found]


ARCHIVED_ABOVE = (
    '<div class="container"><p><strong>This page has been archived on the Web.</strong></p></div>',
    '<div class="row"><div class="col-md-12"><h2>Archived content</h2><p>Kept.</p></div></div>',
    '<div class="row"><p>Information identified as archived is kept for reference.</p></div>',
    '<div class="bg-warning"><div class="container"><p>This content is archived.</p></div></div>',
    '<header class="archive"><p>You are viewing an archived page.</p></header>',
    "<div><p>Cette page Web a été archivée dans le Web.</p></div>",
    "<div><p>L’information dont il est indiqué qu’elle est archivée est fournie.</p></div>",
    '<section class="row"><h2>Contenu archivé</h2><p>Gardé.</p></section>',
)


@pytest.mark.parametrize("above", ARCHIVED_ABOVE)
def test_a_page_says_outside_its_main_part_and_without_a_box_that_it_is_archived(
    above: str,
) -> None:
    assert kinds(above=above) == ["archived"]


@pytest.mark.parametrize(
    "above",
    [
        "<nav><p>This page has been archived.</p></nav>",
        "<footer><p>This page has been archived.</p></footer>",
        "<div><footer><p>This page has been archived.</p></footer></div>",
        '<div id="wb-info"><h2>Archived content</h2><p>This page has been archived.</p></div>',
        "<div hidden><p>This page has been archived.</p></div>",
        '<div><a href="x">Archived content</a></div>',
        "<ul><li>Archived pages</li></ul>",
        "<h2>Archived lamps</h2>",
        "<div><p>Older bulletins have been archived.</p></div>",
        "<div><p>If this page has been archived, ask us.</p></div>",
        "<p>Archived information is found in the library.</p>",
        "<p>These instructions have been superseded.</p>",
    ],
)
def test_what_else_stands_outside_the_main_part_is_none(above: str) -> None:
    assert kinds(above=above) == []


def test_a_heading_below_the_main_part_is_one_of_other_pages() -> None:
    page = canada(GUIDANCE).replace("</main>", "</main><aside><h2>Archived content</h2></aside>")
    assert read_page(parse(page.encode(), "text/html")).notices == ()


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("This page has been replaced by others.", ["superseded"]),
        ("Note: These instructions are no longer in effect.", ["superseded"]),
        ("As of May 3, 2026, this page is not being updated.", ["superseded"]),
        ("This page is not being updated daily.", []),
        ("This page is no longer available on Sundays.", []),
        ("Our hours are others, and this page is no longer in effect.", []),
        ("Because of the labour disruption, this page is not being updated as often.", []),
    ],
)
def test_a_box_outside_the_main_part_is_taken_strictly(sentence: str, found: list[str]) -> None:
    box = f'<section class="alert alert-info"><h2>Notice</h2><p>{sentence}</p></section>'
    assert kinds(above=box) == found


@pytest.mark.parametrize(
    ("main", "found"),
    [
        ("<p><strong>ARCHIVED</strong> – These instructions are kept.</p>", "archived"),
        ("<p><strong>ARCHIVED:</strong> kept as they were.</p>", "archived"),
        ("<p>Archivé – Ces instructions sont gardées.</p>", "archived"),
        ("<p><strong>Expired:</strong> Public policy – March 9, 2026.</p>", "superseded"),
        ("<p>EXPIRED – public policy for towers</p>", "superseded"),
        ("<p>Abrogée : Politique des tours</p>", "superseded"),
        ("<p>Lamp.</p><p>Oil.</p><p>ARCHIVED – Kept.</p>", "archived"),
        ('<div class="well"><h3>Archived</h3><p>Kept.</p></div>', "archived"),
        ('<div class="callout"><h3>Expired</h3><p>Kept.</p></div>', "superseded"),
        (
            '<div class="panel"><header class="panel-heading"><h2>Archived</h2></header></div>',
            "archived",
        ),
    ],
)
def test_a_label_below_the_title_speaks_of_the_page(main: str, found: str) -> None:
    assert kinds(main) == [found]


@pytest.mark.parametrize(
    "main",
    [
        "<ul><li>Archived: The list of 2019</li></ul>",
        "<dl><dt>Expired: Permits</dt></dl>",
        "<p>Archived: the list of 2019</p>",
        "<p>Expired: what it means</p>",
        "<p>Lamp.</p><p>Oil.</p><p>Expired: Lamps of old</p>",
        "<h2>Doors</h2><p>ARCHIVED: The list</p>",
        "<h2>Archived</h2><p>Lamps.</p>",
        '<div class="panel"><h2>Archived</h2><ul><li><a href="x">Lamps</a></li></ul></div>',
        '<h2>Doors</h2><div class="panel"><h2>Archived</h2><p>Lamps.</p></div>',
        "<p>Closed-Door meetings are held.</p>",
    ],
)
def test_a_label_of_something_else_does_not(main: str) -> None:
    assert kinds(main) == []
