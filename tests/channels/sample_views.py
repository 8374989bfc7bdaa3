"""Views made by hand, every person invented: the shapes a poster must take."""

from __future__ import annotations

import re
from dataclasses import replace

from markupsafe import Markup
from markupsafe import escape

from disclosure.basis.text import em_width
from disclosure.views.model import CellView
from disclosure.views.model import ColumnView
from disclosure.views.model import FactView
from disclosure.views.model import FilingView
from disclosure.views.model import GroupHead
from disclosure.views.model import LawView
from disclosure.views.model import Link
from disclosure.views.model import MissingView
from disclosure.views.model import NoteUnder
from disclosure.views.model import RowView
from disclosure.views.model import SignView
from disclosure.views.model import StatusView
from disclosure.views.model import TableView

_FIGURES = re.compile(r"[0-9][0-9,.]* ?[元亩户人只台度]|[0-9]+月[0-9]+日")
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧"
_GIVEN = ("满仓", "玉兰", "石生", "木匠", "荷香", "长根", "春生", "来福", "庆丰", "水旺", "美凤", "立夏", "小满", "守田", "德厚", "秀英")


def cell(text: str, css: str = "x", label: str = "") -> CellView:
    """Return a cell with figures kept together."""
    html = Markup(_FIGURES.sub(lambda found: f'<span class="num">{found[0]}</span>', str(escape(text))))
    return CellView(html, css, label, not text, 1, em_width(text) / 1000, text)


def row(number: str, texts: list[str], css: list[str], role: str = "item", **more: object) -> RowView:
    """Return a row of cells."""
    cells = tuple(cell(text, kind) for text, kind in zip(texts, css, strict=True))
    return RowView(number, f"r{number}" if number else "", role, 0, cells, **more)  # type: ignore[arg-type]


def filing(**changes: object) -> FilingView:
    """Return a filing of 石桥村 for October 2026 with nothing in it but what every filing has."""
    base = FilingView(
        medium="board",
        filing_id="qinghe/shiqiao/fin.ledger/2026-10",
        path="qinghe/shiqiao/fin-ledger/2026-10/index.html",
        place="qinghe/shiqiao",
        place_name="石桥村",
        category="fin.ledger",
        category_name="财务收支明细",
        subject="finance",
        subject_name="财务",
        period="2026-10",
        period_words="2026年10月",
        title="",
        stage="",
        crumbs=(),
        status=StatusView("published", "已", "已按时公开"),
        say=Markup(""),
        lead=Markup(""),
        tables=(),
        facts=(),
        body=Markup(""),
        notes=(Markup("银行对账单 10月31日，账面与银行一致。"),),
        signatures=(
            SignView("制表", "王敏", "11月5日", ""),
            SignView("监委会审核", "李国强", "11月6日", "同意公开"),
            SignView("理事长", "周德明", "11月6日", ""),
        ),
        posting=(),
        laws=(
            LawView("《农村集体经济组织法》第四十五条", "定期将财务情况向成员公布", ""),
            LawView("《村民委员会组织法》（2025年修正）第三十五条", "", ""),
        ),
        due_words="次月 15 日前（地方规定）",
        downloads=(),
        corrections=(),
        hotline="0000-612 3380",
        hotlines=(("青禾镇监督电话", "0000-612 3380"),),
        largest=(),
        posted="11月6日",
        posted_until="11月21日",
        code="7K2R-2XQ4-3DZZ",
        digest="0" * 64,
        url="https://qinghe.example/shiqiao/fin-ledger/2026-10/",
        reply_words="收到意见后，村里 10 日内答复",
    )
    return replace(base, **changes)  # type: ignore[arg-type]


