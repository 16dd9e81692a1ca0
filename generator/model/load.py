"""Reading the whole project: data/ and content/ into records."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar, cast

from generator.model.category import Category, Ended
from generator.model.decode import Decoded, decode, told_once
from generator.model.layout import CATEGORIES, CONTENT, DATA, SINGLES
from generator.model.records import ContentPage, Entry, Records
from generator.model.review import Reviewed
from generator.model.site import PageHead
from generator.model.slips.meant import with_names_meant
from generator.model.slips.misnamed import Sorted, sorted_out
from generator.model.slips.misspelt import misnamed_categories
from generator.problems.problem import Place, Problem
from generator.source.bounds import long_page
from generator.source.files import is_link, read_text
from generator.source.front_matter import split
from generator.source.settings import read_navigation
from generator.source.tree import Mapping as Keys
from generator.source.tree import Node
from generator.source.yaml_text import parse

E = TypeVar("E", bound=Entry[Any])


def load(
    root: Path, known: Mapping[str, Entry[Any]] | None = None
) -> tuple[Records, list[Problem]]:
    """Read data/ and content/ below the project's folder.

    Args:
        root: the project's folder.
        known: records of another reading, by file. Where a file's text is the same, its record is
            taken over as it is, and its problems are not told again: whoever wants those gives
            only what had none.

    Returns:
        The records of every file that could be read, and every problem of the others.
    """
    loader = _Loader(root, sorted_out(root), known or {})
    loader.expect_meant()
    loader.data()
    loader.content()
    loader.expect_named()
    loader.records.navigation = read_navigation(root)
    _fill_in_sources(loader.records)
    return loader.records, with_names_meant(loader.problems, loader.trees, loader.records)


@dataclass
class _Loader:
    root: Path
    files: Sorted
    known: Mapping[str, Entry[Any]] = field(default_factory=dict)
    records: Records = field(default_factory=Records)
    problems: list[Problem] = field(default_factory=list)
    trees: list[tuple[Any, Node]] = field(default_factory=list)
    """The trees of files with problems, each with the type of what it holds."""

    def data(self) -> None:
        if self._is_link(DATA) or self._is_absent(DATA):
            return
        for name, kind in SINGLES.items():
            if f"{DATA}/{name}.yml" not in self.files.meant:
                setattr(self.records, name, self._entry(f"{DATA}/{name}.yml", kind))
        for path in self.files.categories:
            self._category(path)
        linked = (self.root / CATEGORIES).is_symlink()
        records = self.records
        if not (records.categories or records.ended or records.unread or linked):
            message = "there is no category: put one file for each category here"
            self._problem("file", message, CATEGORIES)

    def content(self) -> None:
        if self._is_link(CONTENT) or self._is_absent(CONTENT):
            self.records.unread.add(CONTENT)
            return
        for path in self.files.pages:
            if (page := self._read_page(path)) is None:
                self.records.unread.add(path)
            else:
                self.records.content[path] = page
        self.records.files |= {path.removeprefix(f"{CONTENT}/") for path in self.files.images}

    def expect_meant(self) -> None:
        """Let what was meant by a misnamed file count as there, but unread: it is told once."""
        self.problems.extend(self.files.problems)
        for path in self.files.meant:
            if path.startswith(f"{CATEGORIES}/"):
                self.records.unread.add(path.removeprefix(f"{CATEGORIES}/").removesuffix(".yml"))
            elif path.startswith(f"{CONTENT}/"):
                self.records.unread.add(path)

    def expect_named(self) -> None:
        """Do the same for a category that several places name, whatever its file is called."""
        for slug, problem in list(misnamed_categories(self.records)):
            self.records.absent.add(slug)
            self.records.unread.add(slug)
            if problem is not None:
                self.problems.append(problem)

    def _category(self, path: str) -> None:
        slug = path.removeprefix(f"{CATEGORIES}/").removesuffix(".yml")
        entry: Entry[Category | Ended] | None = self._entry(path)
        if entry is None:
            self.records.unread.add(slug)
        elif isinstance(entry.record, Ended):
            self.records.ended[slug] = cast("Entry[Ended]", entry)
        else:
            self.records.categories[slug] = cast("Entry[Category]", entry)

    def _entry(self, path: str, kind: Any = None) -> Entry[Any] | None:
        """Read a file; without a kind it is one of data/categories, whose tree tells the kind."""
        text = self._text(path)
        if text is None:
            return None
        if (known := self._unchanged(path, text)) is not None:
            return known
        tree, problems = parse(text, path)
        if tree is None:
            self.problems.extend(problems)
            return None
        kind = kind or _category_or_ended(tree)
        decoded: Decoded[Any] = decode(tree, kind)
        if decoded.problems:
            self.trees.append((kind, tree))
        self.problems.extend(told_once(problems, decoded))
        # Of two records of one name, or two lists in one record, nobody knows which was meant.
        unsure = decoded.problems or any(problem.rule == "duplicate-key" for problem in problems)
        if decoded.record is None or (unsure and kind not in {Category, Ended}):
            return None
        return Entry(path, decoded.record, tree, decoded.faulty, text)

    def _read_page(self, path: str) -> ContentPage | None:
        text = self._text(path)
        if text is None:
            return None
        known = self._unchanged(path, text)
        if isinstance(known, ContentPage):
            return known
        page, problems = split(text, path)
        if page is None:
            self.problems.extend(problems)
            return None
        if long := long_page(page.body, path, page.body_line):
            self.problems.append(long)
            return None
        head = decode(page.head, PageHead)
        self.problems.extend(told_once(problems, head))
        if head.problems:
            self.trees.append((PageHead, page.head))
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
        if found := is_link(self.root, path):
            self.problems.append(found)
        return found is not None

    def _is_absent(self, path: str) -> bool:
        """Tell whether a whole folder is missing, and note the problem."""
        absent = not (self.root / path).is_dir()
        if absent:
            self._problem("file", "the folder is missing: restore it", path)
        return absent

    def _problem(self, rule: str, message: str, path: str) -> None:
        self.problems.append(Problem(rule, message, Place(path)))


def _category_or_ended(tree: Node) -> Any:
    """Tell by its keys whether a file of data/categories is a category, or one that has ended."""
    return Ended if isinstance(tree, Keys) and "ended" in tree.values else Category


def _fill_in_sources(records: Records) -> None:
    """Give each notice that names a source by its key the address that the source has now."""
    known = records.sources.record if records.sources else {}

    def filled(entry: E) -> E:
        if not isinstance(entry.record, Reviewed) or "verify" in entry.faulty:
            return entry
        verify = entry.record.verify
        # A record that was read before still has the address that its source had then.
        url = known[verify.source].url if verify.source in known else ""
        if verify.source is None or verify.url == url:
            return entry
        whole = verify.model_copy(update={"url": url})
        return replace(entry, record=entry.record.model_copy(update={"verify": whole}))

    for name in SINGLES:
        if (single := getattr(records, name)) is not None:
            setattr(records, name, filled(single))
    records.categories = {slug: filled(entry) for slug, entry in records.categories.items()}
    records.ended = {slug: filled(entry) for slug, entry in records.ended.items()}
    records.content = {path: filled(page) for path, page in records.content.items()}
