import pytest

from generator.pages.article import Link
from generator.pages.elements import html_of, tree_of
from generator.pages.links import resolve_links


def resolved(target: str, uri: str) -> tuple[str | None, tuple[Link, ...]]:
    """Return what a link of a page leads to, and what is kept of it."""
    root = tree_of("<p><a>x</a></p>")
    link = root[0][0]
    link.set("href", target)
    found = resolve_links(root, uri)
    return link.get("href"), found


@pytest.mark.parametrize(
    ("uri", "target", "href", "found"),
    [
        ("index.md", "/codes.md", "codes/", "codes.md"),
        ("index.md", "codes.md", "codes/", "codes.md"),
        ("index.md", "/index.md", "./", "index.md"),
        ("codes.md", "/index.md", "../", "index.md"),
        ("codes.md", "/codes.md", "./", "codes.md"),
        ("codes.md", "./employers.md", "../employers/", "employers.md"),
        ("codes.md", "categories/orca.md", "../categories/orca/", "categories/orca.md"),
        ("codes.md", "/codes.csv", "../codes.csv", "codes.csv"),
        ("codes.md", "/api/v1/index.json", "../api/v1/index.json", "api/v1/index.json"),
        ("categories/orca.md", "harba.md", "../harba/", "categories/harba.md"),
        ("categories/orca.md", "../codes.md", "../../codes/", "codes.md"),
        ("categories/orca.md", "/categories/index.md", "../", "categories/index.md"),
        ("categories/index.md", "orca.md", "orca/", "categories/orca.md"),
        ("categories/index.md", "../index.md", "../", "index.md"),
        ("a.md", "b%20c.md", "../b%20c/", "b c.md"),
        ("a.md", "é.png", "../%C3%A9.png", "é.png"),
        ("a.md", "100%25.png", "../100%25.png", "100%.png"),
        ("a.md", "a%2520b.png", "../a%2520b.png", "a%20b.png"),
    ],
)
def test_a_link_within_the_guide_leads_from_the_page_to_its_target(
    uri: str, target: str, href: str, found: str
) -> None:
    assert resolved(target, uri) == (href, (Link(target, found, ""),))


@pytest.mark.parametrize(
    ("target", "href", "found"),
    [
        ("/codes.md#k12", "../codes/#k12", Link("/codes.md#k12", "codes.md", "k12")),
        ("/codes.md#k21+", "../codes/#k21+", Link("/codes.md#k21+", "codes.md", "k21+")),
        ("#steps", "#steps", Link("#steps", "employers.md", "steps")),
        ("#%C3%A9", "#%C3%A9", Link("#%C3%A9", "employers.md", "é")),
        ("", "", Link("", "employers.md", "")),
    ],
)
def test_an_anchor_stays_at_the_end_of_its_link(target: str, href: str, found: Link) -> None:
    assert resolved(target, "employers.md") == (href, (found,))


@pytest.mark.parametrize(
    "target",
    [
        "https://www.canada.ca/a_b/c(d)?x=1&y=2#z",
        "//example.org/x.md",
        "mailto:desk@example.org",
        "tel:+15550100",
    ],
)
def test_a_link_that_leads_elsewhere_stays_as_it_is(target: str) -> None:
    assert resolved(target, "codes.md") == (target, ())


@pytest.mark.parametrize("target", ["http://[bad", "../../b.md", "/", "../", "b.md?c=d"])
def test_what_names_no_file_is_kept_to_be_told(target: str) -> None:
    _, (link,) = resolved(target, "codes.md")
    assert link.written == target
    assert link.uri not in {"codes.md", "b.md", "index.md"}


def test_pictures_are_resolved_as_links_are() -> None:
    root = tree_of('<p><img src="/assets/a.png" alt=""><a id="x">no link</a><img alt="none"></p>')
    assert resolve_links(root, "categories/orca.md") == (Link("/assets/a.png", "assets/a.png", ""),)
    assert 'src="../../assets/a.png"' in html_of(root)


def test_links_are_found_in_the_order_of_reading_and_each_time() -> None:
    root = tree_of(
        '<p><a href="b.md">x</a></p><ul><li><a href="a.md">y</a></li></ul>'
        '<p><a href="b.md">z</a></p>'
    )
    assert [link.written for link in resolve_links(root, "c.md")] == ["b.md", "a.md", "b.md"]
