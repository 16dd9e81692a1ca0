"""What is published is used: every asset is named by a page, a stylesheet or a script."""

import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files

from generator.engine.published import leave_out_unused
from tests.builds import build
from tests.drawn import picture
from tests.project import Project

HOST = "https://guide.example/"
QUOTED = re.compile(r""""([^"\s]+)"|'([^'\s]+)'|url\(([^)"'\s]+)\)""")


def named(site: Path) -> set[str]:
    """Return the paths that pages and stylesheets name, seen from the top of the site.

    No script has to name any: what the search's worker needs besides, no page in English does.
    """
    return {path for file in site.rglob("*") for path in addresses(site, file)}


def addresses(site: Path, file: Path) -> Iterator[str]:
    if file.suffix not in {".html", ".css"}:
        return
    folder = file.relative_to(site).parent.as_posix()
    for found in QUOTED.findall(file.read_text(encoding="utf-8")):
        address = "".join(found)
        if address.startswith(HOST):
            address = address.removeprefix(HOST.rstrip("/"))
        path = posixpath.normpath(posixpath.join("/", folder, address))
        yield path.removeprefix("/")


def assets(site: Path) -> set[str]:
    found = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return {path for path in found if path.startswith("assets/")}


def test_every_published_asset_is_named_by_what_is_published(site: Path) -> None:
    found = assets(site)
    assert {"assets/guide.css", "assets/fonts/inter.woff2", "assets/logo.svg"} <= found
    assert any(path.startswith("assets/javascripts/workers/search.") for path in found)
    assert sorted(found - named(site)) == []


def test_nothing_is_named_that_is_not_published(site: Path) -> None:
    wanted = {path for path in named(site) if re.fullmatch(r"assets/[\w./-]+\.\w+", path)}
    assert wanted
    assert sorted(wanted - assets(site)) == []


def test_no_map_of_a_source_is_published_nor_asked_for(site: Path) -> None:
    files = [path for path in site.rglob("*") if path.is_file()]
    assert not [path for path in files if path.suffix == ".map"]
    assert not [path for path in files if b"sourceMappingURL" in path.read_bytes()]


def published(project: Project) -> set[str]:
    done = build(project, "--strict")
    assert done.returncode == 0, done.stdout
    return assets(project.root / "site")


def test_an_asset_of_ours_is_published_once_something_names_it(project: Project) -> None:
    project.with_templates()
    for name in ("sheet.png", "frame.png", "set.css", "nobody.pdf", "below/nobody.css"):
        text = ".a { background: none }"
        data = picture("png") if name.endswith(".png") else text
        project.write(f"overrides/assets/{name}", data)
    project.write("overrides/assets/finder.js", "fetch(`${top}assets/script.json`)")
    project.write("overrides/assets/script.json", "{}")
    project.write("overrides/assets/sheet.css", '.a { background: url("./sheet.png") }')
    project.replace(
        "mkdocs.yml", "- assets/finder.css\n", "- assets/finder.css\n  - assets/set.css\n"
    )
    project.replace(
        "mkdocs.yml", "- assets/finder.css\n", "- assets/finder.css\n  - assets/sheet.css\n"
    )
    project.replace(
        "overrides/404.html",
        "{% block content %}",
        '{% block content %}\n<img src="{{ \'assets/frame.png\' | url }}" alt="">',
    )
    found = published(project)
    assert {"assets/sheet.png", "assets/sheet.css", "assets/frame.png", "assets/set.css"} <= found
    assert "assets/script.json" in found
    assert not [path for path in found if "nobody" in path]


@pytest.mark.parametrize(("language", "there"), [("en", False), ("fr", True)])
def test_the_search_has_its_word_lists_where_it_is_in_another_language(
    project: Project, language: str, there: bool
) -> None:
    project.replace("mkdocs.yml", "  - search:\n", f"  - search:\n      lang: {language}\n")
    assert ("assets/javascripts/lunr/min/lunr.fr.min.js" in published(project)) is there


@pytest.mark.parametrize("spoil", [lambda file: file.write_bytes(b"a\xff"), Path.unlink])
def test_what_cannot_be_read_stops_nothing_here(
    project: Project, spoil: Callable[[Path], object]
) -> None:
    project.with_templates()
    spoil(project.path("overrides/assets/guide.css"))
    config = load_config(str(project.root / "mkdocs.yml"))
    own = config.theme.custom_dir or ""
    files = Files([File("assets/guide.css", own, config.site_dir, use_directory_urls=True)])
    leave_out_unused(files, config, ())
    assert [file.src_uri for file in files] == ["assets/guide.css"]
