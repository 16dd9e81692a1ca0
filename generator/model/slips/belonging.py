"""Where a file belongs whose name, ending or folder is wrong."""

import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.model.layout import CATEGORIES, CONTENT, DATA, SINGLES
from generator.model.slips.recognised import CATEGORY, PAGE, recognised
from generator.source.files import read_text
from generator.source.slips import naming

Kind = Literal["category", "page", "single"]


@dataclass(slots=True)
class Belonging:
    """Tells where files belong.

    Attributes:
        root: the project's folder.
        there: the files that are there.
    """

    root: Path
    there: set[str]

    def target(self, path: str, named: str) -> str | None:
        """Return where a file belongs, if it had another name; None where nobody knows."""
        folder, _, name = named.rpartition("/")
        slug = naming.slug_of(naming.stem_of(name))
        kind = self._kind(path, named)
        if kind is None or slug is None:
            return None
        if kind == "category":
            return f"{CATEGORIES}/{slug}.yml"
        if kind == "single":
            known = recognised(self.text(path))
            return f"{DATA}/{known if known in SINGLES else self._single(slug)}.yml"
        above = folder.split("/")[1:] if folder.startswith(f"{CONTENT}/") else []
        parts = [naming.slug_of(part) for part in above]
        return "/".join([CONTENT, *(part for part in parts if part), f"{slug}.md"])

    def without_ending(self, path: str, name: str) -> str | None:
        """Return a name without an ending that none has here, if its text tells what it is."""
        plain = naming.without_ending(name)
        known = naming.is_page(name) or naming.is_data(name) or plain == name
        return plain if not known and recognised(self.text(path)) else None

    def text(self, path: str) -> str:
        """Return a file's text, or nothing where it cannot be read."""
        text = read_text(self.root, path)
        return text if isinstance(text, str) else ""

    def _kind(self, path: str, named: str) -> Kind | None:
        """Return what a file is, by what it says, by its name, and by its folder."""
        name = named.rpartition("/")[2]
        known = recognised(self.text(path)) if naming.is_text(name) else None
        if known == CATEGORY:
            return "category"
        if known == PAGE or (naming.is_page(name) and path.startswith(f"{CONTENT}/")):
            return "page"
        if known or (
            naming.is_data(name) and self._single(naming.slug_of(naming.stem_of(name)) or "")
        ):
            return "single"
        in_categories = naming.is_data(name) and named.startswith(f"{CATEGORIES}/")
        return "category" if in_categories else None

    def _single(self, slug: str) -> str | None:
        """Return the file of data/ that was meant: it has this name, or a near one and is gone."""
        if slug in SINGLES:
            return slug
        missing = [name for name in SINGLES if f"{DATA}/{name}.yml" not in self.there]
        return next(iter(difflib.get_close_matches(slug, missing, 1)), None)
