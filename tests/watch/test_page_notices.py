"""What a page says of itself, and what only looks like it."""

import pytest

from generator.watch.page import Notice, NoticeKind, parse, read_page
from tests.watch.pages import texts
from tests.watch.pages.frame import canada, design_system

UTF8 = "text/html; charset=utf-8"
ARCHIVED, SUPERSEDED, CHANGED = NoticeKind.ARCHIVED, NoticeKind.SUPERSEDED, NoticeKind.CHANGED


def notices(page: str) -> tuple[Notice, ...]:
    return read_page(parse(page.encode(), UTF8)).notices


def kinds(main: str, *, above: str = "", title: str = "Keepers") -> list[NoticeKind]:
    return [n.kind for n in notices(canada(main + texts.GUIDANCE, above=above, title=title))]


def test_a_page_without_notices_has_none() -> None:
    assert notices(canada(texts.GUIDANCE)) == ()
    assert notices(canada(texts.FRENCH, french=True)) == ()


@pytest.mark.parametrize(
    "main",
    [
        texts.ARCHIVED_INSIDE,
        texts.ARCHIVED_FRENCH,
        '<div class="archived-banner"><p>Kept for reference.</p></div>',
        '<div id="archived"><p>Kept for reference.</p></div>',
        '<section class="alert alert-warning"><h2>Archived information</h2><p>x</p></section>',
        '<section class="alert alert-warning"><h2>Informations archivées</h2><p>x</p></section>',
        '<gcds-notice notice-role="warning" notice-title="Archived page"><p>x</p></gcds-notice>',
        '<div class="alert"><h2>Archived</h2><p>Kept</p></div>',
        '<div class="alert"><p>Look elsewhere. This page has been archived.</p></div>',
        '<div class="alert"><p>Archivée : gardée.</p></div>',
        '<details class="alert"><summary><h3>Kept</h3></summary>This Web page has been archived.',
        "<p>This page has been archived.</p>",
    ],
)
def test_an_archived_page_says_so_once_in_its_main_part(main: str) -> None:
    assert kinds(main) == [ARCHIVED]


@pytest.mark.parametrize(
    "above",
    [
        texts.ARCHIVED_OUTSIDE,
        '<section class="container gc-archv"><p>You can use it.</p></section>',
        '<section class="gc-archv"><h2>Nous avons archivé cette page.</h2></section>',
        '<div id="archive_box"><p>Kept</p></div>',
        '<section id="archived-bnr" class="wb-overlay"><p><a>This page is kept</a></p></section>',
    ],
)
def test_an_archived_page_says_so_outside_its_main_part(above: str) -> None:
    assert kinds("", above=above) == [ARCHIVED]


@pytest.mark.parametrize(
    "title",
    ["ARCHIVED – Keepers", "Archived - Keepers", "[Archived] Keepers", "Archivé – Gardiens",
     "ARCHIVÉE : Gardiens"],
)  # fmt: skip
def test_an_archived_page_says_so_in_its_title(title: str) -> None:
    assert kinds("", title=title) == [ARCHIVED]


def test_the_notice_is_told_in_its_own_words() -> None:
    assert notices(canada(texts.GUIDANCE, above=texts.ARCHIVED_OUTSIDE)) == (
        Notice(
            ARCHIVED,
            "We have archived this page and will not be updating it."
            " You can use it to look things up.",
        ),
    )
    long = f'<div class="alert"><p>This page has been archived. {"word " * 200}</p></div>'
    (notice,) = notices(canada(long))
    assert len(notice.text) <= 300
    assert notice.text.endswith("word…")


@pytest.mark.parametrize(
    "main",
    [
        texts.SUPERSEDED,
        '<div class="alert alert-info"><p>This page is no longer in effect.</p></div>',
        '<div class="alert alert-info"><p>Ces instructions ont été remplacées.</p></div>',
        '<div class="alert"><p>Cette page n’est plus en vigueur.</p></div>',
        '<gcds-notice notice-title="Note"><p>This bulletin was rescinded.</p></gcds-notice>',
        "<p><strong>Note:</strong> These instructions have been superseded by others.</p>",
    ],
)
def test_a_page_that_was_superseded_says_so(main: str) -> None:
    assert kinds(main) == [SUPERSEDED]
    assert kinds("", title="Superseded – Keepers") == [SUPERSEDED]


@pytest.mark.parametrize(
    "main",
    [
        texts.CODE_CHANGED,
        "<p><strong>Important:</strong> The permit code of this category has changed.</p>",
        '<div class="alert alert-warning"><p>The fee has been updated.</p></div>',
        '<div class="alert alert-warning"><p>Le code a changé.</p></div>',
        '<gcds-notice notice-title="The code has changed"><p>See the list.</p></gcds-notice>',
        '<div class="alert"><p>Code K12 has been replaced by K61.</p></div>',
        '<div class="alert"><p>Code K12 is no longer in use.</p></div>',
        "<p>Exemption code K12 has moved to K61.</p>",
        "<p>Code K12 is now K61.</p>",
        "<h2>Exemption codes have changed</h2>",
    ],
)
def test_a_page_whose_codes_have_changed_or_moved_says_so(main: str) -> None:
    assert kinds(main) == [CHANGED]


@pytest.mark.parametrize(
    "main",
    [
        '<div class="alert alert-info"><p>Tell us if your address has changed.</p></div>',
        '<div class="alert"><p>The old pact has been superseded by HARBA.</p></div>',
        '<div class="alert"><p>Older reports have been archived elsewhere.</p></div>',
        "<p>Much has changed since then. Note what the page of codes says.</p>",
        "<p>The old pact was replaced by HARBA.</p>",
        "<p>The code K12 is for those for whom, where it applies, the law has changed.</p>",
        "<p>Somebody whose employer has changed applies again.</p>",
        '<p class="alerted not-gc-archv archived-bannerish">The fee has changed.</p>',
        '<section class="wb-inview"><p>Look here.</p></section>',
        '<div class="alert" hidden><p>This page has been archived.</p></div>',
        '<div class="wb-inv"><div class="alert"><p>This page has been archived.</p></div></div>',
        '<!-- <section id="archived" class="gc-archv"><p>This page has been archived</p> -->',
        "<h2>Archived lamps and how they are kept</h2>",
        "<p>Applications are archived after two years.</p>",
        "<ul><li>Archived: the list of 2019</li></ul>",
    ],
)
def test_what_is_about_something_else_is_no_notice(main: str) -> None:
    assert kinds(main) == []


def test_a_notice_about_all_pages_is_none_of_this_one() -> None:
    assert kinds("", above='<div class="alert"><p>Our hours have changed.</p></div>') == []


def test_a_page_of_components_has_notices_too() -> None:
    page = design_system(
        f'<gcds-notice notice-title="Mind"><p>This page has been archived.</p></gcds-notice>'
        f"{texts.IN_COMPONENTS}"
    )
    assert [notice.kind for notice in notices(page)] == [ARCHIVED]


def test_several_notices_are_all_told() -> None:
    told = kinds(texts.CODE_CHANGED + texts.SUPERSEDED, above=texts.ARCHIVED_OUTSIDE)
    assert sorted(told) == sorted([ARCHIVED, CHANGED, SUPERSEDED])
