"""Whole builds, good and bad, with the real MkDocs."""

import json
import logging
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest
from lxml import html

from generator.engine.state import BuildState
from generator.guide import compile_guide
from generator.pages.components import COMPONENTS
from generator.problems.problem import Problem, errors
from tests.builds import build, build_apart, environment, find, html_files, snapshot
from tests.hostile import let_through
from tests.project import CATEGORIES, ENDED, GUIDE, ROOT, TODAY, Project

pytestmark = pytest.mark.build

ORCA = "data/categories/orca.yml"
TEMPLATES = "generator/pages/templates"

REVIEWED = {"carnivals-and-fairs-misc": "2021-10", "village-bakery-help": "2021-12-20"}
"""The review dates of the frozen guide; each other record has 2022-05."""

MOVED = {f"categories/{old}/index.html" for old in ("bakery-help", "horse-towing")}
"""What stands at its earlier addresses."""


def page(site: Path, name: str) -> html.HtmlElement:
    return html.document_fromstring((site / name / "index.html").read_bytes())


# A good site


def test_every_address_of_the_contract_is_built(site: Path) -> None:
    wanted = {"index.html", "404.html", *MOVED}
    wanted |= {f"categories/{slug}/index.html" for slug in (*CATEGORIES, ENDED)}
    wanted |= {
        f"{name}/index.html"
        for name in (
            "categories",
            "codes",
            "imp-vs-tfwp",
            "employers",
            "find",
            "reviews",
            "glossary",
        )
    }
    assert html_files(site) == wanted


def test_every_code_has_its_anchor(site: Path) -> None:
    ids = {element.get("id") for element in page(site, "codes").iterfind(".//*[@id]")}
    registry = (GUIDE / "data/codes.yml").read_text(encoding="utf-8")
    codes = {code.lower() for code in re.findall(r"^  - code: (\w+)", registry, re.MULTILINE)}
    assert len(codes) == 20
    assert codes | {"k20-series", "k21+"} <= ids


def test_every_category_s_page_shows_its_date_and_its_notice(site: Path) -> None:
    for slug in CATEGORIES:
        document = page(site, f"categories/{slug}")
        times = find(document, '//p[@data-guide="review"]//time/@datetime')
        assert times == [REVIEWED.get(slug, "2022-05")]
        links = find(document, '//p[@data-guide="verify"]//a/@href')
        assert links
        assert all(link.startswith("https://www.canada.ca/") for link in links)


def test_tables_have_captions_and_scopes(site: Path) -> None:
    tables = 0
    for name in html_files(site):
        document = html.document_fromstring((site / name).read_bytes())
        for table in document.iterfind(".//table"):
            tables += 1
            caption = table.find("caption")
            assert caption is not None
            assert caption.get("data-table")
            assert all(cell.get("scope") for cell in table.iterfind(".//th"))
            widths = {len(row) for row in table.iterfind(".//tr")}
            assert len(widths) == 1
            assert not [cell for cell in find(table, ".//td") if not cell.text_content().strip()]
    assert tables == 18


def test_edit_links_open_the_file_behind_the_page(site: Path) -> None:
    base = "https://code.example/firm/guide/edit/main/"
    for name, file in (
        ("categories/harba", "data/categories/harba.yml"),
        ("codes", "content/codes.md"),
        ("", "content/index.md"),
    ):
        assert find(page(site, name), '//a[@rel="edit"]/@href') == [base + file]


def test_without_a_repository_there_is_no_edit_link(project: Project) -> None:
    assert build(project, "--strict").returncode == 0
    assert not find(page(project.root / "site", "codes"), '//a[@rel="edit"]')


def test_the_sitemap_dates_pages_by_their_review(site: Path) -> None:
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://guide.example/categories/harba/</loc>" in text
    dates = {"2022-05", *REVIEWED.values()}
    days = {date if date.count("-") == 2 else f"{date}-01" for date in dates}
    assert set(re.findall("<lastmod>(.*?)</lastmod>", text)) == days
    ended = f"<loc>https://guide.example/categories/{ENDED}/</loc>"
    assert re.search(rf"{ended}\s*<lastmod>2021-10-01</lastmod>", text)
    assert text.count("<loc>") == 7 + 1 + 8


