"""Which pages show what a file holds: so that a problem can say what readers would see of it."""

import re
from collections.abc import Iterator

from generator.model.layout import CATEGORIES, CONTENT, DATA, address_of, category_uri, uri_of
from generator.model.records import Records

EVERY_PAGE = "every page"

# Who reviewed, when a review falls due, and the firm's name stand on each page.
_ON_EVERY_PAGE = {f"{DATA}/{name}.yml" for name in ("firm", "reviewers", "settings")}
_ON_EVERY_GUIDE = {f"{DATA}/{name}.yml" for name in ("codes", "groups", "sources")}

_SOURCES = f"{DATA}/sources.yml"
"""A record's notice leads to a page of it."""

_SHOWN_BY = {
    "category_cards": (CATEGORIES, "data/codes.yml", _SOURCES),
    "category_table": (CATEGORIES, "data/codes.yml", "data/groups.yml", _SOURCES),
    "code": ("data/codes.yml",),
    "codes_by_category": (CATEGORIES, "data/codes.yml", "data/groups.yml", _SOURCES),
    "codes_by_code": (CATEGORIES, "data/codes.yml", "data/groups.yml", _SOURCES),
    "finder": (CATEGORIES, "data/codes.yml", "data/finder.yml", _SOURCES),
    "firm_help": ("data/firm.yml",),
    "glossary": ("data/terms.yml",),
    "obligations": ("data/obligations.yml",),
    "programme_comparison": ("data/comparison.yml", _SOURCES),
    "questions": ("data/questions.yml", _SOURCES),
    "past_reviews": (
        CATEGORIES,
        CONTENT,
        "data/comparison.yml",
        "data/finder.yml",
        "data/groups.yml",
    ),
    "superseded_codes": (CATEGORIES, "data/codes.yml", "data/groups.yml"),
    "review_register": (
        CATEGORIES,
        CONTENT,
        "data/comparison.yml",
        "data/finder.yml",
        "data/groups.yml",
        _SOURCES,
    ),
    "picture_of_codes": ("data/codes.yml",),
    "picture_of_sides": ("data/comparison.yml",),
    "picture_of_steps": ("data/steps.yml",),
    "routes_table": (CATEGORIES, "data/codes.yml", "data/groups.yml", _SOURCES),
    "steps": ("data/steps.yml",),
}
"""What each component shows; the order of groups is the order of tables."""

_CALL = re.compile(r"\{\{\s*(\w+)\s*\(")


def pages_of(path: str, records: Records) -> list[str]:
    """Return the addresses of the pages that show what a file holds, or `EVERY_PAGE`.

    Args:
        path: the file, relative to the project's folder.
        records: what could be read; a page that could not be read is not counted.
    """
    if path in _ON_EVERY_PAGE or not path.startswith((f"{DATA}/", f"{CONTENT}/")):
        return [EVERY_PAGE]
    own = uri_of(path)
    uris = {*([own] if own else []), *_guides(path, records), *_others(path, records)}
    return sorted(map(address_of, uris))


def _guides(path: str, records: Records) -> Iterator[str]:
    """Yield the pages of categories, open or ended, that show something of another file."""
    for slug, entry in records.categories.items():
        related = entry.record.related if "related" not in entry.faulty else ()
        beside = any(path == f"{CATEGORIES}/{other}.yml" for other in related)
        if path in _ON_EVERY_GUIDE or beside:
            yield category_uri(slug)
    for slug, ended in records.ended.items():
        instead = ended.record.ended.instead if "ended" not in ended.faulty else ()
        beside = any(path == f"{CATEGORIES}/{other}.yml" for other in instead)
        if path == _SOURCES or beside:
            yield category_uri(slug)


def _others(path: str, records: Records) -> Iterator[str]:
    """Yield the pages of content/ whose components show something of the file."""
    for page in records.content.values():
        shown = {part for name in _CALL.findall(page.body) for part in _SHOWN_BY.get(name, ())}
        shown |= {_SOURCES} if page.record.verify and page.record.verify.source else set()
        if any(path == part or path.startswith(f"{part}/") for part in shown):
            yield page.path.removeprefix(f"{CONTENT}/")
