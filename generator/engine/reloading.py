"""Live reload under the pages' own policy, which refuses every script that it does not know.

MkDocs' server writes a script into each page as it hands it out, another one each time. The policy
of that one answer allows that one script; what is built stays as it will be published.
"""

import re
from typing import Any

from mkdocs.livereload import LiveReloadServer

from generator.outputs.policy import allowing, hash_of

_LAST = re.compile(r".*<script>(.*?)</script>", re.DOTALL)


def let_reload(server: LiveReloadServer) -> None:
    """Let a preview's pages run the script that reloads them.

    Args:
        server: the preview's server, before it starts.
    """
    inject: Any = server._inject_js_into_html  # noqa: SLF001 - it has no other way

    def inject_allowed(content: bytes, epoch: int) -> bytes:
        page: str = inject(content, epoch).decode("utf-8", "surrogateescape")
        found = _LAST.match(page)
        if found is not None:
            page = allowing(page, "script-src", hash_of(found[1]))
        return page.encode("utf-8", "surrogateescape")

    # The server asks for it by this name, and has no other place for it.
    server._inject_js_into_html = inject_allowed  # type: ignore[method-assign]  # noqa: SLF001
