"""A document to a filing: every reserved key in both spellings, facts, tables, prose, secrets, and each mistake."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from disclosure.basis.private import Private
from disclosure.basis.values import Amount
from disclosure.reading.table import Layout
from tests.board.making import filing
from tests.board.making import of
from tests.board.making import other
from tests.board.making import plain
from tests.board.making import read

CHINESE = plain("""
    类别: 其他公示
    期间: 2026-03
    所属期: 2025
    标题: 关于甲事的公示
    文号: 青政发〔2026〕7号
    事项: 甲事
    批次: 第一批
    主体: 集体经济组织
    公开日期: 2026-04-08
    上栏日期: 2026年4月9日
    下栏日期: 2026.5.1
    公示期: 2026-04-08/2026-04-15
    发文日期: 2026-04-07
    落款: 石桥村村民委员会
    签字: {制表: 王敏, 监委会审核: {姓名: 李国强, 日期: 2026-04-06, 意见: 同意公开}, 负责人: }
    监督电话: [0000-6123380, "12388"]
    单位: 元
    注: [第一条, 第二条]
    附件: [名单.pdf, {文件: 图.png, 标题: 现场图}]
    更正: [{日期: 2026-04-20, 位置: 17, 栏: 金额, 原: 100.00, 改: 110.00, 原因: 抄错, 批准: 李国强, 上栏日期: 2026-04-21}]
    替代: shiqiao/other.notice/2026-03~旧
    后续: 结果另行公布
    转载: {机关: 县农业农村局, 文号: 〔2026〕1号}
    豁免: [{规则: late-filing, 原因: 春节, 至: 2027-03}]
    数据: {合计: 120.00元}
    校验: [合计 = 120]
    正文: 说明。
