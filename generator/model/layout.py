"""The project's files: where each kind lies, what it holds, and where readers find it."""

from typing import Any, get_args, get_type_hints

from generator.model.base import SLUG
from generator.model.records import SINGLE_FILES, Records
from generator.model.shapes import unwrap

DATA = "data"
CATEGORIES = "data/categories"
SOURCES = "data/sources.yml"
CODES = "data/codes.yml"
CONTENT = "content"
OVERRIDES = "overrides"
"""Where the theme's own files lie, which are published beside the pages."""

PREVIEWS = "assets/previews"
"""Where the site keeps the pictures that networks show of its pages."""

HOME = "index.md"
"""The first page, as it is named below content/."""
REFERENCE = "data/README.md"
"""The editors' reference, which lies beside the data."""

TEMPLATE = "data/new-category.yml"
"""What a new category begins as, for whoever copies it in a browser; no page is made of it."""

LOCK = "data/sources.lock.json"
"""What was last seen of the official pages; written by `imp-guide watch --update`."""

SEEN = "data/seen"
"""Where the text of each official page lies as it was last looked at; written with the lock."""

OUTPUTS = (
    "api/v1/index.json",
    "changes.xml",
    "codes.csv",
    "llms.txt",
    "reviews.ics",
    "routes.csv",
)
"""The files for other programs to which pages may link, as seen from the site's top."""

SCHEMAS = "generator/editing/schemas"
"""Where the JSON Schemas lie."""

COVERED_BY = {
    "codes": "content/codes.md",
    "firm": "content/index.md",
    "groups": "content/categories/index.md",
    "obligations": "content/employers.md",
    "questions": "content/index.md",
    "sources": "content/categories/index.md",
    "steps": "content/employers.md",
    "terms": "content/glossary.md",
}
"""For each file of data/ that readers see but that carries no review of its own: the page whose
review covers it. Settings and reviewers are the firm's own, and no review covers them."""

_HINTS = get_type_hints(Records, include_extras=True)

SINGLES: dict[str, Any] = {name: get_args(unwrap(_HINTS[name]))[0] for name in SINGLE_FILES}
"""The files of data/, each with the type of what it holds."""

_MARK = "# yaml-language-server: $schema="


def uri_of(path: str) -> str | None:
    """Return the URI of the page that a file is made into, as MkDocs has it: ``codes.md``.

    Args:
        path: the file, relative to the project's folder; None is returned where it is no page.
    """
    if path.startswith(f"{CATEGORIES}/") and path.endswith(".yml"):
        return f"{path.removeprefix(f'{DATA}/').removesuffix('.yml')}.md"
    if path.startswith(f"{CONTENT}/") and path.endswith(".md"):
        return path.removeprefix(f"{CONTENT}/")
    return None


def review_name(path: str) -> str:
    """Return the name by which `imp-guide review` takes a reviewed record: `ceta`, `finder`."""
    return path.removeprefix(f"{CATEGORIES}/").removeprefix(f"{DATA}/").removesuffix(".yml")


def uris_of(records: Records) -> set[str]:
    """Return the URI of every page that has a file, whether it could be read or not."""
    files = {uri_of(path) for path in (*records.content, *records.unread)}
    unread = {name for name in records.unread if SLUG.fullmatch(name)} - {CONTENT}
    slugs = {*records.categories, *records.ended, *unread}
    return {uri for uri in files if uri} | {category_uri(slug) for slug in slugs}


def category_uri(slug: str) -> str:
    """Return the URI of a category's guide page."""
    return f"categories/{slug}.md"


def html_of(uri: str) -> str:
    """Return the built file of a page, relative to the site: ``categories/cusma/index.html``."""
    folder, _, name = uri.removesuffix(".md").rpartition("/")
    if name not in {"index", "README"}:
        folder = f"{folder}/{name}" if folder else name
    return f"{folder}/index.html" if folder else "index.html"


def address_of(uri: str) -> str:
    """Return where readers find a page: ``/categories/cusma/``."""
    return "/" + html_of(uri).removesuffix("index.html")


def seen_path(key: str) -> str:
    """Return where the text of a source lies, by its key in data/sources.yml."""
    return f"{SEEN}/{key}.txt"


def schema_path(data_path: str) -> str:
    """Return the schema of a file of data/, relative to the project's folder."""
    name = data_path.removeprefix(f"{DATA}/").removesuffix(".yml")
    if data_path.startswith(f"{CATEGORIES}/"):
        name = "category"
    return f"{SCHEMAS}/{name}.json"


def first_line(data_path: str) -> str:
    """Return the line with which a file of data/ names its schema, as editing programs read it."""
    up = "../" * data_path.count("/")
    return f"{_MARK}{up}{schema_path(data_path)}"
