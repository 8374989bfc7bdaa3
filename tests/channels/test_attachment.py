from __future__ import annotations

import io

import pytest
from PIL import Image
from PIL import PngImagePlugin

from disclosure.channels import attachment

PHONE = "138" + "00138123"


def picture(form: str) -> bytes:
    """A picture with everything a camera or a program hides in one, and bytes behind its end."""
    drawn = Image.new("RGB", (40, 30), "white")
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = f"王甲一 {PHONE}"
    exif.get_ifd(0x8825)[1] = "N"
    if form == "PNG":
        words = PngImagePlugin.PngInfo()
        words.add_text("Comment", PHONE)
        words.add_itxt("Author", f"王甲一{PHONE}")
        drawn.save(out, form, pnginfo=words, exif=exif, icc_profile=PHONE.encode())
    else:
        drawn.save(out, form, exif=exif, comment=PHONE.encode(), icc_profile=PHONE.encode())
    return out.getvalue() + PHONE.encode()


@pytest.mark.parametrize(("form", "path"), [("PNG", "a/attachment-1.png"), ("JPEG", "a/attachment-1.jpg")])
def test_nothing_but_the_picture_leaves(form: str, path: str) -> None:
    made = attachment.render(picture(form), path)
    assert PHONE.encode() not in made
    with Image.open(io.BytesIO(made)) as shown:
        assert (shown.size, shown.format) == ((40, 30), form)
        assert not shown.getexif()
        assert not set(shown.info) & {"comment", "Comment", "Author", "icc_profile", "exif"}
    end = b"IEND\xaeB`\x82" if form == "PNG" else b"\xff\xd9"
    assert made.endswith(end)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04", b"GIF89a", b"\xff\xd8\xff\xe0broken"])
def test_what_is_no_picture_is_not_published(data: bytes) -> None:
    assert attachment.render(data, "a/attachment-1.png") == b""


def test_only_pictures_have_a_place_on_the_web() -> None:
    assert set(attachment.PICTURES) == {".png", ".jpg", ".jpeg"}
