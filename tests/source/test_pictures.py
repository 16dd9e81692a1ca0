"""Pictures: what their names say, and whole; drawings that neither act nor lead elsewhere."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator.model.load import load
from generator.source.pictures import is_picture, picture_problem
from tests.drawn import SVG, picture
from tests.project import ROOT, Project, told

KINDS = ("avif", "gif", "ico", "jpeg", "jpg", "png", "svg", "webp")
HTML = b"<!doctype html><script>alert(1)</script>"


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_what_its_name_says_in_capitals_too(kind: str) -> None:
    assert is_picture(f"a.{kind}")
    assert picture_problem(f"content/a.{kind}", picture(kind)) is None
    assert picture_problem(f"content/a.{kind.upper()}", picture(kind)) is None


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("data", [b"", b"x", HTML, b"%PDF-1.7\n", b"\0" * 99, b"\xff" * 99])
def test_anything_else_under_its_name_is_none(kind: str, data: bytes) -> None:
    problem = picture_problem(f"content/a.{kind}", data)
    assert problem is not None
    assert (problem.rule, problem.place.path) == ("file", f"content/a.{kind}")


@pytest.mark.parametrize("kind", KINDS)
def test_half_of_one_is_none_and_neither_is_its_beginning_with_a_page_behind(kind: str) -> None:
    data = picture(kind)
    for cut in (*range(min(len(data) - 1, 64)), len(data) // 2, len(data) - 2):
        assert picture_problem(f"a.{kind}", data[:cut]) is not None, cut
    assert picture_problem(f"a.{kind}", data[:12] + HTML) is not None


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in {"ico", "svg"}])
def test_no_page_hangs_behind_one(kind: str) -> None:
    assert picture_problem(f"a.{kind}", picture(kind) + HTML) is not None


@pytest.mark.parametrize("kind", ["png", "jpeg", "gif"])
def test_what_programs_fill_files_up_with_does_no_harm(kind: str) -> None:
    assert picture_problem(f"a.{kind}", picture(kind) + b"\0\0\n") is None


def test_a_damaged_part_is_told() -> None:
    data = bytearray(picture("png"))
    data[data.index(b"IDAT") + 6] ^= 1
    assert picture_problem("a.png", bytes(data)) is not None


def test_a_picture_without_any_point_is_none() -> None:
    data = picture("png")
    begins, ends = data.index(b"IDAT") - 4, data.index(b"IEND") - 4
    assert picture_problem("a.png", data[:begins] + data[ends:]) is not None


def test_a_picture_without_a_size_or_a_body_is_none() -> None:
    data = picture("jpg")
    at = data.index(b"\xff\xc0")
    length = 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    assert picture_problem("a.jpg", data[:at] + data[at + length :]) is not None
    data = picture("avif")
    at = data.index(b"mdat") - 4
    assert picture_problem("a.avif", data[:at]) is not None


@pytest.mark.parametrize(("kind", "other"), [("png", "jpg"), ("gif", "webp"), ("jpg", "png")])
def test_another_picture_is_told_by_the_name_that_it_needs(kind: str, other: str) -> None:
    problem = picture_problem(f"a.{kind}", picture(other))
    assert problem is not None
    assert f"but a .{'jpeg' if other == 'jpg' else other} one" in problem.message


@pytest.mark.parametrize(
    "data",
    [
        b"GIF89a/*" + b"\1" * 5 + b",*/=1;alert(1);",
        b"GIF89a<script>alert(1)</script>,;",
        picture("gif")[:-1] + b"x;",
        picture("gif")[:-1] + b"!\xfe\x05x;",
        picture("gif")[:-1] + b"\1\0\0;",
    ],
)
def test_what_only_begins_like_a_gif_is_none(data: bytes) -> None:
    assert picture_problem("a.gif", data) is not None


def test_a_gif_may_move_and_hold_notes() -> None:
    file = BytesIO()
    frames = [Image.new("P", (16, 16), number) for number in range(3)]
    frames[0].save(file, "gif", save_all=True, append_images=frames[1:], comment=b"Moves", loop=0)
    assert picture_problem("a.gif", file.getvalue()) is None


PUBLIC = (
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"'
    ' "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"'
)


@pytest.mark.parametrize("said", [f"{PUBLIC}>", f"{PUBLIC} >\n", "<!DOCTYPE svg>"])
def test_a_drawing_may_say_which_kind_it_is(said: str) -> None:
    assert picture_problem("a.svg", said.encode() + SVG) is None


@pytest.mark.parametrize(
    "said",
    [
        f'{PUBLIC} [<!ENTITY a "b">]>',
        f"{PUBLIC}[]>",
        PUBLIC.replace("www.w3.org", "a.example") + ">",
        '<!DOCTYPE svg SYSTEM "a.dtd">',
        '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "x()">]>',
        "<!DOCTYPE html>",
    ],
)
def test_a_drawing_defines_nothing(said: str) -> None:
    assert picture_problem("a.svg", said.encode() + SVG) is not None


def inside(text: str) -> bytes:
    return SVG.replace(b"<path", text.encode() + b"<path")


REFUSED = [
    "<script>x()</script>",
    '<script xmlns="" href="//a.example"/>',
    '<a href="#x"><text>x</text></a>',
    '<a href="javascript:x()"><text>x</text></a>',
    "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
    "<h:iframe xmlns:h='http://www.w3.org/1999/xhtml' src='/'/>",
    "<g onclick='x()'/>",
    "<g ONLOAD='x()'/>",
    "<g onbegin='x()'/>",
    "<animate attributeName='href' to='javascript:x()'/>",
    "<set attributeName='onclick' to='x()'/>",
    "<handler type='text/javascript'>x()</handler>",
    "<use href='data:image/svg+xml;base64,AA#x'/>",
    "<use xmlns:l='http://www.w3.org/1999/xlink' l:href='https://a.example/x.svg#x'/>",
    "<image href='//a.example/x.png'/>",
    "<image href='data:image/svg+xml;base64,AA'/>",
    "<image href='other.png'/>",
    "<feImage href='#x'/>",
    "<g xml:base='elsewhere/'/>",
    "<h:text xmlns:h='http://www.w3.org/1999/xhtml'>x</h:text>",
    "<text xmlns=''>x</text>",
    "<g style='cursor:-webkit-cross-fade(&quot;//a.example/x&quot;)'/>",
    "<style>@import 'https://a.example/x.css';</style>",
    "<style><![CDATA[@IMPORT 'x.css';]]></style>",
    "<style>rect { fill: url( 'https://a.example/x.svg#a' ) }</style>",
    "<style>rect { background: u\\72l(x) }</style>",
    "<style>rect { background: image-set('x.png' 1x) }</style>",
    "<g style='background:url(//a.example/x)'/>",
    "<g fill='url(x.svg#a)'/>",
    "<g filter='url(&quot;data:x&quot;)'/>",
    "<?xml-stylesheet href='x.css'?>",
]


@pytest.mark.parametrize("text", REFUSED)
def test_a_drawing_neither_acts_nor_leads_elsewhere(text: str) -> None:
    problem = picture_problem("a.svg", inside(f"\n\n{text}"))
    assert problem is not None
    assert problem.place.line == 3
    assert "drawing" in problem.message


ALLOWED = [
    "<style>.a { fill: url(#shade) } /* shade */</style>",
    "<defs><linearGradient id='shade'><stop offset='0'/></linearGradient></defs>",
    "<g fill=\"url('#shade')\" filter='url( #x )'/>",
    "<use href='#shade'/>",
    "<use xmlns:l='http://www.w3.org/1999/xlink' l:href='#shade'/>",
    "<filter id='x'><feGaussianBlur stdDeviation='2'/></filter>",
    "<image href='data:image/png;base64,iVBORw0KGgo='/>",
    "<title>On the way</title><desc xml:lang='en'>script, onclick, href</desc>",
    "<metadata><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></metadata>",
    "<!-- onclick <script> https://a.example -->",
]


@pytest.mark.parametrize("text", ALLOWED)
def test_a_drawing_may_hold_what_drawing_programs_write(text: str) -> None:
    assert picture_problem("a.svg", inside(text)) is None


@pytest.mark.parametrize(
    "data",
    [
        b'<?xml version="1.0" encoding="UTF-8"?>\n' + SVG + b"\n",
        b"\xef\xbb\xbf" + SVG,
        b"<!-- drawn here -->\n" + SVG,
    ],
)
def test_what_stands_before_a_drawing_does_no_harm(data: bytes) -> None:
    assert picture_problem("a.svg", data) is None


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + SVG,
        b'<!DOCTYPE svg PUBLIC "x" "http://a.example/x.dtd">' + SVG,
        b'<?xml-stylesheet href="https://a.example/x.css"?>' + SVG,
        SVG + b'<?xml-stylesheet href="x.css"?>',
        b'<?xml version="1.0" encoding="UTF-7"?>' + SVG,
        SVG.decode().encode("utf-16"),
        SVG.replace(b"svg", b"g"),
        SVG.replace(b"http://www.w3.org/2000/svg", b"http://www.w3.org/1999/xhtml"),
        SVG.replace(b"</svg>", b""),
        b'<g xmlns="http://www.w3.org/2000/svg"/>',
        b"<html>" + SVG + b"</html>",
        SVG.replace(b"<path", b"<g>" * 5000 + b"<path"),
    ],
)
def test_what_is_no_drawing_of_its_own_is_told(data: bytes) -> None:
    assert picture_problem("a.svg", data) is not None


def test_the_theme_s_own_pictures_are_sound() -> None:
    files = [file for file in (ROOT / "overrides").rglob("*") if is_picture(file.name)]
    assert len(files) > 3
    assert not [f for f in files if picture_problem(f.name, f.read_bytes())]


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_a_picture_of_content_is_judged_and_only_a_sound_one_taken(
    project: Project, kind: str
) -> None:
    path = f"content/assets/map.{kind}"
    project.write(path, HTML)
    assert [(rule, place.path) for rule, place in told(project)] == [("file", path)]
    assert load(project.root)[0].files == set()
    project.write(path, picture(kind))
    assert told(project) == []
    assert load(project.root)[0].files == {f"assets/map.{kind}"}


def test_a_picture_is_read_once_it_is_known_to_be_a_file(project: Project, tmp_path: Path) -> None:
    (tmp_path / "map.png").write_bytes(picture("png"))
    (project.root / "content" / "map.png").symlink_to(tmp_path / "map.png")
    assert [rule for rule, _place in told(project)] == ["file"]
