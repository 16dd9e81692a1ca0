"""Small pictures of each kind, made as a drawing program makes them."""

from io import BytesIO

from PIL import Image, features

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>'

_NAMES = {"jpg": "jpeg"}


def picture(kind: str) -> bytes:
    """Return a picture whose name ends in `kind`, as ``png``."""
    if kind == "svg":
        return SVG
    if kind == "avif" and not features.check("avif"):
        # What every such file is made of; no program here can draw one.
        return avif_of(16, 16)
    file = BytesIO()
    Image.new("RGB", (16, 16), "teal").save(file, _NAMES.get(kind, kind))
    return file.getvalue()


def avif_of(width: int, height: int, drawn: bytes = b"x" * 20) -> bytes:
    """Return an AVIF of such a size, made of the parts alone that every one has."""
    size = b"\0" * 4 + width.to_bytes(4, "big") + height.to_bytes(4, "big")
    notes = b"".join(_box(name, b"\0" * 4) for name in (b"pitm", b"iinf", b"iloc"))
    meta = b"\0" * 4 + notes + _box(b"iprp", _box(b"ipco", _box(b"ispe", size)))
    kind = _box(b"ftyp", b"avif\0\0\0\0avifmif1")
    return kind + _box(b"meta", meta) + _box(b"mdat", drawn)


def _box(name: bytes, body: bytes) -> bytes:
    return (len(body) + 8).to_bytes(4, "big") + name + body
