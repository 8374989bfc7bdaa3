"""Addresses, illnesses and children: what is told, what stays silent, how far it gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.rules.engine import findings
from tests.rules.desk import HOME
from tests.rules.desk import Checked
from tests.rules.desk import check

HEAD = "类别: 其他公示\n期间: 2026-03\n上栏日期: 2026-04-06\n公开日期: 2026-04-06\n"
WORDS = ("home-address-exposed", "illness-exposed", "minor-exposed")


def looked(root: Path, text: str, path: str = f"{HOME}/公开件.yaml", **more: str) -> Checked:
    return check(root, {path: HEAD + text, **{f"{name}.yaml": body for name, body in more.items()}})


def slugs(root: Path, text: str, path: str = f"{HOME}/公开件.yaml") -> list[str]:
    return [one.slug for one in looked(root, text, path).diagnostics if one.slug in WORDS]


def rows(head: str, *lines: str, source: str = "") -> str:
    body = "".join(f"      {line}\n" for line in (head, *lines))
    return f"表:\n  - 名: 名单\n    行: |\n{body}" if not source else f"表: [{{名: 名单, 行: {source}}}]\n"


TOLD = [
    (rows("户主 | 住址 | 金额(元)", "王甲一 | 二组12号 | 3.00"), "home-address-exposed"),
    (rows("姓名 | 备注", "王甲一 | 住阳光小区3栋2单元501室"), "home-address-exposed"),
    ("注: 慰问户主王甲一（石桥村二组12号）\n", "home-address-exposed"),
    ("正文: 家住二组12号的一户申请加装路灯。\n", "home-address-exposed"),
    (rows("户主 | 事由 | 金额(元)", "王甲一 | 肢体残疾二级残疾 | 3.00"), "illness-exposed"),
    (rows("姓名 | 备注", "王甲一 | 肺癌"), "illness-exposed"),
    ("正文: 慰问村民王甲一，其妻因白血病住院。\n", "illness-exposed"),
    ("数据: {户主: 王甲一, 病情: 尿毒症}\n", "illness-exposed"),
    (rows("学生姓名 | 年级 | 金额(元)", "王小花 | 三年级 | 3.00"), "minor-exposed"),
    (rows("姓名 | 年龄 | 金额(元)", "王小花 | 11 | 3.00"), "minor-exposed"),
    (rows("姓名 | 对象类别 | 金额(元)", "王小花 | 孤儿 | 3.00"), "minor-exposed"),
    (rows("姓名 | 出生年月 | 金额(元)", "王小花 | 2015年3月 | 3.00"), "minor-exposed"),
    ("注: 孤儿王小花的生活费已发\n", "minor-exposed"),
    ("注: 王小花是事实无人抚养儿童\n", "minor-exposed"),
]


def together(root: Path, texts: list[str]) -> Checked:
    """Check many filings at once: a check reads the whole catalogue."""
    return check(root, {f"{HOME}/件{at}.yaml": f"{HEAD}批次: 第{at}批\n{text}" for at, text in enumerate(texts)})


def test_it_is_told_and_holds(tmp_path: Path) -> None:
    checked = together(tmp_path, [text for text, _ in TOLD])
    found = {(one.span.path, one.slug) for one in checked.diagnostics if one.slug in WORDS}
    assert found == {(f"{HOME}/件{at}.yaml", slug) for at, (_, slug) in enumerate(TOLD)}
    assert all(brief.held for brief in checked.board.briefs)


SILENT = [
    rows("户主 | 组别 | 金额(元)", "王甲一 | 二组 | 3.00"),
    rows("承租人 | 资产名称 | 地址 | 年租(元)", "王甲一 | 门面 | 解放路88号 | 3.00"),
    rows("户主 | 坐落 | 面积(亩)", "王甲一 | 二组12号地 | 3.00"),
    rows("单位 | 地址", "青禾镇财政所 | 人民路5号"),
    "正文: |\n  便民服务中心办公地址：人民路88号。二组12号机井由王甲一管护。\n",
    "注: 联系人王敏，受理地址：青禾镇人民路5号\n",
    "注: 县道X205线12号桥至二组3号台区路灯维修\n",
    "注: 二组12号上午开群众会，村民王甲一参加\n",
    rows("摘要 | 收款人 | 金额(元)", "高血压、糖尿病患者随访服务费 | 王甲一 | 3.00"),
    rows("摘要 | 收款人 | 金额(元)", "慰问癌症患者 3 人 | 青禾镇卫生院 | 3.00"),
    rows("补贴种类 | 人数(人) | 金额(元)", "重度残疾人护理补贴 | 14 | 3.00"),
    "正文: 本月开展结核病防治宣传，村民王甲一参加。其中风险较高的 3 户已走访。\n",
    "正文: 因病返贫监测户 3 户，其中肺癌患者家庭 3 户。\n",
    "正文: 给村民王甲一【私:肺癌】家送去两百元。\n",
    rows("户主 | 学生人数(人) | 金额(元)", "王甲一 | 3 | 3.00"),
    rows("户主 | 学校 | 金额(元)", "王甲一 | 青禾小学 | 3.00"),
    rows("姓名 | 职务 | 任教年级", "王甲一 | 教师 | 三年级"),
    rows("学生姓名 | 就读学校 | 金额(元)", "王大山 | 重庆大学 | 3.00"),
    rows("姓名 | 年龄 | 金额(元)", "王甲一 | 81 | 3.00"),
    rows("姓名 | 工作内容 | 金额(元)", "王甲一 | 护送小学生过马路 | 3.00"),
    "正文: 关爱留守儿童，孤儿保障 5 人，未成年人保护宣传两场。\n",
    "注: 幼儿园王敏老师\n",
]


def test_it_stays_silent(tmp_path: Path) -> None:
    found = [one for one in together(tmp_path, SILENT).diagnostics if one.slug in WORDS]
    assert [(one.span.path, one.slug) for one in found] == []


@pytest.mark.parametrize(
    "text",
    [
        rows("户主 | 住址", "王甲一 | 二组12号"),
        rows("户主 | 事由", "王甲一 | 肺癌"),
        rows("学生姓名 | 年级", "王小花 | 三年级"),
    ],
)
def test_what_only_the_board_would_show_is_a_warning(tmp_path: Path, text: str) -> None:
    checked = looked(tmp_path, text, f"{HOME}/不公开/公开件.yaml")
    told = [one for one in findings(checked.diagnostics, checked.board) if one.slug in WORDS]
    assert [one.severity for one in told] == ["warning"]
    assert [brief.held for brief in checked.board.briefs] == [False]


def test_no_word_of_it_is_repeated(tmp_path: Path) -> None:
    text = rows("户主 | 住址 | 事由", "王甲一 | 二组12号 | 尿毒症") + "注: 孤儿王小花\n"
    checked = looked(tmp_path, text)
    told = [one for one in findings(checked.diagnostics, checked.board) if one.slug in WORDS]
    assert len(told) == 3
    said = " ".join(f"{one.message} {one.help} {one.excerpt}" for one in told)
    assert not [word for word in ("12号", "尿毒症", "王小花") if word in said]


def test_a_township_extends_the_words(tmp_path: Path) -> None:
    text = rows("户主 | 事由", "王甲一 | 尘肺")
    assert slugs(tmp_path / "a", text) == []
    more = {"catalogue/words": "illness: [尘肺]\n"}
    assert [one.slug for one in looked(tmp_path / "b", text, **more).diagnostics if one.slug in WORDS] == [
        "illness-exposed"
    ]


def test_cells_of_workbooks_and_csv_are_read(tmp_path: Path) -> None:
    files = {
        f"{HOME}/公开件.yaml": HEAD + rows("", source="行.csv"),
        f"{HOME}/行.csv": "户主,住址,金额(元)\n王甲一,二组12号,3.00\n",
    }
    found = [one for one in check(tmp_path, files).diagnostics if one.slug in WORDS]
    assert [(one.slug, one.span.path, one.span.line) for one in found] == [
        ("home-address-exposed", f"{HOME}/行.csv", 2)
    ]


def test_neither_waiver_nor_policy_lets_it_out(tmp_path: Path) -> None:
    text = rows("户主 | 事由", "王甲一 | 肺癌") + "豁免: [{规则: illness-exposed, 原因: 本人同意}]\n"
    site = "格式: 1\n标题: 青\n起: 2099-01-01\n截止: 2026-11-20\n策略: {illness-exposed: 提示}\n"
    checked = looked(tmp_path, text, site=site)
    told = [one for one in findings(checked.diagnostics, checked.board) if one.slug == "illness-exposed"]
    assert [one.severity for one in told] == ["error"]
    assert checked.board.briefs[0].held