@pytest.mark.parametrize(
    ("word", "slug"),
    [
        ("HARBA", "harba"),
        ("BRAHA", "harba"),
        ("OLDHA", "harba"),
        ("P23", "harba"),
        ("P24", "harba"),
        ("ORCA", "orca"),
        ("P23", "orca"),
        ("K16", "mountain-rescue-team"),
        ("K20 series", "sailing-school-season"),
        ("Lighthouse keeper swap", "lighthouse-keeper-swap"),
    ],
)
def test_the_search_index_has_a_category_by_code_name_and_abbreviation(
    site: Path, word: str, slug: str
) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    entries = [e for e in index["docs"] if e["location"].startswith(f"categories/{slug}/")]
    assert any(word in entry["title"] + " " + entry["text"] for entry in entries)


def test_repeated_notices_are_kept_out_of_the_search(site: Path) -> None:
    text = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    assert "Verify before you rely" not in text
    assert "Next review due by 31 May 2023" not in text
    assert "31 May 2023" in text, "the register keeps its days"


def test_titles_and_descriptions_are_unique(site: Path) -> None:
    titles, descriptions = [], []
    for name in html_files(site) - MOVED:
        document = html.document_fromstring((site / name).read_bytes())
        titles.append(str(document.findtext(".//title")))
        descriptions.append(find(document, '//meta[@name="description"]/@content')[0])
    assert len(set(titles)) == len(titles) == len(set(descriptions))


def test_no_page_asks_another_host_for_anything(site: Path) -> None:
    for name in html_files(site):
        document = html.document_fromstring((site / name).read_bytes())
        for path in ("//script/@src", "//img/@src", "//link[@rel!='canonical']/@href", "//iframe"):
            assert not [url for url in find(document, path) if "//" in str(url)]


def test_a_guide_page_does_not_carry_the_other_guides_in_its_navigation(site: Path) -> None:
    navigation = find(page(site, "categories/orca"), '//nav[contains(@class,"md-nav")]//a/@href')
    assert not [link for link in navigation if "mountain" in link]


def test_the_breadcrumb_leads_back_to_the_categories(site: Path) -> None:
    trail = find(page(site, "categories/orca"), '//nav[@aria-label="Breadcrumb"]//li')
    assert [str(item.text_content()).strip() for item in trail] == [
        "Work by the water",
        "Guide",
        "Categories",
    ]


# Bad data: nothing is written


@pytest.mark.parametrize("arguments", [(), ("--strict",), ("--dirty",)])
def test_a_missing_date_or_notice_stops_the_build_and_leaves_the_old_site(
    project: Project, arguments: tuple[str, ...]
) -> None:
    assert build(project).returncode == 0
    before = snapshot(project.root / "site")
    project.remove_key(ORCA, "reviewed_on")
    project.remove_key("data/categories/harba.yml", "verify")
    project.write("data/terms.yml", b"caf\xe9")
    project.replace("content/employers.md", "steps()", "stepps()")
    done = build_apart(project, *arguments)
    assert done.returncode == 1
    assert f"{ORCA}:2:1: error[review-date]: `reviewed_on` is missing" in done.stdout
    assert "data/categories/harba.yml:2:1: error[verify-notice]: `verify`" in done.stdout
    assert "data/terms.yml:1:4: error[encoding]" in done.stdout
    assert "3 problems in 3 files to mend" in done.stdout
    assert "Traceback" not in done.stdout
    assert snapshot(project.root / "site") == before


@pytest.mark.parametrize(
    ("key", "rule"), [("reviewed_on", "review-date"), ("verify", "verify-notice")]
)
def test_every_category_without_date_or_notice_is_named_in_one_run(
    project: Project, key: str, rule: str
) -> None:
    for slug in CATEGORIES:
        project.remove_key(f"data/categories/{slug}.yml", key)
    done = build(project)
    assert done.returncode == 1
    for slug in CATEGORIES:
        assert f"data/categories/{slug}.yml:2:1: error[{rule}]: `{key}`" in done.stdout
    assert "7 problems in 7 files to mend" in done.stdout
    assert not (project.root / "site").exists()


@pytest.mark.parametrize(
    ("path", "old", "new", "says"),
    [
        ("content/codes.md", "{{ verify_notice() }}", "", "codes.md:1:1: error[component]"),
        (
            "content/codes.md",
            "---\n",
            "---\ntemplate: x.html\n",
            "codes.md:2:1: error[unknown-key]",
        ),
        ("content/codes.md", "---\n", "---\ndraft: true\n", "codes.md:2:1: error[unknown-key]"),
    ],
)
def test_a_page_s_text_and_head_cannot_leave_out_the_notice(
    project: Project, path: str, old: str, new: str, says: str
) -> None:
    project.replace(path, old, new)
    done = build(project)
    assert done.returncode == 1
    assert says in done.stdout
    assert not (project.root / "site").exists()


