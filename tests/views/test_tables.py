"""Tables of every shape become something that can be printed: heads, roles, totals, edges, notes."""

from __future__ import annotations

import pytest

from disclosure.views.model import RowView
from disclosure.views.model import TableView
from tests.views.making import LEDGER
from tests.views.making import SUBSIDY
from tests.views.making import other
from tests.views.making import view


def table(body: str, **more: str) -> TableView:
    """Return the one table of a 其他公示: ``body`` are its lines, ``more`` its other keys."""
    lines = "\n".join(f"      {line}" for line in body.split("\n"))
    keys = "".join(f"    {key}: {value}\n" for key, value in more.items())
    return view(other(f"表:\n  - 名: 表\n{keys}    行: |\n{lines}\n")).tables[0]


def texts(row: RowView) -> list[str]:
    """Return what the cells of a row print, without markup."""
    return [cell.html.striptags().strip() for cell in row.cells]  # type: ignore[attr-defined]


def ledger() -> TableView:
    return view(LEDGER).tables[0]


def test_a_ledger_begins_and_ends_with_its_balance() -> None:
    shown = ledger()
    assert shown.style == "ledger"
    assert [column.label for column in shown.columns] == ["日期", "凭证", "摘要", "科目", "收款人", "收入", "支出", "余额"]
    assert texts(shown.body[0]) == ["", "", "期初余额", "", "", "", "", "152,300.00"]
    assert [row.role for row in shown.foot] == ["total", "edge"]
    assert texts(shown.foot[0])[2:] == ["本月合计", "", "", "12,000.00", "18,375.04", ""]
    assert texts(shown.foot[1])[-1] == "145,924.96"


def test_the_running_balance_is_worked_out_and_said_so() -> None:
    shown = ledger()
    assert texts(shown.body[1])[-1] == "164,300.00"
    assert "余额由期初逐笔算出" in shown.caption
    assert not any(row.cells[-1].text for row in shown.body)


def test_a_typed_balance_stays_as_typed() -> None:
    text = LEDGER.replace('收入: "12,000.00"}', '收入: "12,000.00", 余额: "164,300.01"}')
    shown = view(text).tables[0]
    assert texts(shown.body[1])[-1] == "164,300.01"
    assert "算出" not in shown.caption


def test_the_proof_shows_the_sum_and_says_when_it_is_off() -> None:
    assert ledger().proof == "验算：152,300.00 + 12,000.00 − 18,375.04 = 145,924.96。“其中”的数已含在上一行里，不另加。"
    off = view(LEDGER.replace("期末余额: 145,924.96", "期末余额: 145,924.90")).tables[0]
    assert "与所登期末余额 145,924.90 不符" in off.proof


def test_without_an_opening_there_is_no_balance() -> None:
    shown = view(LEDGER.replace("    期初余额: 152,300.00\n", "")).tables[0]
    assert [row.role for row in shown.foot] == ["total"]
    assert shown.proof == ""


def test_of_which_lines_say_so_and_are_not_added() -> None:
    rows = ledger().body
    assert [row.role for row in rows[3:6]] == ["item", "of_which", "of_which"]
    assert texts(rows[4])[2] == "其中 村道保洁 2 人"
    assert rows[4].number == ""
    assert rows[3].parts[0][1] == "3,200.00"


def test_rows_are_called_by_number() -> None:
    row = ledger().body[1]
    assert (row.number, row.anchor) == ("1", "r1")
    assert row.spoken.startswith("石桥村 财务 2026-10 第 1 行。电话 0000-6123341")
    assert view(LEDGER, "board").tables[0].body[1].spoken == ""


def test_a_correction_stands_under_its_row() -> None:
    row = next(row for row in ledger().body if row.number == "6")
    assert row.under[0].html == "<b>更正</b>（11月6日）支出原登 <del>1,260.00</del>，应为 1,206.00；数字抄反。"
    assert view(LEDGER).corrections == ()


def test_typed_totals_stand_last_under_the_naming_column() -> None:
    shown = view(SUBSIDY).tables[0]
    assert texts(shown.foot[0]) == ["", "合计", "20.86", "", "1,927.46"]
    assert len(shown.foot) == 1
    assert shown.style == "plain"
    assert shown.label_at == 1


def test_points_stand_under_one_another() -> None:
    areas = [row.cells[2].html for row in view(SUBSIDY).tables[0].body]
    assert areas[2] == "7.7\u2007"
    assert {len(area) - area.index(".") for area in areas} == {3}


