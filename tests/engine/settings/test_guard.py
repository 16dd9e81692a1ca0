"""Settings that lead elsewhere stop a build before it touches anything; honest ones never do."""

from importlib.resources import files
from pathlib import Path

import pytest
from mkdocs.config import load_config

from generator.engine.settings.guard import KEPT, settings_problems
from generator.problems.problem import Problem
from tests.builds import build, snapshot
from tests.project import ROOT, Project


def judged(project: Project, **options: str) -> tuple[Problem, ...]:
    config = load_config(str(project.path("mkdocs.yml")), **options)
    return settings_problems(config, project.root.resolve())


def written(project: Project, line: str) -> int:
    """Write a setting in place of the one of its key, or behind all others; return its line."""
    key = line.partition(":")[0]
    text = project.read("mkdocs.yml")
    if f"\n{key}:" in text:
        project.remove_key("mkdocs.yml", key)
    project.write("mkdocs.yml", f"{project.read('mkdocs.yml').rstrip()}\n{line}\n")
    return project.line_of("mkdocs.yml", line)


THEME = "theme:\n  name: material\n  custom_dir: {}\n"
LOGO = "  logo: assets/logo.svg\n"
OURS = f"{ROOT.as_posix()}/overrides"

STYLES = "assets/guide.css, assets/finder.css"
NEXT = "\n  - "
SCRIPTS = "assets/guide.js, assets/frame.js"

