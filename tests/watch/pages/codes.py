"""The page of exemption codes, in the forms that its rows take: more than 80 of them.

The codes of the frozen guide stand where its registry says, among those of other pacts, which had
the same codes before: as on the real page, where one code was that of many agreements.
"""

from collections.abc import Iterable

from tests.watch.pages.frame import canada

BEFORE = "Permit code (December 14 and before)"
SINCE = "Permit code (December 15, 2018, and after)"

HARBA: tuple[tuple[str, str, str], ...] = (
    ("Ferryman", "P21", "P34"),
    ("Boat owner", "P22", "P35"),
    ("Boat mender", "P23", "P36"),
    ("Harbour master", "P24", "P37"),
    ("Book-keeper", "P24", "P38"),
)

PACTS = (
    "Avon", "Bray", "Cove", "Dale", "Esk", "Firth", "Glen", "Holm", "Isle", "Kyle", "Loch", "Mull",
    "Ness", "Orme",
)  # fmt: skip
"""Pacts that the guide does not cover; each had the codes of HARBA before."""

CRAFTS = ("Ferryman", "Boat owner", "Boat mender", "Harbour master", "Book-keeper")
FORMER = ("P21", "P22", "P23", "P24", "P24")


def two_columns(caption: str, rows: Iterable[str]) -> str:
    """Return a table with a column for the codes before, and one for those since."""
    return f"""<div class="table-responsive"><table class="table table-bordered table-hover">
<caption>{caption}</caption><thead><tr class="active"><th scope="col">Part of the law</th>
<th scope="col" class="col-md-2">{BEFORE}</th><th scope="col">{SINCE}</th></tr></thead>
<tbody>{"".join(rows)}</tbody></table></div>"""


def one_column(rows: Iterable[str]) -> str:
    """Return a table with one column of codes."""
    return f"""<table class="table"><tr><th scope="col">Part of the law</th><th scope="col">Permit
code</th></tr>{"".join(rows)}</table>"""


def row(*cells: str) -> str:
    """Return a row of a table."""
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def of_pact(number: int, pact: str) -> list[str]:
    """Return the rows of a pact that the guide does not cover."""
    rows = [f'<tr><th colspan="3" class="bg-info">{pact} Pact of Towns</th></tr>']
    for craft, (words, former) in enumerate(zip(CRAFTS, FORMER, strict=True)):
        rows.append(row(words, former, f"F{number * 5 + craft + 10}"))
    return rows


SERIES = (
    row("Bread<br>Unique work situations:<ul><li>fairs</li><li>ships (see K77)</li></ul>", "K10"),
    row("Buns <sup id='fn1'><a class='fn-lnk' href='#fn1'>K99</a></sup>", "K11<sup>1</sup>"),
    row("Mountain Rescue Team", "<span class='nowrap'>K&#8203;16</span>"),
    row("Whatever a fair needs", "K21 to K23"),
    row("Keepers, all of them", "K-61<br>K 62<p>K63</p>"),
)

MERGED = """<tr><td rowspan="3">Lighthouse keeper</td><td rowspan="3">K12</td><td>K61</td></tr>
<tr><td>K62 <span class="label label-info">NEW</span></td></tr>
<tr><td><ul><li>K63</li></ul></td></tr>"""

ORCA = (
    row("ORCA cider presser, orchard-transferee", "P43<br />P44", ""),
    row("ORCA owner of trees, presser on contract", "<span>P46</span><span>P47</span>", "&nbsp;"),
)

LISTS = """<h3>Unique work situations</h3><ul><li>Fishing guides on lakes: K10</li>
<li>Camp owners (K<b>11</b>)</li></ul>
<h3>Help at the port</h3><ul><li>Ask for line K88</li></ul>"""

NOTE = """<tr><td colspan="3">Expired: in the year after the storm some towns used K77 and K78, a
note that is far longer than any heading would be, and so is nothing of the rows below.</td></tr>"""


def codes_page(
    harba: Iterable[tuple[str, str, str]] = HARBA,
    *,
    pacts: Iterable[str] = PACTS,
    extra: str = "",
    modified: str = "2022-04-01",
) -> str:
    """Return the page of codes.

    Args:
        harba: words, code before and code now of each row of HARBA.
        pacts: other pacts, each with five rows.
        extra: what stands at the end of its main part.
        modified: the day on which it says that it was modified.
    """
    rows = ['<tr><th colspan="3">Harbours and Boats Accord (HARBA)</th></tr>']
    rows += [row(words, before, now) for words, before, now in harba]
    for number, pact in enumerate(pacts):
        rows += of_pact(number, pact)
    main = f"""<p>This part holds guidance for officers.</p>
<div class="alert alert-info"><p>Use the right code for each permit.</p></div>
<h2>R204: Pacts</h2><h3>R204(a) Pacts of towns</h3>
{two_columns("Pacts", [*rows, *ORCA, NOTE])}
<h2>R205: Interests of towns</h2><h3>R205(a) Gain</h3>{two_columns("Gain", [MERGED])}
<h3>R205(b) Series</h3>{one_column(SERIES)}
{LISTS}{extra}"""
    return canada(main, title="Permit codes", modified=modified)