def test_a_serial_column_that_repeats_our_numbers_goes() -> None:
    same = table("序号 | 事项 | 金额(元)\n1 | 修渠 | 5\n2 | 修路 | 6")
    assert [column.label for column in same.columns] == ["事项", "金额"]
    own = table("序号 | 事项 | 金额(元)\n3 | 修渠 | 5\n9 | 修路 | 6")
    assert own.columns[0].label == "序号"


def test_two_levels_of_heads() -> None:
    shown = table("乡镇 | C级/户数 | C级/补助资金(万元) | D级/户数 | D级/补助资金(万元)\n桂阳街道 | 1 | 0.75 | 3 | 6.3\n合计 | 1 | 0.75 | 3 | 6.3")
    assert [(head.text, head.columns) for head in shown.groups[0]] == [("", 1), ("C级", 2), ("D级", 2)]
    assert shown.columns[1].label_short == "C级 户数"


def test_three_levels_of_heads() -> None:
    shown = table("村 | 甲/乙/丙(元) | 甲/乙/丁(元) | 甲/戊/己(元)\n石桥村 | 1 | 2 | 3")
    assert [[(head.text, head.columns) for head in level] for level in shown.groups] == [[("", 1), ("甲", 3)], [("", 1), ("乙", 2), ("戊", 1)]]


@pytest.mark.parametrize(
    ("head", "style"),
    [
        ("村 | 户数(户)", "plain narrow"),
        ("村 | 说明 | 甲(元) | 乙(元) | 丙(元)", "list"),
        ("村 | 说明 | 甲(元) | 乙(元) | 丙(元) | 丁(元)", "list pair"),
        ("村 | " + " | ".join(f"第{index}项(元)" for index in range(9)), "list pair dense"),
        ("村 | " + " | ".join(f"第{index}项(元)" for index in range(18)), "plain dense"),
    ],
)
def test_how_a_table_fits_a_phone(head: str, style: str) -> None:
    count = head.count("|") + 1
    row = " | ".join(["石桥村", *("修建二组到三组的机耕道" if "说明" in head and at == 1 else "1,234,567.89" for at in range(1, count))])
    shown = table(f"{head}\n{row}")
    assert shown.style == style
    assert shown.scroll is (count > 16)


def test_a_statement_goes_by_names_and_indents() -> None:
    shown = table("项目 | 本月数(元)\n一、收入 |\n　伙食收入 | 30\n　其他收入 | 12\n收入合计 | 42\n二、支出 | 40")
    assert [row.role for row in shown.body][:3] == ["group", "item", "item"]
    assert [row.level for row in shown.body][:3] == [0, 1, 1]
    assert not shown.numbered
    assert shown.style.endswith("bare")
    assert "3 " not in shown.caption


def test_transposed_is_looks_not_data() -> None:
    shown = table("乡镇 | 人数(人) | 资金(万元)\n玉城街道 | 2039 | 2.1\n坎门街道 | 2200 | 2.2", 版式="{转置: 是}")
    assert shown.style.startswith("transposed")
    assert texts(shown.body[0]) == ["玉城街道", "2,039", "2.1"]


def test_panels_by_heads_by_values_and_by_rows() -> None:
    heads = table("收入/项目 | 收入/金额(元) | 支出/项目 | 支出/金额(元)\n租金 | 5 | 电费 | 2\n利息 | 1 | | ", 版式="{并排: [收入, 支出]}")
    assert heads.style == "panels"
    assert [len(panel.body) for panel in heads.panels] == [2, 1]
    assert heads.panels[1].columns[0].label == "项目"
    values = table("类 | 项目 | 金额(元)\n收入 | 租金 | 5\n支出 | 电费 | 2", 版式="{并排: [收入, 支出]}")
    assert [panel.label for panel in values.panels] == ["收入", "支出"]
    rows = table("项目 | 金额(元)\n收入 | 5\n　租金 | 5\n支出 | 2\n　电费 | 2", 版式="{并排: [收入, 支出]}")
    assert [len(panel.body) for panel in rows.panels] == [2, 2]
    none = table("项目 | 金额(元)\n收入 | 5", 版式="{并排: [甲, 乙]}")
    assert none.style != "panels"


def test_groups_get_their_own_sums() -> None:
    shown = table("组别 | 户主 | 金额(元)\n一组 | 褚满仓 | 5\n一组 | 吕玉兰 | 6.5\n二组 | 秦满仓 | 7\n合计 | | 18.5", 小计="组别")
    heads = [row for row in shown.body if row.role == "group"]
    assert [texts(row) for row in heads] == [["", "一组 2 户", "11.5"], ["", "二组 1 户", "7.0"]]


def test_an_excerpt_derives_no_total() -> None:
    text = LEDGER.replace("类别: 财务收支明细", "类别: 财务收支明细")
    assert any(row.role == "total" for row in view(text).tables[0].foot)
    assert table("事项 | 金额(元)\n修渠 | 5\n修路 | 6", 摘录="是").caption.startswith("表，2 项（摘录）")


