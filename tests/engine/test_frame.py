from pathlib import Path

from generator.engine.frame import mended

SWITCH = '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer"{}>'
SEARCH = '<div class="md-search" data-md-component="search" role="dialog"{}>'
SKIP = '<div data-md-component="skip">{}</div>'
TOC = '<label class="md-nav__title"{}>'


def test_switches_lose_the_attribute_that_means_nothing_on_them() -> None:
    assert mended(SWITCH.format(' autocomplete="off"')) == SWITCH.format("")
    assert (
        mended('<input type="text" autocomplete="off">') == '<input type="text" autocomplete="off">'
    )


def test_the_search_gets_a_name_once() -> None:
    named = SEARCH.format(' aria-label="Search"')
    assert mended(SEARCH.format("")) == named
    assert mended(named) == named


def test_the_skip_link_is_there_and_leads_to_the_heading() -> None:
    link = '<a href="#main-text" class="md-skip">Skip to content</a>'
    for found in ("", '\n<a href="#first" class="md-skip">\nSkip\n</a>\n'):
        assert mended(SKIP.format(found)) == SKIP.format(link)


def test_a_label_of_nothing_is_none() -> None:
    assert mended(TOC.format(' for="__toc"')) == TOC.format("")
    switch = '<input id="__toc">'
    assert mended(switch + TOC.format(' for="__toc"')) == switch + TOC.format(' for="__toc"')


def test_the_built_pages_are_mended(site: Path) -> None:
    for name in ("index.html", "404.html", "categories/orca/index.html"):
        text = (site / name).read_text(encoding="utf-8")
        assert SEARCH.format(' aria-label="Search"') in text
        assert 'href="#main-text" class="md-skip"' in text
        assert 'id="main-text"' in text
        assert 'type="checkbox" id="__search">' in text
