"""Pages kept on this machine, so that a host need not send again what did not change."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.source.files import is_regular
from generator.source.writing import remove, write_bytes, write_text

_LONGEST = 500
"""Characters of a header that is kept and sent back."""

_CONDITIONS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}


@dataclass(frozen=True, slots=True)
class KeptPages:
    """A folder of pages, each with what its host said of it.

    Attributes:
        cache: the folder; whatever is damaged in it counts as not kept.
    """

    cache: Path

    def conditions(self, url: str) -> dict[str, str]:
        """Return the headers that ask for a page only if it is another one than the kept one."""
        known = self._known(url)
        if known is None or self.page(url) is None:
            return {}
        return {sent: known[name] for name, sent in _CONDITIONS.items() if _is_header(known, name)}

    def page(self, url: str) -> tuple[bytes, str] | None:
        """Return a page and its content type; None where it is not kept as it was."""
        known = self._known(url)
        if known is None or not _is_header(known, "content-type"):
            return None
        try:
            body = self._file(url, "html").read_bytes()
        except OSError:
            return None
        kept_as_it_was = hashlib.sha256(body).hexdigest() == known.get("sha256")
        return (body, str(known["content-type"])) if kept_as_it_was else None

    def keep(self, url: str, body: bytes, headers: dict[str, str]) -> None:
        """Keep a page.

        Args:
            url: where it is.
            body: the page.
            headers: what its host said of it: `content-type`, `etag`, `last-modified`.

        Raises:
            WriteRefusedError: it cannot be kept.
        """
        sha256 = hashlib.sha256(body).hexdigest()
        text = json.dumps({"url": url, "sha256": sha256, **headers})
        name = _name(url)
        # Wherever this breaks off, no header of one page stands beside the body of another.
        remove(self.cache, f"{name}.json")
        write_bytes(self.cache, f"{name}.html", body)
        write_text(self.cache, f"{name}.json", text)

    def _file(self, url: str, kind: str) -> Path:
        """Return a kept file, which is there.

        Raises:
            FileNotFoundError: it is not, or what is there is no file.
        """
        file = self.cache / f"{_name(url)}.{kind}"
        if not is_regular(file):
            raise FileNotFoundError(file)
        return file

    def _known(self, url: str) -> dict[str, Any] | None:
        try:
            text = self._file(url, "json").read_text(encoding="utf-8")
            known = json.loads(text)
        except (OSError, ValueError, RecursionError):
            return None
        return known if isinstance(known, dict) else None


def _is_header(known: dict[str, Any], name: str) -> bool:
    """Tell whether what is kept can be sent as a header."""
    value = known.get(name)
    return (
        isinstance(value, str)
        and 0 < len(value) <= _LONGEST
        and value.isascii()
        and value.isprintable()
        and value == value.strip()
    )


def _name(url: str) -> str:
    """Return where in the cache a page is kept, without the ending."""
    return f"pages/{hashlib.sha256(url.encode(errors='replace')).hexdigest()}"
