"""What search engines are told of a page: what it shows, and no more (schema.org, as JSON-LD)."""

import json
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from generator.model.category import Ended
from generator.model.guide import Guide
from generator.model.review import Reviewed
from generator.outputs.addresses import Addresses
from generator.pages.article import Article
from generator.pages.escape import script_text


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
    if page.questions:
        graph.append(_questions(page))
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return script_text(text)


def _organization(guide: Guide, addresses: Addresses) -> dict[str, Any]:
    found = {"@type": "Organization", "@id": "#firm", "name": guide.firm.name}
    return found | ({"url": addresses.home} if addresses.site else {})


def _web_page(
    page: Article, record: Reviewed, guide: Guide, addresses: Addresses
) -> dict[str, Any]:
    by = guide.reviewers[record.reviewed_by]
    found: dict[str, Any] = {
        "@type": "WebPage",
        "name": page.title,
        "description": page.description,
        "inLanguage": "en",
        "lastReviewed": record.reviewed_on.iso,
        "reviewedBy": {
            "@type": "Person",
            "name": by.name,
            "jobTitle": by.title,
            "identifier": by.licence,
        },
        "publisher": {"@id": "#firm"},
    }
    if not isinstance(record, Ended):  # what has ended is not due for review again
        found["expires"] = guide.due(record).isoformat()
    return found | ({"url": addresses.of(page.address)} if addresses.site else {})


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


def _questions(page: Article) -> dict[str, Any]:
    return {
        "@type": "FAQPage",
        "mainEntity": [
            {
                "@type": "Question",
                "name": item.question,
                "acceptedAnswer": {"@type": "Answer", "text": " ".join(item.answer)},
            }
            for item in page.questions
        ],
    }
