"""Settings that lead elsewhere: refused before anything is read through them, or written.

A site is made of content/, data/ and overrides/ of this project, by the project's own program, and
asks no other host for anything. It is judged by what the engine made of mkdocs.yml, and of what it
was told besides (`--site-dir`), not by how that is written.
"""

import difflib
import os
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.base import BaseConfigOption
from mkdocs.config.defaults import MkDocsConfig

from generator.engine.folders import holds, same, touch
from generator.engine.settings.search import SEARCH, search_flaws
from generator.engine.settings.texts import unplain
from generator.engine.settings.theme import theme_flaws
from generator.engine.theme_files import NEEDED
from generator.model.layout import CONTENT, OVERRIDES
from generator.problems.problem import Place, Problem
from generator.source.settings import SETTINGS, Written, written_settings

PROGRAM = Path(__file__).resolve().parents[3]
"""The folder of the program that runs: the project's own, but in its tests."""

KEPT = (
    ".ci",
    ".git",
    ".github",
    ".venv",
    ".vscode",
    "content",
    "data",
    "generator",
    "overrides",
    "tests",
)
"""What people write, beside which, and not in which, a site may be written."""

_KNOWN = frozenset(
    name for name, option in vars(MkDocsConfig).items() if isinstance(option, BaseConfigOption)
)
_ON_ALL_PAGES = {
    "extra_css": ("assets/guide.css", "assets/finder.css"),
    "extra_javascript": ("assets/guide.js", "assets/frame.js"),
}
_OF_OTHER_TONGUES = (".jieba_dict", ".jieba_dict_user")
_EXTRA = {"generator"}
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]", re.IGNORECASE)
_OPTION = "command line/--site-dir"


def settings_problems(config: MkDocsConfig, root: Path) -> tuple[Problem, ...]:
    """Return a problem for each setting that leads out of what is checked.

    Args:
        config: the settings, as the engine has read them.
        root: the project's folder.
    """
    guard = _Guard(config, root, written_settings(root))
    return tuple(guard.problems())


@dataclass(frozen=True, slots=True)
class _Guard:
    config: MkDocsConfig
    root: Path
    written: Mapping[str, Written]

    def problems(self) -> Iterator[Problem]:
        yield from self._names()
        yield from self._folders()
        yield from self._site()
        yield from self._program()
        yield from self._addresses()
        yield from self._assets()
        yield from self._lacking()
        for key, says in (
            *unplain(self.config),
            *theme_flaws(self.config),
            *search_flaws(self.config),
        ):
            yield Problem("settings", says, self._place(key))

    def _names(self) -> Iterator[Problem]:
        for key in self.config:
            if key not in _KNOWN:
                near = difflib.get_close_matches(key, _KNOWN, 1)
                advice = f"did you mean `{near[0]}`?" if near else "remove it"
                yield Problem(
                    "settings", f"no setting is called `{key}`: {advice}", self._place(key)
                )

    def _folders(self) -> Iterator[Problem]:
        if not same(Path(self.config.docs_dir), self.root / CONTENT):
            yield self._told("docs_dir", f"pages are read from {CONTENT}/ alone", CONTENT)
        theme = Path(self.config.theme.custom_dir or "")
        if not any(same(theme, folder / OVERRIDES) for folder in (self.root, PROGRAM)):
            yield self._told("theme.custom_dir", f"the theme lies in {OVERRIDES}/ alone", OVERRIDES)

    def _site(self) -> Iterator[Problem]:
        site = Path(self.config.site_dir)
        kept = next((name for name in KEPT if touch(site, self.root / name)), None)
        if holds(site, self.root):
            says = "the whole project lies in this folder, and a build replaces all of it"
        elif kept is not None:
            says = f"the site would be written over {kept}/, which would be lost"
        else:
            return
        yield self._told("site_dir", says, "site", self._place_of_site())

    def _place_of_site(self) -> Place:
        """Return the setting, or the option that was given in its place."""
        written = self.written.get("site_dir")
        if written is not None and written.text is None:  # it comes from the environment
            return written.place
        usual = self.root / ((written and written.text) or "site")
        is_usual = os.path.realpath(usual) == os.path.realpath(self.config.site_dir)
        return self._place("site_dir") if is_usual else Place(_OPTION)

    def _program(self) -> Iterator[Problem]:
        # Another hook is told with the settings as they are written: by now it has run.
        for name in self.config.plugins:
            if name not in SEARCH | set(self.config.hooks):
                known = name.rpartition("/")[2]  # the theme's own have its name before theirs
                says = f"the guide does not use the plugin `{known}`"
                place = self._place("plugins", name if f"plugins.{name}" in self.written else known)
                yield Problem("settings", f"{says}: remove it", place)

    def _addresses(self) -> Iterator[Problem]:
        if not self.config.use_directory_urls:
            says = "readers keep addresses such as /codes/"
            yield self._told("use_directory_urls", says, "true")
        for key in self.config.extra:
            if key not in _EXTRA:
                says = f"the guide has no use for `{key}`, and it may ask another host"
                yield Problem("settings", f"{says}: remove it", self._place(f"extra.{key}"))

    def _assets(self) -> Iterator[Problem]:
        for key, value in _named(self.config):
            path = posixpath.normpath(value.partition("?")[0].partition("#")[0])
            if _ELSEWHERE.match(path) or ".." in Path(path).parts:
                says = "nothing on the pages comes from another host or from outside"
                yield self._asset(key, f"`{value}` leads elsewhere: {says}")
            elif path not in NEEDED and not any(
                os.path.lexists(file := Path(folder) / path) and not file.is_dir()
                for folder in self.config.theme.dirs
            ):  # what is missing of the others, or no file, is told with all of overrides/
                yield self._asset(key, f"there is no file {OVERRIDES}/{path}")

    def _lacking(self) -> Iterator[Problem]:
        files = (value.partition("?")[0] for _key, value in _named(self.config))
        named = {posixpath.normpath(file) for file in files}
        for key, paths in _ON_ALL_PAGES.items():
            for path in paths:
                if path not in named:
                    yield self._told(key, "no page is whole without it", f"- {path}", list_of=key)
        for key in (key for key in self.written if key.endswith(_OF_OTHER_TONGUES)):
            yield Problem("settings", "the pages are in English: remove it", self._place(key))

    def _asset(self, key: str, says: str) -> Problem:
        wanted = f"put the file in {OVERRIDES}/assets, and write `assets/…` here"
        return Problem("settings", f"{says}: {wanted}", self._place(key))

    def _told(
        self, key: str, says: str, wanted: str, place: Place | None = None, list_of: str = ""
    ) -> Problem:
        write = f"`{wanted}` below `{list_of}:`" if list_of else f"`{_last(key)}: {wanted}`"
        return Problem("settings", f"{says}: write {write}", place or self._place(key))

    def _place(self, *keys: str) -> Place:
        """Return where a setting stands, or the nearest thing above it."""
        key = ".".join(keys)
        while key and key not in self.written:
            key = key.rpartition(".")[0]
        found = self.written.get(key)
        return found.place if found else Place(SETTINGS)


def _last(key: str) -> str:
    return key.rpartition(".")[2]


def _named(config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    """Yield each file that the settings let every page ask for, with its key."""
    for number, path in enumerate(config.extra_css):
        yield f"extra_css.{number}", str(path)
    for number, script in enumerate(config.extra_javascript):
        yield f"extra_javascript.{number}", str(getattr(script, "path", script))
    for key in ("logo", "favicon"):
        if value := config.theme.get(key):
            yield f"theme.{key}", str(value)
