"""What mkdocs.yml says of the search: that there is one, and that it finds what readers type."""

import re
from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig

SEARCH = {"search", "material/search"}
"""What the plugin of the search is called."""

_FIELDS = {"title", "text", "typed_title", "typed_text"}
"""What each of its entries has: see `generator.engine.search_words`."""


def search_flaws(config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    """Yield the settings with which the search would find nothing, or less.

    Args:
        config: the settings, as the engine has read them.

    Yields:
        The key of each, with dots between, and what is wrong and what to write.
    """
    there = [config.plugins[name].config for name in SEARCH & set(config.plugins)]
    if not any(options.get("enabled", True) for options in there):
        yield "plugins", "readers search the guide: write `- search` below `plugins:`"
    for options in there:
        try:
            re.compile(options.get("separator") or "")
        except re.error as error:
            says = f"the `separator` of the search is no expression ({error}): restore it"
            yield "plugins.search", says
        for name in sorted(_FIELDS - set(options.get("fields") or _FIELDS)):
            says = f"the search finds nothing that is typed otherwise without `{name}`"
            yield "plugins.search", f"{says}: write it below `fields:`"