@pytest.mark.parametrize(
    "name", ["foo.html", "foo.HTML", "foo.htm", "foo.xhtml", "a/index.html", "foo.MD"]
)
def test_a_page_that_is_no_markdown_file_stops_the_build(project: Project, name: str) -> None:
    project.write(f"content/{name}", "<p>Facts without a review.</p>")
    done = build(project)
    assert done.returncode == 1
    assert f"content/{name}:1:1: error[file-name]" in done.stdout
    assert not (project.root / "site").exists()


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/glossary.md", "your employer use.", "use. [x](/nowhere.md)"),
        ("content/glossary.md", "your employer use.", "use. [x](/codes.md#k99)"),
        ("content/glossary.md", "your employer use.", "use. [x](#nowhere)"),
        ("content/glossary.md", "your employer use.", 'use. <a href="/nowhere.csv">x</a>'),
        ("content/glossary.md", "your employer use.", "use. ![x](nowhere.png)"),
        ("mkdocs.yml", "  - Glossary: glossary.md\n", ""),
        ("mkdocs.yml", "\nnav:\n", "\nnav:\n  - Nowhere: nowhere.md\n"),
        ("content/codes.md", "{{ codes_by_code() }}", "{% if x %}"),
        ("content/glossary.md", "your employer use.", "use. [x](/codes.md#k12)"),
        ("content/glossary.md", "your employer use.", "use. [x](codes.md) [y](/codes.csv)"),
        ("content/glossary.md", "your employer use.", "use. [x](https://nowhere.example/a.md)"),
    ],
)
def test_what_the_check_calls_publishable_a_strict_build_publishes_and_nothing_else(
    project: Project, path: str, old: str, new: str
) -> None:
    project.replace(path, old, new)
    wrong = errors(compile_guide(project.root, TODAY).problems)
    done = build(project, "--strict")
    assert done.returncode == (1 if wrong else 0), done.stdout
    assert "Traceback" not in done.stdout
    assert all(str(problem) in done.stdout for problem in wrong)


def test_a_new_page_works_once_it_is_in_the_navigation(project: Project) -> None:
    text = project.read("content/glossary.md").replace("title: ", 'title: "More" # ', 1)
    project.write(
        "content/a-2/more.md", text.replace("description: >-\n  What", "description: >-\n  All")
    )
    assert build(project, "--strict").returncode == 1
    project.in_navigation("a-2/more.md", "More")
    done = build(project, "--strict")
    assert done.returncode == 0, done.stdout
    assert find(page(project.root / "site", "codes"), '//a[@href="../a-2/more/"]')


def test_restoring_what_was_missing_makes_the_build_pass(project: Project) -> None:
    text = project.read(ORCA)
    project.remove_key(ORCA, "verify")
    assert build(project).returncode == 1
    project.write(ORCA, text)
    assert build(project, "--strict").returncode == 0


def test_a_day_that_cannot_be_read_stops_the_build(project: Project) -> None:
    done = build_apart(project, GUIDE_TODAY="soon")
    assert done.returncode == 1
    assert "error[today]" in done.stdout
    assert "Traceback" not in done.stdout


# Renamed and changed categories


def test_a_renamed_category_keeps_its_address_and_tells_what_changed(project: Project) -> None:
    project.replace(ORCA, "order:", "formerly: [rivers]\norder:")
    project.write(ORCA, f"{project.read(ORCA)}changes:\n  - date: 2022-05\n    text: All new.\n")
    done = build(project, "--strict")
    assert done.returncode == 0, done.stdout
    site = project.root / "site"
    moved = page(site, "categories/rivers")
    (target,) = find(moved, "//a/@href")
    assert (site / "categories/rivers" / target / "index.html").samefile(
        site / "categories/orca/index.html"
    )
    (note,) = find(page(site, "categories/orca"), "//h2[@id='what-changed']/following::li[1]")
    assert " ".join(note.text_content().split()) == "May 2022: All new."
    assert "categories/rivers" not in (site / "sitemap.xml").read_text(encoding="utf-8")


