"""The door through which MkDocs enters: mkdocs.yml names this file.

MkDocs calls whatever here is named after one of its events.
"""

from generator.engine.events import (
    on_build_error,
    on_config,
    on_env,
    on_files,
    on_page_context,
    on_post_build,
    on_post_page,
    on_post_template,
    on_pre_page,
    on_serve,
    on_shutdown,
    on_startup,
)

__all__ = [
    "on_build_error",
    "on_config",
    "on_env",
    "on_files",
    "on_page_context",
    "on_post_build",
    "on_post_page",
    "on_post_template",
    "on_pre_page",
    "on_serve",
    "on_shutdown",
    "on_startup",
]
