"""What happens to the files a filing names: drawn anew for the web, or named with where to see them."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from tests.reading.pdfs import pdf
from tests.site.project import VILLAGE
from tests.site.project import inside
from tests.site.project import notice
from tests.site.project import write

NAMES = "表:\n  - 名: 名单\n    列:\n      户主: {类型: 人名}\n      金额: {类型: 钱}\n    行:\n      - {户主: 王甲一, 金额: 200.00}\n"
PHONE = "138" + "00138123"


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(out, "PNG")
    return out.getvalue()


def shown(root: Path, name: str, data: bytes, more: str = "正文: 检修。\n") -> tuple[str, list[str]]:
    """Return what the page says behind 附件, and the attachments in the upload folder."""
    write(root, {f"{VILLAGE}/甲.yaml": notice("甲", f"{more}附件: [{name}]\n"), f"{VILLAGE}/{name}": data})
    answer = inside("build", "-C", root, "-o", root, "--channels", "page")
    assert answer.code in (0, 1)
    site = root / "site"
    pages = [page.read_text("utf-8") for page in sorted(site.rglob("index.html"))]
    said = [re.sub("<[^>]*>", "", found) for page in pages for found in re.findall("<p>附件：(.*?)</p>", page)]
    files = [path for path in site.rglob("*") if path.stem.startswith("attachment-")]
    assert all(path.read_bytes() != data for path in files)
    return said[0] if said else "", [path.name for path in files]


def test_a_pdf_whose_words_are_read_is_drawn_anew(small: Path) -> None:
    said, files = shown(small, "说明.pdf", pdf("水渠检修说明\n工期十天"))
    assert re.fullmatch(r"说明（\d+ KB）", said)
    assert files == ["attachment-1.pdf"]
    made = next((small / "site").rglob("attachment-1.pdf"))
    assert pypdf.PdfReader(made).pages[0].extract_text() == ""


@pytest.mark.parametrize(
    ("name", "data", "more", "why"),
    [
        ("扫描.pdf", pdf("说明", drawn="q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"), "正文: 检修。\n", "有扫描的页，"),
        ("坏.pdf", b"%PDF-1.7", "正文: 检修。\n", "PDF 打不开，"),
        ("名单.pdf", pdf("户主 王甲一 李乙二"), NAMES, "姓名要遮盖，"),
        ("表.xlsx", b"PK\x03\x04", "正文: 检修。\n", ""),
        ("不公开/照片.png", picture(), "正文: 检修。\n", "不公开，"),
        ("不公开/说明.pdf", pdf("水渠检修说明"), "正文: 检修。\n", "不公开，"),
    ],
)
def test_the_rest_is_named_with_where_to_see_it(small: Path, name: str, data: bytes, more: str, why: str) -> None:
    said, files = shown(small, name, data, more)
    assert files == []
    assert said.endswith(f"（{why}请到公开单位查看）")


def test_a_number_in_a_pdf_keeps_the_filing_from_the_web(small: Path) -> None:
    said, files = shown(small, "说明.pdf", pdf(f"找王甲一 {PHONE}"))
    assert (said, files) == ("", [])
    assert not [path for path in (small / "site").rglob("*") if path.is_file() and PHONE.encode() in path.read_bytes()]