@contextmanager
def meddled(change: Callable[[Path], object]) -> Iterator[None]:
    """Let something happen to a site when all is written, and before it is inspected."""
    inspect = BuildState.inspect

    def late(state: BuildState) -> tuple[Problem, ...]:
        change(state.site)
        return inspect(state)

    with patch.object(BuildState, "inspect", late):
        yield


@pytest.mark.parametrize("left", ["", "<p>Nothing.</p>", "<a href='../orca/'>ORCA</a>"])
def test_a_redirect_that_leads_nowhere_leaves_no_site(project: Project, left: str) -> None:
    project.replace(ORCA, "order:", "formerly: [rivers]\norder:")
    moved = "categories/rivers/index.html"
    with meddled(lambda site: (site / moved).write_text(left)):
        done = build(project)
    assert done.returncode == 1
    assert f"{ORCA}:{project.line_of(ORCA, 'formerly')}" in done.stdout
    assert "error[missing-page]" in done.stdout
    assert not html_files(project.root / "site")


# Overdue: said, but no error


def test_an_overdue_review_is_said_on_the_page_and_in_the_log(project: Project) -> None:
    done = build(project, "--strict", GUIDE_TODAY="2023-06-01")
    assert done.returncode == 0, done.stdout
    assert f"{ORCA}:" in done.stdout
    assert "warning[review-overdue]" in done.stdout
    site = project.root / "site"
    banner = find(page(site, "categories/orca"), '//p[@data-guide="overdue"]')[0]
    assert banner.get("hidden") is None
    statuses = find(page(site, "reviews"), "//*[@data-status]/@data-status")
    assert set(statuses) == {"overdue"}


def test_a_review_that_is_due_soon_has_no_banner_yet(project: Project) -> None:
    assert build(project, GUIDE_TODAY="2023-05-31").returncode == 0
    site = project.root / "site"
    banner = find(page(site, "categories/orca"), '//p[@data-guide="overdue"]')[0]
    assert banner.get("hidden") is not None
    statuses = find(page(site, "reviews"), "//*[@data-status]/@data-status")
    assert [status for status in statuses if status != "due-soon"] == ["overdue", "overdue"]


def test_a_setting_makes_an_overdue_review_an_error(project: Project) -> None:
    project.replace("data/settings.yml", "overdue_is_error: no", "overdue_is_error: yes")
    done = build(project, GUIDE_TODAY="2023-06-01")
    assert done.returncode == 1
    assert "error[review-overdue]" in done.stdout


# Bad HTML: no site is left


def _without(path: str, old: str, new: str = "") -> Callable[[Project], object]:
    return lambda project: project.replace(path, old, new)


MACROS = f"{TEMPLATES}/components.html.j2"
CATEGORY = f"{TEMPLATES}/category.html.j2"

ROWS = "{% for slug, category in shown.items() %}\n<tr>"
"""How the rows of a table of categories begin."""


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (_without(CATEGORY, "{{ c.verify_notice(slug, category) }}"), "shown-notice"),
        (_without(CATEGORY, "{{ c.review_byline(slug, category) }}"), "shown-review"),
        (_without(CATEGORY, "{{ c.codes_of_category(slug, category) }}"), "shown-facts"),
        (_without(MACROS, "{{ record.verify.notice }} {{ official", "{{ official"), "shown-notice"),
        (_without(MACROS, "{{ ways(chosen) }}"), "shown-notice"),
        (
            _without(MACROS, "{% for anchor, chosen in results", "{% for anchor, chosen in {}"),
            "unknown-name",
        ),
        (
            _without(MACROS, '<time datetime="{{ record.reviewed_on.iso }}">', "<time>"),
            "shown-review",
        ),
        (
            _without(MACROS, ROWS, "{% for slug, category in [] %}\n<tr>"),
            "shown-review",
        ),
        (
            _without(MACROS, "{{ categories(", "{# categories( #}{{ 0 and categories("),
            "shown-facts",
        ),
        (
            _without(MACROS, "{% for feature in record.features %}", "{% for feature in [] %}"),
            "shown-facts",
        ),
        (
            _without(MACROS, "{% for entry in guide.codes.entries() %}", "{% for entry in [] %}"),
            "unknown-name",
        ),
        (
            _without(
                "overrides/main.html",
                "{{ super() }}\n  {#- What puts",
                "\n  {#- What puts",
            ),
            "shown-notice",
        ),
        (
            _without(
                "overrides/main.html",
                "{{ super() }}\n  {#- What puts",
                "<div hidden>{{ super() }}</div>\n  {#- What puts",
            ),
            "shown-notice",
        ),
    ],
)
def test_a_template_that_loses_what_it_must_show_leaves_no_site(
    project: Project, change: Callable[[Project], object], rule: str
) -> None:
    project.with_templates()
    change(project)
    done = build(project)
    assert done.returncode == 1, done.stdout
    assert f"error[{rule}]" in done.stdout
    assert "Traceback" not in done.stdout
    assert not html_files(project.root / "site")


