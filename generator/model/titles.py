"""What each record may be called besides its name, and which name was meant by that."""

from collections.abc import Iterable, Mapping

from generator.model.records import Records
from generator.source.slips.naming import slug_of, stem_of


def titles(records: Records) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return for each kind of record what each one may be called besides its name."""
    named: dict[str, dict[str, tuple[str, ...]]] = {
        kind: {} for kind in ("categories", "firm_pages", "groups", "sources")
    }
    for slug in records.slugs():
        if "/" not in slug:
            named["categories"][slug] = ()
    for slug, entry in records.categories_with("title"):
        named["categories"][slug] = (entry.record.title,)
    for slug, entry in records.categories_with("also_known_as"):
        named["categories"][slug] = (*named["categories"][slug], *entry.record.also_known_as)
    if records.firm:
        pages = records.firm.record.pages
        named["firm_pages"] = {key: (page.title, page.url) for key, page in pages.items()}
    if records.groups:
        named["groups"] = {key: (group.title,) for key, group in records.groups.record.items()}
    if records.sources:
        known = records.sources.record
        named["sources"] = {key: (source.title, source.url) for key, source in known.items()}
    return named


def meant(written: str, names: Mapping[str, Iterable[str]]) -> str | None:
    """Return the name that somebody meant who wrote a title, an address or a file's name.

    Args:
        written: what was written.
        names: the names that exist, each with what it may be called besides.

    Returns:
        None where no name is meant for certain.
    """
    tried = {_letters(written), _letters(_last_part(written))} - {""}
    found = {name for name in names if _letters(name) in tried}
    found = found or {
        name for name, others in names.items() if tried & {_letters(other) for other in others}
    }
    return found.pop() if len(found) == 1 else None


def _last_part(written: str) -> str:
    path = stem_of(written.strip().partition("#")[0].rstrip("/").removesuffix("/index.html"))
    return path.rpartition("/")[2]


def _letters(text: str) -> str:
    return slug_of(stem_of(text).strip("/").removesuffix(".html")) or ""
