"""Pictures of each kind: what cameras and programs write passes, what no browser shows is told."""

import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, features

from generator.source.pictures import picture_problem
from tests.drawn import avif_of, picture

SAMSUNG = b"\0\0\x01\x0a\x0e\0\0\0Image_UTC_Data1700000000000SEFHk\0\0\0\x01\0\0\0SEFT"


def saved(mode: str, kind: str, size: tuple[int, int] = (19, 11), **options: Any) -> bytes:
    file = BytesIO()
    Image.new(mode, size).save(file, kind, **options)
    return file.getvalue()


def said(kind: str, data: bytes) -> str:
    problem = picture_problem(f"a.{kind}", data)
    return problem.message if problem else ""


def png(head: bytes, points: bytes, *, colours: bytes | None = None) -> bytes:
    parts = [(b"IHDR", head), (b"PLTE", colours), (b"IDAT", points), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
        if body is not None
    )


def head(width: int, height: int, depth: int = 8, colours: int = 2, laced: int = 0) -> bytes:
    return struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, laced)


def webp(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"WEBP" + b"".join(
        name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)
        for name, data in chunks
    )
    return b"RIFF" + struct.pack("<I", len(body)) + body


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGB", "RGBA", "I;16"])
def test_every_way_to_keep_points_in_a_png_passes(mode: str) -> None:
    assert said("png", saved(mode, "png")) == ""


def test_an_interlaced_png_passes_with_the_points_of_all_its_passes_alone() -> None:
    # The rows of 3 × 3 points, pass by pass, each with a byte before it.
    points = b"".join(b"\0" * (1 + 3 * points) for points in (1, 1, 2, 1, 1, 3))
    assert said("png", png(head(3, 3, laced=1), zlib.compress(points))) == ""
    assert "no whole" in said("png", png(head(3, 3, laced=1), zlib.compress(points[:-1])))


@pytest.mark.parametrize(
    "data",
    [
        png(head(0, 0), zlib.compress(b"")),
        png(head(1, 0), zlib.compress(b"")),
        png(b"", zlib.compress(b"\0" * 99)),
        png(head(4, 4), b""),
        png(head(4, 4), b"not zlib"),
        png(head(4, 4), zlib.compress(b"\0" * 51)),
        png(head(4, 4, colours=3), zlib.compress(b"\0" * 20)),
        png(head(4, 4, colours=5), zlib.compress(b"\0" * 99)),
        png(head(4, 4, depth=3), zlib.compress(b"\0" * 99)),
        png(head(4, 4, laced=2), zlib.compress(b"\0" * 99)),
    ],
)
def test_a_png_that_no_browser_shows_is_told(data: bytes) -> None:
    assert "no whole .png" in said("png", data)


def test_a_png_of_the_same_build_passes() -> None:
    assert said("png", png(head(4, 4), zlib.compress(b"\0" * 52))) == ""
    points = zlib.compress(b"\0" * 20)
    assert said("png", png(head(4, 4, colours=3), points, colours=b"\0\0\0")) == ""


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("png", png(head(30_000, 30_000), zlib.compress(b""))),
        ("png", png(head(20_000, 20_000), zlib.compress(b""))),
        ("png", png(head(20_001, 1), zlib.compress(b""))),
        ("png", png(head(2**31 - 1, 2**31 - 1), zlib.compress(b""))),
        ("avif", avif_of(30_000, 30_000)),
        ("webp", webp((b"VP8L", b"\x2f" + struct.pack("<I", 16_000 | 16_000 << 14) + b"\0" * 9))),
        ("gif", picture("gif").replace(b"\x10\0\x10\0", b"\xff\xff\xff\xff")),
    ],
)
def test_more_points_than_a_browser_can_keep_are_told_with_what_to_do(
    kind: str, data: bytes
) -> None:
    assert "make it smaller" in said(kind, data)


def test_a_jpeg_of_more_points_than_a_browser_can_keep_is_told_and_one_without_any() -> None:
    data = picture("jpg")
    assert data.count(b"\0\x10\0\x10\3") == 1
    assert "make it smaller" in said("jpg", data.replace(b"\0\x10\0\x10\3", b"\x7f\0\x7f\0\3"))
    assert "no whole" in said("jpg", data.replace(b"\0\x10\0\x10\3", b"\0\0\0\x10\3"))


@pytest.mark.parametrize("options", [{"progressive": True}, {"restart_marker_rows": 1}, {}])
def test_a_photo_passes_however_its_points_are_kept(options: dict[str, Any]) -> None:
    file = BytesIO()
    Image.effect_noise((64, 64), 90).convert("RGB").save(file, "jpeg", **options)
    assert said("jpg", file.getvalue()) == ""


