"""Answers with status 200 that are no page."""

import pytest

from generator.watch.identity import nothing_in_common
from generator.watch.page import OfficialPage, UnreadableError, parse, read_page
from tests.watch.pages.frame import canada
from tests.watch.pages.texts import GUIDANCE

UTF8 = "text/html; charset=utf-8"

BARE = "<html><head><title>{title}</title></head><body>{body}</body></html>"


def reason(page: str) -> str:
    with pytest.raises(UnreadableError) as told:
        read_page(parse(page.encode(), UTF8))
    return str(told.value)


@pytest.mark.parametrize(
    "page",
    [
        BARE.format(
            title="Access Denied",
            body='<h1>Access Denied</h1>You don\'t have permission to access "http&#58;&#47;&#47;x"'
            " on this server.<p>Reference&#32;&#35;18&#46;2d351ab8&#46;1557333295&#46;a4e16ab</p>",
        ),
        BARE.format(
            title="Attention Required! | Cloudflare",
            body="<div id='cf'><h1>Sorry, you have been blocked</h1><p>Ray ID: 7d</p></div>",
        ),
        BARE.format(
            title="Just a moment...",
            body="<main><h1>www.canada.ca</h1><p>Checking if the connection is secure</p></main>",
        ),
        BARE.format(
            title="Request Rejected",
            body="The requested URL was rejected. Your support ID is: 1234567890123456",
        ),
        BARE.format(title="x", body="<main><p>Support ID: 1234567890123456</p></main>"),
        BARE.format(title="", body="<main><p>Reference #18.2d351ab8.1557333295.a4e16ab</p></main>"),
        canada("<p>You are not authorized to view this page.</p>", title="403"),
        canada("<p>Vous n’avez pas accès.</p>", title="Accès refusé"),
        BARE.format(title="403", body="<main><p>Something in it.</p></main>"),
        BARE.format(title="Pardon Our Interruption", body="<main><p>Something in it.</p></main>"),
    ],
)
def test_a_block_page_is_unknown(page: str) -> None:
    assert reason(page).startswith("the host shows a block page")


@pytest.mark.parametrize(
    "page",
    [
        canada('<p><span class="label label-danger">404 error</span></p><p>It may have moved.</p>'
               "<ul><li>Home</li></ul>", title="Page not found"),
        canada("<p>Elle a peut-être été déplacée.</p>", title="Page non trouvée", french=True),
        canada("<p>Error</p>", title="We couldn’t find that Web page (Error 404)"),
        canada("<p>Erreur</p>", title="Nous ne pouvons trouver cette page Web (Erreur 404)"),
        canada("<h2>Page not found</h2><p>It may have been moved.</p>", title="Towns"),
        canada('<p><span class="label label-danger">404 error</span></p><p>Sorry</p>', title="x"),
        BARE.format(title="404", body="<main><p>File gone</p></main>"),
        BARE.format(title="x", body='<main><h1 class="wb-inv">Page not found / Page non trouvée'
                    "</h1><p>Sorry</p></main>"),
    ],
)  # fmt: skip
def test_a_page_that_says_that_there_is_none_is_unknown(page: str) -> None:
    assert reason(page).startswith("the host says that it has no such page")


@pytest.mark.parametrize(
    "title",
    [
        "Scheduled maintenance",
        "This site is temporarily unavailable",
        "Service unavailable",
        "503 Service Temporarily Unavailable",
        "An error occurred",
        "Site en maintenance",
        "Le service est temporairement indisponible",
        "Le site est en cours d’entretien",
        "Entretien prévu",
        "Difficultés techniques",
    ],
)
def test_a_page_about_maintenance_is_unknown(title: str) -> None:
    page = canada("<p>Come back later.</p>", title=title)
    assert reason(page) == (
        f"the host shows a page about maintenance or a fault (“{title.replace('’', chr(39))}”)"
    )


def test_a_number_alone_tells_a_fault() -> None:
    told = reason(BARE.format(title="500", body="<main><p>Something in it.</p></main>"))
    assert told == "the host shows a page about maintenance or a fault (“500”)"


def test_a_choice_of_languages_is_unknown() -> None:
    splash = BARE.format(
        title="Canada.ca",
        body='<main><section><h2>Towns</h2><a href="/en" lang="en">English</a></section>'
        '<section><h2 lang="fr">Villes</h2><a href="/fr">Français</a></section></main>',
    )
    assert reason(splash) == "the host asks for a language only"
    named = canada("<p><a>English</a></p>", title="Language selection / Choix de la langue")
    assert reason(named).startswith("the host asks for a language only (“Language selection")


@pytest.mark.parametrize(
    "body",
    [
        "<main><p>Please enable JavaScript to view this page.</p></main>",
        "<main><div id='root'></div><noscript>JavaScript is required.</noscript></main>",
        "<main id='app'></main><script src='/app.js'></script>",
        "<div id='root'></div><noscript>Veuillez activer JavaScript.</noscript>",
    ],
)
def test_a_page_of_scripts_only_is_unknown(body: str) -> None:
    assert reason(BARE.format(title="Keepers", body=body)) == (
        "it shows its text only to a browser that runs scripts"
    )