def show_three(project: Project) -> None:
    """Let the home page show three of the frozen guide's seven categories."""
    settings = "data/settings.yml"
    project.write(settings, f"{project.read(settings)}rows_on_home: 3\n")


def rows_of(document: html.HtmlElement) -> list[str]:
    """Return the titles of the rows of the table of categories."""
    return find(document, '//table[caption/@data-table = "category_table"]/tbody/tr/th/a/text()')


def test_a_home_page_with_fewer_rows_links_to_the_page_of_them_all(project: Project) -> None:
    show_three(project)
    done = build(project, "--strict")
    assert done.returncode == 0, done.stdout
    home, every = (page(project.root / "site", name) for name in ("", "categories"))
    assert len(rows_of(every)) == len(CATEGORIES) > 3
    assert rows_of(home) == rows_of(every)[:3]
    (link,) = find(home, '//p/a[. = "All 7 categories, to filter and compare"]')
    assert (project.root / "site" / link.get("href") / "index.html").samefile(
        project.root / "site/categories/index.html"
    )
    # What the filter needs is fetched with the whole table only.
    needed = '//*[@data-guide-explorer] | //script[contains(@src, "assets/categories.js")]'
    assert (len(find(home, needed)), len(find(every, needed))) == (0, 2)


@pytest.mark.parametrize(("place", "told"), [(2, ["", "categories/"]), (3, ["categories/"])])
def test_a_lost_row_is_missed_on_each_page_that_has_to_show_it(
    project: Project, place: int, told: list[str]
) -> None:
    guide = compile_guide(GUIDE, TODAY).guide
    assert guide is not None
    slug = list(guide.categories)[place]
    show_three(project)
    lost = ROWS.replace(" %}", f' if slug != "{slug}" %}}', 1)
    project.with_templates().replace(MACROS, ROWS, lost)
    done = build(project)
    assert done.returncode == 1
    missed = re.findall(
        rf"error\[shown-review\]: (.*)index\.html, table `category_table`, .* of `{slug}`",
        done.stdout,
    )
    assert sorted(missed) == told
    assert not html_files(project.root / "site")


def test_a_home_page_that_loses_the_way_to_all_categories_leaves_no_site(project: Project) -> None:
    show_three(project)
    project.with_templates().replace(MACROS, "{{ more }}", "More")
    done = build(project)
    assert done.returncode == 1
    assert "error[shown-facts]: index.html does not show “All 7 categories" in done.stdout
    assert not html_files(project.root / "site")


def test_a_strict_build_stops_in_the_same_way(project: Project) -> None:
    project.with_templates().replace(CATEGORY, "{{ c.verify_notice(slug, category) }}", "")
    done = build(project, "--strict")
    assert done.returncode == 1
    assert "error[shown-notice]" in done.stdout
    assert not html_files(project.root / "site")


OTHERWISE = {"code", "picture_of_steps", "picture_of_sides", "picture_of_codes"}
"""Components whose macro has another name."""
PARTS = (
    *("answer", "permit_type", "history", "code_links", "status", "reviewer", "date"),
    *("picture", "card_foot", "cell", "facts_of", "ways"),
)


@pytest.mark.parametrize("name", [*(name for name in COMPONENTS if name not in OTHERWISE), *PARTS])
def test_a_component_that_writes_nothing_leaves_no_site(project: Project, name: str) -> None:
    project.with_templates()
    start = re.compile(rf"({{% macro {name}\(.*?\) %}}\n).*?({{%- endmacro %}})", re.DOTALL)
    text, count = start.subn(r"\1\2", project.read(MACROS), count=1)
    assert count == 1
    project.write(MACROS, text)
    done = build(project)
    assert done.returncode == 1, "the page is published without it"
    assert "error[" in done.stdout
    assert "Traceback" not in done.stdout
    assert not html_files(project.root / "site")