""")
SPELLINGS = {
    "类别": "category", "期间": "period", "所属期": "covers", "标题": "title", "文号": "document_no", "事项": "matter", "批次": "batch",
    "主体": "owner", "公开日期": "published_on", "上栏日期": "posted_on", "下栏日期": "taken_down_on", "公示期": "window", "发文日期": "issued_on",
    "落款": "issuer", "签字": "signatures", "监督电话": "hotline", "单位": "unit", "注": "notes", "附件": "attachments", "更正": "corrections",
    "替代": "supersedes", "后续": "follow_up", "转载": "reposted", "豁免": "waivers", "数据": "facts", "校验": "checks", "正文": "body",
}  # fmt: skip


def test_every_reserved_key() -> None:
    result = read(CHINESE)
    assert result.diagnostics == []
    one = result.filing
    assert one is not None
    assert one.id == "shiqiao/other.notice/2026-03~第一批"
    assert (one.covers and one.covers.canonical, one.title, one.document_no, one.matter) == (
        "2025",
        "关于甲事的公示",
        "青政发〔2026〕7号",
        "甲事",
    )
    assert (one.published_on, one.posted_on, one.taken_down_on, one.issued_on) == (
        date(2026, 4, 8),
        date(2026, 4, 9),
        date(2026, 5, 1),
        date(2026, 4, 7),
    )
    assert one.window == (date(2026, 4, 8), date(2026, 4, 15))
    assert [(s.role, s.name, s.date, s.opinion) for s in one.signatures] == [
        ("制表", "王敏", None, ""),
        ("监委会审核", "李国强", date(2026, 4, 6), "同意公开"),
        ("负责人", "", None, ""),
    ]
    assert (one.hotline, one.owner, one.unit) == ("0000-6123380、12388", "集体经济组织", "元")
    assert [text for text, _ in one.notes] == ["第一条", "第二条"]
    assert [(a.path, a.title) for a in one.attachments] == [("名单.pdf", ""), ("图.png", "现场图")]
    correction = one.corrections[0]
    assert (correction.row, correction.column, correction.old, correction.new) == ("17", "金额", "100.00", "110.00")
    assert (correction.date, correction.posted_on) == (date(2026, 4, 20), date(2026, 4, 21))
    assert (one.supersedes, one.follow_up) == ("shiqiao/other.notice/2026-03~旧", "结果另行公布")
    assert one.reposted == ("县农业农村局", "〔2026〕1号")
    assert [(w.rule, w.reason, w.until) for w in one.waivers] == [("late-filing", "春节", date(2027, 3, 31))]
    assert [check.identity.text for check in one.checks] == ["合计 = 120"]
    assert one.body == "说明。"
    assert one.keys["posted_on"].line == one.keys["上栏日期"].line == 10


def test_ascii_ids_say_the_same() -> None:
    text = CHINESE
    for label, ascii_id in SPELLINGS.items():
        text = "\n".join(
            line.replace(f"{label}:", f"{ascii_id}:", 1) if line.startswith(f"{label}:") else line
            for line in text.split("\n")
        )
    result = read(text)
    assert result.diagnostics == []
    one, same = result.filing, filing(CHINESE)
    assert one is not None
    assert (one.id, one.window, one.hotline, one.reposted, one.body) == (
        same.id,
        same.window,
        same.hotline,
        same.reposted,
        same.body,
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("期间: 2026-03\n", [("missing-key", 1, 1)]),
        ("类别: 其他公示\n", [("missing-key", 1, 1)]),
        ("类别: 其它公事\n期间: 2026-03\n", [("unknown-category", 1, 5)]),
        ("类别: 其他公示\n期间: 三月\n", [("bad-period", 2, 5)]),
        (other("标提: 甲\n"), [("unknown-key", 4, 1)]),
        (other("标题: [甲]\n"), [("wrong-shape", 4, 5)]),
        (other("上栏日期: 昨天\n"), [("bad-value", 4, 7)]),
        (other("上栏日期: 2026-04\n"), [("date-month-only", 4, 7)]),
        (other("公示期: 很久\n"), [("bad-value", 4, 6)]),
        (other("公示期: 2026-04-15/2026-04-08\n"), [("window-reversed", 4, 6)]),
        (other("公示期: 2026-04-08/2026-04-15（公示期5天）\n"), [("window-days-off", 4, 6)]),
        (other("校验: 合计 = \n"), [("bad-formula", 4, 9)]),
        (other("校验: [合计 = 甲 +]\n"), [("bad-formula", 4, 14)]),
        (other("正文: 共[98](=甲 元。\n"), [("bad-formula", 4, 6)]),
        (other("正文: 病因【私:肺癌\n"), [("unclosed-secret", 4, 7)]),
        (other("豁免: [{原因: 忘了}]\n"), [("missing-key", 4, 6)]),
        (other("本期无: 没有\n表: [{名: 甲, 行: [{项: 一}]}]\n"), [("nil-with-rows", 4, 1)]),
        (other("表: [{名: 甲, 小计: 乙, 行: [{项: 一}]}]\n"), [("unknown-column", 4, 16)]),
        (other("表: [{名: 甲, 行: 缺.xlsx}]\n"), [("row-file-missing", 4, 15)]),
    ],
)
def test_mistakes_are_findings_with_their_place(text: str, wanted: list[tuple[str, int, int]]) -> None:
    assert of(read(text).diagnostics) == wanted


@pytest.mark.parametrize(
    "typed",
    [
        "2026-04-08/2026-04-15",
        "2026-04-08至2026-04-15",
        "2026年4月8日——2026年4月15日",
        "2026年4月8日—4月15日",
        "2026-04-08～2026-04-15",
        "2026.4.8-2026.4.15",
        "2026年4月8日至2026年4月15日（公示期7天）",
        "2026-04-08/2026-04-15 共8天",
        "2026-04-08/2026-04-15（5个工作日）",
    ],
)
def test_windows_with_any_dash_and_right_counts(typed: str) -> None:
    result = read(other(f"公示期: {typed}\n"))
    assert result.diagnostics == []
    assert result.filing is not None
    assert result.filing.window == (date(2026, 4, 8), date(2026, 4, 15))


def test_a_long_notice_has_no_last_day() -> None:
    assert filing(other("公示期: 长期\n")).window is None


@pytest.mark.parametrize(
    "typed",
    [
        "签字: {制表: 王敏, 审核: }",
        "签字: [{角色: 制表, 姓名: 王敏}, {角色: 审核}]",
        "签字: [{制表: 王敏}, {审核: }]",
        "signatures: [{role: 制表, name: 王敏}, {role: 审核}]",
    ],
)
def test_signatures_as_mapping_or_list(typed: str) -> None:
    assert [(one.role, one.name) for one in filing(other(typed + "\n")).signatures] == [("制表", "王敏"), ("审核", "")]


def test_nil_filings() -> None:
    one = filing("类别: 财务收支明细\n期间: 2026-03\n本期无: 没有收支\n期初余额: 1.00\n期末余额: 1.00\n")
    assert one.nil == "没有收支"
    assert filing(other("本期无: 否\n")).nil == ""
    wrong = read("类别: 财务会计报告\n期间: 2025\n本期无: 没有\n会议日期: 2026-03-28\n")
    assert [one.slug for one in wrong.diagnostics] == ["nil-not-allowed"]


def test_facts_of_the_category_by_label_and_by_id() -> None:
    chinese = filing("类别: 财务收支明细\n期间: 2026-03\n期初余额: 152,300.00\n")
    ascii_id = filing("category: fin.ledger\nperiod: 2026-03\nopening: 152,300.00\n")
    for one in (chinese, ascii_id):
        fact = one.fact("opening")
        assert fact is not None
        assert (fact.label, fact.kind) == ("期初余额", "money")
        assert isinstance(fact.cell.value, Amount)
        assert fact.cell.value.base == Decimal("152300.00")


def test_free_facts_take_kind_and_unit_from_key_and_value() -> None:
    one = filing(other("数据:\n  补助总额(万元): 2.5\n  户数: 36户\n  开工日期: 2026-03-05\n  增幅: 增长35.24%\n  说明: 修路\n"))
    found = {fact.label: fact.cell.value for fact in one.facts}
    assert isinstance(found["补助总额"], Amount)
    assert found["补助总额"].base == 25000
    assert isinstance(found["户数"], Amount)
    assert (int(found["户数"].number), found["户数"].unit) == (36, "户")
    assert isinstance(found["增幅"], Amount)
    assert found["增幅"].base == Decimal("0.3524")
    assert found["说明"] == "修路"


def test_three_small_numbers_are_facts_not_column_numbers() -> None:
    one = filing(other("数据: {甲: 1, 乙: 2, 丙: 3}\n"))
    assert [fact.cell.text for fact in one.facts] == ["1", "2", "3"]


def test_other_statements_and_units_of_a_fact() -> None:
    one = filing(other("数据:\n  投资: {值: 8.6, 单位: 万元, 另称: [86000元, 8.6万]}\n  同比: {另称: [增长1%, 增长2%]}\n"))
    investment, change = one.facts
    assert isinstance(investment.cell.value, Amount)
    assert investment.cell.value.base == 86000
    assert [cell.text for cell in investment.others] == ["86000元", "8.6万"]
    assert (change.cell.text, len(change.others)) == ("", 2)


def test_a_personal_fact_is_sealed_and_its_place_is_secret() -> None:
    text = other("数据:\n  身份证号: 甲乙丙\n")
    one = filing(text)
    cell = one.facts[0].cell
    assert isinstance(cell.text, Private)
    assert "甲乙丙" not in repr(one.facts)
    assert cell.span in one.source.secrets


def test_personal_cells_are_secret_places() -> None:
    one = filing("""
        类别: 耕地地力保护补贴
        期间: 2026
        补贴对象:
          - {组别: 一组, 户主: 褚满仓, 补贴面积: 9.88, 补贴标准: 92.40, 补贴金额: 912.91}
    """)
    text = one.source.text
    assert [text[span.start : span.end] for span in one.source.secrets] == ["褚满仓"]
    assert "褚满仓" not in repr(one.tables)


def test_secret_words_never_leave_the_source() -> None:
    text = other("""
        标题: 救助【私:肺癌】对象
        注: 患【私:尿毒症】
        数据:
          事由: 因【私:车祸】
        表:
          - {名: 甲, 行: [{户: 一户, 事由: 因【私:火灾】}]}
        正文: |
          他患【私:肺癌】，她患【私:肝炎】。
    """)
    one = filing(text)
    assert [one.source.text[span.start : span.end] for span in one.source.secrets] == [
        "【私:肺癌】",
        "【私:尿毒症】",
        "【私:车祸】",
        "【私:火灾】",
        "【私:肺癌】",
        "【私:肝炎】",
    ]
    left = repr((one.title, one.notes, one.facts, one.tables, one.body))
    assert "【已隐去】" in left
    for word in ("肺癌", "尿毒症", "车祸", "火灾", "肝炎"):
        assert word not in left


def test_a_board_only_category_and_a_private_folder_are_secret() -> None:
    dibao = filing("类别: 低保对象\n期间: 2026-Q3\n")
    assert dibao.secret
    assert dibao.source.sealed
    assert filing(other(""), "石桥村/不公开/a.yaml").secret
    assert not filing(other("")).secret


def test_rows_from_a_private_workbook_make_the_filing_secret() -> None:
    rows = "项目,金额\n甲,1.00\n".encode()
    result = read(other("表: [{名: 甲, 行: 不公开/甲.csv}]\n"), rowfiles={"石桥村/不公开/甲.csv": rows})
    assert [one.slug for one in result.diagnostics] == ["row-file-private"]
    assert result.filing is not None
    assert result.filing.secret


@pytest.mark.parametrize(
    "spelled",
    [
        "收支明细:\n  - {日期: 3-05, 摘要: 机动地承包费, 收入: 12,000.00}\n",
        "收支明细: |\n  日期 | 摘要 | 收入\n  3-05 | 机动地承包费 | 12,000.00\n",
        "lines:\n  行:\n    - {日期: 3-05, 摘要: 机动地承包费, 收入: 12,000.00}\n",
        "收支明细: 三月.csv\n",
        "收支明细: {文件: 三月.csv}\n",
        "收支明细: {行: 三月.csv}\n",
        "收支明细: {行: {文件: 三月.csv}}\n",
        "收支明细: .\\三月.csv\n",
    ],
)
def test_three_spellings_of_rows(spelled: str) -> None:
    files = {"石桥村/三月.csv": '日期,摘要,收入\n3-05,机动地承包费,"12,000.00"\n'.encode()}
    result = read(f"类别: 财务收支明细\n期间: 2026-03\n{spelled}", rowfiles=files)
    assert result.diagnostics == []
    assert result.filing is not None
    table = result.filing.table("lines")
    assert table is not None
    cell = table.rows[0].cells[table.column("income")]
    assert isinstance(cell.value, Amount)
    assert cell.value.number == 12000
    assert table.source in ("", "石桥村/三月.csv")


def test_options_of_a_row_file() -> None:
    files = {"石桥村/甲.csv": "标题,,\n姓名,面积\n赵甲一,3.50\n合计,3.50\n".encode()}
    text = "表:\n  - {名: 甲, 行: {文件: 甲.csv, 表头行: 2, 合计行: 4, 栏名: {户主: 姓名}}}\n"
    result = read(other(text), rowfiles=files)
    assert result.filing is not None
    table = result.filing.tables[0]
    assert [column.label for column in table.columns] == ["户主", "面积"]
    assert len(table.rows) == 2


def test_free_tables_by_list_by_name_and_alone() -> None:
    listed = filing(other("表:\n  - {名: 甲, 行: [{项: 一}]}\n  - {名: 乙, 行: [{项: 二}]}\n"))
    named = filing(other("表:\n  甲: |\n    项 | 数\n    一 | 1\n  乙: {行: [{项: 二}], 小计: 项}\n"))
    alone = filing(other("表: {行: [{项: 一}], 摘录: 是, 版式: {转置: 是, 并排: [收, 支]}}\n"))
    assert [table.id for table in listed.tables] == [table.id for table in named.tables] == ["甲", "乙"]
    assert named.tables[1].subtotal == "项"
    assert (alone.tables[0].id, alone.tables[0].excerpt) == ("表", True)
    assert alone.tables[0].layout == Layout(True, ("收", "支"))


def test_columns_corrected_added_and_numbered() -> None:
    text = """
        表:
          - 名: 甲
            栏: {标准: 文字, 户: 户数 户 去重}
            栏号: [无, 1, 2]
            行: |
              项 | 标准 | 户
              一 | 丙等 | 3
    """
    table = filing(other(text)).tables[0]
    assert [(column.kind, column.distinct, column.number) for column in table.columns] == [
        ("text", False, ""),
        ("text", False, "1"),
        ("count", True, "2"),
    ]
    added = filing("""
        类别: 财务收支明细
        期间: 2026-03
        栏+: {组别: 文字}
        收支明细:
          - {日期: 3-05, 组别: 一组, 摘要: 机动地承包费, 收入: 12.00}
    """).tables[0]
    assert added.column("组别") >= 0


def test_an_added_column_may_name_its_table() -> None:
    result = read("""
        类别: 收支汇总
        期间: 2026-Q1
        栏+: {收入: {组别: 文字}}
        期初余额: 0.00
        收入: [{科目: 其他收入, 金额: 1.00, 组别: 一组}]
        支出: [{科目: 其他支出, 金额: 1.00}]
        收入合计: 1.00
        支出合计: 1.00
        期末余额: 0.00
    """)
    assert result.diagnostics == []
    assert result.filing is not None
    income, expense = result.filing.tables
    assert (income.column("组别") >= 0, expense.column("组别") >= 0) == (True, False)


def test_checks_of_a_table_and_of_a_block() -> None:
    one = filing(other("表: {名: 甲, 行: [{a: 1, b: 1}], 校验: [a = b]}\n校验: |\n  甲.a = 甲.b\n\n  甲.b = 甲.a\n"))
    assert [(check.table, check.identity.text, check.span.line) for check in one.checks] == [
        ("甲", "a = b", 4),
        ("", "甲.a = 甲.b", 6),
        ("", "甲.b = 甲.a", 8),
    ]


def test_markdown_filing_with_numbers_in_its_text() -> None:
    text = "---\n类别: 其他公示\n期间: 2026-03\n数据: {总任务: 120户, 已完成: 98户}\n---\n\n已完成[98](=已完成)户，\n还有{=总任务 - 已完成}户，投资[8.6](=总任务)万元。\n"
    one = filing(text, "石桥村/a.md")
    assert [(n.text, n.inserted, n.unit, n.span.line, n.span.column) for n in one.prose] == [
        ("98", False, "户", 7, 4),
        ("", True, "户", 8, 3),
        ("8.6", False, "万元", 8, 19),
    ]
    assert one.body.startswith("\n已完成[98](=已完成)户") or one.body.startswith("已完成[98](=已完成)户")


def test_a_file_that_did_not_parse_gives_a_sealed_source() -> None:
    result = read("类别: 其他公示\n期间 2026-03\n")
    assert result.filing is None
    assert result.source.sealed
    assert result.diagnostics != []


def test_a_stage_the_category_has_not() -> None:
    text = "类别: 村民会议决定及实施\n期间: 2026-03-05\n阶段: 决算\n"
    slugs = [one.slug for one in read(text).diagnostics]
    assert slugs in ([], ["unknown-stage"])


LEDGER = """
    类别: 财务收支明细
    期间: 2026-03
    公开日期: 2026-04-08
    收支明细: |
      {head}
      3-18 | 记-002 | 路灯维修 3 盏 | 公益支出 | | 621.00
      3-19 | 记-003 | 打印纸 2 箱 | 办公费 | | 179.00
      合计 | | | | | 800.00
    """


@pytest.mark.parametrize(
    ("head", "rows", "sealed"),
    [("日期 | 凭证号 | 科目 | 收入 | 支出", 3, False), ("日期 | 凭证号 | 摘要 | 科目 | 收入", 0, True)],
)
def test_a_name_left_out_of_a_head_is_one_finding_and_no_cell_is_judged_in_its_stead(head: str, rows: int, sealed: bool) -> None:
    result = read(LEDGER.replace("{head}", head))
    assert of(result.diagnostics) == [("head-short", 5, 3)]
    assert result.filing is not None
    assert sum(len(table.rows) for table in result.filing.tables) == rows
    assert result.source.sealed is sealed


def test_a_misspelt_name_in_a_head_is_one_finding() -> None:
    result = read(LEDGER.replace("{head}", "日期 | 凭证号 | 摘耍 | 科目 | 收入 | 支出"))
    assert [one.slug for one in result.diagnostics] == ["unknown-key"]
