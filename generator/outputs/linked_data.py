"""What search engines are told of a page: what it shows, and no more (schema.org, as JSON-LD)."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from markupsafe import Markup

from generator.inspection.html import words_of
from generator.model.category import Ended, Question
from generator.model.guide import Guide
from generator.model.review import Reviewed
from generator.outputs.addresses import Addresses
from generator.outputs.persons import reviewer
from generator.pages.article import Article
from generator.pages.elements import tree_of
from generator.pages.escape import script_text

LOGO = "/assets/favicon.svg"
"""The sign that stands for the firm where it has no ground of the guide's own behind it."""

_FIRM = "/#firm"


def linked_data(
    page: Article, guide: Guide, above: Sequence[tuple[str, str]], addresses: Addresses
) -> Markup:
    """Return JSON that may stand in a page's `<script type="application/ld+json">`.

    Args:
        page: the page.
        guide: the guide it belongs to.
        above: name and address of each page above it, as the breadcrumb shows them.
        addresses: where the site is.
    """
    graph: list[dict[str, Any]] = [_organization(guide, addresses)]
    if page.record is not None:
        graph.append(_web_page(page, page.record, guide, addresses))
    if above:
        graph.append(_breadcrumb(page, above, addresses))
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return script_text(text)


def _organization(guide: Guide, addresses: Addresses) -> dict[str, Any]:
    firm = guide.firm
    found = {
        "@type": "Organization",
        "@id": addresses.of(_FIRM),
        "name": firm.name,
        "legalName": firm.legal_name,
    }
    if addresses.site:
        found |= {"url": addresses.home, "logo": addresses.of(LOGO)}
    return found | ({"url": firm.url} if firm.url else {})


def _web_page(
    page: Article, record: Reviewed, guide: Guide, addresses: Addresses
) -> dict[str, Any]:
    found: dict[str, Any] = {
        "@type": "WebPage",
        "@id": addresses.of(page.address),
        "name": page.title,
        "description": page.description,
        "inLanguage": "en",
        "lastReviewed": record.reviewed_on.iso,
        "reviewedBy": reviewer(guide, guide.reviewers[record.reviewed_by]),
        "publisher": {"@id": addresses.of(_FIRM)},
    }
    if not isinstance(record, Ended):  # what has ended is not due for review again
        found["expires"] = guide.due(record).isoformat()
    if addresses.site:
        found["url"] = addresses.of(page.address)
    if asked := _first_asked(page, guide):
        # A page of questions is a page: two nodes would be two pages of one address.
        found["@type"] = ["WebPage", "FAQPage"]
        found["mainEntity"] = [_question(item) for item in asked]
    if routes := list(_routes(page, guide, addresses)):
        found["hasPart"] = routes
    return found


def _routes(page: Article, guide: Guide, addresses: Addresses) -> Iterator[dict[str, Any]]:
    """Yield the routes that a category's page shows, each in the words that it shows."""
    shown = {section.id: section for section in page.sections}
    for route in guide.routes_by_page.get(page.uri, ()):
        section = shown.get(route.anchor)
        text = tree_of(section.text).find("p") if section else None
        if section and text is not None:
            yield {
                "@type": "WebPageElement",
                "@id": addresses.of(route.address),
                "name": words_of(tree_of(section.title)),
                "description": words_of(text),
            }


def _breadcrumb(
    page: Article, above: Sequence[tuple[str, str]], addresses: Addresses
) -> dict[str, Any]:
    steps = [*above, (page.title, page.address)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": addresses.of(address)}
            for number, (name, address) in enumerate(steps, 1)
        ],
    }


def _first_asked(page: Article, guide: Guide) -> list[Question]:
    """Return the questions that this page asks first: search engines hear each once."""
    return [item for item in page.questions if guide.asked_first.get(item.question) == page.uri]


def _question(item: Question) -> dict[str, Any]:
    return {
        "@type": "Question",
        "name": item.question,
        "acceptedAnswer": {"@type": "Answer", "text": " ".join(item.answer)},
    }