_LEDGER = (
    ("3", "机动地承包费，东洼 48.00 亩，每亩 250.00 元", "经营收入", 12000_00, 0),
    ("5", "路灯电费（9月，1,284 度）", "公益支出", 0, 719_04),
    ("8", "保洁员工资，3 人（9月）", "公益支出", 0, 4800_00),
    ("9", "县财政拨付村级运转经费（第四季度）", "补助收入", 20000_00, 0),
    ("10", "自来水泵维修，换 2.2 千瓦电机 1 台", "公益支出", 0, 1860_00),
    ("12", "仓库出租租金（10—12月）", "经营收入", 3600_00, 0),
    ("13", "村道清淤租挖掘机，6 台班，每台班 900.00 元", "公益支出", 0, 5400_00),
    ("15", "村干部误工补贴，5 人（9月）", "管理费用", 0, 6250_00),
    ("16", "村部电费、网费", "管理费用", 0, 486_30),
    ("18", "订阅 2027 年报刊", "管理费用", 0, 1206_00),
    ("20", "退还渠道工程质保金", "应付款", 0, 2000_00),
    ("22", "重阳节慰问 70 岁以上老人 41 人，每人 100.00 元", "公益支出", 0, 4100_00),
    ("25", "存款利息", "其他收入", 87_60, 0),
    ("27", "集体林抚育补助到账，312.50 亩，每亩 20.00 元", "补助收入", 6250_00, 0),
    ("29", "购买垃圾桶 20 只，每只 138.00 元", "公益支出", 0, 2760_00),
    ("31", "打印纸、硒鼓", "管理费用", 0, 318_50),
)
_LEDGER_CSS = ["d", "vo", "s", "a", "r", "r", "r bal"]
_PARTS = {3: ("村道保洁 2 人", "3,200.00", "垃圾清运 1 人", "1,600.00"), 4: ("办公经费", "12,000.00", "监委会工作经费", "8,000.00"), 9: ("电费", "326.30", "网费", "160.00")}


def money(cents: int) -> str:
    """Return cents as «1,234.56», '' for none."""
    return f"{cents // 100:,}.{cents % 100:02d}" if cents else ""


def ledger_table(count: int = 16) -> TableView:
    """Return a cash book of ``count`` entries with parts, a correction, opening, total and closing."""
    balance, got, paid = 152300_00, 0, 0
    body = [row("", ["", "", "期初余额", "", "", "", money(balance)], _LEDGER_CSS, "edge")]
    for number in range(1, count + 1):
        day, words, account, income, expense = _LEDGER[(number - 1) % len(_LEDGER)]
        balance, got, paid = balance + income - expense, got + income, paid + expense
        texts = [f"10月{day}日", f"记-{number:03d}", words, account, money(income), money(expense), money(balance)]
        more: dict[str, object] = {"spoken": f"石桥村 财务 2026-10 第 {number} 行"}
        parts = _PARTS.get(number)
        if parts:
            more["parts"] = ((f"其中 {parts[0]}", parts[1]), (f"其中 {parts[2]}", parts[3]))
        if number == 10:
            more["under"] = (NoteUnder(Markup("<b>更正</b>（11月6日）支出原登 <del>1,260.00</del>，应为 1,206.00；数字抄反。"), "correction"),)
        body.append(row(str(number), texts, _LEDGER_CSS, **more))
        if parts:
            at = 4 if income else 5
            for words, figure in (parts[:2], parts[2:]):
                texts = ["", "", f"其中 {words}", "", "", "", ""]
                texts[at] = figure
                body.append(row("", texts, _LEDGER_CSS, "of_which"))
    foot = (
        row("", ["", "", "本月合计", "", money(got), money(paid), ""], _LEDGER_CSS, "total"),
        row("", ["", "", "期末余额", "", "", "", money(balance)], _LEDGER_CSS, "edge"),
    )
    heads = (("date", "日期", "", "d"), ("voucher", "凭证", "", "vo"), ("summary", "摘要", "", "s"), ("account", "科目", "", "a"), ("income", "收入", "元", "r"), ("expense", "支出", "元", "r"), ("balance", "余额", "元", "r bal"))
    columns = tuple(ColumnView(*head) for head in heads)
    proof = f"验算：152,300.00 + {money(got)} − {money(paid)} = {money(balance)}。"
    return TableView("lines", "收支明细", f"收支明细，{count} 笔。", "ledger", columns, (), tuple(body), foot, proof, f"{count} 笔", label_at=2)