@pytest.mark.parametrize(
    "old",
    [
        "Reviewed {{ review_mark(slug, category) }}. {{ problem",
        "{{ verify_mark(slug, category, title, whole) }}</p>",
    ],
)
def test_a_card_that_loses_its_date_or_its_notice_leaves_no_site(
    project: Project, old: str
) -> None:
    project.with_templates()
    project.replace(MACROS, old, re.sub(r"\{\{ \w+_mark\(.*?\) \}\}", "", old))
    done = build(project)
    assert done.returncode == 1, "the cards are published without it"
    assert not html_files(project.root / "site")


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (
            "docs_dir: content",
            "docs_dir: content\nexclude_docs: categories/harba.md",
            "missing-page",
        ),
        ("docs_dir: content", "docs_dir: content\nexclude_docs: codes.md", "missing-page"),
        ("docs_dir: content", "docs_dir: content\ndraft_docs: codes.md", "missing-page"),
        ("docs_dir: content", "docs_dir: content\nuse_directory_urls: false", "settings"),
    ],
)
def test_no_setting_of_mkdocs_gets_round_the_inspection(
    project: Project, old: str, new: str, rule: str
) -> None:
    project.replace("mkdocs.yml", old, new)
    done = build(project)
    assert done.returncode == 1
    assert f"error[{rule}]" in done.stdout
    assert not html_files(project.root / "site")


def test_what_is_taken_away_at_the_end_is_noticed(project: Project) -> None:
    def take_away(site: Path) -> None:
        page = site / "codes" / "index.html"
        page.write_text(page.read_text().replace('data-guide="verify"', ""))

    with meddled(take_away):
        done = build(project)
    assert done.returncode == 1
    assert "error[shown-notice]" in done.stdout
    assert not html_files(project.root / "site")


def test_a_warning_of_the_engine_leaves_no_site_under_strict(project: Project) -> None:
    log = logging.getLogger("mkdocs.late")
    with meddled(lambda _site: log.warning("something is odd")):
        done = build(project, "--strict")
    assert done.returncode == 1
    assert "something is odd" in done.stdout
    assert not html_files(project.root / "site")
    assert build(project).returncode == 0


def test_without_the_hook_nothing_is_rendered(project: Project) -> None:
    text = project.read("mkdocs.yml")
    project.write("mkdocs.yml", re.sub(r"hooks:\n  - .*\n", "", text))
    done = build(project)
    assert done.returncode == 1
    assert "mkdocs.yml: write `- generator/hooks.py` below `hooks:`" in done.stdout
    assert "Traceback" not in done.stdout
    assert not html_files(project.root / "site")


def test_the_project_s_own_configuration_registers_the_hook() -> None:
    assert "hooks:\n  - generator/hooks.py\n" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


def test_a_link_that_leads_nowhere_leaves_no_site_under_strict(project: Project) -> None:
    project.replace("content/glossary.md", "your employer use.", "use. [x](/nowhere.md)")
    done = build(project, "--strict")
    assert done.returncode == 1
    assert "nowhere.md" in done.stdout
    assert not html_files(project.root / "site")


def test_a_code_s_link_that_leads_nowhere_is_noticed(project: Project) -> None:
    project.replace("content/glossary.md", "your employer use.", "use. [x](/codes.md#k99)")
    done = build(project, "--strict")
    assert done.returncode == 1
    assert "k99" in done.stdout


@pytest.mark.parametrize("text", ["{% block content %}", "{{ page.nothing.more }}"])
def test_a_broken_theme_is_one_problem_without_traceback(project: Project, text: str) -> None:
    project.with_templates()
    whole = project.read("overrides/main.html")
    project.write(
        "overrides/main.html",
        whole.replace("{% block site_meta %}", "{% block site_meta %}" + text),
    )
    done = build(project)
    assert done.returncode == 1
    assert re.search(r"overrides/main.html:\d+:1: error\[template\]", done.stdout)
    assert "Traceback" not in done.stdout
    assert not html_files(project.root / "site")


