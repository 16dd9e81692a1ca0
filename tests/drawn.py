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
        parts = ((b"ftyp", b"avif\0\0\0\0avifmif1"), (b"meta", b"\0" * 8), (b"mdat", b"x" * 20))
        return b"".join((len(body) + 8).to_bytes(4, "big") + name + body for name, body in parts)
    file = BytesIO()
    Image.new("RGB", (16, 16), "teal").save(file, _NAMES.get(kind, kind))
    return file.getvalue()
