import pytest

from generator.model.addresses import (
    is_canada_ca,
    is_official,
    official_fault,
    source_fault,
    web_fault,
)

PAGE = "https://www.canada.ca/en/ircc/codes.html"


@pytest.mark.parametrize(
    "url",
    [
        PAGE,
        f"{PAGE}#top",
        f"{PAGE}?page=2",
        "https://canada.ca/en/x",
        "https://ircc.canada.ca/english/helpcentre/answer.asp?qnum=163&top=17",
        "https://www.canada.ca/content/dam/ircc/documents/pdf/english/x.pdf",
        "https://www.canada.ca/en/a_(b)_'c'.html?x=[1]#y(z)",
        "https://www.canada.ca/en/canada-francophone-fr/job-search.html",
        "https://www.canada.ca/en/caf%C3%A9.html",
    ],
)
def test_a_page_on_canada_ca_is_one(url: str) -> None:
    assert official_fault(url) is None
    assert is_canada_ca(url)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("https://www.canada.ca/fr/ircc/codes.html", "French"),
        ("https://www.canada.ca/fr.html", "French"),
        ("https://ircc.canada.ca/francais/x.asp", "French"),
        (f"{PAGE}?lang=fr", "French"),
        ("https://www.canada.ca", "front page"),
        ("https://canada.ca/", "front page"),
        ("https://www.canada.ca/en.html", "front page"),
        ("https://www.canada.ca/en/sr/srb.html?q=imp", "search"),
        (f"{PAGE}?q=imp", "search"),
        ("https://www.canada.ca/imp", "begins with https://www.canada.ca/en/"),
        (f"{PAGE}{PAGE}", "two addresses"),
        (f"{PAGE} {PAGE}", "two addresses"),
        (f"{PAGE}.", "ends in `.`"),
        (f"{PAGE},", "ends in `,`"),
        (f"{PAGE})", "ends in `)`"),
        (f"{PAGE}]", "ends in `]`"),
        (f"({PAGE})", "bracket"),
        (f"<{PAGE}>", "bracket"),
        (f"[codes]({PAGE})", "bracket"),
        (f"{PAGE}?utm_source=x&utm_medium=y", "`utm_source`"),
        (f"{PAGE}?page=2&fbclid=x", "`fbclid`"),
        (f"{PAGE}?gclid=x", "`gclid`"),
        (f"{PAGE}?wbdisable=true", "`wbdisable`"),
        (f"{PAGE}?wbdisable", "`wbdisable`"),
        (PAGE.replace("https", "http"), "begins with http"),
        (PAGE.removeprefix("https://"), "write https://www.canada.ca/en/ircc/codes.html"),
        (PAGE.replace("www.canada", "WWW.Canada"), "capital letters"),
        (PAGE.replace("https", "HTTPS"), "capital letters"),
        (PAGE.replace("ircc", "ir cc"), "a space"),
        (f"{PAGE}\u200b", "U+200B"),
        (f"{PAGE}?x=é", "`é` cannot stand"),
        (f"{PAGE}?x=1&amp;y=2", "write `&`"),
        (f"{PAGE}?x=%zz", "`%`"),
        ("https://www.cic.gc.ca/english/x.asp", "canada.ca"),
        ("https://www.canada.ca/en/../../x", "`/..`"),
        ("https://www.canada.ca/en/%2E%2e/fr/x", "`/%2E%2e`"),
        ("https://www.canada.ca/en/./x", "`/.`"),
        ("https://www.canada.ca/en/x%0d%0aSet-Cookie:x", "`%0d`"),
        ("https://www.canada.ca/en/x?y=%00", "`%00`"),
        ("tbd", "canada.ca"),
    ],
)
def test_what_leads_astray_is_told_with_what_to_do(url: str, says: str) -> None:
    assert says in (official_fault(url) or "")


