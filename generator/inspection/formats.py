"""Every file of a site that programs read, held against the grammar of its format."""

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

from lxml import etree

from generator.problems.problem import Place, Problem

_XML = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]")
_PROPERTY = re.compile(r"[A-Z][A-Z0-9-]*(?:;[A-Z-]+=[^;:\"]*)*:.*")
_OCTETS = 75
"""The most bytes of a line of a calendar, without its end."""
_LINE = re.compile(
    r"|# \S.*|## \S.*|> \S.*|\w[^\n]*|(?:  )?- \[(?:[^\[\]\\]|\\.)+\]\([^()\s]+\): \S.*"
)
_DATA = re.compile(rb"""\stype\s*=\s*["']?application/(?:ld\+)?json""", re.IGNORECASE)
_BY_HAND = "it is made from the records: look for what a text brought into it"


class _MalformedError(Exception):
    """What is wrong with a file."""


def format_problems(files: Mapping[str, Path]) -> Iterator[Problem]:
    """Yield a problem for each file of a site that a strict reader of its format refuses.

    JSON (also where it stands in a page), Atom, the sitemap and SVG, the calendar, tables and the
    file for language models are looked at; HTML is looked at page by page elsewhere.

    Args:
        files: the files themselves, by path in the site.
    """
    for name, file in files.items():
        if (judge := _judge(name)) is None or not file.is_file():
            continue
        try:
            judge(file.read_bytes())
        except (_MalformedError, ValueError, etree.XMLSyntaxError, csv.Error) as error:
            said = " ".join(str(error).split())
        except RecursionError:
            said = "its parts stand one within another without end"
        else:
            continue
        message = f"no program can read this file ({said}): {_BY_HAND}"
        yield Problem("broken-file", message, Place(name))


def _judge(name: str) -> Callable[[bytes], object] | None:
    by_name: dict[str, Callable[[bytes], object]] = {
        "llms.txt": _plain_links,
        "search/search_index.json": _search,
        "sitemap.xml": _sitemap,
    }
    by_ending: dict[str, Callable[[bytes], object]] = {
        ".csv": _table,
        ".html": _data_in_page,
        ".ics": _calendar,
        ".json": _json,
        ".svg": _xml,
        ".xml": _xml,
    }
    return by_name.get(name) or by_ending.get(Path(name).suffix.lower())


def _text(raw: bytes) -> str:
    text = raw.decode("utf-8")
    if found := _UNSEEN.search(text):
        raise _MalformedError(f"the sign U+{ord(found[0]):04X} is in it")
    return text


def _search(raw: bytes) -> None:
    index = _json(raw)
    entries = index.get("docs") if isinstance(index, dict) else None
    if not entries or not isinstance(entries, list):
        raise _MalformedError("no page can be found by it")
    for entry in entries:
        location = entry.get("location") if isinstance(entry, dict) else None
        if not isinstance(location, str) or urlsplit(location).netloc or ":" in location:
            raise _MalformedError("an entry leads to no page of the site")


def _sitemap(raw: bytes) -> None:
    root = etree.fromstring(raw, _XML)
    if etree.QName(root).localname != "urlset":
        raise _MalformedError("it is no sitemap")


def _json(raw: bytes) -> object:
    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        if len(found := dict(pairs)) != len(pairs):
            raise _MalformedError("a key stands twice in one object")
        return found

    def no_number(name: str) -> NoReturn:
        raise _MalformedError(f"{name} is no number")

    value: object = json.loads(_text(raw), object_pairs_hook=once, parse_constant=no_number)
    json.dumps(value, ensure_ascii=False).encode("utf-8")  # half a sign can be escaped, not written
    return value


def _data_in_page(raw: bytes) -> None:
    place = 0
    while (begun := raw.find(b"<script", place)) >= 0 and (opened := raw.find(b">", begun)) >= 0:
        place = opened + 1
        if _DATA.search(raw, begun, opened):
            if (ended := raw.find(b"</script>", place)) < 0:
                raise _MalformedError("a block of data does not end")
            _json(raw[place:ended])
            place = ended


def _xml(raw: bytes) -> None:
    etree.fromstring(raw, _XML)


def _table(raw: bytes) -> None:
    rows = list(csv.reader(_text(raw).splitlines(keepends=True), strict=True))
    if len({len(row) for row in rows}) != 1:
        raise _MalformedError("its rows have different numbers of cells")
    if any(len(cell.splitlines()) > 1 for row in rows for cell in row):
        raise _MalformedError("a cell holds more than one line")


def _calendar(raw: bytes) -> None:
    if not raw.endswith(b"\r\n") or b"\n" in raw.replace(b"\r\n", b""):
        raise _MalformedError("a line does not end as a calendar's lines do")
    if any(len(line) > _OCTETS for line in raw.split(b"\r\n")):
        raise _MalformedError(f"a line has more than {_OCTETS} bytes")
    opened: list[str] = []
    for line in _text(raw).replace("\r\n ", "").replace("\r\n\t", "").split("\r\n")[:-1]:
        if not _PROPERTY.fullmatch(line):
            raise _MalformedError("a line names no property")
        name, _, value = line.partition(":")
        if name == "BEGIN":
            opened.append(value)
        elif not opened:
            raise _MalformedError("a line stands outside of the calendar")
        elif name == "END" and opened.pop() != value:
            raise _MalformedError(f"{value} ends, but did not begin")
    if opened:
        raise _MalformedError(f"{opened[-1]} does not end")


def _plain_links(raw: bytes) -> None:
    for line in _text(raw).split("\n"):
        if not _LINE.fullmatch(line):
            raise _MalformedError(f"it cannot have the line “{line[:60]}”")
