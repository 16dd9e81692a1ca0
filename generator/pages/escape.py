"""Text from records, escaped where Jinja's own escaping for HTML does not fit."""

from markupsafe import Markup


def script_text(json: str) -> Markup:
    """Return JSON with nothing in it that could end its `<script>` or begin a comment."""
    for character in "<>&\u2028\u2029":
        json = json.replace(character, f"\\u{ord(character):04x}")
    return Markup(json)  # noqa: S704 - escaped for where it stands
