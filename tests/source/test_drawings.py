"""Drawings: what programs write passes; what acts, leads elsewhere or never ends is told."""

import pytest

from generator.source.pictures import picture_problem
from tests.drawn import SVG

XLINK = "xmlns:l='http://www.w3.org/1999/xlink'"
FEATURE = "http://www.w3.org/TR/SVG11/feature#Extensibility"


def said(text: str, before: str = "") -> str:
    """Return what is told of a drawing that holds a text, and has another one before it."""
    problem = picture_problem(
        "a.svg", (before + SVG.decode()).replace("<path", f"{text}<path", 1).encode()
    )
    return problem.message if problem else ""


HARMLESS = {
    "a copy of the diagram": "<g content='&lt;mxfile>7Zf//hb5 url(x)'/>",
    "a name of signs": "<clipPath id='cpMC//Aw=='/><g clip-path='url(#cpMC//Aw==)'/>",
    "words for those who do not see": "<g aria-label='See https://a.example' role='img'/>",
    "what a browser must know": f"<g requiredFeatures='{FEATURE}'/>",
    "data of a script elsewhere": "<g data-cell-id='a//b' class='a//b'/>",
    "a role of an address": f"<g {XLINK} l:role='http://a.example/x'/>",
    "jpg for jpeg": "<image href='data:image/jpg;base64,AAAA'/>",
    "letters": "<defs><font id='f'><font-face font-family='A'/><missing-glyph d='M0 0'/>"
    "<glyph unicode='a' d='M0 0'/><hkern u1='a' u2='b' k='1'/></font></defs>",
    "letters of the drawing": "<style>@font-face{font-family:A;"
    "src:url('data:font/woff2;base64,AA//') format('woff2')}</style>",
    "notes of Visio": "<v:documentProperties xmlns:v='http://schemas.microsoft.com/visio/2003/"
    "SVGExtensions/'><v:pageProperties v:src='//x'/></v:documentProperties>",
    "notes of Illustrator": "<metadata><x:xmpmeta xmlns:x='adobe:ns:meta/'/></metadata>",
    "notes of old Inkscape": "<c:Work xmlns:c='http://web.resource.org/cc/' about=''/>",
    "notes of anybody": "<n:a xmlns:n='https://a.example/notes' href='https://a.example'/>",
    "notes elsewhere in it": f"<n:a xmlns:n='adobe:x' {XLINK} l:href='#n'/>",
    "a view": "<view id='all' viewBox='0 0 8 8'/>",
    "flowing words": "<flowRoot><flowRegion/><flowPara>x</flowPara></flowRoot>",
    "escaped signs": '<style>.a\\:b{fill:red} .c::after{content:"\\2014"}</style>',
    "a note": "<style>/* the colours of https://a.example */</style>",
}


@pytest.mark.parametrize("text", HARMLESS.values(), ids=HARMLESS.keys())
def test_what_programs_write_without_harm_passes(text: str) -> None:
    assert said(text) == ""


NOTES = "xmlns:n='https://a.example/notes'"
HARMFUL = [
    f"<n:a {NOTES}><script>x()</script></n:a>",
    f"<n:a {NOTES}><g onclick='x()'/></n:a>",
    f"<n:a {NOTES}><foreignObject/></n:a>",
    f"<n:a {NOTES}><a {XLINK} l:href='https://a.example'/></n:a>",
    f"<n:a {NOTES}><h:script xmlns:h='http://www.w3.org/1999/xhtml'/></n:a>",
    f"<n:a {NOTES} xml:base='https://a.example'/>",
    f"<n:a {NOTES} {XLINK} l:type='simple' l:href='https://a.example'/>",
    "<m:math xmlns:m='http://www.w3.org/1998/Math/MathML'/>",
    "<e:listener xmlns:e='http://www.w3.org/2001/xml-events' e:handler='#x'/>",
    "<b:bindings xmlns:b='http://www.mozilla.org/xbl'/>",
    "<font-face-uri href='https://a.example/x.svg#f'/>",
    "<style>g{fill:\\75rl(//a.example/x)}</style>",
    "<style>g{fill:\\000075 rl(//a.example/x)}</style>",
    "<style>g{fill:url('\\2f/a.example/x')}</style>",
    "<style>@\\69mport '//a.example/x.css';</style>",
    "<style>g{fill:url(\t' //a.example/x')}</style>",
    "<style>/* url(# */ g{fill:url(//a.example/x)}</style>",
    "<style>a{content:'url(#'} g{fill:url(//a.example/x)}</style>",
    "<style>a{content:'/*'} g{fill:url(//a.example/x)} b{content:'*/'}</style>",
    f"<style>g{{fill:url({' ' * 300}//a.example/x)}}</style>",
    '<style>g{fill:url("\')//a.example/x")}</style>',
    "<style>g{fill:url(\\29//a.example/x)}</style>",
    "<style>g{fill:url('data:image/svg+xml;base64,AA')}</style>",
    "<style>@font-face{src:url(https://a.example/x.woff2)}</style>",
    "<g style='cursor:image(\"//a.example/x\")'/>",
    "<g mask='url(//a.example/x#y)'/>",
    "<image href='data:image/jpg;base64,AA' style='filter:url(//a.example/x)'/>",
]