@pytest.mark.parametrize("filled", [b"\xff\xff\xe0", b"\xff\xff\xff\xe0"])
def test_a_jpeg_may_fill_up_before_a_mark_and_at_its_end(filled: bytes) -> None:
    data = picture("jpg").replace(b"\xff\xe0", filled, 1)
    assert said("jpg", data) == ""
    assert said("jpg", data[:-2] + b"\xff\xff\xd9\xff") == ""


def test_what_a_camera_puts_behind_a_photo_is_told_as_that() -> None:
    message = said("jpg", picture("jpg") + SAMSUNG)
    assert message.startswith("something stands behind the end of this picture")
    assert "save it again" in message
    assert "stands behind the end" in said("jpg", picture("jpg") + picture("jpg"))


def test_a_jpeg_with_nothing_drawn_is_told() -> None:
    data = picture("jpg")
    at = data.index(b"\xff\xda")
    behind = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    assert "no whole" in said("jpg", data[:behind] + b"\xff\xd9")


@pytest.mark.parametrize(
    "data",
    [
        saved("RGB", "webp"),
        saved("RGBA", "webp", lossless=True),
        saved("RGB", "webp", exif=b"Exif\0\0x"),
        saved("RGB", "webp", save_all=True, append_images=[Image.new("RGB", (19, 11), "red")]),
        picture("webp") + b"\0",
    ],
)
def test_every_build_of_a_webp_passes(data: bytes) -> None:
    assert said("webp", data) == ""


SOUND = picture("webp")


@pytest.mark.parametrize(
    "data",
    [
        webp((b"VP8 ", b"<script>alert(1)</script>")),
        webp((b"VP8 ", b"")),
        webp((b"VP8 ", SOUND[20:].replace(b"\x9d\x01\x2a", b"\x9d\x01\x2b"))),
        SOUND[:16] + struct.pack("<I", len(SOUND) - 18) + SOUND[20:],
        webp((b"VP8L", b"")),
        webp((b"VP8L", b"\x2e" + b"\0" * 20)),
        webp((b"VP8X", b"\0" * 10)),
        webp((b"EXIF", b"x"), (b"VP8 ", SOUND[20:])),
        SOUND[:4] + struct.pack("<I", 32) + SOUND[8:40],
        SOUND[:4] + struct.pack("<I", 32) + SOUND[8:16] + struct.pack("<I", 20) + SOUND[20:40],
    ],
)
def test_what_only_begins_like_a_webp_is_told(data: bytes) -> None:
    assert "no whole .webp" in said("webp", data)


@pytest.mark.skipif(not features.check("avif"), reason="no program here draws an AVIF")
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_an_avif_as_programs_draw_it_passes(mode: str) -> None:
    assert said("avif", saved(mode, "avif")) == ""


def test_an_avif_without_a_size_or_anything_drawn_is_told() -> None:
    assert said("avif", avif_of(8, 8)) == ""
    assert "no whole" in said("avif", avif_of(0, 8))
    assert "no whole" in said("avif", avif_of(8, 8, drawn=b""))
    assert "no whole" in said("avif", avif_of(8, 8).replace(b"ispe", b"free"))
    assert "no whole" in said("avif", avif_of(8, 8).replace(b"iloc", b"free"))


def test_a_gif_without_any_point_is_told() -> None:
    data = picture("gif")
    assert data.count(b"\x10\0\x10\0") == 2
    at = data.rindex(b"\x10\0\x10\0")
    assert "no whole" in said("gif", data[:at] + b"\0\0\0\0" + data[at + 4 :])


@pytest.mark.parametrize("sizes", [[(16, 16)], [(16, 16), (32, 32)]])
@pytest.mark.parametrize("form", ["png", "bmp"])
def test_an_icon_as_programs_draw_it_passes(sizes: list[tuple[int, int]], form: str) -> None:
    data = saved("RGBA", "ico", (32, 32), sizes=sizes, bitmap_format=form)
    assert said("ico", data) == ""


@pytest.mark.parametrize("drawn", [b"<script>alert(1)</script>" * 3, b"\x89PNG\r\n\x1a\n" * 4])
def test_an_icon_that_holds_no_picture_is_told(drawn: bytes) -> None:
    begin = struct.pack("<IHBBBBHHII", 0x10000, 1, 16, 16, 0, 0, 1, 32, len(drawn), 22)
    assert "no whole" in said("ico", begin + drawn)


def test_an_icon_that_lies_over_its_own_head_is_told() -> None:
    data = picture("ico")
    assert said("ico", data) == ""
    # The entry itself reads like the head of a picture: 40 bytes, some points wide and high.
    entry = struct.pack("<IIII", 40, 16, 50, 6)
    assert "no whole" in said("ico", b"\0\0\1\0\1\0" + entry + b"\0" * 99)
