"""Templates compiled once, and again when their text changes: a third of a small build's time.

What Jinja makes of a template is kept for the life of the process, and on disk for the next one, in
the person's own folder for caches: never in the project, where a pull request could put something
in its place. Without such a folder, or with a damaged one, templates are compiled as if there were
no cache.
"""

import hashlib
import os
import sys
import tempfile
from contextlib import suppress
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from platformdirs import user_cache_path

if TYPE_CHECKING:
    from types import CodeType

_DIGEST = 32
"""Bytes at the head of each file by which a damaged one is known."""


class CompiledTemplates(BytecodeCache):
    """Keeps what Jinja makes of each template, for every environment that is given this cache.

    Args:
        folder: where to keep it on disk; by default, where this person's caches are.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._given = folder
        self._kept: dict[str, tuple[str, CodeType]] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return what the code of a template is kept under, whatever the folders are called."""
        return hashlib.sha256(os.fsencode(f"{name}|{filename}")).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template back, if it was made of the same text."""
        checksum, code = self._kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code
            return
        with suppress(OSError):
            file = self._folder / bucket.key
            kept = file.read_bytes() if file.is_file() else b""  # nobody waits for a pipe
            digest, compiled = kept[:_DIGEST], kept[_DIGEST:]
            if digest == hashlib.sha256(compiled).digest():
                bucket.bytecode_from_string(compiled)
        self._remember(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._remember(bucket)
        compiled = bucket.bytecode_to_string()
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            number, name = tempfile.mkstemp(dir=self._folder, prefix=".")
            try:
                with os.fdopen(number, "wb") as file:
                    file.write(hashlib.sha256(compiled).digest() + compiled)
                Path(name).replace(self._folder / bucket.key)
            finally:
                Path(name).unlink(missing_ok=True)  # as on a full disk; else it is gone already

    def _remember(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._kept[bucket.key] = (bucket.checksum, bucket.code)

    @cached_property
    def _folder(self) -> Path:
        """Each Python and each Jinja has its own: neither understands the other's code."""
        above = self._given or user_cache_path("imp-guide", appauthor=False)
        return above / f"templates-{sys.implementation.cache_tag}-jinja-{version('jinja2')}"


COMPILED = CompiledTemplates()
"""The cache of this process."""
