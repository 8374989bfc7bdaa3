"""Names of relief lists on the web: told beside a relief word or a copied row, silent in everything else people do."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.catalogue.load import load_catalogue
from disclosure.rules.engine import findings
from tests.reading.pdfs import pdf
from tests.rules.desk import HOME
from tests.rules.desk import Checked
from tests.rules.desk import check

SLUG = "relief-name-exposed"
HEAD = "类别: 其他公示\n期间: 2026-03\n上栏日期: 2026-04-06\n公开日期: 2026-04-06\n"
CADRE = "签字: {制表: 孙玉兰, 负责人: 陶桂英}\n"


def looked(root: Path, text: str, head: str = HEAD) -> Checked:
    catalogue, _ = load_catalogue(None)
    relief = catalogue.categories["aid.dibao.list"].example
    return check(root, {f"{HOME}/不公开/低保.yaml": relief, f"{HOME}/公开件.yaml": head + text})


def told(root: Path, text: str) -> list[str]:
    checked = looked(root, text)
    return [one.severity for one in findings(checked.diagnostics, checked.board) if one.slug == SLUG]


def rows(head: str, *lines: str) -> str:
    return "表:\n  - 名: 名单\n    行: |\n" + "".join(f"      {line}\n" for line in (head, *lines))


@pytest.mark.parametrize(
    "text",
    [
        "正文: 春节走访低保户，给卢存根送去米和油。\n",
        "注: 卢 存根一家的临时救助已到账\n",
        "标题: 给卢存根发放困难补助\n",
        CADRE + "注: 低保户陶桂英的慰问金已发\n",
    ],
)
def test_a_name_beside_a_relief_word_holds(tmp_path: Path, text: str) -> None:
    checked = looked(tmp_path, text)
    assert [one.slug for one in checked.diagnostics if one.slug == SLUG] == [SLUG]
    assert {brief.category: brief.held for brief in checked.board.briefs} == {
        "aid.dibao.list": False,
        "other.notice": True,
    }


def test_a_name_of_the_list_in_an_attached_pdf_holds(tmp_path: Path) -> None:
    catalogue, _ = load_catalogue(None)
    files = {f"{HOME}/不公开/低保.yaml": catalogue.categories["aid.dibao.list"].example, f"{HOME}/公开件.yaml": HEAD + "附件: [发放表.pdf]\n"}
    checked = check(tmp_path, {**files, f"{HOME}/发放表.pdf": pdf("三月困难补助发放表\n序号 户主\n1 卢存根\n2 王甲一")})
    assert [(one.slug, one.span.line) for one in checked.diagnostics if one.slug == SLUG] == [(SLUG, 5)]
    spared = check(tmp_path, {**files, f"{HOME}/发放表.pdf": pdf("三月水费缴纳表\n序号 户主\n1 卢存根")})
    assert not [one for one in spared.diagnostics if one.slug == SLUG]


@pytest.mark.parametrize(
    "text",
    [
        rows("户主 | 事由 | 金额(元)", "卢存根 | 临时救助 | 200.00"),
        rows("组别 | 户主 | 领取月份 | 金额(元)", "一组 | 卢存根 | 2024-03 | 1,180.00"),
    ],
)
def test_a_row_whose_name_the_web_masks_is_a_warning(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        rows("户主 | 面积(亩) | 金额(元)", "卢存根 | 2.10 | 189.00", "陶桂英 | 1.20 | 108.00"),
        "正文: 卢存根的承包地流转手续已办好。低保户 3 户已走访。\n",
        "正文: 低保工作会由陶桂英主持。\n" + CADRE,
        rows("摘要 | 经手人 | 金额(元)", "慰问低保户 | 卢存根 | 200.00"),
        "注: 低保户李甲四的慰问金已发\n",
        "正文: 给卢【私:存根，低保户】送去米和油。\n",
    ],
)
def test_a_name_alone_says_nothing(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == []


def test_the_list_itself_is_not_told_of(tmp_path: Path) -> None:
    assert [one.span.path for one in looked(tmp_path, "注: 无\n").diagnostics if one.slug == SLUG] == []


def test_the_name_is_not_repeated(tmp_path: Path) -> None:
    checked = looked(tmp_path, "正文: 走访低保户，给卢存根送去米。\n")
    (found,) = [one for one in findings(checked.diagnostics, checked.board) if one.slug == SLUG]
    assert "卢存根" not in f"{found.message}{found.help}{found.excerpt}"
