"""What a file is by what it says, whatever it is called and wherever it lies."""

import re

from generator.model.category import Category
from generator.model.layout import SCHEMAS, SINGLES
from generator.model.review import Reviewed

CATEGORY, PAGE = "category", "page"

_TOP_KEY = re.compile(r"^([a-z_]+)[ \t]*:", re.MULTILINE)
_HEAD = re.compile(r"---[ \t]*\n(?:.*\n)*?---[ \t]*$", re.MULTILINE)
_SCHEMA = re.compile(rf"# yaml-language-server:.*/{SCHEMAS.rpartition('/')[2]}/(\w+)\.json")
_OF_CATEGORIES = (
    set(Category.model_fields) - set(Reviewed.model_fields) - {"title", "codes", "questions"}
)
_ENOUGH = 2


def recognised(text: str) -> str | None:
    """Return what a text is: `category`, `page`, or the name of a file of data/; None if neither.

    A file of data/ names its schema in its first line. A category is known by its keys as well,
    and a page by its head.
    """
    if _HEAD.match(text):
        return PAGE
    keys = set(_TOP_KEY.findall(text))
    if len(keys & _OF_CATEGORIES) >= _ENOUGH or {"ended", "title"} <= keys:
        return CATEGORY
    schema = _SCHEMA.match(text)
    return schema[1] if schema and schema[1] in SINGLES else None
