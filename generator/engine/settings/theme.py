"""What mkdocs.yml says of the theme: its name, its language and its icons."""

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme

from generator.engine.settings.texts import texts_in

_WANTED = (
    ("name", "material", "the pages are made for one theme"),
    ("font", "false", "no font comes from another host"),
    ("language", "en", "the pages are in English"),
    ("direction", "ltr", "the pages are in English"),
)
"""Settings of the theme that may have one value, what it is, and why."""
_ACTING = {"search.share"}
"""What of the theme needs more than the pages' policy allows."""
_STYLED = {"admonition", "annotation"}
"""Icons that the theme shows by styles in the page, which the policy refuses."""


def theme_flaws(config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    """Yield the settings of the theme for which the pages are not made.

    Args:
        config: the settings, as the engine has read them.

    Yields:
        The key of each, with dots between, and what is wrong and what to write.
    """
    theme = config.theme
    for key in ("logo", "favicon"):
        if not theme.get(key):
            yield f"theme.{key}", f"no page is whole without it: write `{key}: assets/{key}.svg`"
    features = theme.get("features") or []
    if not isinstance(features, list):
        yield "theme.features", "features are a list: write each in a line with `- `"
        features = []
    for number, feature in enumerate(features):
        if feature in _ACTING:
            yield f"theme.features.{number}", f"`{feature}` acts by a script in a link: remove it"
    for key, wanted, says in _WANTED:
        value = theme.name if key == "name" else theme.get(key)
        if value and value != wanted:
            yield f"theme.{key}", f"{says}: write `{key}: {wanted}`"
    palette = theme.get("palette")
    for number, scheme in enumerate(palette if isinstance(palette, list) else ()):
        toggle = scheme.get("toggle") if isinstance(scheme, dict) else None
        if toggle is not None and not (
            isinstance(toggle, dict) and {"icon", "name"} <= set(toggle)
        ):
            yield f"theme.palette.{number}.toggle", "write `icon:` and `name:` below `toggle:`"
    yield from _icons(theme)


def _icons(theme: Theme) -> Iterator[tuple[str, str]]:
    """Yield each icon that is not there, or cannot be shown."""
    named = {str(key): theme[key] for key in ("icon", "palette") if key in theme}
    for key, icon in texts_in(named, "theme"):
        if _STYLED & set(key.split(".")):
            yield key, "the policy of the pages refuses the style that shows it: remove it"
        elif "icon" in key.split("."):
            places = [Path(folder) / ".icons" / f"{icon}.svg" for folder in theme.dirs]
            if ".." in Path(icon).parts or not any(place.is_file() for place in places):
                yield key, f"no icon is called `{icon}`: write one, as `material/pencil-outline`"
