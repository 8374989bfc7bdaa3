"""The command line in Chinese: argparse told to speak so, its answer as one frozen record."""

from __future__ import annotations

import argparse
import os
import pkgutil
import re
import sys
from collections.abc import Mapping
from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

from disclosure import __version__
from disclosure.options import Options

USAGE = 2
LEVELS = ("error", "warning", "info")
_COUNTS = {"explain": (1, 1), "list": (0, 1), "new": (3, 3), "redact": (0, 10_000), "mark": (0, 10_000)}
"""How many words a verb takes behind it, least and most; the others take none."""
_NEEDS = {
    "explain": "要解释什么？如：explain FIN001",
    "new": "要写三样：类别、地方、期间，如：new 财务收支明细 石桥村 2026-03",
}
_SIEVES = (
    ("--subject", "栏目", "这些栏目：finance 财务、land 土地…"),
    ("--level", "级别", "这一级的：village 村、township 乡镇…"),
    ("--depth", "深浅", "写全了的（deep）或只有骨架的（outline）"),
    ("--status", "状态", "这些状态的应公开项：missing 未公开、late 逾期…"),
    ("--verified", "核实", "条文核实到这一步的：text part second_hand memory"),
)
"""Flags that sift what ``list`` shows: name, what stands behind it, what it leaves."""
_TRANSLATIONS = (
    (r"unrecognized arguments: (.*)", r"不认识的参数：\1"),
    (r"the following arguments are required: (.*)", r"还缺：\1"),
    (r"argument (\S+): invalid choice: '?(.*?)'? \(choose from (.*)\)", r"\1 不能是「\2」，可以是：\3"),
    (r"argument (\S+): expected one argument", r"\1 后面要写一个值"),
    (r"argument (\S+): expected at least one argument", r"\1 后面要写一个值"),
    (r"argument (\S+): invalid \S+ value: '?(.*?)'?$", r"\1 的值「\2」不对"),
    (r"argument (\S+): ignored explicit argument '?(.*?)'?$", r"\1 后面不带值「\2」"),
    (r"argument (\S+): (.*)", r"\1：\2"),
)


class UsageError(Exception):
    """The command line makes no sense; the message says why in Chinese."""


class _Help(argparse.HelpFormatter):
    """The help layout with a Chinese heading."""

    def add_usage(self, usage: str | None, actions: object, groups: object, prefix: str | None = None) -> None:
        """Put the usage line under «用法»."""
        super().add_usage(usage, actions, groups, prefix or "用法：")  # type: ignore[arg-type]


class _Parser(argparse.ArgumentParser):
    """A parser whose mistakes are values of ours, in Chinese."""

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print and exit with."""
        raise UsageError(translated(message))


def read(words: Sequence[str], verbs: Mapping[str, str]) -> tuple[str, Options] | int:
    """Return (verb, options), or the exit code where help was asked for or the words make no sense."""
    parser = _parser(verbs)
    try:
        asked = parser.parse_intermixed_args(list(words))
        if asked.version:
            sys.stdout.write(f"disclosure {__version__}\n")
            return 0
        if asked.help:
            sys.stdout.write(parser.format_help())
            return 0
        verb, rest = _verb(asked.words, verbs)
        return verb, _options(asked, verb, rest)
    except UsageError as mistake:
        sys.stderr.write(f"{mistake}\n用 --help 看全部用法。\n")
        return USAGE


def translated(message: str) -> str:
    """Return argparse's sentence in Chinese."""
    for pattern, words in _TRANSLATIONS:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match:
            return match.expand(words)
    return message


def formats() -> tuple[str, ...]:
    """Return the names of the output formats, from their files alone: none is imported to name it."""
    folder = str(Path(__file__).parent.parent / "reporting")
    return tuple(sorted(entry.name for entry in pkgutil.iter_modules([folder]) if entry.name != "report"))


