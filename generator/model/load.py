"""Reading the whole project: data/ and content/ into records."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar, cast

from generator.model.base import SLUG, slug_like
from generator.model.category import Category, Ended
from generator.model.decode import Decoded, decode
from generator.model.layout import CATEGORIES, CONTENT, DATA, LOCK, REFERENCE, SINGLES, TEMPLATE
from generator.model.records import ContentPage, Entry, Records
from generator.model.review import Reviewed
from generator.model.site import PageHead
from generator.problems.problem import Place, Problem
from generator.source.files import files_below, read_text
from generator.source.front_matter import split
from generator.source.settings import read_navigation
from generator.source.tree import Mapping as Keys
from generator.source.tree import Node
from generator.source.yaml_text import parse

E = TypeVar("E", bound=Entry[Any])

_IMAGES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")


def load(
    root: Path, known: Mapping[str, Entry[Any]] | None = None
) -> tuple[Records, list[Problem]]:
    """Read data/ and content/ below the project's folder.

    Args:
        root: the project's folder.
        known: records of an earlier reading that had no problem, by file. Where a file's text is
            the same, its record is taken over as it is.

    Returns:
        The records of every file that could be read, and every problem of the others.
    """
    loader = _Loader(root, known or {})
    loader.data()
    loader.content()
    loader.records.navigation = read_navigation(root)
    _fill_in_sources(loader.records)
    return loader.records, loader.problems


@dataclass
class _Loader:
    root: Path
    known: Mapping[str, Entry[Any]] = field(default_factory=dict)
    records: Records = field(default_factory=Records)
    problems: list[Problem] = field(default_factory=list)

    def data(self) -> None:
        if self._is_link(DATA):
            return
        for name, kind in SINGLES.items():
            setattr(self.records, name, self._entry(f"{DATA}/{name}.yml", kind))
        known = {f"{DATA}/{name}.yml" for name in SINGLES}
        for path in files_below(self.root, DATA):
            if path in {REFERENCE, TEMPLATE, LOCK}:
                continue
            if not path.endswith(".yml") and self._is_link(path):
                continue
            if path.startswith(f"{CATEGORIES}/"):
                self._category(path)
            elif path not in known:
                message = f"no page uses this file: the files here are {_listed(known)}"
                self._problem("file-name", message, path)
        linked = (self.root / CATEGORIES).is_symlink()
        records = self.records
        if not (records.categories or records.ended or records.unread or linked):
            message = "there is no category: put one file for each category here"
            self._problem("file", message, CATEGORIES)

    def content(self) -> None:
        if self._is_link(CONTENT):
            self.records.unread.add(CONTENT)
            return
        for path in files_below(self.root, CONTENT):
            if path.endswith(".md"):
                self._content_page(path)
            elif self._is_link(path):
                continue
            elif not path.lower().endswith(_IMAGES):
                message = (
                    "only Markdown pages (.md) with front matter, and images, belong here: what"
                    " other files state, nobody has reviewed"
                )
                self._problem("file-name", message, path)
            else:
                self.records.files.add(path.removeprefix(f"{CONTENT}/"))

    def _category(self, path: str) -> None:
        name = path.removeprefix(f"{CATEGORIES}/")
        slug, _, ending = name.rpartition(".")
        if ending == "yaml" and (self.root / CATEGORIES / f"{slug}.yml").exists():
            message = f"two categories have the slug `{slug}`: keep one of {slug}.yml and {name}"
            return self._problem("slug", message, path)
        if ending != "yml" or not SLUG.fullmatch(slug):
            wanted = slug_like(slug if ending.lower() in {"yml", "yaml"} else name)
            message = (
                f"`{name}` cannot be an address: name the file with small letters, digits and"
                f" hyphens, such as {wanted}.yml"
            )
            return self._problem("slug", message, path)
        entry: Entry[Category | Ended] | None = self._entry(path)
        if entry is None:
            self.records.unread.add(slug)
        elif isinstance(entry.record, Ended):
            self.records.ended[slug] = cast("Entry[Ended]", entry)
        else:
            self.records.categories[slug] = cast("Entry[Category]", entry)
        return None

    def _entry(self, path: str, kind: Any = None) -> Entry[Any] | None:
        """Read a file; without a kind it is one of data/categories, whose tree tells the kind."""
        text = self._text(path)
        if text is None:
            return None
        if (known := self._unchanged(path, text)) is not None:
            return known
        tree, problems = parse(text, path)
        self.problems.extend(problems)
        if tree is None:
            return None
        kind = kind or _category_or_ended(tree)
        decoded: Decoded[Any] = decode(tree, kind)
        # What is wrong with a line as YAML is told already; what follows from it is no news.
        told = {problem.place.line for problem in problems}
        self.problems.extend(p for p in decoded.problems if p.place.line not in told)
        if decoded.record is None or (decoded.problems and kind not in {Category, Ended}):
            return None
        return Entry(path, decoded.record, tree, decoded.faulty, text)

    def _content_page(self, path: str) -> None:
        parts = path.removeprefix(f"{CONTENT}/").removesuffix(".md").split("/")
        if not all(SLUG.fullmatch(part) for part in parts):
            wanted = "/".join(map(slug_like, parts))
            message = (
                "the name of a page is its address: name file and folder with small letters,"
                f" digits and hyphens, as in content/{wanted}.md"
            )
            self.records.unread.add(path)
            return self._problem("slug", message, path)
        page = self._read_page(path)
        if page is None:
            self.records.unread.add(path)
        else:
            self.records.content[path] = page
        return None

    def _read_page(self, path: str) -> ContentPage | None:
        text = self._text(path)
        if text is None:
            return None
        known = self._unchanged(path, text)
        if isinstance(known, ContentPage):
            return known
        page, problems = split(text, path)
        self.problems.extend(problems)
        if page is None:
            return None
        head = decode(page.head, PageHead)
        self.problems.extend(head.problems)
        if head.record is None:
            return None
        return ContentPage(
            path, head.record, page.head, head.faulty, text, page.body, page.body_line
        )

    def _text(self, path: str) -> str | None:
        """Return a file's text, or None, and note the problem."""
        text = read_text(self.root, path)
        if isinstance(text, Problem):
            self.problems.append(text)
            return None
        return text

    def _unchanged(self, path: str, text: str) -> Entry[Any] | None:
        """Return the record of an earlier reading, if the file's text is the same."""
        known = self.known.get(path)
        return known if known is not None and known.text == text else None

    def _is_link(self, path: str) -> bool:
        """Tell whether a path is a symbolic link, and note the problem."""
        linked = (self.root / path).is_symlink()
        if linked:
            message = "this is a link to another place: put the folder or file itself here"
            self._problem("file", message, path)
        return linked

    def _problem(self, rule: str, message: str, path: str) -> None:
        self.problems.append(Problem(rule, message, Place(path)))


def _category_or_ended(tree: Node) -> Any:
    """Tell by its keys whether a file of data/categories is a category, or one that has ended."""
    return Ended if isinstance(tree, Keys) and "ended" in tree.values else Category


def _fill_in_sources(records: Records) -> None:
    """Give each notice that names a source by its key the address that the source has now."""
    if records.sources is None:
        return
    known = records.sources.record

    def filled(entry: E) -> E:
        if not isinstance(entry.record, Reviewed) or "verify" in entry.faulty:
            return entry
        verify = entry.record.verify
        if verify.source not in known or verify.url == known[verify.source].url:
            return entry
        whole = verify.model_copy(update={"url": known[verify.source].url})
        return replace(entry, record=entry.record.model_copy(update={"verify": whole}))

    for name in SINGLES:
        if (single := getattr(records, name)) is not None:
            setattr(records, name, filled(single))
    records.categories = {slug: filled(entry) for slug, entry in records.categories.items()}
    records.ended = {slug: filled(entry) for slug, entry in records.ended.items()}
    records.content = {path: filled(page) for path, page in records.content.items()}


def _listed(paths: set[str]) -> str:
    return ", ".join(sorted(path.removeprefix(f"{DATA}/") for path in paths))
