"""What is published: what the guide has read, and of the theme what something names.

Material brings the search's word lists for thirty languages, maps of its sources and marks of its
own, most of which no reader ever asks for. What nothing names is left out.
"""

import posixpath
import re
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.engine.theme import visible_below
from generator.inspection.whole import asked_of_style
from generator.source.files import with_unix_ends

_QUERY = re.compile(r"[?#].*")
_MAP = re.compile(r"\s*(?://# sourceMappingURL=\S+|/\*# sourceMappingURL=.*?\*/)\s*$")

# The search fetches from here what it needs for any language but English. It puts the names
# together itself, so they are named nowhere.
_LANGUAGES = "assets/javascripts/lunr/"


def leave_out_unread(files: Files, config: MkDocsConfig, pictures: Container[str]) -> None:
    """Remove what lies in content/ and is no page or picture of the guide: MkDocs copies all.

    Args:
        files: all that MkDocs would publish.
        config: the settings of the site.
        pictures: those that were read and judged, by their URIs.
    """
    for file in list(files):
        own = file.src_dir == config.docs_dir and not file.generated_by
        is_page = file.is_documentation_page() and file.src_uri.endswith(".md")
        if own and not is_page and file.src_uri not in pictures:
            files.remove(file)


def leave_out_unused(files: Files, config: MkDocsConfig, articles: Iterable[str]) -> None:
    """Remove each file of the theme that nothing names, and the mention of maps that are not there.

    Args:
        files: all that MkDocs would publish.
        config: the settings of the site.
        articles: the HTML of each page's article.
    """
    theme = {file.src_uri: file for file in files if file.src_dir in config.theme.dirs}
    named = _named(theme, config, articles)
    for uri, file in theme.items():
        if uri not in named:
            files.remove(file)
        elif file.src_uri.endswith((".css", ".js")) and _MAP.search(text := _text(file)):
            files.remove(file)
            files.append(File.generated(config, uri, content=_MAP.sub("\n", text)))


def _named(theme: dict[str, File], config: MkDocsConfig, articles: Iterable[str]) -> set[str]:
    """Return the URIs of the theme's files that are named, also by one another."""
    named = {posixpath.normpath(_QUERY.sub("", str(path))) for path in _settings(config)}
    named.update(_mentioned(theme, [*_templates(config.theme.dirs), *articles]))
    ahead = sorted(named & set(theme))
    for uri in ahead:
        if uri.endswith((".css", ".js")):
            text = _text(theme[uri])
            more = {*asked_of_style(uri, text), *_mentioned(theme, [text])} - named
            named |= more
            ahead += sorted(more & set(theme))
    if _other_languages(config):
        named.update(uri for uri in theme if uri.startswith(_LANGUAGES))
    return named


def _templates(folders: Iterable[str]) -> Iterator[str]:
    for folder in folders:
        for name in visible_below(folder):
            if name.endswith(".html"):
                yield (Path(folder) / name).read_text(encoding="utf-8", errors="replace")


def _mentioned(theme: Iterable[str], texts: Iterable[str]) -> set[str]:
    texts = tuple(texts)
    return {uri for uri in theme if any(uri in text for text in texts)}


def _settings(config: MkDocsConfig) -> Iterator[object]:
    yield from config.extra_css
    yield from config.extra_javascript
    yield from (config.theme.get(key) or "" for key in ("logo", "favicon"))


def _other_languages(config: MkDocsConfig) -> bool:
    search = config.plugins.get("material/search") or config.plugins.get("search")
    known = search.config.get("lang") if search is not None else None
    return any(language != "en" for language in known or ())


def _text(file: File) -> str:
    try:
        return with_unix_ends(file.content_bytes.decode("utf-8-sig", "replace"))
    except OSError:
        return ""  # what cannot be read is told of already, as is what is no text