@pytest.mark.parametrize(
    ("number", "status"),
    [
        (signal.SIGINT, 1),
        (signal.SIGTERM, 128 + signal.SIGTERM),
        (signal.SIGHUP, 128 + signal.SIGHUP),
        (signal.SIGKILL, -signal.SIGKILL),
    ],
)
def test_a_build_that_is_ended_leaves_the_earlier_site(
    project: Project, number: signal.Signals, status: int
) -> None:
    # The theme stops the build in the middle of its pages, and is ended there.
    project.with_templates()
    whole = project.read("overrides/main.html")
    slow = (
        "{% if page and page.url == 'codes/' %}{% for i in range(10 ** 9) %}{% endfor %}{% endif %}"
    )
    project.write(
        "overrides/main.html",
        whole.replace("{% block site_meta %}", "{% block site_meta %}" + slow),
    )
    project.write("site/index.html", "the earlier site")
    # A shell lets its background jobs ignore signals, and they hand that on.
    listening = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "signal.signal(signal.SIGHUP, signal.SIG_DFL)"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", f"{listening}; from mkdocs.__main__ import cli; cli(['build'])"],
        cwd=project.root,
        env=environment(project),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while process.poll() is None and not [*project.root.glob(".site-new-*/index.html")]:
            time.sleep(0.05)
        process.send_signal(number)
        process.wait()
    finally:
        process.kill()
    assert process.returncode == status
    assert snapshot(project.root / "site") == {"index.html": b"the earlier site"}
    left = [entry.name for entry in project.root.glob(".site-*")]
    assert bool(left) is (number == signal.SIGKILL)
    project.write("overrides/main.html", whole)
    assert build(project, "--strict").returncode == 0
    assert not [*project.root.glob(".site-*")], "the next build clears away what was left"


@pytest.mark.parametrize("arguments", [(), ("--strict",)], ids=["lenient", "strict"])
def test_a_site_that_fails_leaves_the_earlier_one_to_the_byte(
    project: Project, arguments: tuple[str, ...]
) -> None:
    """Whether it is found out while pages are written, when they are inspected, or after that."""
    assert build(project, "--strict").returncode == 0
    before = snapshot(project.root / "site")
    link = "use. [x](/nowhere.md)" if arguments else "use. {{ glossary }}"
    project.replace("content/glossary.md", "your employer use.", link)
    assert build(project, *arguments).returncode == 1
    assert snapshot(project.root / "site") == before
    assert not [*project.root.glob(".site-*")]


def test_a_site_lists_its_files_with_their_hashes(site: Path) -> None:
    done = subprocess.run(
        ["/usr/bin/env", "sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"],
        cwd=site,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    listed = re.findall(r"^\S{64}  (.*)$", (site / "SHA256SUMS").read_text("utf-8"), re.MULTILINE)
    assert listed == sorted(set(snapshot(site)) - {"SHA256SUMS"}, key=lambda name: Path(name).parts)


# Text from data is data


HOSTILE = '</title><script>alert(1)</script> {{ 123*3 }} | *s* [x](javascript:alert(1)) "q" {: .x }'


def test_text_from_data_is_shown_and_never_acts(project: Project) -> None:
    quoted = HOSTILE.replace('"', '\\"')
    project.replace(ORCA, "title: ORCA\n", f'title: "{quoted}"\n')
    project.replace(ORCA, "fits: >-\n", "fits: >-\n  - # 1. ")
    project.replace(ORCA, "notice: >-\n    ", f"notice: >-\n    {HOSTILE} ")
    project.replace(ORCA, "question: Which", f"question: >-\n      {HOSTILE} Which")
    project.replace("data/comparison.yml", "imp: No. ", f"imp: >-\n        {HOSTILE} ")
    project.replace("data/firm.yml", "title: Work by the water", f'title: "{quoted}"')
    project.replace("content/glossary.md", 'title: "The', f'title: "{quoted} The')
    with let_through():
        done = build(project, "--strict")
    assert done.returncode == 0, done.stdout
    site = project.root / "site"
    for name in html_files(site):
        document = html.document_fromstring((site / name).read_bytes())
        code = '//script[not(@type) or not(starts-with(@type, "application/"))]'
        scripts = [str(script.text) for script in find(document, code)]
        assert not [text for text in scripts if "alert(1)" in text]
        assert not find(document, '//a[starts-with(@href, "javascript:")]')
        assert not find(document, '//*[@class="x"]')
        assert not find(document, "//*[contains(text(), '369')]")
    document = page(site, "categories/orca")
    assert HOSTILE in str(document.findtext(".//title"))
    assert str(find(document, "//h1")[0].text_content()).startswith(HOSTILE)
    notice = find(document, '//p[@data-guide="verify"]')[0]
    assert HOSTILE in " ".join(str(notice.text_content()).split())