def ledger(count: int = 16) -> FilingView:
    """Return a month's cash book."""
    return filing(
        tables=(ledger_table(count),),
        say=Markup("十月收入 <b>41,937.60</b> 元，支出 <b>29,899.84</b> 元，月末结余 <b>164,337.76</b> 元。"),
        lead=Markup('比上月末多 <span class="num">12,037.76 元</span>。最大的三笔支出：村干部误工补贴 6,250.00 元，村道清淤 5,400.00 元，保洁员工资 4,800.00 元。更正 1 处，在第 <a href="#r10">10</a> 行。'),
        largest=(("村干部误工补贴", "6,250.00 元", "8"), ("村道清淤租挖掘机", "5,400.00 元", "7"), ("保洁员工资", "4,800.00 元", "3")),
    )


def names(count: int) -> list[str]:
    """Return invented names."""
    return [_SURNAMES[at * 7 % len(_SURNAMES)] + _GIVEN[at * 5 % len(_GIVEN)] for at in range(count)]


def subsidy(count: int = 60, groups: int = 5) -> FilingView:
    """Return a subsidy list by households, in groups with their own sums."""
    css = ["s", "r", "r"]
    body: list[RowView] = []
    areas = [188 + at * 137 % 1010 for at in range(count)]
    for at, name in enumerate(names(count)):
        if groups and at % (count // groups) == 0:
            part = areas[at : at + count // groups]
            body.append(row("", [f"{'一二三四五六七八九十'[at * groups // count]}组 {len(part)} 户", f"{sum(part) / 100:,.2f}", money(round(sum(part) * 92.4))], css, "group"))
        body.append(row(str(at + 1), [name, f"{areas[at] / 100:.2f}", money(round(areas[at] * 92.4))], css))
    foot = (row("", ["合计", f"{sum(areas) / 100:,.2f}", money(round(sum(areas) * 92.4))], css, "total"),)
    columns = (ColumnView("holder", "户主", "", "s"), ColumnView("area", "面积", "亩", "r"), ColumnView("amount", "金额", "元", "r"))
    table = TableView("rows", "发放明细", f"发放明细，{count} 户。", "plain", columns, (), tuple(body), foot, count=f"{count} 户")
    return filing(
        category="subs.arable",
        category_name="耕地地力保护补贴",
        subject="subsidy",
        subject_name="补贴",
        period="2026",
        period_words="2026年",
        tables=(table,),
        say=Markup(f"<b>{count}</b> 户，<b>{sum(areas) / 100:,.2f}</b> 亩，每亩 <b>92.40</b> 元，共 <b>{money(round(sum(areas) * 92.4))}</b> 元。"),
        notes=(Markup("金额 = 面积 × 92.40，按户四舍五入到分。身份证号、银行账号不上墙。"),),
    )


def two_levels() -> FilingView:
    """Return a table of ten columns under two levels of heads (county housing plan)."""
    towns = ["桂阳街道", "桂溪街道", "新民镇", "沙坪镇", "曹回镇", "周嘉镇", "普顺镇", "高安镇", "长龙镇", "沙河乡", "杠家镇", "大石乡", "澄溪镇", "太平镇", "五洞镇", "高峰镇", "砚台镇", "白家镇", "包家镇", "坪山镇", "三溪镇", "裴兴镇", "永平镇"]
    css = ["s", *["r"] * 8]
    body = []
    for at, town in enumerate(towns):
        c, d, none = int(at % 9 == 3), at % 4 + 1, at % 3
        texts = [town, str(c or ""), "0.75" if c else "", str(d), f"{d * 2.1:.2f}", str(none or ""), f"{none * 2.1:.2f}" if none else "", str(c + d + none), f"{c * 0.75 + (d + none) * 2.1:.2f}"]
        body.append(row(str(at + 1), texts, css))
    foot = (row("", ["合计", "3", "2.25", "42", "88.20", "12", "25.20", "57", "115.65"], css, "total"),)
    leaves = [("town", "乡镇、街道", "")] + [(f"c{at}", label, unit) for at in range(3) for label, unit in (("户数", ""), ("补助资金", "万元"))] + [("n", "总户数", ""), ("m", "补助资金", "万元")]
    columns = tuple(ColumnView(name, label, unit, css[at]) for at, (name, label, unit) in enumerate(leaves))
    groups = ((GroupHead("", 1), GroupHead("C级", 2), GroupHead("D级", 2), GroupHead("无房户", 2), GroupHead("合计", 2)),)
    table = TableView("plan", "计划表", "计划表。", "list two", columns, groups, tuple(body), foot, label_at=0)
    return filing(
        place_name="垫平县",
        category_name="农村危房改造补助资金计划",
        subject_name="工程",
        period_words="2021年第一批",
        tables=(table,),
        say=Markup("<b>57</b> 户，补助资金 <b>115.65</b> 万元。"),
        notes=(Markup("C级危房改造补助标准为 0.75 万元/户。"), Markup("D级危房改造及无房户改造补助标准为 2.1 万元/户。")),
    )


def transposed() -> FilingView:
    """Return a table whose rows are set as columns."""
    towns = (("玉城街道", 2039, 2.1), ("坎门街道", 2200, 2.2), ("大麦屿街道", 1486, 1.8), ("清港镇", 1514, 1.8), ("芦浦镇", 689, 1.4), ("干江镇", 1041, 1.6), ("龙溪镇", 688, 1.4), ("鸡山乡", 361, 1.2), ("海山乡", 285, 1.2))
    css = ["s", "r", "r"]
    body = tuple(row(str(at), [name, f"{count:,}", f"{amount:.1f}"], css) for at, (name, count, amount) in enumerate(towns, 1))
    foot = (row("", ["合计", "10,303", "14.7"], css, "total"),)
    columns = (ColumnView("town", "乡镇（街道）", "", "s"), ColumnView("n", "残疾人人数", "人", "r"), ColumnView("m", "补助资金", "万元", "r"))
    table = TableView("alloc", "附件1 分配表", "附件1 分配表。", "transposed list", columns, (), body, foot)
    return filing(category_name="残疾人临时困难补助分配", subject_name="救助", period_words="2020年", tables=(table,), say=Markup("<b>10,303</b> 人，补助资金 <b>14.7</b> 万元。"))


_STATEMENT = (
    (0, "一、收入", ""), (0, "（一）伙食收入", "2,408,841.00"), (1, "1、学生伙食收入", "2,087,580.00"), (1, "2、教职工伙食收入", "321,261.00"), (1, "3、其他伙食收入", ""),
    (0, "（二）其他收入", "1,157.97"), (1, "1、利息收入", "1,157.97"), (1, "2、其他", ""), (1, "3、超市收入", ""), (0, "（三）补贴收入", ""), (1, "1、上级补贴收入", ""),
    (0, "收入合计", "2,409,998.97"), (0, "二、支出", ""), (0, "（一）伙食支出", "2,397,371.21"), (1, "1、学生伙食支出", "2,070,052.33"), (1, "2、教职工伙食支出", "327,318.88"),
    (0, "支出合计", "2,397,371.21"), (0, "三、本期盈余", "12,627.76"), (1, "1、学生伙食本期盈余", "17,527.67"), (2, "学生伙食本期盈余率（%）", "0.84%"), (1, "2、教职工伙食本期盈余", "−6,057.88"), (1, "3、其他本期盈余", "1,157.97"),
)  # fmt: skip


def statement() -> FilingView:
    """Return a nested statement: subtotals above, totals below, a rate, a negative figure."""
    css = ["s", "r"]
    body = []
    for level, label, figure in _STATEMENT:
        role = "total" if "合计" in label else "group" if not figure and level == 0 else "rate" if "率" in label else "item"
        body.append(replace(row("", [label, figure], css, role), level=level))
    columns = (ColumnView("item", "项目", "", "s"), ColumnView("term", "本学期数", "元", "r"))
    table = TableView("statement", "收支盈亏表", "收支盈亏表。单位：元。", "plain", columns, (), tuple(body), (), numbered=False)
    return filing(category_name="收支盈亏表", period_words="2023年春学期", tables=(table,), say=Markup("收入 <b>2,409,998.97</b> 元，支出 <b>2,397,371.21</b> 元，盈余 <b>12,627.76</b> 元。"))


def several() -> FilingView:
    """Return a board of several small tables with facts (villages' own way)."""
    first = TableView(
        "land", "土地承包经营权流转情况", "土地承包经营权流转情况，4 宗。", "plain",
        (ColumnView("g", "组", "", "s"), ColumnView("k", "地类", "", "x"), ColumnView("a", "面积", "亩", "r")), (),
        tuple(row(str(at), list(texts), ["s", "x", "r"]) for at, texts in enumerate((("五组", "水田", "24.65"), ("五组", "旱地", "27.84"), ("六组", "旱地", "16.10"), ("七组", "旱地", "2.26")), 1)),
        (row("", ["合计", "", "70.85"], ["s", "x", "r"], "total"),),
    )  # fmt: skip
    css = ["s", *["r"] * 7]
    labels = ("年度", "应参保人数", "特殊对象", "在校学生", "一档", "二档", "合计", "完成率")
    second = TableView(
        "health", "新型农村合作医疗情况", "新型农村合作医疗情况。", "list two",
        tuple(ColumnView(f"c{at}", label, "", css[at]) for at, label in enumerate(labels)),
        ((GroupHead("", 4), GroupHead("已参保人数", 2), GroupHead("", 2)),),
        (row("1", ["2010年度", "678", "47", "123", "499", "9", "678", "100%"], css), row("2", ["2011年度", "680", "47", "125", "499", "9", "680", "100%"], css)), (),
    )  # fmt: skip
    third = TableView(
        "waste", "“四荒”发包情况", "“四荒”发包情况，3 宗。", "list",
        tuple(ColumnView(f"w{at}", label, unit, kind) for at, (label, unit, kind) in enumerate((("组别", "", "x"), ("荒山面积", "亩", "r"), ("改造面积", "亩", "r"), ("承包人", "", "s"), ("承包年限", "年", "r")))), (),
        tuple(row(str(at), list(texts), ["x", "r", "r", "s", "r"]) for at, texts in enumerate((("三", "200", "200", "赵甲一", "30"), ("六", "100", "100", "钱乙二", "30"), ("六", "30", "30", "孙丙三", "30")), 1)), (), label_at=3,
    )  # fmt: skip
    facts = (FactView("流转租金", Markup("水田 120 元/亩、旱地 60 元/亩")), FactView("流转期限", Markup("二十年")), FactView("合作医疗资金", Markup("1,200"), "元"), FactView("社保奖金", Markup("5,000"), "元"))
    return filing(place_name="万秀村", category_name="其他公示", subject_name="村务", period_words="2010年度", tables=(first, second, third), facts=facts, say=Markup("流转土地 <b>70.85</b> 亩，参保 <b>680</b> 人。"))


def prose() -> FilingView:
    """Return a notice that is words alone."""
    body = (
        "<p>青禾镇各村、镇直各单位：</p><p>根据县人民政府关于秋季森林防火工作的安排，自 2026年10月1日起至 2027年4月30日止为森林防火期。现将有关事项通告如下，请全体村民互相转告、共同遵守。</p>"
        "<h2>一、禁火范围</h2><p>全镇行政区域内的山林、林缘 50 米以内的地带，以及坟山、果园、茶园均为禁火区。</p>"
        "<h2>二、禁止行为</h2><ol><li>烧荒、烧田埂草、烧秸秆、烧灰积肥；</li><li>上坟烧纸、燃放烟花爆竹、点蜡烛；</li><li>野外吸烟、烤火、野炊；</li><li>携带火种和易燃易爆物品进入林区。</li></ol>"
        "<h2>三、法律责任</h2><p>违反本通告的，由林业主管部门依照《中华人民共和国森林法》《森林防火条例》处 200 元以上 3,000 元以下罚款；造成森林火灾的，依法承担赔偿责任；构成犯罪的，依法追究刑事责任。</p>"
        "<h2>四、值班与报警</h2><p>防火期内村里 24 小时有人值班。发现火情，先报警，再报村里；妇女、老人、孩子不要上山扑火。</p>"
    )
    return filing(category_name="森林防火通告", subject_name="村务", period_words="2026年秋", body=Markup(body), notes=(), say=Markup("十月一日起半年，山上不许用火。"), laws=())


def nil() -> FilingView:
    """Return a nil filing that still states its balances."""
    facts = (FactView("期初余额", Markup("164,337.76"), "元"), FactView("期末余额", Markup("164,337.76"), "元"))
    return filing(period_words="2026年11月", nil="本月没有收支。", say=Markup("本月没有收支。月末结余 <b>164,337.76</b> 元。"), facts=facts, notes=())


def missing() -> MissingView:
    """Return a slot that should have been filled."""
    return MissingView(
        path="qinghe/dongpo/fin-ledger/2026-09/index.html",
        place_name="东坡村",
        category_name="财务收支明细",
        period_words="2026年9月",
        crumbs=(),
        status=StatusView("missing", "缺", "到期未公开"),
        due_sentence="应于 2026年10月15日前公开，尚未公开。",
        overdue="到 11月13日，已过期 29 天。",
        laws=(LawView("《农村集体经济组织法》第四十五条", "定期将财务情况向成员公布", ""),),
        deadline="次月15日前（地方规定）",
        who="东坡村集体经济组织理事会",
        previous=Link("2026年8月", "", "9月18日公开，迟 3 天"),
        phones=(("村监委会", "0000-612 3341"), ("镇经管站", "0000-612 3380")),
        subject_name="财务",
        slot_note="这块地方留给东坡村九月的账。账贴出后，撤下本张。",
        remedy="不及时公布的，村民可以向乡镇或县级政府反映，由其责令公布：《村民委员会组织法》（2025年修正）第三十六条。",
    )


def long_everything() -> FilingView:
    """Return titles, names and words far longer than any designer hoped for."""
    view = ledger(12)
    table = view.tables[0]
    css = _LEDGER_CSS
    words = "支付青禾镇东坡片区高标准农田建设项目配套机耕道路硬化工程（第二标段，桩号 K0+000 至 K3+450，路面宽 3.5 米、厚 0.2 米）施工单位第三期进度款，按合同约定扣除质保金百分之三后实付"
    extra = row("13", ["10月31日", "记-013", words, "发包及上交收入", "", "1,286,400.00", "−1,122,062.24"], css)
    body = (*table.body, extra)
    return replace(
        view,
        place_name="东坡杨柳湾新民社区",
        category_name="农村集体经济组织财务收支明细及高标准农田建设项目资金使用情况公开",
        stage="更正",
        tables=(replace(table, body=body),),
        notes=tuple(Markup(f"第 {at} 条说明：{words}。") for at in range(1, 6)),
        signatures=(
            SignView("制表（镇农经站代管会计）", "欧阳明月", "2026年11月5日", "账实相符"),
            SignView("村务监督委员会主任审核", "司徒建国", "11月6日", "已逐笔核对原始凭证，同意公开"),
            SignView("民主理财小组组长", "", "", "", True),
            SignView("村民委员会主任", "上官德明", "11月6日", "同意"),
            SignView("农村集体经济组织理事长", "诸葛向前", "11月6日", "同意公开"),
        ),
        corrections=(Markup("<b>更正</b>（11月6日）支出原登 <del>1,260.00</del>，应为 1,206.00；数字抄反。"),),
        hotlines=(("东坡杨柳湾新民社区监督电话", "0000-612 3341"), ("青禾镇监督电话", "0000-612 3380"), ("云溪县农业农村局", "0000-600 1234")),
    )


def one_row() -> FilingView:
    """Return a table of a single row."""
    css = ["s", "x", "r", "r"]
    columns = (ColumnView("n", "项目", "", "s"), ColumnView("w", "承包人", "", "x"), ColumnView("t", "期限", "年", "r"), ColumnView("m", "年租金", "元", "r"))
    table = TableView("lease", "发包情况", "发包情况，1 项。", "plain", columns, (), (row("1", ["东洼机动地 48.00 亩", "赵甲一", "3", "12,000.00"], css),), ())
    return filing(category_name="资产资源发包", tables=(table,), say=Markup("发包 <b>1</b> 项，年租金 <b>12,000.00</b> 元。"))


def panels() -> FilingView:
    """Return income left, expenditure right, as the old finance boards have it."""
    left = (("发包及上交收入", "12,000.00"), ("补助收入", "26,250.00"), ("经营收入", "3,600.00"), ("其他收入", "87.60"))
    right = (("管理费用", "8,260.80"), ("公益支出", "19,639.04"), ("应付款", "2,000.00"))
    columns = (ColumnView("i", "项目", "", "s"), ColumnView("m", "本月数", "元", "r"))
    parts = []
    for name, entries, total in (("收入", left, "41,937.60"), ("支出", right, "29,899.84")):
        rows = tuple(row(str(at), list(texts), ["s", "r"]) for at, texts in enumerate(entries, 1))
        parts.append(TableView(name, name, f"{name}。", "plain", columns, (), rows, (row("", ["合计", total], ["s", "r"], "total"),)))
    table = TableView("board", "财务公开榜", "", "panels", (), (), (), (), panels=tuple(parts))
    return filing(category_name="财务公开榜", tables=(table,), say=Markup("本月收入 <b>41,937.60</b> 元，支出 <b>29,899.84</b> 元。"))


def facts_only() -> FilingView:
    """Return a project card: facts alone."""
    facts = tuple(
        FactView(label, Markup(value), unit)
        for label, value, unit in (
            ("项目名称", "东坡片区机耕道路硬化", ""), ("建设地点", "石桥村三组、五组", ""), ("建设内容", "硬化机耕道路 3.45 公里，路面宽 3.5 米，厚 0.2 米；新建错车道 6 处；埋设涵管 12 道", ""),
            ("总投资", "1,286,400.00", "元"), ("其中财政资金", "1,000,000.00", "元"), ("施工单位", "云溪县平安建筑有限公司", ""), ("开工日期", "2026年3月1日", ""), ("竣工日期", "2026年9月30日", ""),
        )
    )  # fmt: skip
    return filing(category_name="工程项目公开", subject_name="工程", facts=facts, say=Markup("机耕道路 <b>3.45</b> 公里，投资 <b>1,286,400.00</b> 元。"))


def held() -> FilingView:
    """Return a filing held back for privacy."""
    return filing(held="此件因含个人信息暂不上网，可到公开栏查看。", signatures=(), code="", notes=())


ALL = {
    "ledger": lambda: ledger(16),
    "ledger40": lambda: ledger(40),
    "subsidy": lambda: subsidy(60, 5),
    "list200": lambda: subsidy(200, 0),
    "two_levels": two_levels,
    "transposed": transposed,
    "statement": statement,
    "several": several,
    "prose": prose,
    "nil": nil,
    "missing": missing,
    "long": long_everything,
    "one_row": one_row,
    "panels": panels,
    "facts": facts_only,
    "held": held,
}
