"""The words of the command line, each once: what stands behind a verb, and every flag with the verbs it serves."""

from __future__ import annotations

import argparse
import pkgutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any
from typing import NamedTuple

LEVELS = ("error", "warning", "info")
MANY = 10_000
MUCH, SAID = "做多少", "怎么答"
"""The groups flags stand in on a page of help."""


class Shape(NamedTuple):
    """What a verb takes behind it: its words with what each means, how many, an example, what is asked for when they lack."""

    words: tuple[tuple[str, str], ...] = ()
    least: int = 0
    most: int = 0
    example: str = ""
    asked: str = ""


class Flag(NamedTuple):
    """One flag: its spellings, the verbs it serves (none: all), its group, and what argparse is told of it."""

    names: tuple[str, ...]
    verbs: tuple[str, ...]
    group: str
    how: Mapping[str, Any]

    def serves(self, verb: str) -> bool:
        """Tell whether a flag does something for a verb; '' stands for the page of all."""
        return not verb or not self.verbs or verb in self.verbs


_FILES = (("文件…", "文件名，可以写几个；从当前文件夹、项目文件夹或 content/ 算起。不写的，用 -o 指出放副本的文件夹，就全部做一份"),)
SHAPES = {
    "build": Shape(example="build --channels page,table,data"),
    "check": Shape(example="check --place shiqiao"),
    "explain": Shape((("名字", "问题的代码或英文名，公开事项，或法条的编号"),), 1, 1, "explain FIN001", "要解释什么？"),
    "serve": Shape(example="serve --channels page"),
    "new": Shape(
        (
            ("类别", "公开事项的名称、别名或编号，全部见 list categories"),
            ("地方", "地方的网址名（slug）或名称"),
            ("期间", "如 2026-03、2026-Q4、2026"),
        ),
        3,
        3,
        "new 财务收支明细 石桥村 2026-03",
        "要写三样：类别、地方、期间，",
    ),
    "fix": Shape(example="fix --dry-run"),
    "report": Shape(example="report --place qinghe"),
    "mark": Shape((("[明细文件…]", "只批注这些文件；不写就是所有有问题的明细文件"),), 0, MANY, "mark 第三季度收支.xlsx"),
    "redact": Shape(_FILES, 0, MANY, "redact 名单.yaml"),
    "list": Shape((("清单", "categories laws profiles rules duties 之一"),), 0, 1, "list categories --columns"),
    "doctor": Shape(example="doctor"),
}
"""Verb -> what stands behind it."""


def formats() -> tuple[str, ...]:
    """Return the names of the output formats, from their files alone: none is imported to name it."""
    folder = str(Path(__file__).parent.parent / "reporting")
    return tuple(sorted(entry.name for entry in pkgutil.iter_modules([folder]) if entry.name != "report"))


_YEARS = range(1949, 2201)


def day(text: str) -> date:
    """Return the day a flag states; what is none is refused in one sentence."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"「{text}」不是日期，要写成 2026-11-20") from None
    if found.year not in _YEARS:
        raise argparse.ArgumentTypeError(f"「{text}」的年份不对，只算 {_YEARS[0]} 到 {_YEARS[-1]} 年")
    return found


def count(text: str) -> int:
    """Return the number a flag states, at least one; what is none is refused in one sentence."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"「{text}」不是个数，要写 1、2、3…")
    return int(text)


def _flag(*names: str, to: str = "", group: str = SAID, **how: Any) -> Flag:
    return Flag(names, tuple(to.split()), group, how)


def _several(name: str, metavar: str, words: str, *, to: str, group: str = SAID) -> Flag:
    """Return a flag that may be repeated and may hold several words between commas."""
    return _flag(name, to=to, group=group, metavar=metavar, action="append", default=[], help=words)


_SOME = "build check report list"
_MADE = "build check serve fix report mark list"
FLAGS = (
    _flag("-C", group=MUCH, metavar="文件夹", type=Path, default=Path(), help="content/ 所在的文件夹，缺省是当前文件夹"),
    _flag("-o", "--output", to="build serve report mark redact", group=MUCH, metavar="文件夹", type=Path, help="做出来的东西放在哪里，缺省就在 -C 的文件夹里"),
    _flag("--today", to=_MADE, group=MUCH, metavar="日期", type=day, help="当作今天的日期，如 2026-11-20"),
    _flag("-j", "--jobs", to="build check report mark list", group=MUCH, metavar="个数", type=count, default=0, help="同时做几件，缺省用全部处理器"),
    _several("--place", "地方", "只做这些地方（网址名，逗号分开）", to=_SOME, group=MUCH),
    _several("--category", "类别", "只做这些公开事项", to=_SOME, group=MUCH),
    _several("--period", "期间", "只做这些期间", to=_SOME, group=MUCH),
    _several("--channels", "渠道", "只做这些渠道：page,poster,table,data,feed", to="build serve", group=MUCH),
    _flag("--no-cache", to="build", group=MUCH, action="store_true", help="不用上次的结果，全部重做"),
    _flag("--fail-level", to="check", choices=LEVELS, default="error", help="到哪一级算不通过：error warning info"),
    _several("--select", "规则", "只看这些规则（代码、前缀或英文名）", to="build check report mark list"),
    _several("--ignore", "规则", "不看这些规则", to="build check report mark list"),
    _flag("--output-format", to="check list", choices=formats(), default="text", help="输出格式：" + " ".join(formats())),
    _flag("--columns", to="list", action="store_true", help="列 categories 时连同栏名"),
    _flag("--xlsx", to="new", action="store_true", help="旁边再放一个填表用的工作簿"),
    _several("--subject", "栏目", "只列这些栏目：finance 财务、land 土地…", to="list"),
    _several("--level", "级别", "只列这一级的：village 村、township 乡镇…", to="list"),
    _several("--depth", "深浅", "只列写全了的（deep）或只有骨架的（outline）", to="list"),
    _several("--status", "状态", "只列这些状态的应公开项：missing 未公开、late 逾期…", to="list"),
    _several("--verified", "核实", "只列条文核实到这一步的：text part second_hand memory", to="list"),
    _flag("--diff", to="check", metavar="版本", default="", help="只报比这个 git 版本新出现的问题"),
    _flag("--history", to="check", action="store_true", help="改查 git 历史版本里有没有个人号码"),
    _flag("--dry-run", to="fix", action="store_true", help="只看不改"),
    _flag("--lang", to="build", choices=("zh-Hans",), default="zh-Hans", help="语言"),
    _flag("-q", "--quiet", to="build mark redact", action="store_true", help="少说"),
    _flag("-v", "--verbose", action="count", default=0, help="多说，问题全部列出"),
    _flag("-h", "--help", action="store_true", help="显示这段说明"),
    _flag("-V", "--version", action="store_true", help="显示版本"),
)
