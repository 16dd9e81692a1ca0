"""A copy of the site that opens from disk: what is rewritten, what is not, and where it may go."""

from pathlib import Path

import pytest

from generator.outputs.policy import hash_of, policy_in, with_policy
from generator.outputs.portable import copy_portable, portable, to_page
from tests.project import Project
from tests.repository import guide


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("../codes/", "../codes/index.html"),
        ("../codes/#c12", "../codes/index.html#c12"),
        ("codes/?q=a/b", "codes/index.html?q=a/b"),
        ("../find/?a=b#c/d", "../find/index.html?a=b#c/d"),
        ("./", "./index.html"),
        ("./?x", "./index.html?x"),
        (".", "./index.html"),
        ("..", "../index.html"),
        ("../..#top", "../../index.html#top"),
    ],
)
def test_an_address_that_ends_in_a_folder_leads_to_its_page(address: str, wanted: str) -> None:
    assert to_page(address) == wanted


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#c12",
        "#a/",
        "?x",
        "?x=/",
        "/",
        "/codes/",
        "//www.canada.ca/en/",
        "https://www.canada.ca/en/",
        "https://[www.canada.ca/",
        "mailto:someone@guide.example",
        "tel:+1/",
        "../codes.csv",
        "../assets/guide.css?v=1/",
        "../changes.xml#a/",
        "../codes",
        "...",
    ],
)
def test_every_other_address_is_left_alone(address: str) -> None:
    assert to_page(address) == address


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ('<a class="x" href="../codes/#c12">C</a>', '<a class="x" href="../codes/index.html#c12">'),
        ("<a href='./'>", '<a href="./index.html">'),
        ("<a href=../codes/>", '<a href="../codes/index.html">'),
        ('<a href = " ../codes/ ">', '<a href = "../codes/index.html">'),
        ('<A\n  HREF="codes/"\n>', '<A\n  HREF="codes/index.html"\n>'),
        ('<a href="a/?x=1&amp;y=2">', '<a href="a/index.html?x=1&amp;y=2">'),
        ('<area href="a/">', '<area href="a/index.html">'),
        ('<link rel="next" href="a/"/>', '<link rel="next" href="a/index.html"/>'),
        ('<form action="../find/">', '<form action="../find/index.html">'),
        ('<button formaction="a/">', '<button formaction="a/index.html">'),
        (
            '<meta http-equiv="refresh" content="0; url=../cusma/">',
            '<meta http-equiv="refresh" content="0; url=../cusma/index.html">',
        ),
        (
            "<meta content=\"0;URL='../cusma/#a'\" http-equiv=Refresh>",
            '<meta content="0;URL=&#x27;../cusma/index.html#a&#x27;" http-equiv=Refresh>',
        ),
    ],
)
def test_what_leads_to_a_folder_is_rewritten(page: str, wanted: str) -> None:
    around = "é\r\n<p>a\n&amp; {}</p>\n"
    assert portable(around.format(page)).startswith(around.format(wanted)[: -len("</p>\n")])


@pytest.mark.parametrize(
    "page",
    [
        '<link rel="canonical" href="../codes/">',
        '<a href="https://www.canada.ca/en/">',
        '<a title="see href=\'a/\'" data-href="a/" id=x>',
        '<p>../codes/ href="a/"</p>',
        '<!-- <a href="a/"> -->',
        "<script>const link = '<a href=\"a/\">';</script>",
        "<style>a::after { content: '<a href=\"a/\">' }</style>",
        '<img src="a/" alt=\'href="b/"\'>',
        '<meta name="description" content="0; url=../cusma/">',
        '<meta http-equiv="refresh" content="60">',
        '<meta http-equiv="refresh" content="0; url=https://guide.example/a/">',
        "<a href>",
        "<a href=''>",
    ],
)
def test_nothing_else_changes(page: str) -> None:
    assert portable(page) == page


def test_files_on_disk_are_allowed_what_the_page_s_own_host_is() -> None:
    script = hash_of("run()")
    said = policy_in(portable(with_policy("<head></head>", [script])))
    assert said is not None
    assert f"script-src 'self' file: {script};" in said
    for kind in ("style", "font", "img"):
        assert f"{kind}-src 'self' file:" in said
    assert said.count("file:") == 4
    assert said.startswith("default-src 'none'; ")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "codes").mkdir(parents=True)
    (site / "index.html").write_bytes(b'<a href="codes/">\r\n\xff<a href="codes/">')
    (site / "codes" / "index.html").write_text('<a href="../">', encoding="utf-8")
    (site / "codes.csv").write_bytes(b'"<a href=""codes/"">"\xff')
    return site


