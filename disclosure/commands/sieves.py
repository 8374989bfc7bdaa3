"""The words that sift a ``list``: which flags a list understands, what may stand behind them, what nobody has."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping

from disclosure.basis.text import closest
from disclosure.board.config import LEVELS
from disclosure.catalogue.model import Category
from disclosure.catalogue.reference import LEVEL_WORDS
from disclosure.catalogue.reference import SUBJECT_WORDS
from disclosure.catalogue.reference import VERIFIED_WORDS
from disclosure.options import Options
from disclosure.options import Unfit
from disclosure.views.words import SUBJECTS

DEPTH_WORDS = {"deep": "写全", "outline": "骨架"}
STATUS_WORDS = {"exempt": "免", "due": "未到期", "missing": "未公开", "late": "逾期", "nil": "零报告", "published": "已公开"}
FORMATS = ("text", "json")
FLAGS = {
    "subjects": "--subject", "levels": "--level", "depths": "--depth", "statuses": "--status", "verified": "--verified", "places": "--place",
    "categories": "--category", "periods": "--period", "columns": "--columns", "select": "--select", "ignore": "--ignore",
}  # fmt: skip
"""What sifts a list, by the name it has among the options."""

_WORDS: dict[str, tuple[str, dict[str, str]]] = {
    "subjects": ("栏目", {**{name: name for name in SUBJECT_WORDS}, **{word: name for name, word in (*SUBJECTS.items(), *SUBJECT_WORDS.items())}}),
    "levels": ("级别", {**LEVELS, **{word: name for name, word in LEVEL_WORDS.items()}}),
    "depths": ("深浅", {**{name: name for name in DEPTH_WORDS}, **{word: name for name, word in DEPTH_WORDS.items()}}),
    "statuses": ("状态", {**{name: name for name in STATUS_WORDS}, **{word: name for name, word in STATUS_WORDS.items()}}),
    "verified": ("核实程度", {**{name: name for name in VERIFIED_WORDS}, **{word: name for name, word in VERIFIED_WORDS.items()}}),
}


def refuse_useless(options: Options, asked: str, known: Iterable[str]) -> None:
    """Raise Unfit where a flag was given that this list has no use for, or a format no list is written in."""
    known = tuple(known)
    useless = [flag for name, flag in FLAGS.items() if getattr(options, name) and name not in known]
    if useless:
        usable = "、".join(FLAGS[name] for name in known)
        raise Unfit(f"list {asked} 不看 {'、'.join(useless)}；可以用：{usable}")
    if options.output_format not in FORMATS:
        raise Unfit(f"list 的输出格式只有 {' 和 '.join(FORMATS)}")


def chosen(options: Options, name: str) -> frozenset[str]:
    """Return the ids asked for behind one of the flags of closed words, in English or Chinese; raises Unfit."""
    what, words = _WORDS[name]
    asked: tuple[str, ...] = getattr(options, name)
    for word in asked:
        if word not in words:
            raise Unfit(unknown(what, word, words))
    return frozenset(words[word] for word in asked)


def unknown(what: str, word: str, known: Iterable[str]) -> str:
    """Return the sentence about a word nobody knows, with the nearest one or all there are."""
    names = list(dict.fromkeys(known))
    near = closest(word, names)
    said = f"是不是想说「{near}」？" if near else f"可以写：{'、'.join(names)}" if len(names) <= 24 else "全部见不带这个选项的 list。"
    return f"没有「{word}」这个{what}，{said}"


def categories_asked(options: Options, known: Mapping[str, Category]) -> frozenset[str]:
    """Return the ids of --category by id, name or alias; raises Unfit."""
    by_name = {name: one.id for one in known.values() for name in (one.id, one.name, *one.aliases)}
    for word in options.categories:
        if word not in by_name:
            raise Unfit(unknown("公开事项", word, by_name))
    return frozenset(by_name[word] for word in options.categories)


def said(options: Options) -> str:
    """Return what was asked for as it was typed: --subject land --depth deep."""
    given = [(flag, getattr(options, name)) for name, flag in FLAGS.items() if name != "columns"]
    return " ".join(f"{flag} {','.join(words)}" for flag, words in given if words)