# What is written, the line of it that is told, and a part of what is said.
REFUSED = [
    ("docs_dir: drafts", 0, "`docs_dir: content`"),
    ("docs_dir: content/categories", 0, "`docs_dir: content`"),
    ("site_dir: data", 0, "`site_dir: site`"),
    ("site_dir: data/../content/../DATA/site", 0, "`site_dir: site`"),
    ("site_dir: ./generator/pages", 0, "`site_dir: site`"),
    ("site_dir: Overrides", 0, "`site_dir: site`"),
    ("site_dir: way-to-data/site", 0, "`site_dir: site`"),
    ("site_dir: .git/site", 0, "`site_dir: site`"),
    ("site_dir: way-to-all", 0, "the whole project"),
    ("site_dir: way-above", 0, "the whole project"),
    ("site_dir: Content", 0, "`site_dir: site`"),
    ("site_dir: !ENV [NOT_SET_AT_ALL, tests]", 0, "`site_dir: site`"),
    (THEME.format("drafts"), 2, "`custom_dir: overrides`"),
    (THEME.format(f"{OURS}/partials"), 2, "`custom_dir: overrides`"),
    ("theme:\n  name: material\n  font: false", 0, "`custom_dir: overrides`"),
    (THEME.format(OURS).replace("material", "mkdocs"), 1, "`name: material`"),
    (f"{THEME.format(OURS)}  font: {{text: Roboto}}", 3, "`font: false`"),
    (f"{THEME.format(OURS)}  font: false\n  logo: https://a.example/x.svg", 4, "leads elsewhere"),
    (f"{THEME.format(OURS)}  font: false\n  favicon: ../x.svg", 4, "leads elsewhere"),
    (
        f"{THEME.format(OURS)}  font: false\n  logo: assets/gone.svg",
        4,
        "no file overrides/assets/g",
    ),
    ("plugins:\n  - search\n  - tags", 2, "plugin `tags`"),
    (f"extra_css:\n  - {STYLES.replace(', ', NEXT)}\n  - https://a.example/x.css", 3, "leads"),
    (f"extra_css: [{STYLES}, //a.example/x.css]", 0, "leads elsewhere"),
    (f"extra_css: [{STYLES}, '\\\\a.example/x.css']", 0, "leads elsewhere"),
    (f"extra_css: [{STYLES}, assets/../../x.css]", 0, "leads elsewhere"),
    (f"extra_css: [{STYLES}, assets]", 0, "no file overrides/assets"),
    (f"extra_css: [{STYLES}, assets/gone.css]", 0, "no file overrides/assets/gone.css"),
    (f"extra_javascript: [{SCRIPTS}, 'data:text/javascript,x()']", 0, "leads elsewhere"),
    (
        f"extra_javascript:\n  - {SCRIPTS.replace(', ', NEXT)}\n  - path: HTTPS://a.example/x.js",
        3,
        "leads elsewhere",
    ),
    ("extra:\n  analytics:\n    provider: google\n    property: G-1", 1, "`analytics`"),
    ("extra:\n  homepage: https://a.example", 1, "`homepage`"),
    ("site_name: 'X<script>x()</script>'", 0, "“<script>” is HTML"),
    ("site_name: 'X\" onclick=\"x'", 0, "write “ and ”"),
    ("site_author: 'X\" onclick=\"x'", 0, "write “ and ”"),
    ("site_description: '<b>x</b>'", 0, "“<b>” is HTML"),
    ("site_name: ' '", 0, "nothing is written here"),
    (f"site_name: {'long ' * 50}", 0, "200 are enough"),
    ("site_url: https://a..b/", 0, "no address of a site"),
    ("site_url: https://x.example/?a=b", 0, "no address of a site"),
    ("site_url: https://x.example/a/../b/", 0, "no address of a site"),
    ("site_url: https://x.example:123456/", 0, "no address of a site"),
    ("repo_url: https://a.example/x\nedit_uri: ../../b/c/edit/", 1, "`edit_uri: edit/main"),
    ("repo_url: https://a.example/x\nedit_uri: /b/c/edit/", 1, "`edit_uri: edit/main"),
    (f"{THEME.format(OURS)}  features: [toc.follow, search.share]", 3, "acts by a script"),
    (f"{THEME.format(OURS)}  icon: {{admonition: {{note: octicons/tag-16}}}}", 3, "the policy"),
    (f"{THEME.format(OURS)}  favicon: assets/favicon.svg", 0, "`logo: assets/logo.svg`"),
    ("site_name: TODO", 0, "placeholder"),
    ("site_name: 'A [link](x)'", 0, "link"),
    ("site_author: '<b>x</b>'", 0, "taken for HTML"),
    ("copyright: <b>Us</b>", 0, "taken for HTML"),
    (
        f"{THEME.format(OURS)}  palette:\n    - toggle: {{name: '\"><script>x()</script>'}}",
        4,
        "write “ and ”",
    ),
    ("site_url: 'https://x.example/\"><script>x()</script>/'", 0, "no address of a site"),
    ("site_url: 'https://us@x.example/'", 0, "no address of a site"),
    ("repo_url: https://a.example/x\nedit_uri: 'javascript:x()//'", 1, "`edit_uri: edit/main"),
    ("repo_url: https://a.example/x\nedit_uri: '//b.example/'", 1, "`edit_uri: edit/main"),
    ("repo_url: https://a.example/x\nedit_uri: https://b.example/", 1, "`edit_uri: edit/main"),
    ("repo_url: http://a.example/x", 0, "write `https://`"),
    (f"{THEME.format(OURS)}  language: fr", 3, "write `language: en`"),
    (f"{THEME.format(OURS)}  language: ../../x", 3, "write `language: en`"),
    (
        f"{THEME.format(OURS)}  icon: {{edit: material/no-such}}",
        3,
        "no icon is called `material/no",
    ),
    (
        f"{THEME.format(OURS)}  palette:\n    - toggle: {{icon: ../x}}",
        4,
        "no icon is called `../x`",
    ),
    (f"{THEME.format(OURS)}  direction: rtl", 3, "write `direction: ltr`"),
    ("plugins:\n  - search:\n      jieba_dict: /etc/passwd", 2, "in English: remove it"),
    ("plugins:\n  - search:\n      separator: '[a'", 1, "is no expression"),
    ("plugins:\n  - search:\n      fields: {title: {boost: 1}, text: {}}", 1, "`typed_text`"),
    (f"{THEME.format(OURS)}  features: toc.follow", 3, "features are a list"),
    (f"{THEME.format(OURS)}  palette:\n    - toggle: {{name: x}}", 4, "write `icon:` and `name:`"),
    ("plugins:\n  - search:\n      enabled: false", 0, "`- search` below `plugins:`"),
    ("repo_url: https://a.example/x\nedit_uri_template: 'x{path}'", 1, "remove it"),
    ("extra_javascr|ipt: [x.js]", 0, "did you mean `extra_javascript`?"),
    ("colour: red", 0, "no setting is called `colour`: remove it"),
    ("use_directory_urls: false", 0, "`use_directory_urls: true`"),
]


