"""Which files of data/ and content/ are read, and what the others should be called."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.model.base import SLUG
from generator.model.layout import (
    CATEGORIES,
    CONTENT,
    DATA,
    LOCK,
    OVERRIDES,
    PREVIEWS,
    REFERENCE,
    SEEN,
    SINGLES,
    TEMPLATE,
    seen_path,
)
from generator.model.slips.belonging import Belonging
from generator.model.slips.recognised import CATEGORY, recognised
from generator.model.slips.signs import sign_fault
from generator.problems.problem import Place, Problem, Severity
from generator.source.files import files_below, is_link, not_a_file, read_bytes
from generator.source.pictures import picture_problem
from generator.source.slips import naming

IMAGES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")

_SINGLE_PATHS = {f"{DATA}/{name}.yml" for name in SINGLES}
_OTHERS = {REFERENCE, TEMPLATE, LOCK}
_TAKEN = {
    "index": "/categories/ is the page of all categories",
    "categories": "its page would be at /categories/categories/, beside the one of all categories",
}
# Where somebody may put a file who does not know the folders.
_ELSEWHERE = ("", "docs", "categories", "pages")


@dataclass(slots=True)
class Sorted:
    """The project's files, sorted by what they are.

    Attributes:
        categories: the files of data/categories whose names are slugs.
        pages: the files of content/ of which pages are made.
        images: the pictures of content/.
        meant: paths that are not there, but for which a file of another name was meant.
        problems: what is wrong with the names of the others.
    """

    categories: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    meant: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def sorted_out(root: Path) -> Sorted:
    """Sort the files below data/ and content/: one problem for each that has a wrong name."""
    found = Sorted()
    paths = [
        path
        for folder in (DATA, CONTENT)
        if not (root / folder).is_symlink()
        for path in files_below(root, folder, found.problems.append)
    ]
    _Sorting(root, set(paths), found, Belonging(root, set(paths))).sort(paths)
    return found


@dataclass(slots=True)
class _Sorting:
    root: Path
    there: set[str]
    found: Sorted
    belonging: Belonging
    alike: dict[str, str] = field(default_factory=dict)
    theme: dict[str, str] = field(default_factory=dict)

    def sort(self, paths: Iterable[str]) -> None:
        folder = self._folder_of_categories()
        doubtful = []
        for path in paths:
            if naming.is_leftover(path.rpartition("/")[2]):
                message = (
                    "an editing program keeps this file beside the one that you edit: it is not"
                    " published, and can be removed"
                )
                self._tell("file-name", message, path, Severity.ADVICE)
            elif folder and path.startswith(f"{folder}/"):
                self._misnamed(path, quiet=True)
            elif not self._accepted(path):
                doubtful.append(path)
        for path in doubtful:
            self._misnamed(path)
        for path in sorted(self._outside()):
            self._misplaced(path)

    def _accepted(self, path: str) -> bool:
        """Take a file whose name is right; or say what else is wrong with it."""
        if path in _SINGLE_PATHS | _OTHERS or _is_seen_text(path):
            return True
        name = path.rpartition("/")[2]
        if path == f"{CATEGORIES}/{name}" and name.endswith(".yml"):
            return SLUG.fullmatch(name.removesuffix(".yml")) is not None and self._category(path)
        if not path.startswith(f"{CONTENT}/"):
            return self._link(path)
        if name.endswith(".md"):
            parts = path.removeprefix(f"{CONTENT}/").removesuffix(".md").split("/")
            if recognised(self.belonging.text(path)) == CATEGORY:
                return False
            return all(SLUG.fullmatch(part) for part in parts) and self._page(path)
        return self._link(path) or (name.lower().endswith(IMAGES) and self._image(path))

    def _category(self, path: str) -> bool:
        slug = path.removeprefix(f"{CATEGORIES}/").removesuffix(".yml")
        single = f"{DATA}/{slug}.yml"
        if (
            single in _SINGLE_PATHS - self.there
            and recognised(self.belonging.text(path)) != CATEGORY
        ):
            return False
        if fault := naming.breaks_elsewhere(path):
            self._refuse(path, fault)
        elif slug in _TAKEN:
            self._refuse(path, f"{_TAKEN[slug]}: choose another name for this file")
        else:
            self.found.categories.append(path)
        return True

    def _page(self, path: str) -> bool:
        if fault := naming.breaks_elsewhere(path):
            self._refuse(path, fault)
        else:
            self.found.pages.append(path)
        return True

    def _image(self, path: str) -> bool:
        other = self.alike.setdefault(naming.alike(path), path)
        if fault := naming.breaks_elsewhere(path) or sign_fault(path):
            self._tell("file-name", fault, path)
        elif found := not_a_file(self.root, path):
            self.found.problems.append(found)
        elif fault := self._taken(path.removeprefix(f"{CONTENT}/")):
            self._tell("file-name", fault, path)
        elif other != path:
            message = (
                f"{naming.printable(other)} has the same name but for capitals or accents, and some"
                " systems keep only one of the two: choose another name"
            )
            self._tell("file-name", message, path)
        elif found := self._unlike_its_name(path):
            self.found.problems.append(found)
        else:
            self.found.images.append(path)
        return True

    def _taken(self, name: str) -> str | None:
        """Return why a picture cannot have its address, which something else of the site has."""
        if not self.theme:
            files = files_below(self.root, OVERRIDES)
            self.theme = {naming.alike(path.removeprefix(f"{OVERRIDES}/")): path for path in files}
        if theirs := self.theme.get(naming.alike(name)):
            return f"{theirs} has the same address in the site: choose another name"
        if naming.alike(name).startswith(f"{PREVIEWS}/"):
            return "the guide puts pictures of its own in this folder: choose another one"
        if folder := next((part for part in name.split("/")[:-1] if "." in part), None):
            return f"the name of the folder `{folder}` is that of a file: take its full stops out"
        return None

    def _unlike_its_name(self, path: str) -> Problem | None:
        data = read_bytes(self.root, path)
        return data if isinstance(data, Problem) else picture_problem(path, data)

    def _link(self, path: str) -> bool:
        """Tell whether a path is a symbolic link, and note the problem."""
        if found := is_link(self.root, path):
            self._tell(found.rule, found.message, path)
        return found is not None

    def _misnamed(self, path: str, *, quiet: bool = False) -> None:
        """Say what a file should be called, or that it belongs nowhere."""
        folder, _, name = path.rpartition("/")
        plain = naming.copied_from(name) or self.belonging.without_ending(path, name)
        for original in (plain, naming.numbered_from(name)):
            target = self.belonging.target(path, f"{folder}/{original}") if original else None
            if target in self.there:
                message = f"this is a copy of {target}: give it a name of its own, or remove it"
                return self._tell("file-name", message, path)
        # What is left of a copy whose original is not there is the file itself.
        target = self.belonging.target(path, f"{folder}/{plain or name}")
        if target is None:
            return self._belongs_nowhere(path)
        is_slug = SLUG.fullmatch(naming.stem_of(name))
        rule = "file-name" if is_slug and not naming.breaks_elsewhere(path) else "slug"
        if target in self.there or target in self.found.meant:
            message = f"{target} is there as well: keep one of the two, under that name"
            return self._tell(rule, message, path)
        self.found.meant.add(target)
        if not quiet:
            verb = "rename it" if target.rpartition("/")[0] == folder else "move it"
            self._tell(rule, f"{verb} to {target}", path)
        return None

    def _outside(self) -> Iterator[str]:
        """Yield the files beside the folders that are read in which somebody may look for them."""
        for folder in _ELSEWHERE:
            for file in (self.root / folder).glob("*.*"):
                if file.is_file() and (naming.is_page(file.name) or naming.is_data(file.name)):
                    yield file.relative_to(self.root).as_posix()

    def _misplaced(self, path: str) -> None:
        """Say where a file belongs that lies outside, if none is there."""
        if recognised(self.belonging.text(path)) is None:
            return
        target = self.belonging.target(path, path)
        if target and target not in self.there | self.found.meant:
            self.found.meant.add(target)
            self._tell("file-name", f"move it to {target}", path)

    def _folder_of_categories(self) -> str | None:
        """Return the folder that is meant to be the one of categories, which is not there."""
        if any(path.startswith(f"{CATEGORIES}/") for path in self.there):
            return None
        folders = {
            p.split("/")[1] for p in self.there if p.startswith(f"{DATA}/") and p.count("/") > 1
        }
        wanted = CATEGORIES.rpartition("/")[2]
        slugs = {naming.slug_of(folder) or "": folder for folder in sorted(folders)}
        near = difflib.get_close_matches(wanted, slugs, 1)
        if not near:
            return None
        folder = f"{DATA}/{slugs[near[0]]}"
        self._tell("file-name", f"rename this folder to {CATEGORIES}", folder)
        return folder

    def _belongs_nowhere(self, path: str) -> None:
        name = path.rpartition("/")[2]
        if path.startswith(f"{CONTENT}/") and not naming.is_page(name):
            message = (
                f"only Markdown pages (.md) with front matter, and images ({', '.join(IMAGES)}),"
                " belong here: what other files state, nobody has reviewed"
            )
            return self._tell("file-name", message, path)
        if naming.is_page(name) or (path.startswith(f"{CATEGORIES}/") and naming.is_data(name)):
            message = (
                "the file's name is the page's address: write it with small letters from a to z,"
                " digits and hyphens"
            )
            return self._tell("slug", message, path)
        if path.startswith(f"{CATEGORIES}/"):
            message = "only categories belong here, each in a file of its own (.yml): remove this"
            return self._tell("file-name", message, path)
        if path.startswith(f"{SEEN}/"):
            message = (
                "only `imp-guide watch --update` writes here, a text for each source: remove this"
            )
            return self._tell("file-name", message, path)
        known = ", ".join(sorted(known.removeprefix(f"{DATA}/") for known in _SINGLE_PATHS))
        return self._tell("file-name", f"no page uses this file: the files here are {known}", path)

    def _refuse(self, path: str, message: str) -> None:
        self.found.meant.add(path)
        self._tell("slug", message, path)

    def _tell(
        self, rule: str, message: str, path: str, severity: Severity = Severity.ERROR
    ) -> None:
        place = Place(naming.printable(path))
        self.found.problems.append(Problem(rule, message, place, severity))


def _is_seen_text(path: str) -> bool:
    """Tell whether the watch may have written a file; `check` says whether it is as it was."""
    key = path.rpartition("/")[2].removesuffix(".txt")
    return path == seen_path(key) and SLUG.fullmatch(key) is not None
