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
        '<div class="alert"><p>These instructions have been updated.</p></div>',
        '<div class="alert"><p>This content is out of date.</p></div>',
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


@pytest.mark.parametrize(
    "sentence",
    [
        "This document has expired.",
        "These instructions expired on December 31, 2025.",
        "This public policy is no longer in effect.",
        "This temporary public policy expired on March 31, 2026.",
        "This program has been discontinued.",
        "As of October 3, 2025, these instructions are no longer in effect.",
        "Important: Effective October 3, 2025, this program is no longer valid.",
        "Please note that this bulletin is no longer in force.",
        "Officers should no longer use these instructions.",
        "Officers must not follow these program delivery instructions.",
        "Refer to the new instructions, which replace the ones on this page.",
        "This page has been deleted.",
        "The information on this page no longer applies.",
        "The instructions below were rescinded.",
        "Les présentes instructions ne sont plus en vigueur.",
        "Les présentes instructions ont été abrogées le 3 octobre 2025.",
        "Depuis le 3 octobre 2025, les présentes instructions ne s’appliquent plus.",
        "Ce document est périmé.",
        "Les instructions sont caduques.",
        "Les instructions ci-dessous ont été remplacées.",
        "Les agents ne doivent plus utiliser les présentes instructions.",
    ],
)
def test_a_page_out_of_use_says_so_in_a_box_or_in_a_line_of_its_own(sentence: str) -> None:
    assert kinds(f"<p>{sentence}</p>") == [SUPERSEDED]
    assert kinds(f'<div class="alert alert-info"><h2>Note</h2><p>{sentence}</p></div>') == [
        SUPERSEDED
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The LMIA exemption codes for this category changed on December 15, 2022.",
        "As of December 15, 2022, new LMIA exemption codes apply.",
        "Effective October 3, 2025, code K12 is no longer in effect.",
        "K12 has been replaced by K61 and K62.",
        "The exemption codes are now different.",
        "This page has moved.",
        "Depuis le 15 décembre 2022, de nouveaux codes de dispense s’appliquent.",
        "Les codes de dispense ont été modifiés le 15 décembre 2022.",
    ],
)
def test_codes_and_pages_that_moved_are_told_from_a_box_or_a_line(sentence: str) -> None:
    assert kinds(f"<p>{sentence}</p>") == [CHANGED]
    assert kinds(f'<div class="alert"><p>{sentence}</p></div>') == [CHANGED]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("EXPIRED – Bulletin 275", SUPERSEDED),
        ("[Expired] Bulletin 275", SUPERSEDED),
        ("Bulletin 275 (expired)", SUPERSEDED),
        ("Périmé – Bulletin 275", SUPERSEDED),
        ("Keepers (archived)", ARCHIVED),
        ("Gardiens [archivée]", ARCHIVED),
    ],
)
def test_a_title_says_what_has_become_of_a_page(title: str, kind: NoticeKind) -> None:
    assert kinds("", title=title) == [kind]
    alone = f"<head><title>{title} - Canada.ca</title></head><main><p>A lamp.</p></main>"
    assert [notice.kind for notice in notices(alone)] == [kind]


def test_a_page_kept_for_reference_is_archived() -> None:
    assert kinds("<p>This page is for historical reference and is not being updated.</p>") == [
        ARCHIVED
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The fee has been updated.",
        "Application fees have been updated.",
        "Applicants whose circumstances have changed must tell IRCC.",
        "The form IMM 5710 has been replaced by the portal.",
        "Processing times have changed.",
        "The special program code is now entered in GCMS.",
        "The special program code has changed.",
        "The code used in GCMS has been changed by the officer.",
        "The code of the form has been updated by the applicant.",
        "The code is now required.",
        "The NOC codes have been updated.",
        "These instructions are no longer than two pages.",
        "This document is no longer required at the port of entry.",
        "The temporary public policy for keepers of towers has expired.",
        "As of October 3, 2025, keepers apply online.",
        "Officers must not use this stamp.",
    ],
)
def test_what_has_changed_besides_the_page_is_no_notice(sentence: str) -> None:
    assert kinds(f"<p>{sentence}</p>") == []
    assert kinds(f'<div class="alert alert-info"><p>{sentence}</p></div>') == []
