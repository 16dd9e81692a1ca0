"""How WebP and AVIF are built: of parts within parts, each with its name and length."""

import struct
from collections.abc import Iterator

from generator.source.picture_sizes import judge, require

_VP8_MARK, _VP8L_MARK = b"\x9d\x01\x2a", 0x2F


def webp(data: bytes) -> int:
    """Return where a WebP ends; raises as `picture_kinds` says."""
    length: int
    (length,) = struct.unpack_from("<I", data, 4)
    require(data[:4] == b"RIFF", data[8:12] == b"WEBP", length + 8 <= len(data))
    parts = list(_chunks(data[12 : length + 8]))
    require(parts[0][0] in {b"VP8 ", b"VP8L", b"VP8X"})
    frames = [part for name, body in parts if name == b"ANMF" for part in _chunks(body[16:])]
    drawn = [(name, body) for name, body in parts + frames if name in {b"VP8 ", b"VP8L"}]
    require(drawn)
    for name, body in drawn:
        judge(*_webp_size(name, body))
    if parts[0][0] == b"VP8X":
        wide, high = (int.from_bytes(parts[0][1][at : at + 3], "little") for at in (4, 7))
        judge(wide + 1, high + 1)
    return length + 8


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at < len(data):
        name, length = struct.unpack_from("<4sI", data, at)
        require(at + 8 + length <= len(data))
        yield name, data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _webp_size(name: bytes, body: bytes) -> tuple[int, int]:
    if name == b"VP8L":
        mark, size = struct.unpack_from("<BI", body)
        require(mark == _VP8L_MARK, size >> 29 == 0, body[5:])
        return (size & 0x3FFF) + 1, (size >> 14 & 0x3FFF) + 1
    flags = int.from_bytes(body[:3], "little")
    require(not flags & 1, body[3:6] == _VP8_MARK, 10 + (flags >> 5) < len(body))
    width, height = struct.unpack_from("<HH", body, 6)
    return width & 0x3FFF, height & 0x3FFF


def avif(data: bytes) -> int:
    """Return where an AVIF ends; raises as `picture_kinds` says."""
    boxes = dict(_boxes(data))
    brands = boxes[b"ftyp"]
    known = {brands[at : at + 4] for at in range(0, len(brands), 4)}
    require(data[4:8] == b"ftyp", not known.isdisjoint({b"avif", b"avis"}), boxes[b"mdat"])
    if b"meta" not in boxes:
        require(boxes[b"moov"])
        return len(data)
    parts = dict(_boxes(boxes[b"meta"][4:]))
    require({b"pitm", b"iinf", b"iloc"} <= parts.keys())
    properties = list(_boxes(dict(_boxes(parts[b"iprp"]))[b"ipco"]))
    sizes = [body for name, body in properties if name == b"ispe"]
    require(sizes)
    for size in sizes:
        judge(*struct.unpack_from(">II", size, 4))
    return len(data)


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield name and content of each part of a file."""
    at = 0
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        name, head = data[at + 4 : at + 8], 8
        if length == 1:
            (length,) = struct.unpack_from(">Q", data, at + 8)
            head = 16
        elif length == 0:
            length = len(data) - at
        require(length >= head, at + length <= len(data))
        yield name, data[at + head : at + length]
        at += length
