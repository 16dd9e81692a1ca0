"""Signs that nobody sees, where a page has them by their number or in its code."""

import re
from collections.abc import Iterator
from html import unescape

from generator.model.slips.page_text import CODE, Slip
from generator.source.slips.blanks import hidden_sign, hidden_signs, invisible

_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9A-Fa-f]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")


def unseen_slips(text: str, body: str) -> Iterator[Slip]:
    """Yield each sign that nobody sees; in a text as it is typed, such signs are looked for too.

    Args:
        text: the page's text, as `page_text.markdown_of` covers it.
        body: the page's text as it is.
    """
    for entity in _ENTITY.finditer(text):
        sign = unescape(entity[0])
        if sign != entity[0] and (not sign or sign == "\ufffd" or hidden_sign(sign)):
            says = f"`{entity[0]}` stands for a sign that nobody sees: remove it"
            yield Slip("text", says, entity.start())
    for found in hidden_signs(body):
        if text[found.start()] == CODE:
            yield Slip("text", invisible(found[0]), found.start())