def test_three_ways_of_nothing_stay_three() -> None:
    shown = table("事项 | 金额(元)\n甲 | \n乙 | 0\n丙 | 无\n丁 | 未列")
    assert [row.cells[1].html for row in shown.body] == ["", "0", "无", '<span class="un">未列</span>']
    assert [row.cells[1].empty for row in shown.body] == [True, False, False, False]


def test_days_leave_out_the_year_the_heading_gives() -> None:
    shown = table("事项 | 日期 | 到期日\n甲 | 2026-03-05 | 2029-12-31\n乙 | 3-06 | 2029-12-31")
    assert texts(shown.body[0])[1:] == ["3月5日", "2029年12月31日"]
    assert shown.body[0].cells[2].html == "2029年<wbr>12月31日"


def test_ditto_repeats_what_stands_above() -> None:
    shown = table("事项 | 标准\n甲 | 每人一份\n乙 | 〃")
    assert texts(shown.body[1])[1] == "每人一份"


def test_markup_in_a_cell_stays_text() -> None:
    shown = table("事项 | 说明\n<script>alert(1)</script> | a & b")
    assert "<script>" not in shown.body[0].cells[0].html
    assert shown.body[0].cells[1].html == "a &amp; b"


def test_second_tables_have_their_own_anchors() -> None:
    text = other("表:\n  - 名: 甲\n    行: |\n      事项 | 金额(元)\n      一 | 1\n  - 名: 乙\n    行: |\n      事项 | 金额(元)\n      一 | 1\n")
    shown = view(text).tables
    anchors = [row.anchor for one in shown for row in one.body]
    assert len(set(anchors)) == len(anchors)
    assert len({one.id for one in shown}) == 2
    assert "乙 第 1 行" in shown[1].body[0].spoken


def test_widths_are_measured_for_the_board_only() -> None:
    assert view(SUBSIDY, "board").tables[0].body[0].cells[1].width == pytest.approx(3.0)
    assert view(SUBSIDY).tables[0].body[0].cells[1].width == 0


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (("支出: 719.04", "支出: 若干"), "a cell that is no number"),
        (("期初余额: 152,300.00", "期初余额: 未列"), "an opening nobody states"),
    ],
)
def test_no_balance_is_guessed(change: tuple[str, str], why: str) -> None:
    shown = view(LEDGER.replace(*change)).tables[0]
    assert "余额" not in [column.label for column in shown.columns], why
    assert [row.role for row in shown.foot] in (["total"], [])


def test_dressed_figures_are_shown_plain() -> None:
    shown = table("事项 | 金额(元)\n退款 | (5.00)\n货款 | ￥1200.50\n全角 | １２，０００")
    assert [row.cells[1].html.strip() for row in shown.body] == ["−5.00", "1,200.50", "12,000"]


SIDES = "资产 | 期末数(元) | 负债和权益 | 负债期末数(元)\n现金 | 5 | 短期借款 | 2\n存货 | 1 | 负债合计 | 2\n | | 资本 | 4\n资产总计 | 6 | 负债和权益总计 | 6"


def test_sides_of_a_table_stand_as_panels_with_their_own_totals() -> None:
    shown = table(SIDES)
    assert shown.style == "panels"
    assert [[row.label for row in panel.body] for panel in shown.panels] == [["现金", "存货"], ["短期借款", "负债合计", "资本"]]
    assert [[row.label for row in panel.foot] for panel in shown.panels] == [["资产总计"], ["负债和权益总计"]]
    assert [row.role for row in shown.panels[1].body] == ["item", "total", "item"]
    assert [panel.label for panel in shown.panels] == ["", ""]


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("位置: 合计, 栏: 金额(元), 改: 300", "合计金额(元)应为 300；抄错。"),
        ("位置: 9, 栏: 金额, 改: 300", "第 9 号金额应为 300；抄错。"),
        ("位置: 阿依古丽, 栏: 霍铁锤, 改: 300", "应为 300；抄错。"),
    ],
)
def test_a_correction_under_no_row_stands_apart(entry: str, told: str) -> None:
    rows = "表:\n  - 名: 表\n    行: |\n      事项 | 金额(元)\n      修渠 | 100\n      清淤 | 200\n      合计 | 300\n"
    shown = view(other(rows + f"更正: [{{日期: 2026-11-06, {entry}, 原因: 抄错}}]\n"))
    assert [str(one) for one in shown.corrections] == [f"<b>更正</b>（11月6日）{told}"]
    assert "阿依" not in repr(shown)
