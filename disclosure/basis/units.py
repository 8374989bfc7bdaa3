"""Units of measure: how many base units one unit is, and what kind of thing it measures. Base: 元, 亩, 斤, 米, 立方米, 度, 1."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple


class Unit(NamedTuple):
    """What a unit measures and how many base units it holds."""

    dimension: str
    scale: Decimal


_ATOMS: dict[str, dict[str, str]] = {
    "money": {"元": "1", "圆": "1", "块钱": "1", "元整": "1", "角": "0.1", "分": "0.01", "人民币": "1"},
    "area": {
        "亩": "1",
        "公顷": "15",
        "ha": "15",
        "hm2": "15",
        "顷": "100",
        "平方米": "0.0015",
        "平米": "0.0015",
        "平方": "0.0015",
        "m2": "0.0015",
        "平方公里": "1500",
        "平方千米": "1500",
        "km2": "1500",
    },
    "weight": {
        "斤": "1",
        "公斤": "2",
        "千克": "2",
        "kg": "2",
        "吨": "2000",
        "t": "2000",
        "克": "0.002",
        "g": "0.002",
        "两": "0.1",
        "担": "100",
        "市斤": "1",
    },
    "percent": {"%": "0.01", "‰": "0.001", "个百分点": "0.01", "百分点": "0.01", "成": "0.1"},
    "length": {
        "米": "1",
        "m": "1",
        "公里": "1000",
        "千米": "1000",
        "km": "1000",
        "里": "500",
        "华里": "500",
        "厘米": "0.01",
        "cm": "0.01",
        "毫米": "0.001",
        "mm": "0.001",
        "延米": "1",
        "延长米": "1",
    },
    "volume": {
        "立方米": "1",
        "立方": "1",
        "方": "1",
        "m3": "1",
        "升": "0.001",
        "l": "0.001",
        "毫升": "0.000001",
        "ml": "0.000001",
    },
    "energy": {"度": "1", "千瓦时": "1", "kwh": "1", "焦耳": "1"},
    "power": {
        "千瓦": "1",
        "kw": "1",
        "瓦": "0.001",
        "w": "0.001",
        "兆瓦": "1000",
        "mw": "1000",
        "千伏安": "1",
        "kva": "1",
        "kwp": "1",
        "马力": "0.7355",
    },
    "ratio": {"倍": "1"},
    "year": {"年": "1"},
    "month": {"月": "1", "个月": "1"},
    "day": {"天": "1", "日": "1", "工日": "1", "工作日": "1", "个工作日": "1"},
    "hour": {"小时": "1", "h": "1", "学时": "1", "课时": "1", "时": "1"},
    "minute": {"分钟": "1"},
    "temperature": {"℃": "1", "摄氏度": "1"},
}

# Counters: each counts things one by one. 个 also stands for persons, 宗 for parcels, 处 for works.
_COUNTERS = """
户 人 名 位 口 个 家 台 件 床 桶 袋 箱 只 块 套 本 张 份 次 场 期 笔 宗 处 项 条 座 间 栋 幢 层 排 孔 口井
盏 盘 把 支 枝 瓶 罐 包 捆 根 棵 株 头 匹 羽 尾 辆 艘 架 部 门 扇 组 队 班 批 轮 届 票 股 票数 枚 颗 粒 丛
窝 窖 棚 片 段 道 篇 页 册 幅 面 副 双 对 顶 顿 餐 杯 碗 卷 筒 令 盒 听 扎 挂 串 壶 缸 所 院 站 点 路 车
船 趟 件套 人次 户次 家次 台次 车次 架次 批次 场次 班次 例 起 宗地 村 社 镇 乡 街道 县 区 市 省 社区 组数 个组
个村 个点 个社 村民小组 个村民小组 人天 人月 人年 台班 工 工时 人口 劳动力 岗 岗位 个岗位 栏 亩次 辆次 株数 床位 张床位
座位 学位 生 师 党员 代表 支部 个支部 名党员 名代表 万株 名学生 位老人 座次 屋 宅 宗数 眼 眼井 口塘 座桥 篓 筐 箩 兜
坨 杆 基 樽 具 顶帐篷 孔桥 回 拨 分数 积分 单 条次 件次 人份 吊 帧 帖 垛 席 网格
""".split()  # noqa: SIM905 (a list literal would fill two hundred lines)

_BIG = {"十": Decimal(10), "百": Decimal(100), "千": Decimal(1000), "万": Decimal(10000), "亿": Decimal(100000000)}
_RESPELT = str.maketrans(
    {
        "％": "%",
        "／": "/",
        "（": "(",
        "）": ")",
        "每": "/",
        "•": "·",
        "．": "·",
        "・": "·",
        "∙": "·",
        "*": "·",
        "×": "·",
        "²": "2",
        "³": "3",
        "萬": "万",
        "億": "亿",
        "\u3000": None,
        " ": None,
        "\u00a0": None,
    }
)
_WHOLE = {
    "㎡": "m2",
    "㎥": "m3",
    "㎞": "km",
    "㎏": "kg",
    "㎝": "cm",
    "㎜": "mm",
    "㎢": "km2",
    "KG": "kg",
    "Kg": "kg",
    "¥": "元",
    "￥": "元",
    "RMB": "元",
}


def _table() -> dict[str, Unit]:
    table = {
        name: Unit(dimension, Decimal(size)) for dimension, atoms in _ATOMS.items() for name, size in atoms.items()
    }
    for name in _COUNTERS:
        table.setdefault(name, Unit("count", Decimal(1)))
    return table


_TABLE = _table()


def normalise_unit(unit: str) -> str:
    """Return the unit in the one spelling this module looks up: no spaces, half-width signs, ㎡ as m2."""
    text = _WHOLE.get(unit, unit).translate(_RESPELT)
    for sign, letters in _WHOLE.items():
        text = text.replace(sign, letters) if sign in text else text
    return text.replace("/(", "/").rstrip(")") if "/(" in text else text


def _single(text: str) -> Unit | None:
    """Look up a unit without a bar: an atom, or 万/亿/千/百 in front of one, or such a word alone."""
    found = _TABLE.get(text) or _TABLE.get(text.lower())
    if found:
        return found
    if text[:1] in _BIG:
        rest = _single(text[1:]) if len(text) > 1 else Unit("count", Decimal(1))
        return rest and Unit(rest.dimension, rest.scale * _BIG[text[0]])
    return None


def _divided(text: str) -> Unit | None:
    """Look up 元/亩, 元/人·月, 万元/户/年: the ratio of the scales."""
    upper, *lowers = [piece for part in text.split("/") for piece in [part]]
    over = _single(upper)
    if over is None or not lowers:
        return None
    size = over.scale
    for lower in "·".join(lowers).replace(".", "·").split("·"):
        under = _single(lower)
        if under is None:
            return None
        size /= under.scale
    return Unit("rate", size)


@cache
def lookup(unit: str) -> Unit | None:
    """Return what ``unit`` measures and its size in base units, None when nobody knows it."""
    text = normalise_unit(unit)
    if not text:
        return None
    return _divided(text) if "/" in text else _single(text)


@cache
def scale(unit: str) -> Decimal:
    """Return how many base units (元, 亩, 斤, 1 for %) one ``unit`` is; 1 for '' and for unknown units."""
    found = lookup(unit)
    return found.scale if found else Decimal(1)


@cache
def known(unit: str) -> bool:
    """Tell whether ``unit`` is one this program can calculate with."""
    return lookup(unit) is not None


@cache
def dimension(unit: str) -> str:
    """Return what ``unit`` measures: money area weight percent count rate length volume energy power …, '' when unknown."""
    found = lookup(unit)
    return found.dimension if found else ""


@cache
def is_money(unit: str) -> bool:
    """Tell whether ``unit`` is a sum of money (元, 万元, 角); a price such as 元/亩 is a rate, not a sum."""
    return dimension(unit) == "money"
