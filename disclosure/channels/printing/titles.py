"""Breaking a long title into even lines at places where it may be taken breath, never a character alone."""

from __future__ import annotations

import re
from functools import lru_cache

from disclosure.channels.printing.metrics import natural
from disclosure.channels.printing.metrics import width

_UNITS = re.compile(r"[0-9A-Za-z.%/\-–—~]+[年月日号期第届批度季]*|（[^）]*）|《[^》]*》|.")
_STARTS = frozenset(
    ["公开", "明细", "情况", "补贴", "补助", "方案", "公示", "公告", "公布", "收支", "一览", "名单", "发放", "分配", "使用", "项目", "资金", "结果", "工程", "合同", "承包", "租赁", "征收", "征地", "补偿", "安置", "集体", "经济", "组织", "村级", "农村", "财务", "土地", "耕地", "宅基", "低保", "救助", "救灾", "计划", "决算", "预算", "执行", "报告", "统计", "汇总", "花名", "评议", "选举", "代表", "会议", "决议", "事项", "实施", "建设", "维修", "采购", "招标", "中标", "收益", "资产", "债权", "债务", "生态", "保护", "地力", "种粮", "退耕", "还林", "残疾", "老年", "高龄", "津贴", "惠农", "政策", "落实", "对象", "清理", "登记", "整改", "审计", "监督", "答复", "意见", "第一", "第二", "第三", "第四", "金额", "面积", "人数", "户数", "标准", "合计", "余额", "报酬", "承担", "日期", "时间", "利率", "单价", "数量", "方式", "进度", "内容", "收入", "支出", "结余", "租金", "到账", "增加", "减少", "收回", "偿还", "折价"]
)
CLAUSE = re.compile(r"[^，。；]+[，。；]?")
"""A clause of a sentence with its stop."""
_AFTER = "的和与及、，：；）》"


@lru_cache(maxsize=4096)
def balanced(text: str, count: int) -> tuple[str, ...]:
    """Return ``text`` cut into ``count`` lines of about equal width (fewer when it has fewer pieces)."""
    pieces = _UNITS.findall(text)
    if count <= 1 or len(pieces) <= count:
        return (text,)
    target = width(text, "serif") / count
    lines, start = [], 0
    for left in range(count - 1, 0, -1):
        end = _best_cut(pieces, start, left, target)
        lines.append("".join(pieces[start:end]))
        start = end
    lines.append("".join(pieces[start:]))
    return tuple(line for line in lines if line)


def _best_cut(pieces: list[str], start: int, left: int, target: float) -> int:
    best, cost = start + 1, float("inf")
    used = 0.0
    for at in range(start + 1, len(pieces) - left + 1):
        used += width(pieces[at - 1], "serif")
        price = abs(used - target) + _penalty(pieces, at)
        if price < cost:
            best, cost = at, price
    return best


def _penalty(pieces: list[str], at: int) -> float:
    """Return how bad it is to begin a line with piece ``at``: fine before a common word, after a pause."""
    if pieces[at][0] in "的和与及、，。）》" or pieces[at - 1] in "（《":
        return 9.0
    if pieces[at][0] in "（《至" or pieces[at - 1][-1] in _AFTER:
        return 0.0
    if pieces[at][0].isdigit() and pieces[at - 1][-1] in "年月":
        return 3.0
    return 0.0 if "".join(pieces[at : at + 2])[:2] in _STARTS else 1.6


def by_clauses(sentence: str, room: float) -> str:
    """Return markup broken between clauses when it is wider than ``room`` em and each clause is not."""
    clauses = CLAUSE.findall(sentence)
    if natural(sentence, "serif") <= room or any(natural(clause, "serif") > room for clause in clauses):
        return sentence
    lines = [clauses[0]]
    for clause in clauses[1:]:
        if natural(lines[-1] + clause, "serif") <= room:
            lines[-1] += clause
        else:
            lines.append(clause)
    return "<br/>".join(lines)