def _verb(words: list[str], verbs: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    verb, rest = (words[0], words[1:]) if words else ("build", [])
    if verb not in verbs:
        near = get_close_matches(verb, verbs, 1)
        raise UsageError(
            f"没有「{verb}」这个命令" + (f"，是不是「{near[0]}」？" if near else f"；可以用：{'、'.join(verbs)}")
        )
    least, most = _COUNTS.get(verb, (0, 0))
    if not least <= len(rest) <= most:
        raise UsageError(_NEEDS.get(verb) or f"「{verb}」后面多写了：{' '.join(rest[most:])}")
    return verb, tuple(rest)


def _options(asked: argparse.Namespace, verb: str, rest: tuple[str, ...]) -> Options:
    root = asked.C.resolve()
    if not root.is_dir():
        raise UsageError(f"没有这个文件夹：{asked.C}")
    return Options(
        root=root,
        output=(asked.output or root).resolve(),
        today=asked.today,
        jobs=asked.jobs,
        places=_split(asked.place),
        categories=_split(asked.category),
        periods=_split(asked.period),
        channels=_split(asked.channels),
        fail_level=asked.fail_level,
        select=_split(asked.select),
        ignore=_split(asked.ignore),
        output_format=asked.output_format,
        lang=asked.lang,
        quiet=asked.quiet,
        verbose=asked.verbose,
        no_cache=asked.no_cache,
        words=rest,
        columns=asked.columns and verb == "list",
        dry_run=asked.dry_run,
        diff=asked.diff,
        history=asked.history and verb == "check",
        colour=_colour(),
        xlsx=asked.xlsx and verb == "new",
        subjects=_split(asked.subject),
        levels=_split(asked.level),
        depths=_split(asked.depth),
        statuses=_split(asked.status),
        verified=_split(asked.verified),
    )


def _split(given: list[str]) -> tuple[str, ...]:
    """Return the parts of flags that may be repeated and may hold several words between commas."""
    return tuple(part for word in given for part in re.split("[,，、]", word) if part)


def _colour() -> bool:
    """Tell whether findings may be coloured: only on a terminal, and never against NO_COLOR."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"「{text}」不是日期，要写成 2026-11-20") from None


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"「{text}」不是个数，要写 1、2、3…")
    return int(text)


def _parser(verbs: Mapping[str, str]) -> _Parser:
    lines = "\n".join(f"  {verb:<9}{words}" for verb, words in verbs.items())
    parser = _Parser(
        prog="disclosure",
        usage="python build.py [命令] [选项]",
        description=f"村务、乡镇政务公开：写好 YAML，检查，生成网页和公示。不写命令就是 build。\n\n命令：\n{lines}",
        epilog="返回值：0 正常 · 1 有问题或有产物没做成 · 2 用法、设置或程序出错 · 130 被中断",
        formatter_class=_help_layout,
        add_help=False,
        allow_abbrev=False,
    )
    parser.add_argument("words", nargs="*", help=argparse.SUPPRESS)
    _add_common(parser.add_argument_group("做多少"))
    _add_answers(parser.add_argument_group("怎么答"))
    return parser


class _help_layout(_Help, argparse.RawDescriptionHelpFormatter):  # noqa: N801 -- argparse wants a class here
    """Chinese heading, and the list of verbs kept line by line."""


def _add_common(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "-C", metavar="文件夹", type=Path, default=Path(), help="content/ 所在的文件夹，缺省是当前文件夹"
    )
    group.add_argument("-o", "--output", metavar="文件夹", type=Path, help="site/ 和 print/ 放在哪里，缺省同 -C")
    group.add_argument("--today", metavar="日期", type=_day, help="当作今天的日期，如 2026-11-20")
    group.add_argument("-j", "--jobs", metavar="个数", type=_count, default=0, help="同时做几件，缺省用全部处理器")
    group.add_argument("--place", metavar="地方", action="append", default=[], help="只做这些地方（网址名，逗号分开）")
    group.add_argument("--category", metavar="类别", action="append", default=[], help="只做这些公开事项")
    group.add_argument("--period", metavar="期间", action="append", default=[], help="只做这些期间")
    group.add_argument("--channels", metavar="渠道", action="append", default=[], help="只做这些渠道：page,poster,…")
    group.add_argument("--no-cache", action="store_true", help="不用上次的结果，全部重做")


def _add_answers(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--fail-level", choices=LEVELS, default="error", help="到哪一级算不通过：error warning info")
    group.add_argument(
        "--select", metavar="规则", action="append", default=[], help="只看这些规则（代码、前缀或英文名）"
    )
    group.add_argument("--ignore", metavar="规则", action="append", default=[], help="不看这些规则")
    group.add_argument("--output-format", choices=formats(), default="text", help="输出格式：" + " ".join(formats()))
    group.add_argument("--columns", action="store_true", help="list categories 时连同栏名")
    group.add_argument("--xlsx", action="store_true", help="new 时旁边再放一个填表用的工作簿")
    for flag, name, words in _SIEVES:
        group.add_argument(flag, metavar=name, action="append", default=[], help=f"list 时只列{words}")
    group.add_argument("--diff", metavar="版本", default="", help="check 时只报比这个 git 版本新出现的问题")
    group.add_argument("--history", action="store_true", help="check 时改查 git 历史版本里有没有个人号码")
    group.add_argument("--dry-run", action="store_true", help="fix 时只看不改")
    group.add_argument("--lang", choices=("zh-Hans",), default="zh-Hans", help="语言")
    group.add_argument("-q", "--quiet", action="store_true", help="少说")
    group.add_argument("-v", "--verbose", action="count", default=0, help="多说，问题全部列出")
    group.add_argument("-h", "--help", action="store_true", help="显示这段说明")
    group.add_argument("-V", "--version", action="store_true", help="显示版本")
