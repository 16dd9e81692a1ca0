"""Pages at earlier addresses: each sends readers on, with and without JavaScript."""

from collections.abc import Iterator
from html import escape

from generator.inspection.expected import Redirect
from generator.model.layout import category_uri, html_of
from generator.model.records import Records


def redirects(records: Records) -> Iterator[Redirect]:
    """Yield what stands at the earlier addresses of renamed categories."""
    for slug, entry in sorted(records.renamed(), key=lambda pair: pair[0]):
        for number, old in enumerate(entry.record.formerly):
            yield Redirect(
                html=html_of(category_uri(old)),
                target=f"../{slug}/",
                title=entry.record.title,
                place=entry.place("formerly", number),
            )


def redirect_page(redirect: Redirect) -> str:
    """Return the whole HTML of a page that sends readers on at once."""
    target, title = escape(redirect.target), escape(redirect.title)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title} has moved</title>\n"
        '<meta name="robots" content="noindex">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<link rel="canonical" href="{target}">\n'
        f'<meta http-equiv="refresh" content="0; url={target}">\n'
        f'</head>\n<body>\n<h1>This page has moved</h1>\n<p>It is now <a href="{target}">{title}'
        "</a>.</p>\n</body>\n</html>\n"
    )