@pytest.mark.parametrize(("setting", "line", "said"), REFUSED)
def test_what_leads_elsewhere_is_told_at_its_line(
    project: Project, setting: str, line: int, said: str
) -> None:
    project.write("drafts/more.py", "")
    project.write("drafts/index.md", "")
    project.path("way-to-data").symlink_to("data")
    project.path("way-to-all").symlink_to(".")
    project.path("way-above").symlink_to("..")
    first = written(project, setting)
    (problem,) = (p for p in judged(project) if p.place.line == first + line and said in p.message)
    assert (problem.rule, problem.place.path) == ("settings", "mkdocs.yml")


@pytest.mark.parametrize(
    "setting",
    [
        "site_name: Another",
        "site_name: Smith & Sons’ “guide”",
        "site_url: https://www.example.ca:8443/guide/",
        "site_url: http://127.0.0.1:8000/",
        "repo_url: https://github.com/firm/guide\nedit_uri: ?query=edit/main/",
        f"{THEME.format(OURS)}{LOGO}  font: false\n  language: en\n  direction: ltr",
        "site_dir: public",
        "site_dir: database",
        "site_dir: ../elsewhere/site",
        "site_dir: ../data",
        "docs_dir: ./content/",
        "extra:\n  generator: true",
        "extra_css:\n  - ./assets/guide.css?v=2\n  - assets/finder.css",
        "markdown_extensions: [tables, attr_list]",
        f"{THEME.format(OURS)}{LOGO}  font: false\n  palette: {{scheme: slate}}\n  features: [toc]",
        "plugins: [search]",
        "plugins:\n  - material/search:\n      lang: en",
        "copyright: Us",
        "watch: [data]",
        f"extra_javascript: [{SCRIPTS}, assets/javascripts/workers/search.2c215733.min.js]",
    ],
)
def test_honest_settings_are_free(project: Project, setting: str) -> None:
    if "workers" in setting:
        workers = project.path("mkdocs.yml")  # the theme brings scripts of its own
        name = next(Path(_material()).glob("assets/javascripts/workers/search.*.min.js")).name
        setting = f"extra_javascript: [{SCRIPTS}, assets/javascripts/workers/{name}]"
        assert workers.is_file()
    written(project, setting)
    assert judged(project) == ()


def _material() -> Path:
    return Path(str(files("material"))) / "templates"


@pytest.mark.parametrize(
    ("key", "lacking"),
    [
        ("extra_css", "assets/guide.css"),
        ("extra_css", "assets/finder.css"),
        ("extra_javascript", "assets/guide.js"),
        ("extra_javascript", "assets/frame.js"),
        ("plugins", "search"),
    ],
)
def test_what_no_page_is_whole_without_is_asked_for(
    project: Project, key: str, lacking: str
) -> None:
    left = [name for name in f"{STYLES}, {SCRIPTS}".split(", ") if name != lacking]
    kept = [name for name in left if name.endswith({"extra_css": "css"}.get(key, "js"))]
    first = written(project, f"{key}: [{', '.join(kept) if key != 'plugins' else ''}]")
    (problem,) = judged(project)
    assert (problem.rule, problem.place.line) == ("settings", first)
    assert f"write `- {lacking}` below `{key}:`" in problem.message


@pytest.mark.parametrize("name", KEPT)
def test_no_option_leads_a_build_into_what_people_wrote(project: Project, name: str) -> None:
    ways = (name, f"{name}/site", f"x/../{name}", f"./{name.upper()}")
    # Of these the engine itself refuses what it sees to hold its pages, or to lie in them.
    for folder in ways[3:] if name == "content" else ways:
        site = str(project.root / folder)
        (problem,) = judged(project, site_dir=site)
        assert problem.place.path == "command line/--site-dir", folder
        assert f"{name}/" in problem.message


def test_an_option_may_lead_anywhere_else(project: Project, tmp_path: Path) -> None:
    for folder in (tmp_path / "out", project.root / "build" / "site"):
        assert judged(project, site_dir=str(folder)) == ()


def test_a_build_into_data_ends_before_it_touches_anything(project: Project) -> None:
    before = snapshot(project.root)
    done = build(project, "--site-dir", "data")
    assert done.returncode == 1
    assert "command line/--site-dir:1:1: error[settings]" in done.stdout
    assert "Traceback" not in done.stdout
    assert snapshot(project.root) == before
