"""Numbers of invented persons planted wherever a careless hand may paste one, and the search for them in what leaves."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Callable
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tests.basis.invented import id_card
from tests.basis.invented import with_luhn
from tests.site.project import VILLAGE
from tests.site.project import files
from tests.site.project import notice

SLUGS = {"id": "id-card-exposed", "card": "bank-card-exposed", "phone": "phone-exposed"}
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
Files = dict[str, str | bytes]
_DROPPED = dict.fromkeys(map(ord, " \t-—–.·_/\\|,，、:：\u200b"))


class Plant(NamedTuple):
    """A number, its kind, the files that hold it, and the file where `check` must find it."""

    number: str
    slug: str
    files: Files
    path: str


def number(kind: str, serial: int) -> str:
    """Return a valid number that no other serial has."""
    if kind == "id":
        return id_card("500113", date(1961 + serial % 40, 3, 5), f"{serial % 1000:03}")
    return (
        with_luhn(f"62170012{serial:010}") if kind == "card" else f"138{serial % 97:02}{serial * 7919 % 1_000_000:06}"
    )


def workbook(rows: list[list[str]], sheet: str = "台账", comment: str = "") -> bytes:
    """Return a workbook of texts."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    page = book.add_worksheet(sheet)
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            page.write_string(at, column, text)
    if comment:
        page.write_comment(1, 1, comment)
    book.close()
    return out.getvalue()


def plants() -> Iterator[Plant]:
    """Yield every kind of number at every place of a filing."""
    serial = 100
    for kind, slug in SLUGS.items():
        for name in (*_BODIES, *_FILES):
            serial += 1
            yield _plant(kind, slug, name, serial)


def _plant(kind: str, slug: str, name: str, serial: int) -> Plant:
    one = number(kind, serial)
    matter = f"{name}之{kind}"
    path = f"{VILLAGE}/{matter}.yaml"
    if name in _BODIES:
        return Plant(one, slug, {path: notice(matter, _BODIES[name].replace("〔〕", one))}, path)
    made = _FILES[name](one, matter)
    return Plant(one, slug, made, list(made)[1] if name.startswith("附件") else next(iter(made)))


_TABLE = "表:\n  - 名: 名单\n    行: |\n      组别 | 户主 | 金额(元)\n      一组 | 王甲一 | 200.00\n"
_BODIES = {
    "数据": "数据: {经办: 办理 〔〕}\n",
    "数据名": "数据:\n  经办〔〕: 2 户\n",
    "表格行": _TABLE.replace("王甲一", "王甲一 〔〕"),
    "表头": _TABLE.replace("户主", "户主 〔〕"),
    "表名": _TABLE.replace("名单", "名单 〔〕"),
    "映射行": "表:\n  - 名: 名单\n    行:\n      - {组别: 一组, 户主: 王甲一 〔〕, 金额: 200.00}\n",
    "另加列": _TABLE + "    栏: {户主 〔〕: 文字}\n",
    "正文": "正文: |\n  发给王甲一 〔〕 两百元。\n",
    "折行正文": "正文: >\n  发给王甲一\n  〔〕\n  两百元。\n",
    "注": "注: [发给王甲一 〔〕]\n",
    "标题": "标题: 王甲一 〔〕 的补助\n",
    "文号": "文号: 村发 〔〕\n",
    "批次": "批次: 第一批 〔〕\n",
    "阶段": "阶段: 初审 〔〕\n",
    "落款": "落款: 王甲一 〔〕\n",
    "本期无": "本期无: 王甲一 〔〕 已结清\n",
    "后续": "后续: 王甲一 〔〕 去办\n",
    "转载": "转载: {机关: 县农业农村局, 文号: 农发 〔〕}\n",
    "替代": "替代: qinghe/shiqiao/other.notice/2026-08-20~〔〕\n",
    "豁免": "豁免: [{规则: late-filing, 原因: 王甲一 〔〕 住院}]\n",
    "更正": _TABLE + "更正: [{日期: 2026-08-25, 位置: 1, 栏: 金额, 原: 〔〕, 改: 200.00, 原因: 抄错, 批准: 李国强}]\n",
    "附件": "附件: [王甲一〔〕.pdf]\n",
    "校验": _TABLE + "校验:\n  - 「〔〕」 = 3\n",
    "单位": _TABLE + "单位: 〔〕\n",
    "陌生键": "王甲一〔〕: 两百元\n",
    "注释": "# 王甲一 〔〕\n",
    "私": "正文: 发给王甲一【私:〔〕】两百元。\n",
    "引号": '标题: "王甲一 〔〕"\n',
}


