"""How each kind of picture is built: whether it is whole, and where it ends.

Each function returns the place behind the last byte of the picture that it is given.

Raises, each of them:
    ValueError, IndexError, KeyError, struct.error, zlib.error: this is no whole picture.
    TooLargeError: a browser needs too much memory to show it.
"""

import re
import struct
import zlib
from collections.abc import Callable

from generator.source.picture_parts import avif, webp
from generator.source.picture_sizes import judge, require

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_PNG_PALETTE = 3
_PNG_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PNG_PASSES = (
    *((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2)),
    (0, 1, 1, 2),
)
"""First column and row of each pass of an interlaced PNG, and how far apart they lie."""

_JPEG_MARKER = re.compile(rb"\xff+([^\xff])", re.DOTALL)
_JPEG_DRAWN = re.compile(rb"\xff+[^\0\xd0-\xd7\xff]", re.DOTALL)
_JPEG_FRAMES = {*range(0xC0, 0xC4), *range(0xC5, 0xC8), 0xC9, 0xCA}
_JPEG_DRAWS, _JPEG_END = 0xDA, 0xD9
_GIF_IMAGE, _GIF_EXTENSION, _GIF_END = 0x2C, 0x21, 0x3B
_ICO, _ICO_HEAD = 0x10000, 40
_AT_ONCE = 1 << 20


def _png(data: bytes) -> int:
    require(data.startswith(_PNG))
    parts: list[tuple[bytes, bytes]] = []
    at = len(_PNG)
    while not parts or parts[-1][0] != b"IEND":
        (length,) = struct.unpack_from(">I", data, at)
        body = data[at + 4 : at + 8 + length]
        (check,) = struct.unpack_from(">I", data, at + 8 + length)
        require(zlib.crc32(body) == check)
        parts.append((body[:4], body[4:]))
        at += 12 + length
    require(parts[0][0] == b"IHDR")
    width, height, depth, colours, *_methods, laced = struct.unpack(">IIBBBBB", parts[0][1])
    require(depth in _PNG_DEPTHS[colours], laced in {0, 1})
    require(colours != _PNG_PALETTE or any(name == b"PLTE" and body for name, body in parts))
    judge(width, height)
    passes = _PNG_PASSES if laced else ((0, 0, 1, 1),)
    sizes = [(-((x - width) // dx), -((y - height) // dy)) for x, y, dx, dy in passes]
    bits = depth * _PNG_SAMPLES[colours]
    length = sum(down * (1 + (across * bits + 7) // 8) for across, down in sizes if across > 0)
    _unpack(b"".join(body for name, body in parts if name == b"IDAT"), length)
    return at


def _unpack(data: bytes, length: int) -> None:
    """See that data hold so many bytes, without keeping more than a few of them at once."""
    unpacking = zlib.decompressobj()
    while length > 0:
        part = unpacking.decompress(data, _AT_ONCE)
        require(part)
        length -= len(part)
        data = unpacking.unconsumed_tail


def _jpeg(data: bytes) -> int:
    require(data.startswith(b"\xff\xd8"))
    at, sized, drawn = 2, False, False
    while marker := _JPEG_MARKER.match(data, at):
        kind, at = marker[1][0], marker.end()
        if kind == _JPEG_END:
            require(drawn)
            return at
        (length,) = struct.unpack_from(">H", data, at)
        if kind in _JPEG_FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 3)
            judge(width, height)
            sized = True
        at += length
        if kind == _JPEG_DRAWS and (behind := _JPEG_DRAWN.search(data, at)):
            drawn = drawn or (sized and behind.start() > at)
            at = behind.start()
    raise ValueError


def _gif(data: bytes) -> int:
    require(data[:6] in {b"GIF87a", b"GIF89a"})
    judge(*struct.unpack_from("<HH", data, 6))
    at, drawn = 13 + _gif_colours(data[10]), False
    while (part := data[at]) != _GIF_END:
        require(part in {_GIF_IMAGE, _GIF_EXTENSION})
        if part == _GIF_IMAGE:
            width, height = struct.unpack_from("<HH", data, at + 5)
            at += 11 + _gif_colours(data[at + 9])
            judge(width, height)
            drawn = drawn or data[at] > 0
        else:
            at += 2
        while length := data[at]:
            at += 1 + length
        at += 1
    require(drawn)
    return at + 1


def _gif_colours(flags: int) -> int:
    """Return how long the table of colours is that follows, if there is one."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _ico(data: bytes) -> int:
    mark, count = struct.unpack_from("<IH", data)
    require(mark == _ICO, count)
    for number in range(count):
        length, start = struct.unpack_from("<II", data, 6 + 16 * number + 8)
        require(start >= 6 + 16 * count, start + length <= len(data))
        picture = data[start : start + length]
        if picture.startswith(_PNG):
            _png(picture)
        else:
            head, width, height = struct.unpack_from("<Iii", picture)
            require(head >= _ICO_HEAD, length > head)
            judge(width, abs(height))
    return len(data)


ENDS: dict[str, Callable[[bytes], int]] = {
    ".avif": avif,
    ".gif": _gif,
    ".ico": _ico,
    ".jpeg": _jpeg,
    ".jpg": _jpeg,
    ".png": _png,
    ".webp": webp,
}
