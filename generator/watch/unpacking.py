"""Answers taken out of their packing, whole or not at all, and never larger than allowed."""

import zlib

_GZIP = 16 + zlib.MAX_WBITS


class PackedWronglyError(Exception):
    """An answer cannot be unpacked; the message says why."""


def unpacked(body: bytes, packing: str, most: int) -> bytes:
    """Return an answer as its host meant it.

    Args:
        body: the answer as it was sent.
        packing: its `Content-Encoding`.
        most: bytes that it may have.

    Raises:
        PackedWronglyError: it breaks off, is damaged, too large, or packed as nobody asked for.
    """
    kind = packing.strip().lower()
    if kind in {"", "identity"}:
        return body
    if kind not in {"gzip", "x-gzip"}:
        raise PackedWronglyError(f"it is packed as nobody asked for ({kind[:40]})")
    return _unzipped(body, most)


def _unzipped(body: bytes, most: int) -> bytes:
    found = b""
    while True:
        stream = zlib.decompressobj(_GZIP)
        try:
            found += stream.decompress(body, most + 1 - len(found))
        except zlib.error:
            raise PackedWronglyError("its packing is damaged") from None
        if len(found) > most:
            raise PackedWronglyError(f"it is larger than {most} bytes")
        if not stream.eof:
            raise PackedWronglyError("the answer broke off")
        # Several packed parts may follow each other; zeros fill up, and what is none is left out.
        body = stream.unused_data.lstrip(b"\0")
        if not body.startswith(b"\x1f\x8b"):
            return found
