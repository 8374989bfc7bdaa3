"""House numbers in a text: 二组12号, 解放路88号, 3栋2单元501室; whether they are a person's is for the rules to tell."""

from __future__ import annotations

import re
from typing import NamedTuple

_COUNT = "(?:[0-9０-９]{1,4}(?:[-－—之][0-9０-９]{1,4})?|[一二三四五六七八九十百]{1,4})"
_NUMBER = rf"{_COUNT}号(?:附{_COUNT}号)?"
_WHERE = "(?:村民小组|组|队|社|屯|湾|寨|坪|庄|坝|坡|塆|冲|村|社区|小区|花园|新村|居民点|安置点|路|街|巷|弄|大道|胡同|门牌|家住|现住|住在|住址|地址|户籍地?)"
_STREET = rf"{_WHERE}[:：为在是]?\s*(?:门牌)?(?<!第){_NUMBER}"
_FLAT = r"[0-9０-９A-Za-z一二三四五六七八九十]{1,4}(?:号楼|栋|幢|座)[\s,，-]*(?:[0-9０-９一二三四五六七八九十]{1,3}单元[\s,，-]*[0-9０-９]{0,4}[室号]?|[0-9０-９]{2,4}(?:室|号房?|房))"
_UNIT = r"[0-9０-９一二三四五六七八九十]{1,3}单元[\s,，-]*[0-9０-９]{2,4}[室号]?"
_ADDRESS = re.compile(rf"{_FLAT}|{_UNIT}|{_STREET}")
_QUICK = re.compile("[0-9０-９一二三四五六七八九十百][号栋幢座]|单元|[0-9０-９][室房]")
_NOT_A_HOUSE = re.compile(
    r"\s*(?:[上下中]午|早|晚|前|后|起|至|到|开会|线|公路|路(?!边)|台区|变|机井|井|渠|桥|闸|塘|泵|地块|宗地|田|林班|小班|图斑|灯|杆|车|令|文|公告|通知|凭证|工程|项目|标段|门面|铺|仓|厂|楼$|会议室|窗口|院落?改|大院|机组|热线|电话)"
)
_OFFICE = re.compile(
    r"[^。；;\n|]{0,6}(?:村委|居委|党群|服务中心|服务站|便民|办公|政府|卫生[院室]|学校|小学|幼儿园|派出所|财政所|信用社|银行|公司|合作社|厂|店|超市|办事处|门市|会堂|礼堂|文化站|敬老院|养老院|公示栏|信访)"
)
_OF_OFFICE = re.compile(r"(?:办公|受理|投诉|收件|邮寄|通讯|通信|信访|经营|注册|工程|项目|建设|施工|实施|会议|集合|联系|报名|咨询|服务|开标|投标|领取|交货|办理|办事|机构|单位|公司|企业|中心|政府|村委会)(?:地址|地点|处|位置)?[^。；;\n|]{0,10}$")


class Address(NamedTuple):
    """A house number in a text: code points."""

    start: int
    end: int


def may_hold_address(text: str) -> bool:
    """Tell in some microseconds whether a text could hold a house number."""
    return _QUICK.search(text) is not None


def find_addresses(text: str) -> list[Address]:
    """Return the house numbers in a text that are not a road's, a well's, a parcel's or an office's."""
    if not may_hold_address(text):
        return []
    return [Address(*hit.span()) for hit in _ADDRESS.finditer(text) if _is_home(text, *hit.span())]


def _is_home(text: str, start: int, end: int) -> bool:
    """Tell whether neither what follows nor what stands before says that it is a thing's number or an office's."""
    return not (_NOT_A_HOUSE.match(text, end) or _OFFICE.match(text, end) or _OF_OFFICE.search(text[max(0, start - 40) : start]))