def test_a_page_without_a_main_part_is_unknown() -> None:
    words = "<p>Welcome to a page of another kind.</p>" * 60
    assert reason(BARE.format(title="x", body=words)) == (
        "it has no main part, as official pages have"
    )


@pytest.mark.parametrize(
    "page",
    [
        canada(GUIDANCE, title="Access to lighthouses"),
        canada(GUIDANCE, title="Maintenance of lamps"),
        canada(GUIDANCE + "<h2>Blocked entrances</h2><p>x</p>"),
        canada(GUIDANCE + "<h2>If a page is not found in a file</h2><p>x</p>"),
        canada(f"<h2>Forbidden</h2><p>Lamps of oil.</p>{'<p>Some words more.</p>' * 120}"),
        canada('<p>Ask in <a href="/x">English</a> or <a href="/y">Français</a>.</p>' + GUIDANCE),
        canada("<p>The form needs a viewer. A short page is a page.</p>"),
        canada(f"<h2>Unauthorized</h2>{'<p>A keeper lights the lamp.</p>' * 12}", modified=""),
        canada("<h2>Unauthorized work</h2><p>x y z.</p>", modified=""),
        canada("<h2>Access restricted to some sectors</h2><p>x y z.</p>", modified=""),
        canada("<h2>Security check of applicants</h2><p>x y z.</p>", modified=""),
        canada("<h2>File not found in GCMS</h2><p>x y z.</p>", modified=""),
        canada("<h2>Services temporarily unavailable at missions</h2><p>x</p>", modified=""),
        canada("<h2>Service unavailable at POE</h2><p>x y z.</p>", modified=""),
        canada("<h2>Technical difficulties of keepers</h2><p>x y z.</p>", modified=""),
        canada("<p>Keepers may not do this.</p>", title="Forbidden activities", modified=""),
        canada("<p>Keepers may not do this.</p>", title="Forbidden"),
        canada("<p>Keepers of lamps need a permit.</p>", title="Maintenance"),
        canada("<p>A keeper speaks two of them.</p>", title="Language selection"),
        canada("<p>The form requires JavaScript.</p>", modified=""),
        canada("<p>Enable JavaScript for the form. Keepers write their name. A lamp has oil.</p>"),
        canada(GUIDANCE + "<p>Quote the request ID: 2024-1234-99.</p>"),
        canada("<p>Quote the request ID: 2024-1234-99. A keeper lights the lamp.</p>"),
    ],
)
def test_an_official_page_is_read_whatever_its_words(page: str) -> None:
    assert read_page(parse(page.encode(), UTF8)).passages


def page(main: str, title: str = "Keepers of lighthouses") -> OfficialPage:
    return read_page(parse(canada(main, title=title).encode(), UTF8))


@pytest.mark.parametrize(
    ("main", "title"),
    [
        ("<p>Enter your password.</p>", "Sign in"),
        ("<p>Find services.</p><ul><li>Jobs</li><li>Travel</li></ul>", "Home"),
        ("<p>Accept the terms to connect to the network of this tower.</p>", "Welcome"),
    ],
)
def test_a_short_page_of_another_kind_has_nothing_in_common(main: str, title: str) -> None:
    assert nothing_in_common(page(main, title), page(GUIDANCE).passages)


@pytest.mark.parametrize(
    ("main", "title"),
    [
        ("<p>All of this is new.</p>", "Keepers of lighthouses"),
        ("<p>All of this is new.</p>", "Keepers of lighthouses and towers"),
        ("<p>All is new. A keeper needs 24 months of practice in the last 3 years.</p>", "Other"),
        ("<p>This page has been archived.</p>", "Other"),
        ("<p>All of this is new.</p>" * 100, "Other"),
    ],
)
def test_a_page_that_was_rewritten_has_something_in_common(main: str, title: str) -> None:
    assert not nothing_in_common(page(main, title), page(GUIDANCE).passages)


def test_nothing_is_held_against_a_text_that_is_not_known() -> None:
    assert not nothing_in_common(page("<p>A</p>", "Other"), ())


BLOCKING = (
    "<p>This website uses a service to protect itself from attacks on its servers.</p>"
    "<p>What you did on the site has made the service block your access to the page.</p>"
    "<p>You can email the administrator of the site to let them know that you were blocked.</p>"
    "<p>Tell what you were doing when this page came up, and what your browser shows.</p>"
    "<p>Wait a while, then try again with another browser or from another network, please.</p>"
)


@pytest.mark.parametrize("mark", ["Cloudflare Ray ID: 7d1", "Reference #18.2d351ab8.15573"])
def test_a_block_page_of_many_words_under_a_harmless_title_is_unknown(mark: str) -> None:
    whole = BARE.format(title="Towns", body=f"<main>{BLOCKING}<p>{mark}</p></main>")
    assert 60 < len(whole.split()) < 300
    assert reason(whole) == "the host shows a block page"
    lamps = "<p>A keeper lights the lamp at night.</p>" * 6
    fine = BARE.format(title="Towns", body=f"<main>{BLOCKING}{lamps}<p>{mark}</p></main>")
    assert read_page(parse(fine.encode(), UTF8)).passages
