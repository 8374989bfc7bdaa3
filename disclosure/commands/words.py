"""The command line in Chinese: argparse told to speak so, its answer as one frozen record."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Mapping
from collections.abc import Sequence
from difflib import get_close_matches
from typing import NoReturn

from disclosure import __version__
from disclosure.commands.flags import FLAGS
from disclosure.commands.flags import MUCH
from disclosure.commands.flags import SAID
from disclosure.commands.flags import SHAPES
from disclosure.commands.flags import Shape
from disclosure.options import Options
from disclosure.options import typed

USAGE = 2
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
            verb = asked.words[0] if asked.words else ""
            sys.stdout.write(help_of(verb, verbs[verb]) if verb in verbs else parser.format_help())
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


def _verb(words: list[str], verbs: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    verb, rest = (words[0], words[1:]) if words else ("build", [])
    if verb not in verbs:
        near = get_close_matches(verb, verbs, 1)
        raise UsageError(
            f"没有「{verb}」这个命令" + (f"，是不是「{near[0]}」？" if near else f"；可以用：{'、'.join(verbs)}")
        )
    shape = SHAPES.get(verb, Shape())
    if not shape.least <= len(rest) <= shape.most:
        raise UsageError(f"{shape.asked}如：{shape.example}" if shape.asked else f"「{verb}」后面多写了：{' '.join(rest[shape.most:])}")
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


def _parser(verbs: Mapping[str, str]) -> _Parser:
    """Return the parser that reads every command line; its help is the page of all commands."""
    width = max(map(len, verbs), default=0) + 2
    lines = "\n".join(f"  {verb:<{width}}{words}{_example(verb)}" for verb, words in verbs.items())
    parser = _made(
        usage="[命令] [选项]",
        description=f"村务、乡镇政务公开：写好 YAML，检查，生成网页和公示。不写命令就是 build。\n\n命令：\n{lines}\n\n一个命令的用法：{typed('new --help')}",
        epilog="返回值：0 正常 · 1 有问题或有产物没做成 · 2 用法、设置或程序出错 · 130 被中断",
    )
    parser.add_argument("words", nargs="*", help=argparse.SUPPRESS)
    _add_flags(parser)
    return parser


def help_of(verb: str, words: str) -> str:
    """Return the page of one command: its sentence, how it is written, what stands behind it, its flags, an example."""
    shape = SHAPES.get(verb, Shape())
    behind = "".join(f" {name}" for name, _ in shape.words)
    parser = _made(usage=f"{verb}{behind} [选项]", description=f"{words}。", epilog=f"例：{typed(shape.example or verb)}")
    named = parser.add_argument_group("要写的")
    for name, meaning in shape.words:
        named.add_argument(name, metavar=name, help=meaning)
    _add_flags(parser, verb)
    return parser.format_help()


def _example(verb: str) -> str:
    shape = SHAPES.get(verb, Shape())
    return f"：{shape.example}" if shape.words else ""


def _made(usage: str, description: str, epilog: str) -> _Parser:
    return _Parser(
        prog="disclosure",
        usage=typed(usage).replace("%", "%%"),
        description=description,
        epilog=epilog,
        formatter_class=_help_layout,
        add_help=False,
        allow_abbrev=False,
    )


def _add_flags(parser: _Parser, verb: str = "") -> None:
    """Add the flags that serve a verb; on the page of all, one that serves a single verb names it."""
    groups = {name: parser.add_argument_group(name) for name in (MUCH, SAID)}
    for flag in FLAGS:
        if flag.serves(verb):
            only = f"{flag.verbs[0]}：" if len(flag.verbs) == 1 and not verb else ""
            groups[flag.group].add_argument(*flag.names, **{**flag.how, "help": f"{only}{flag.how['help']}"})


class _help_layout(_Help, argparse.RawDescriptionHelpFormatter):  # noqa: N801 -- argparse wants a class here
    """Chinese heading, and the list of verbs kept line by line."""
