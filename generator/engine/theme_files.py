"""What of overrides/ may be read and published: each file itself, whole, and what its name says."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.model.layout import CONTENT, OVERRIDES
from generator.problems.problem import Place, Problem
from generator.source.files import read_bytes, read_text, with_unix_ends
from generator.source.pictures import is_picture, picture_problem

FOLDER = OVERRIDES

NEEDED = (
    "404.html",
    "assets/categories.js",
    "assets/favicon.svg",
    "assets/finder.css",
    "assets/finder.js",
    "assets/fonts/inter-OFL.txt",
    "assets/fonts/inter.woff2",
    "assets/fonts/jost-OFL.txt",
    "assets/fonts/jost.woff2",
    "assets/frame.js",
    "assets/guide.css",
    "assets/guide.js",
    "assets/logo.svg",
    "assets/ridge-far.svg",
    "assets/ridge-near.svg",
    "assets/search.js",
    "assets/verified.svg",
    "main.html",
    "partials/breadcrumb.html",
    "partials/footer.html",
    "partials/logo.html",
    "partials/source.html",
    "sitemap.xml",
)
"""What the pages cannot do without: where one is missing, the engine takes its own, or nothing. A
font goes with its licence."""

_TEXTS = {".css", ".html", ".js", ".json", ".txt", ".xml"}
_FONTS = {".woff2": b"wOF2", ".woff": b"wOFF"}
_FONT_LENGTH = slice(8, 12)
"""Where a font says how many bytes it has."""


def theme_problems(folder: Path) -> Iterator[Problem]:
    """Yield what is wrong with the files of overrides/.

    Args:
        folder: the folder itself.
    """
    root = folder.parent
    found: list[Problem] = []

    def unreadable(error: OSError) -> None:
        inside = Path(error.filename or folder).relative_to(root).as_posix()
        message = f"the folder cannot be read ({error.strerror}): check its permissions"
        found.append(Problem("file", message, Place(inside)))

    if not folder.is_dir():
        yield Problem("file", "the folder is missing: restore it", Place(folder.name))
        return
    there = set()
    for place, folders, names in os.walk(folder, onerror=unreadable):
        folders.sort()
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        # What is hidden is published nowhere, and an editing program may keep a link of its own.
        for name in sorted([*(name for name in names if not name.startswith(".")), *links]):
            path = (Path(place) / name).relative_to(root).as_posix()
            there.add(path)
            if (problem := _judged(root, path)) is not None:
                yield problem
    yield from found
    for name in NEEDED if not found else ():
        if (path := f"{folder.name}/{name}") not in there:
            yield Problem("file", "the file is missing: restore it", Place(path))


def taken(files: Files, config: MkDocsConfig) -> Iterator[Problem]:
    """Keep what lies in content/ from an address that a file of the engine's theme has.

    Args:
        files: what would be published; what would take another's place is removed.
        config: the settings of the site.

    Yields:
        A problem for each such file.
    """
    # What lies in overrides/ is known without the engine, and told with the names of files.
    themes = [Path(folder) for folder in config.theme.dirs if folder != config.theme.custom_dir]
    for file in [file for file in files if file.src_dir == config.docs_dir]:
        if any((theme / file.src_uri).is_file() for theme in themes):
            files.remove(file)
            message = "the theme has a file of its own at this address: choose another name"
            yield Problem("file", message, Place(f"{CONTENT}/{file.src_uri}"))


def publishable(files: Files, config: MkDocsConfig) -> Iterator[Problem]:
    """Let only that be published of overrides/ which may be, with line ends as on Unix.

    Args:
        files: what would be published; what may not be is removed.
        config: the settings of the site.

    Yields:
        A problem for each file of a kind that is not published from here, though it is named.
    """
    own = config.theme.custom_dir
    for file in [file for file in files if own and file.src_dir == own]:
        path = f"{FOLDER}/{file.src_uri}"
        suffix = PurePosixPath(path).suffix.lower()
        if not (is_picture(path) or suffix in _TEXTS | set(_FONTS)):
            files.remove(file)
            kinds = "styles, scripts, fonts, pictures and plain texts"
            message = f"only {kinds} are published from here: remove it"
            yield Problem("file", message, Place(path))
        elif _judged(Path(own or "").parent, path) is not None:
            files.remove(file)  # which is told already
        elif suffix in _TEXTS | {".svg"} and b"\r" in file.content_bytes:
            files.remove(file)
            text = with_unix_ends(file.content_string)
            files.append(File.generated(config, file.src_uri, content=text))


def _judged(root: Path, path: str) -> Problem | None:
    """Return what is wrong with one file, by what its name says that it is."""
    suffix = PurePosixPath(path).suffix.lower()
    content = read_text(root, path) if suffix in _TEXTS else read_bytes(root, path)
    if isinstance(content, Problem):
        return content
    if path.removeprefix(f"{FOLDER}/") in NEEDED and not content.strip():
        return Problem("file", "the file is empty: restore it", Place(path))
    if isinstance(content, str):
        return None
    if is_picture(path):
        return picture_problem(path, content)
    if suffix in _FONTS and not _is_font(suffix, content):
        return Problem("file", f"this is no whole {suffix} font: put it here anew", Place(path))
    return None


def _is_font(suffix: str, data: bytes) -> bool:
    told = int.from_bytes(data[_FONT_LENGTH], "big")
    return data.startswith(_FONTS[suffix]) and told == len(data)
