"""Settings that the theme prints as they are: they have to be plain words and plain addresses."""

import re
from collections.abc import Iterator, Mapping

from mkdocs.config.defaults import MkDocsConfig

from generator.model.slips.texts import is_written, text_fault

_SENTENCES = ("site_name", "site_description")
_WORDS = ("site_author", "repo_name", "copyright")
_SIGNS = re.compile(r'[<>"]')
_LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_SIGNS_OF_A_PATH = r"[\w.~!$&'()*+,;=:@%/-]"
_ADDRESS = re.compile(
    rf"https?://{_LABEL}(?:\.{_LABEL})*(?::[1-9]\d{{0,4}})?(?:/{_SIGNS_OF_A_PATH}*)?",
    re.ASCII | re.IGNORECASE,
)
_PATH = re.compile(rf"(?![\w+.-]*:|/){_SIGNS_OF_A_PATH}*(?:\?{_SIGNS_OF_A_PATH}*)?", re.ASCII)
_UP = re.compile(r"(?:^|/)\.\.?(?:/|$)")
_LONGEST = 200
"""Signs of what the site is called, and of what it is described by."""


def unplain(config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    """Yield the settings that would reach the pages as HTML, or lead a reader's click elsewhere.

    Args:
        config: the settings, as the engine has read them.

    Yields:
        The key of each, with dots between, and what is wrong and what to write.
    """
    for key in _SENTENCES:
        text = " ".join(str(config.get(key) or "").split())
        if fault := text_fault(text, answer=True) or _html_in(text):
            yield key, fault
        elif len(text) > _LONGEST:
            yield key, f"this text has {len(text)} signs: {_LONGEST} are enough"
    if not is_written(config.site_name):
        yield "site_name", "nothing is written here: write what the guide is called"
    texts = [(key, str(config.get(key) or "")) for key in _WORDS]
    theme: Mapping[str, object] = {str(key): config.theme[key] for key in config.theme}
    for key, text in (*texts, *texts_in(theme, "theme")):
        if fault := _html_in(text):
            yield key, fault
    for key in ("site_url", "repo_url"):
        text = str(config.get(key) or "")
        if text and (not _ADDRESS.fullmatch(text) or _UP.search(text)):
            yield key, "this is no address of a site: write it as in `https://www.example.com/`"
    if str(config.repo_url or "").lower().startswith("http:"):
        yield "repo_url", "this link can be changed on its way to the reader: write `https://`"
    edited = str(config.edit_uri or "")
    if not _PATH.fullmatch(edited) or _UP.search(edited):
        says = "pages are edited where they are kept: write `edit_uri: edit/main/content/`"
        yield "edit_uri", says
    if config.edit_uri_template:
        yield "edit_uri_template", "the guide does not use it: remove it"


def _html_in(text: str) -> str | None:
    """Return what is wrong with a text that is printed as it is."""
    if found := _SIGNS.search(text):
        instead = "write “ and ”" if found[0] == '"' else "write plain words"
        return f"`{found[0]}` would be taken for HTML: {instead}"
    return None


def texts_in(value: object, key: str) -> Iterator[tuple[str, str]]:
    """Yield each text within a setting, with its key."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, Mapping):
        for name, inside in value.items():
            yield from texts_in(inside, f"{key}.{name}")
    elif isinstance(value, list | tuple | set):
        for number, inside in enumerate(value):
            yield from texts_in(inside, f"{key}.{number}")
