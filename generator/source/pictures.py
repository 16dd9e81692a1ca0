"""Whether a picture is what its name says, as a whole: by its own marks, without drawing it."""

import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from generator.problems.problem import Place, Problem
from generator.source.drawings import drawing_fault

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG, _JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"
_JPEG_DRAWS = b"\xff\xda"
_JPEG_FRAMES = {
    b"\xff%c" % number for number in (*range(0xC0, 0xC4), *range(0xC5, 0xC8), 0xC9, 0xCA)
}
_GIF_IMAGE, _GIF_EXTENSION, _GIF_END = 0x2C, 0x21, 0x3B
_ICO = 0x10000
_FILLING = b"\0\r\n "
"""What some programs put behind the end of a picture."""


def picture_problem(path: str, data: bytes) -> Problem | None:
    """Return what is wrong with a picture; None where it is what its name says.

    Args:
        path: the file, as it is told; its ending says what it should be.
        data: what it holds.
    """
    kind = PurePosixPath(path).suffix.lower()
    if kind == ".svg":
        fault = drawing_fault(data)
        return None if fault is None else Problem("file", fault[0], Place(path, fault[1]))
    if _is_whole(kind, data):
        return None
    known = next((other for other in _WHOLE if other != kind and _is_whole(other, data)), None)
    if known and {known, kind} != {".jpg", ".jpeg"}:
        message = f"this is no {kind} picture but a {known} one: name it so"
    else:
        message = f"this is no whole {kind} picture: open it where you drew it, and save it again"
    return Problem("file", message, Place(path))


def is_picture(path: str) -> bool:
    """Tell whether a file is a picture by its name."""
    suffix = PurePosixPath(path).suffix.lower()
    return suffix == ".svg" or suffix in _WHOLE


def _is_whole(kind: str, data: bytes) -> bool:
    try:
        return _WHOLE[kind](data)
    except (struct.error, IndexError, KeyError):  # it ends too early
        return False


def _png(data: bytes) -> bool:
    if not data.startswith(_PNG):
        return False
    names: list[bytes] = []
    at = len(_PNG)
    while at < len(data) and names[-1:] != [b"IEND"]:
        (length,) = struct.unpack_from(">I", data, at)
        body = data[at + 4 : at + 8 + length]
        (check,) = struct.unpack_from(">I", data, at + 8 + length)
        if zlib.crc32(body) != check:
            return False
        names.append(body[:4])
        at += 12 + length
    whole = names[:1] == [b"IHDR"] and b"IDAT" in names and names[-1:] == [b"IEND"]
    return whole and not data[at:].strip(_FILLING)


def _jpeg(data: bytes) -> bool:
    at, parts = 2, set()
    while data[at : at + 1] == b"\xff" and data[at : at + 2] != _JPEG_DRAWS:
        parts.add(data[at : at + 2])
        (length,) = struct.unpack_from(">H", data, at + 2)
        at += 2 + length
    drawn = data[at : at + 2] == _JPEG_DRAWS and not _JPEG_FRAMES.isdisjoint(parts)
    return data.startswith(_JPEG) and drawn and data.rstrip(_FILLING).endswith(_JPEG_END)


def _gif(data: bytes) -> bool:
    if data[:6] not in {b"GIF87a", b"GIF89a"} or b"\0\0" in {data[6:8], data[8:10]}:
        return False
    at, drawn = 13 + _gif_colours(data[10]), False
    while (part := data[at]) != _GIF_END:
        if part == _GIF_IMAGE:
            at, drawn = at + 11 + _gif_colours(data[at + 9]), True
        elif part == _GIF_EXTENSION:
            at += 2
        else:
            return False
        while length := data[at]:
            at += 1 + length
        at += 1
    return drawn and not data[at + 1 :].strip(_FILLING)


def _gif_colours(flags: int) -> int:
    """Return how long the table of colours is that follows, if there is one."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _webp(data: bytes) -> bool:
    (length,) = struct.unpack_from("<I", data, 4)
    named = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    return named and data[12:16] in {b"VP8 ", b"VP8L", b"VP8X"} and length + 8 == len(data)


def _avif(data: bytes) -> bool:
    boxes = dict(_boxes(data))
    (length,) = struct.unpack_from(">I", data)
    brands = boxes[b"ftyp"]
    known = data[4:8] == b"ftyp" and any(
        brands[at : at + 4] in {b"avif", b"avis"} for at in range(0, length - 8, 4)
    )
    return known and b"mdat" in boxes and not {b"meta", b"moov"}.isdisjoint(boxes)


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield name and content of each part of a file.

    Raises:
        IndexError: the file ends within a part.
    """
    at = 0
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        name, head = data[at + 4 : at + 8], 8
        if length == 1:
            (length,) = struct.unpack_from(">Q", data, at + 8)
            head = 16
        elif length == 0:
            length = len(data) - at
        if length < head or at + length > len(data):
            raise IndexError
        yield name, data[at + head : at + length]
        at += length


def _ico(data: bytes) -> bool:
    mark, count = struct.unpack_from("<IH", data)
    entries = [struct.unpack_from("<II", data, 6 + 16 * n + 8) for n in range(count)]
    inside = all(length and start + length <= len(data) for length, start in entries)
    return bool(mark == _ICO and entries and inside)


_WHOLE: dict[str, Callable[[bytes], bool]] = {
    ".avif": _avif,
    ".gif": _gif,
    ".ico": _ico,
    ".jpeg": _jpeg,
    ".jpg": _jpeg,
    ".png": _png,
    ".webp": _webp,
}