def _with_rows(matter: str, ending: str, data: str | bytes) -> Files:
    folder = f"{VILLAGE}/{matter}"
    return {
        f"{folder}/行.{ending}": data,
        f"{folder}/公示.yaml": notice(matter, f"表: [{{名: 名单, 行: 行.{ending}}}]\n"),
    }


_ROWS = [["组别", "户主", "金额(元)"], ["一组", "王甲一", "200.00"]]


def _rows(one: str) -> list[list[str]]:
    return [_ROWS[0], ["一组", f"王甲一 {one}", "200.00"]]


def _csv(rows: list[list[str]]) -> str:
    return "".join(",".join(row) + "\n" for row in rows)


def _page(name: str, text: str) -> Files:
    return {f"{VILLAGE}/{name}": text}


_FILES: dict[str, Callable[[str, str], Files]] = {
    "文件名": lambda one, matter: _page(f"王甲一 {one}.yaml", notice(matter, "正文: 检修。\n")),
    "文件夹名": lambda one, matter: _page(f"王甲一{one}/停水.yaml", notice(matter, "正文: 检修。\n")),
    "文稿": lambda one, matter: {
        f"{VILLAGE}/{matter}.md": f"---\n{notice(matter, '')}---\n发给王甲一 {one} 两百元。\n"
    },
    "文稿头": lambda one, matter: {f"{VILLAGE}/{matter}.md": f"---\n{notice(matter, f'注: {one}')}\n---\n检修。\n"},
    "签字": lambda one, matter: _page(f"{matter}.yaml", notice(matter, "").replace("王敏", f"王敏 {one}")),
    "意见": lambda one, matter: {
        f"{VILLAGE}/{matter}.yaml": notice(matter, "").replace("李国强", f"李国强, 意见: 请问 {one}")
    },
    "事项": lambda one, matter: _page(f"{matter}.yaml", notice(f"{matter} {one}", "正文: 检修。\n")),
    "逗号料": lambda one, matter: _with_rows(matter, "csv", _csv(_rows(one))),
    "逗号头料": lambda one, matter: _with_rows(matter, "csv", _csv([["组别", f"户主{one}", "金额(元)"], _ROWS[1]])),
    "粘贴料": lambda one, matter: _with_rows(matter, "txt", _csv(_rows(one)).replace(",", "\t")),
    "表格书": lambda one, matter: _with_rows(matter, "xlsx", workbook(_rows(one))),
    "表头书": lambda one, matter: _with_rows(matter, "xlsx", workbook([["组别", f"户主 {one}", "金额(元)"], _ROWS[1]])),
    "书头书": lambda one, matter: _with_rows(matter, "xlsx", workbook([[f"名单 {one}"], *_ROWS])),
    "书尾书": lambda one, matter: _with_rows(
        matter, "xlsx", workbook([*_ROWS, ["合计", "", "200.00"], [], [f"找 {one}"]])
    ),
    "批注书": lambda one, matter: _with_rows(matter, "xlsx", workbook(_ROWS, comment=f"找 {one}")),
    "附件料": lambda one, matter: {
        f"{VILLAGE}/{matter}.yaml": notice(matter, f"附件: [{matter}附.csv]\n"),
        f"{VILLAGE}/{matter}附.csv": f"甲,{one}\n",
    },
    "附件书": lambda one, matter: {
        f"{VILLAGE}/{matter}.yaml": notice(matter, f"附件: [{matter}附.xlsx]\n"),
        f"{VILLAGE}/{matter}附.xlsx": workbook(_rows(one)),
    },
    "页名书": lambda one, matter: _with_rows(matter, "xlsx", workbook(_ROWS, f"台账{one}")),
}


def everything(folder: Path) -> str:
    """Return all that stands in a folder and in its names, workbooks unpacked, made ready for :func:`hidden_in`."""
    texts = []
    for name, path in files(folder):
        data = path.read_bytes()
        texts += [name, data.decode("utf-8", "ignore")]
        if data[:2] == b"PK":
            with zipfile.ZipFile(io.BytesIO(data)) as book:
                texts += [book.read(part).decode("utf-8", "ignore") for part in book.namelist()]
    return "\n".join(texts)


def bare(text: str) -> str:
    """Return text with full-width digits made plain and what may stand between digits dropped."""
    return unicodedata.normalize("NFKC", text).translate(_DROPPED).upper()
