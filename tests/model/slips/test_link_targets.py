import pytest

from generator.model.slips.link_targets import address_flaw, whole_address


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("www.canada.ca", "https://www.canada.ca"),
        ("canada.ca/en/list.html", "https://canada.ca/en/list.html"),
        ("https//www.canada.ca/en", "https://www.canada.ca/en"),
        ("https:/www.canada.ca", "https://www.canada.ca"),
        ("desk@lantern.example", "mailto:desk@lantern.example"),
        ("https://www.canada.ca", None),
        ("/codes.md", None),
        ("codes.md", None),
        ("../assets/map.png", None),
    ],
)
def test_what_lacks_its_beginning_is_completed(written: str, whole: str | None) -> None:
    assert whole_address(written) == whole


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("https://ex ample.ca/", "a space"),
        ("https://a..b/", "not an https address"),
        ("https://-a.b/", "not an https address"),
        ("https://\u24d2anada.ca/", "cannot stand|looks like"),
        ("https://www.canada.ca\u2044en", "cannot stand"),
        ("https://www.canada.ca/en/../x", "`/..`"),
        ("https://www.canada.ca/en/x.html?utm_source=x", "`utm_source`"),
        ("https://bit.ly/x", "passes readers on"),
        ("https://www.google.com/url?q=https%3A%2F%2Flantern.example", "passes readers on"),
        ("https:\\\\evil.example", "cannot stand"),
        ("mailto:MAILTO:x@y.ca", "no address for a letter"),
        ("tel:", "no number to call"),
        ("tel:javascript", "no number to call"),
        ("https:/\\evil.example/", "cannot stand"),
    ],
)
def test_a_link_of_a_page_leads_where_it_seems_to(written: str, says: str) -> None:
    flaw = address_flaw(written, loaded=False) or ""
    assert any(word in flaw for word in says.split("|")), flaw


@pytest.mark.parametrize(
    "written",
    [
        "https://www.canada.ca/en.html?a=1&b=2#c",
        "/codes.md",
        "../a/../b.md",
        "#top",
        "tel:+1800",
        "tel:911",
        "tel:1-800-555-0100;ext=2",
    ],
)
def test_a_sound_link_of_a_page_is_none_of_these(written: str) -> None:
    assert address_flaw(written, loaded=False) is None
