"""Mends what the theme's frame around each page lacks for readers with a screen reader.

The theme writes these elements outside of every block that a template could override. All of it is
found by the theme's own markup, so a theme that mends itself leaves nothing to do.
"""

import re

# The menu's and the search's switches remember nothing: the attribute means nothing on them.
_SWITCH = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"(?=[^>]*>)')

# A dialog without a name is announced as "dialog".
_SEARCH = re.compile(r'<div class="md-search" data-md-component="search" role="dialog"(?=>)')

# The theme's skip link passes by the heading, and is missing where there is no second heading.
_SKIP = re.compile(r'(<div data-md-component="skip">).*?(</div>)', re.DOTALL)
_TO_TEXT = r'\1<a href="#main-text" class="md-skip">Skip to content</a>\2'

# The heading of the table of contents switches nothing on a wide screen.
_TOC_LABEL = re.compile(r'(<label class="md-nav__title") for="__toc"')


def mended(html: str) -> str:
    """Return a built page whose frame has a named search and no attribute out of place."""
    html = _SWITCH.sub(r"\1", html)
    html = _SEARCH.sub(lambda found: f'{found[0]} aria-label="Search"', html)
    html = _SKIP.sub(_TO_TEXT, html, count=1)
    if 'id="__toc"' not in html:
        html = _TOC_LABEL.sub(r"\1", html)
    return html
