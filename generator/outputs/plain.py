"""Two plain files: what the site is for programs that read text, and what they may fetch."""

import re
from collections.abc import Iterable, Iterator

from generator.model.category_route import CategoryRoute
from generator.model.guide import Guide
from generator.model.layout import address_of
from generator.model.review import Reviewed
from generator.outputs.addresses import Addresses
from generator.pages.article import Article

FILES = {
    "/api/v1/index.json": "all records as JSON",
    "/codes.csv": "the exemption codes as a table",
    "/routes.csv": "the routes as a table",
    "/changes.xml": "what changed, as a feed",
    "/reviews.ics": "the days on which reviews fall due",
}
"""The files for other programs, by address."""


def llms_txt(guide: Guide, pages: Iterable[Article], addresses: Addresses) -> str:
    """Return what the site is, in the form that language models look for: /llms.txt."""
    about = (
        "Work permits of Canada’s International Mobility Program, which need no Labour Market"
        f" Impact Assessment, in plain English. By {guide.firm.name}, reviewed by a licensed RCIC."
    )
    notice = (
        "Facts move. Each page says when it was reviewed and which canada.ca page settles it:"
        " repeat both with any fact. IRCC decides every application."
    )
    beside: dict[str, list[Reviewed]] = {}
    for _subject, _title, link, record in guide.reviewed():
        beside.setdefault(address_of(link.removeprefix("/")), []).append(record)
    lines = ["# The IMP Guide", "", f"> {about}", "", notice, "", "## Pages", ""]
    for page in sorted(pages, key=lambda page: page.address):
        if page.record is None:
            continue
        lines.append(
            f"- [{_words(page.title)}]({addresses.of(page.address)}): {_words(page.description)}"
            " Reviewed"
            f" {page.record.reviewed_on.human}."
            f"{_problems([page.record, *beside.get(page.address, ())])} Verify:"
            f" {page.record.verify.url}"
        )
        lines += _routes(guide.routes_by_page.get(page.uri, ()), addresses)
    lines += ["", "## Data", ""]
    lines += [
        f"- [{addresses.of(path)}]({addresses.of(path)}): {about}" for path, about in FILES.items()
    ]
    return "\n".join(lines) + "\n"


def _routes(routes: Iterable[CategoryRoute], addresses: Addresses) -> Iterator[str]:
    """Yield a line for each route of a category's page."""
    for found in routes:
        route = found.route
        codes = f" Our reviewer’s code: {', '.join(route.codes)}." if route.codes else ""
        if route.ircc_codes:
            codes += f" Code on IRCC’s pages, no part of our review: {', '.join(route.ircc_codes)}."
        address = addresses.of(found.address)
        yield f"  - [{_words(route.title)}]({address}): {_words(route.fits)}.{codes}"


def _words(text: str) -> str:
    """Return a text that stays on its line, and makes no link of its own."""
    return re.sub(r"([\\\[\]<>])", r"\\\1", " ".join(text.split()))


def _problems(records: Iterable[Reviewed]) -> str:
    """Return what was found wrong in a page, or in what it is about: a comparison, the finder."""
    found = dict.fromkeys(record.open_problem for record in records)
    return "".join(
        f" Our reviewer found something wrong {problem.date.when}: {_words(problem.note or '')}"
        for problem in found
        if problem
    )


def robots_txt(addresses: Addresses) -> str:
    """Return what search engines may fetch: everything. The sitemap is named where it has one."""
    lines = ["User-agent: *", "Allow: /"]
    if addresses.site:
        lines += ["", f"Sitemap: {addresses.of('/sitemap.xml')}"]
    return "\n".join(lines) + "\n"