@pytest.mark.parametrize(
    "url",
    [
        "https://lantern.example/talk",
        "https://shop.lantern.example/?page=2#x",
        "https://www.wildmountain.ca",
        "https://example.org/a_b?c=d&e=(f)",
        "https://a-1.2b.xn--p1ai/..a/b../%20?c=/../",
    ],
)
def test_a_page_of_the_firm_is_an_address(url: str) -> None:
    assert web_fault(url) is None


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://lantern.example/", "begins with http"),
        ("lantern.example/talk", "write https://lantern.example/talk"),
        ("TBD", "not an https address"),
        ("javascript:alert(1)", "not an https address"),
        ("https://bit.ly/3x", "passes readers on"),
        ("https://www.bit.ly/3x", "passes readers on"),
        ("https://l.instagram.com/?u=https%3A%2F%2Flantern.example", "passes readers on"),
        ("https://www.google.com/url?q=https%3A%2F%2Flantern.example", "passes readers on"),
        ("https://localhost.localhost/", "one computer"),
        ("http://localhost:8000/talk", "one computer"),
        ("https://127.0.0.1/talk", "one computer"),
        ("https://lantern.local/talk", "one computer"),
        ("https://0x7f.1/", "not an https address"),
        ("https://lantern.0x7f/", "not an https address"),
        ("https://-.ca/", "not an https address"),
        ("https://-lantern.example/", "not an https address"),
        ("https://lantern-.example/", "not an https address"),
        ("https://lantern.example/talk.", "ends in `.`"),
        ("https://lantern.example/?utm_campaign=x", "`utm_campaign`"),
        ("https://Lantern.example/", "capital letters"),
        ("https://lantern.example/ talk", "a space"),
        ("https://lantern.example/https://lantern.example/", "two addresses"),
    ],
)
def test_what_the_firm_does_not_mean_is_told(url: str, says: str) -> None:
    assert says in (web_fault(url) or "")


ARCHIVED = "https://web.archive.org/web/20230101000000/"


def test_a_page_as_it_was_is_one_address() -> None:
    assert web_fault(f"{ARCHIVED}{PAGE}") is None
    assert "two addresses" in (web_fault(f"{ARCHIVED}{PAGE}{PAGE}") or "")
    assert "two addresses" in (web_fault(f"{PAGE}{ARCHIVED}") or "")


LAW = "https://laws-lois.justice.gc.ca/eng/regulations/SOR-2002-227/section-204.html"


@pytest.mark.parametrize("url", [PAGE, LAW, f"{LAW}#s-204", "https://ircc.canada.ca/english/x.asp"])
def test_a_source_is_on_canada_ca_or_in_the_law(url: str) -> None:
    assert is_official(url)
    assert source_fault(url) is None


@pytest.mark.parametrize(
    ("url", "says"),
    [
        (LAW.replace("/eng/", "/eng/../fra/"), "`/..`"),
        (LAW.replace("/eng/", "/fra/"), "begins with https://laws-lois.justice.gc.ca/eng/"),
        ("https://laws-lois.justice.gc.ca", "begins with https://laws-lois.justice.gc.ca/eng/"),
        (LAW.replace("laws-lois.", "www."), "canada.ca or laws-lois.justice.gc.ca"),
        (LAW.replace(".ca/", ".ca.example/"), "canada.ca or laws-lois.justice.gc.ca"),
        ("tbd", "canada.ca or laws-lois.justice.gc.ca"),
        (LAW.replace("https", "http"), "begins with http"),
        (LAW.replace("laws", "Laws"), "capital letters"),
        (LAW.removeprefix("https://"), "write https://laws-lois"),
    ],
)
def test_what_is_no_source_is_told_with_where_one_is(url: str, says: str) -> None:
    assert says in (source_fault(url) or "")
    assert not is_official(url) or "/../" in url


@pytest.mark.parametrize(("url", "says"), [(f"{LAW}?utm_source=x", "utm_"), (f"{LAW}.", "ends in")])
def test_what_is_no_part_of_the_law_s_address_is_told(url: str, says: str) -> None:
    assert says in (source_fault(url) or "")


@pytest.mark.parametrize("url", ["https://[abc", "https://[abc]/", "https://a]b/x.html"])
def test_a_bracket_in_a_host_is_told_like_any_other_slip(url: str) -> None:
    assert not is_official(url)
    for fault in (source_fault, official_fault, web_fault):
        assert fault(url)
