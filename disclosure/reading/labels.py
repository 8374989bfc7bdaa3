"""What a column most likely holds, told by the words of its head: money, heads, days, codes, or somebody's number."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from disclosure.basis.text import normalise_label
from disclosure.basis.units import dimension
from disclosure.reading.table import Personal

NUMERIC = frozenset({"money", "quantity", "area", "rate", "percent", "share", "count", "ratio", "change"})
"""Kinds whose cells are read as amounts."""

ADDED = frozenset({"money", "quantity", "area", "share", "count"})
"""Kinds whose cells may be added at all."""

HIDE = Personal(board="hide", web="hide")
MASK = Personal(board="show", web="mask")

SERIALS = frozenset({"序号", "序", "顺序号", "行次", "排序", "No", "No.", "NO", "NO.", "no", "seq"})
REMARKS = frozenset({"备注", "remark"})
LEVELS_OF_CODE = frozenset({"类", "款", "项"})
"""Heads of the columns that hold one level each of an account code: 201 | 03 | 01."""
TOTALS = frozenset({"合计", "总计", "共计", "小计", "总合计", "总数", "总额"})


class Guess(NamedTuple):
    """What a label says of its column; ``kind`` '' when it says nothing, ``firm`` when cells cannot overrule it."""

    kind: str
    additive: str = "yes"
    personal: Personal | None = None
    firm: bool = False


_OFFICE = re.compile(r"监督|举报|办公|服务|咨询|值班|热线|投诉")
_COUNTED = "人户村台件辆头只套张笔宗处项组份名位次个床间座棵株条家"

_PATTERNS: tuple[tuple[str, Guess], ...] = (
    (r"身份证|证件号|公民身份|残疾人?证号", Guess("id_card", "no", HIDE, firm=True)),
    (r"(?:账|帐|卡)号|银行卡|社保卡|存折|一卡通(?:账|卡|号)", Guess("bank_card", "no", HIDE, firm=True)),
    (r"电话|手机|联系方式|座机", Guess("phone", "no", HIDE, firm=True)),
    (r"(?:编号|代码|编码|号码|代号|行次|栏次|号)$|^(?:序|No\.?)$", Guess("code", "no", firm=True)),
    (r"同比|环比|增减(?:率|幅度?)?$|增长率?$|[增涨降升]幅$|增速$|升降$|变动$", Guess("change", "no")),
    (r"(?:率|比|权重|比例|比重|百分比|百分点|(?:贡献|满意|知晓|认可)度|[%％])$|^占(?![地用])", Guess("percent", "no")),
    (r"(?:标准|单价|均价|价格|地价|工价)$|^(?:人均|户均|亩均|平均|每[亩户人斤吨个])", Guess("rate", "no")),
    (r"^是否", Guess("yes_no", "no")),
    (r"(?:日期|时间|年月日|[成到截止始]日)$|^(?:起始|到期|截止)日?$", Guess("date", "no")),
    (r"(?:年度|年份|月份|季度|期间|年月|所属期|届次)$", Guess("period", "no")),
    (r"^[年月日]$", Guess("code", "no")),
    (r"(?:姓名|户主|人名|(?:承包|承租|领取|收款|受益|申请|监护|持证|受助|领款|报销|购买|使用|权利|被征收|被征地|承建|保障)人|户名|救助对象|低保对象|保障对象|学生|村民|农户|股东)(?:签[名字])?$", Guess("person", "no", MASK)),
    (r"(?:经手|经办|证明|审批|审核|负责|责任|联系|保管|复核|制表|记账|出纳|主持|记录)人$|(?:领衔|村民)?代表$|附议人$", Guess("person", "no")),
    (r"(?:面积|亩数|公顷数)$", Guess("area")),
    (r"(?:年限|期限|年数|年龄|工龄|党龄|周岁|名次|排名|得分|分数|楼层)$", Guess("quantity", "no")),
    (r"数量$", Guess("quantity")),
    (rf"(?:[{_COUNTED}]数|[{_COUNTED}]口数?|人次|户次|名额|人口|劳力|劳动力)$", Guess("count")),
    (r"^(?:[期月季年][初末]|[上本][期月季年]).{0,2}(?:余额|结余|结存)$", Guess("money")),
    (r"(?:余额|结余|结存|滚存)$", Guess("money", "no")),
    (
        r"(?:金额|资金|收入|支出|款|款项|费|费用|补贴|补助|补偿|奖励|工资|报酬|津贴|经费|总额|价款|租金|收益|利润|盈余|亏损|投资|造价|概算|预算|决算|押金|捐款|应付|实付|应发|实发|应收|实收|年租"
        r"|到账|到位|拨付|支付|已付|未付|(?:成交|中标|结算|控制|评估|起拍|底|总|合同)价|产值|债务|债权|资产|负债|税|金|投资规模|(?<!份)额|[原净现残]值|折旧)数?$",
        Guess("money"),
    ),
    (r"(?:股份|份额|股数|股权)$", Guess("share")),
    (r"(?<![一二三四五六七八九十0-9])(?:组|组别|小组|村组)$", Guess("text", "no", firm=True)),
    (
        r"(?:名称|地址|住址|地点|位置|四至|摘要|备注|说明|内容|事由|用途|来源|规格|型号|类别|类型|种类|科目|方式|结果|意见|等级|级别|条件|依据|原因|对象类型|进度|措施)$",
        Guess("text", "no"),
    ),
)
_BARE_UNITS = frozenset(["户", "人", "台", "件", "头", "只", "套", "辆", "间", "处", "株", "个", "名", "口", "张", "份", "次", "宗", "笔", "条", "座", "人次", "户次", "亩", "公顷", "平方米", "元", "万元", "吨", "斤", "公斤", "公里", "米", "度"])
_RULES = tuple((re.compile(pattern), guess) for pattern, guess in _PATTERNS)
_GENERIC = re.compile(
    r"^(?:本|上|全|当|去|今|年|期|月|季|累计|预算|决算|计划|实际|完成|账面|实存)[^人户村]*?(?:数|额|数额|初|末|月|季|年|季度|年度|期|同期|累计|计|增加|减少|增减|发生)$|^(?:合计|总计|共计|小计|总数|总额|数额|累计)$"
)
_TIMES_BEGIN = frozenset("0123456789第一二三四上下")
_TIME = re.compile(r"^(?:[0-9]{2,4}年度?)?(?:[0-9]{1,2}月份?|第?[一二三四1-4]季度|[上下]半年)?(?:数|实际|预算|决算|计划|完成|执行)?数?$")
_NOTE = re.compile(r"[(（][^()（）]*[)）]$")


@lru_cache(maxsize=8192)
def guess(label: str) -> Guess:
    """Return what a head's words say of the column's kind; kind '' when they say nothing."""
    bare = _NOTE.sub("", normalise_label(label)) or normalise_label(label)
    if bare in _BARE_UNITS:
        return Guess(kind_of_unit(bare))
    for pattern, found in _RULES:
        if pattern.search(bare):
            return _softened(found, bare)
    return Guess("")


def _softened(found: Guess, bare: str) -> Guess:
    """Let numbers of an office be shown: 监督电话 is there to be called."""
    if found.kind == "phone" and _OFFICE.search(bare):
        return found._replace(personal=None)
    return found


_STATED = re.compile(r"数量$|(?:预算|决算|调整|执行|发生|完成|计划|实际|核定|下达|分配)(?:数|额)?$")
_REPEATED = re.compile(r"^(?:每|单位|单方|小时|[日月时天亩](?![份产]?[初末度]))|累计|结存|结余|余额|账面|(?:[价租薪均标]|基数|定额|系数|倍数|班费)$")


@lru_cache(maxsize=8192)
def is_plainly_added(label: str) -> bool:
    """Tell whether a head's words say that what stands beneath adds up; a daily wage or a height may be repeated or averaged instead."""
    found = guess(label)
    named = found.kind in ("money", "area", "share", "count") or is_generic(label) or _STATED.search(normalise_label(label)) is not None
    return named and found.additive == "yes" and not _REPEATED.search(normalise_label(label))


@lru_cache(maxsize=8192)
def is_generic(label: str) -> bool:
    """Tell whether a head names only a time or a sum (本月数, 2025年, 合计): what is counted stands elsewhere."""
    bare = _NOTE.sub("", normalise_label(label))
    return _GENERIC.search(bare) is not None or (bare[:1] in _TIMES_BEGIN and _TIME.fullmatch(bare) is not None)


@lru_cache(maxsize=1024)
def kind_of_unit(unit: str) -> str:
    """Return the kind of column a known unit makes, '' for an unknown one."""
    kinds = {"money": "money", "area": "area", "count": "count", "percent": "percent", "rate": "rate", "": ""}
    return kinds.get(dimension(unit), "quantity")


_TIMES = frozenset({"年", "岁", "周岁", "月", "日"})


def additive_of(kind: str, unit: str, label: str) -> str:
    """Return 'no' where adding means nothing: prices, shares in percent, balances, ages; else 'yes'."""
    if kind not in ADDED or unit in _TIMES:
        return "no"
    return guess(label).additive if guess(label).kind in (kind, "quantity", "change", "percent", "rate") else "yes"
