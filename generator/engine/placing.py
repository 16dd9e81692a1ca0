"""A build writes beside the site; what is whole and good takes its place as the last step."""

import logging
from contextlib import suppress
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import CountHandler

from generator.engine.state import OWN_LOG
from generator.inspection.whole import write_sums
from generator.source.beside import FolderBeside
from generator.source.held import put_back
from generator.source.writing import WriteRefusedError

log = logging.getLogger(OWN_LOG)


def restore(config: MkDocsConfig) -> None:
    """Put the site back where a lost build was moving it, whatever becomes of this one."""
    with suppress(OSError):
        put_back(Path(config.site_dir))


def build_beside(config: MkDocsConfig) -> FolderBeside:
    """Let MkDocs write beside the site, which stays as it is until the new one is whole.

    Raises:
        PluginError: the site could not be replaced; nothing was touched.
    """
    try:
        beside = FolderBeside(Path(config.site_dir))
    except WriteRefusedError as error:
        raise PluginError(str(error)) from None
    config.site_dir = str(beside.folder)
    return beside


def put_in_place(beside: FolderBeside, config: MkDocsConfig) -> None:
    """List the files of the site that is now whole, and let it take the earlier one's place.

    Raises:
        PluginError: it could not; the earlier site is as it was.
    """
    write_sums(beside.folder)
    try:
        left = beside.take_place()
    except WriteRefusedError as error:
        raise PluginError(str(error)) from None
    config.site_dir = str(beside.target)
    log.info("The new site is in place: %s", beside.target)
    if left is not None:
        log.info("What is left of the earlier one cannot be removed; do so by hand: %s", left)


def is_refused(config: MkDocsConfig) -> bool:
    """Tell whether MkDocs will refuse the site for what it warned of, as its very last step."""
    handlers = logging.getLogger("mkdocs").handlers
    counting = [handler for handler in handlers if isinstance(handler, CountHandler)]
    return bool(config.strict) and any(handler.get_counts() for handler in counting)
