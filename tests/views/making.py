"""A township for view tests: places, shelves, views of filings written as a village writes them."""

from __future__ import annotations

from datetime import date

from disclosure.basis.span import Span
from disclosure.board.duties import duties
from disclosure.board.model import Board
from disclosure.board.model import Filing
from disclosure.board.model import Place
from disclosure.board.model import Settings
from disclosure.board.model import Shelf
from disclosure.views.brief import brief
from disclosure.views.filing import About
from disclosure.views.filing import filing_view
from disclosure.views.model import FilingView
from tests.board.making import catalogue
from tests.board.making import filing

TODAY = date(2026, 11, 13)
TOWN = Place("qinghe", "qinghe", "青禾镇", "township", "青禾镇", Span("青禾镇/place.yaml"), hotline="0000-6123380")
VILLAGE = Place(
    "qinghe/shiqiao",
    "shiqiao",
    "石桥村",
    "village",
    "青禾镇/石桥村",
    Span("青禾镇/石桥村/place.yaml"),
    parent="qinghe",
    hotline="0000-6123341",
    boards=("村部东墙公开栏",),
    conditions={"耕地地力保护补贴": "是", "财务往来较多": "是"},
)
OTHER = Place("qinghe/dongpo", "dongpo", "东坡村", "village", "青禾镇/东坡村", Span("青禾镇/东坡村/place.yaml"), parent="qinghe")
PLACES = {place.path: place for place in (TOWN, VILLAGE, OTHER)}
SETTINGS = Settings(title="青禾镇村务公开", url="https://example.org/qinghe", profile="chongqing", start=date(2026, 1, 1))

LEDGER = """
    类别: 财务收支明细
    期间: 2026-10
    上栏日期: 2026-11-06
    公开日期: 2026-11-06
    期初余额: 152,300.00
    收支明细:
      - {日期: 10-03, 凭证号: 记-001, 摘要: "机动地承包费，东洼 48.00 亩", 科目: 经营收入, 收入: "12,000.00"}
      - {日期: 10-05, 凭证号: 记-002, 摘要: 路灯电费, 科目: 公益支出, 支出: 719.04}
      - 日期: 10-08
        凭证号: 记-003
        摘要: 保洁员工资，3 人（9月）
        科目: 公益支出
        支出: 4,800.00
        收款人: 孙石生
        其中:
          - {摘要: 村道保洁 2 人, 支出: "3,200.00"}
          - {摘要: 垃圾清运 1 人, 支出: "1,600.00"}
      - {日期: 10-13, 凭证号: 记-007, 摘要: "村道清淤租挖掘机，6 台班", 科目: 公益支出, 支出: "5,400.00"}
      - {日期: 10-15, 凭证号: 记-008, 摘要: "村干部误工补贴，5 人", 科目: 管理费用, 支出: "6,250.00"}
      - {日期: 10-18, 凭证号: 记-010, 摘要: 订阅 2027 年报刊, 科目: 管理费用, 支出: "1,206.00"}
    期末余额: 145,924.96
    注:
      - 第 4 行是县里拨的专项经费。
    更正:
      - {日期: 2026-11-06, 位置: 6, 栏: 支出, 原: "1,260.00", 改: "1,206.00", 原因: 数字抄反}
    签字: {制表: {姓名: 王敏, 日期: 2026-11-05}, 监委会审核: {姓名: 李国强, 日期: 2026-11-06, 意见: 同意公开}, 负责人: 周德明}
"""

SUBSIDY = """
    类别: 耕地地力保护补贴
    期间: 2026
    上栏日期: 2026-06-15
    公开日期: 2026-06-15
    补贴对象: |
      组别 | 户主 | 补贴面积(亩) | 补贴标准(元/亩) | 补贴金额(元)
      一组 | 褚满仓 | 9.88 | 92.40 | 912.91
      一组 | 吕玉兰 | 3.28 | 92.40 | 303.07
      二组 | 秦满仓 | 7.7 | 92.40 | 711.48
      合计 | | 20.86 | | 1,927.46
    户数: 3
    补贴总面积: 20.86
    补贴总额: 1,927.46
    签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
"""

DIBAO = """
    类别: 低保对象
    期间: 2026-Q3
    上栏日期: 2026-10-12
    对象: |
      组别 | 户主 | 保障人数(人) | 月保障金额(元) | 起始
      一组 | 卢存根 | 2 | 1,180.00 | 2024-03
      二组 | 陶桂英 | 1 | 640.00 | 2025-01
      四组 | 费有田 | 3 | 1,725.00 | 2023-07
    保障户数: 3
    保障总人数: 6
    月保障总额: 3,545.00
    注:
      - 卢存根家本季新增一人。
    签字: {制表: 孙玉兰, 监委会审核: 李国强, 负责人: 周德明}
"""


def read(text: str, place: str = VILLAGE.path) -> Filing:
    """Read a filing of a place."""
    found = filing(text)
    object.__setattr__(found, "place", place)
    return found


def shelf(*filings: Filing) -> Shelf:
    """Put filings on the township's shelf."""
    return Shelf(PLACES, SETTINGS, catalogue(), filings)


def view(text: str, medium: str = "web", about: About | None = None, *others: Filing) -> FilingView:
    """Return the view of a filing written as text."""
    found = read(text)
    return filing_view(found, shelf(found, *others), medium, about)


def board(*filings: Filing, held: frozenset[str] = frozenset(), today: date = TODAY) -> Board:
    """Return the whole world with these filings in it."""
    whole = shelf(*filings)
    briefs = tuple(brief(one, whole, one.id in held) for one in filings)
    due = duties(SETTINGS, catalogue(), PLACES, briefs, today)
    return Board(SETTINGS, catalogue(), PLACES, briefs, due, (), today)


def other(body: str) -> str:
    """Return a 其他公示 with something in it."""
    return "类别: 其他公示\n期间: 2026-03\n上栏日期: 2026-04-08\n公开日期: 2026-04-08\n" + body