@pytest.mark.parametrize("text", HARMFUL)
def test_what_acts_or_leads_elsewhere_is_told_wherever_it_stands(text: str) -> None:
    assert "save it as a plain SVG without it" in said(text)


ADDRESS = "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"


@pytest.mark.parametrize(
    "before",
    [
        f"<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' '{ADDRESS}'>",
        f'<!DOCTYPE svg SYSTEM "{ADDRESS}">',
        "<!-- no <!DOCTYPE here -->",
        "<!-- no <!ENTITY here --><!DOCTYPE svg>",
        '<?xml version="1.0" encoding="utf8"?>',
        '<?xml version="1.0" encoding="ISO-8859-1"?>',
    ],
)
def test_every_way_to_say_which_kind_it_is_passes(before: str) -> None:
    assert said("", before) == ""


@pytest.mark.parametrize(
    "before",
    [
        "<!-- a --><?a b?>\n<!-- c --><!DOCTYPE svg [<!ENTITY a 'b'>]>",
        "<!-- <!DOCTYPE svg> --><!DOCTYPE svg [<!ENTITY a 'b'>]>",
        f"<!DOCTYPE svg SYSTEM '{ADDRESS}' [<!ENTITY a 'b'>]>",
        "<!DOCTYPE svg SYSTEM 'https://www.w3.org.a.example/x.dtd'>",
    ],
)
def test_a_definition_is_told_whatever_stands_before_it(before: str) -> None:
    assert "<!DOCTYPE" in said("", before)


def test_many_notes_before_a_drawing_keep_nobody_waiting() -> None:
    assert said("", "<!-- a -->" * 2000) == ""


def test_letters_beyond_ascii_under_another_encoding_are_told() -> None:
    assert "UTF-8" in said("<title>é</title>", '<?xml version="1.0" encoding="ISO-8859-1"?>')


def repeated(levels: int, times: int, use: str = "<use href='#a{}'/>") -> str:
    groups = [f"<g id='a{n}'>{use.format(n - 1) * times}</g>" for n in range(1, levels)]
    return f"<g id='a0'><rect/></g>{''.join(groups)}"


@pytest.mark.parametrize(
    "text",
    [
        repeated(31, 4),
        repeated(31, 4, f"<use {XLINK} l:href='#a{{}}'/>"),
        "".join(f"<g id='a{n}'><use href='#a{n - 1}'/></g>" for n in range(3000, 0, -1)),
        repeated(31, 4, "<rect fill='url(#a{})'/>")
        .replace("<g ", "<pattern ")
        .replace("/g>", "/pattern>"),
    ],
)
def test_a_few_parts_that_become_a_million_are_told(text: str) -> None:
    assert "repeats its parts" in said(text)


@pytest.mark.parametrize(
    "text",
    [
        repeated(5, 4),
        "<symbol id='m'><circle/></symbol>" + "<use href='#m'/>" * 15_000,
        "<rect/>" * 30_000,
        "<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>",
        "<use href='#nowhere'/>",
    ],
)
def test_a_mark_on_each_point_of_a_chart_is_not_too_many(text: str) -> None:
    assert said(text) == ""


def test_noise_without_end_is_told() -> None:
    noise = "<filter id='n'><feTurbulence numOctaves='{}'/></filter>"
    assert "numOctaves" in said(noise.format(99_999))
    assert said(noise.format(5)) == ""