def test_every_file_is_copied_and_only_pages_change(built: Path, tmp_path: Path) -> None:
    (built / "elsewhere").symlink_to("/etc/hostname")
    copy = tmp_path / "a" / "copy"
    assert copy_portable(built, copy) == 2
    there = {file.relative_to(copy).as_posix() for file in copy.rglob("*") if file.is_file()}
    assert there == {"index.html", "codes/index.html", "codes.csv"}
    link = b'<a href="codes/index.html">'
    assert (copy / "index.html").read_bytes() == link + b"\r\n\xff" + link
    assert (copy / "codes/index.html").read_bytes() == b'<a href="../index.html">'
    assert (copy / "codes.csv").read_bytes() == (built / "codes.csv").read_bytes()


@pytest.fixture
def project(project: Project, built: Path) -> Project:
    project.path("generator").mkdir()
    built.rename(project.path("site"))
    return project


@pytest.mark.parametrize("there", [False, True])
def test_the_command_says_what_to_open(project: Project, there: bool) -> None:
    if there:
        project.path("copy").mkdir()
    done = guide(project, "portable", "site", "copy")
    assert (done.returncode, done.stdout) == (
        0,
        "copy: 2 pages. Open copy/index.html in a browser.\n",
    )
    assert project.read("copy/codes/index.html") == '<a href="../index.html">'


@pytest.mark.parametrize(
    ("site", "folder", "said"),
    [
        ("site", "site", "site lies in site: name a folder outside of it"),
        ("site", "site/copy", "site/copy lies in site: name a folder outside of it"),
        ("site", "data/../site/copy", "lies in site: name a folder outside of it"),
        ("site", "data/copy", "name a folder outside of it"),
        ("site", "content/copy/a", "name a folder outside of it"),
        ("site", "linked/copy", "name a folder outside of it"),
        ("site", "full", "full is there already: empty it, or name another folder"),
        ("site", "mkdocs.yml", "mkdocs.yml is there already"),
        ("site", ".", ". is there already"),
        ("data", "copy", "data holds no index.html: run `make build`, and name its folder"),
        ("nowhere", "copy", "does not exist"),
    ],
)
def test_a_folder_that_holds_something_is_left_alone(
    project: Project, site: str, folder: str, said: str
) -> None:
    project.write("full/.kept", "")
    project.path("linked").symlink_to("content")
    before = sorted(project.root.rglob("*"))
    done = guide(project, "portable", site, folder)
    assert done.returncode == 2
    assert said in done.stdout
    assert sorted(project.root.rglob("*")) == before


def test_a_copy_that_is_not_whole_is_told(project: Project) -> None:
    project.write("file", "")
    done = guide(project, "portable", "site", "file/copy")
    assert done.returncode == 2
    assert "copy cannot be written, and nothing was changed: a file stands where" in done.stdout


def test_styles_hold_the_drawings_beside_them(tmp_path: Path) -> None:
    assets = tmp_path / "site" / "assets"
    assets.mkdir(parents=True)
    (assets / "a.svg").write_text("<svg/>")
    style = (
        'i{mask:url("a.svg") center} b{mask:url(a.svg)} u{background:url("gone.svg"), url(b.png)}'
    )
    (assets / "a.css").write_text(style)
    copy_portable(tmp_path / "site", tmp_path / "copy")
    drawn = 'url("data:image/svg+xml;base64,PHN2Zy8+")'
    wanted = style.replace('url("a.svg")', drawn).replace("url(a.svg)", drawn)
    assert (tmp_path / "copy" / "assets" / "a.css").read_text() == wanted


def test_what_only_a_host_uses_is_left_out(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "a").mkdir(parents=True)
    for name in ("404.html", "_headers", "a/404.html"):
        (site / name).write_text("x")
    copy_portable(site, tmp_path / "copy")
    assert [file.name for file in (tmp_path / "copy").rglob("*") if file.is_file()] == ["404.html"]
